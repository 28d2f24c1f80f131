"""Briefings: sections of paragraphs, each paragraph with the notes behind it."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Text, owned_by


class BriefingRecord(Base):
    """A paper in the making on one session. ``template`` is ``briefing`` or ``flash``."""

    __tablename__ = "briefing"

    session_id: Mapped[str] = owned_by("learning_session.id")
    template: Mapped[Text]
    title: Mapped[Text]
    language: Mapped[Text]
    """BCP 47; empty holds as English."""


class BriefingSectionRecord(Base):
    """A part of a briefing. ``key`` is the template's name of the part; ``heading`` replaces its usual heading."""

    __tablename__ = "briefing_section"

    briefing_id: Mapped[str] = owned_by("briefing.id")
    position: Mapped[Count]
    key: Mapped[Text]
    heading: Mapped[Text]


class BriefingParagraphRecord(Base):
    """A paragraph without its attribution, which the gate adds from the evidence when it is published."""

    __tablename__ = "briefing_paragraph"

    section_id: Mapped[str] = owned_by("briefing_section.id")
    position: Mapped[Count]
    style: Mapped[Text]
    """``body``, ``bullet``, ``quotation`` or ``subheading``."""
    text: Mapped[Text]


class EvidenceRecord(Base):
    """A note that a paragraph rests on."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("paragraph_id", "note_id"),)

    paragraph_id: Mapped[str] = owned_by("briefing_paragraph.id")
    note_id: Mapped[str] = owned_by("note.id")
    position: Mapped[Count]
