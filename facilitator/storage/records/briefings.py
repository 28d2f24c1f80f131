"""Briefings: sections of paragraphs, each paragraph with the notes behind it."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Text, owned_by, refers_to


class BriefingRecord(Base):
    """A paper in the making on one session. ``template`` is the name of one that ships (``briefing``, ``flash``) or the
    id of one of the library's own."""

    __tablename__ = "briefing"

    session_id: Mapped[str] = owned_by("learning_session.id")
    template: Mapped[Text]
    title: Mapped[Text]
    language: Mapped[Text]
    """BCP 47; empty holds as English."""
    second_language: Mapped[Text]
    """BCP 47 of the language that is set beside the first; empty for none."""
    second_title: Mapped[Text]
    due: Mapped[Text]
    """ISO date by which the paper is to be issued; empty for none."""


class BriefingStepRecord(Base):
    """A step of a paper towards being issued, with who signed it off. A step is never changed afterwards.

    An issued one keeps the paper's bytes in the table ``content`` under ``sha256``.
    """

    __tablename__ = "briefing_step"

    briefing_id: Mapped[str] = owned_by("briefing.id")
    at: Mapped[Count]
    """Milliseconds since 1970-01-01 UTC."""
    status: Mapped[Text]
    """``draft``, ``in_review``, ``cleared`` or ``issued`` (``domain.issuing.Status``)."""
    signed_by: Mapped[Text]
    remark: Mapped[Text]
    words: Mapped[Text]
    """The paper's own words as they were then, as JSON: what changed since is told from them."""
    sha256: Mapped[Text]
    name: Mapped[Text]
    """The name of the issued file."""
    size: Mapped[Count]
    """Bytes."""
    pages: Mapped[Count]


class ClearanceSheetRecord(Base):
    """That a speaker was sent all that is attributed to them in a session, and that it came back."""

    __tablename__ = "clearance_sheet"
    __table_args__ = (UniqueConstraint("session_id", "person_id"),)

    session_id: Mapped[str] = owned_by("learning_session.id")
    person_id: Mapped[str] = owned_by("person.id")
    sent_on: Mapped[Text]
    """ISO date; empty while it was not sent."""
    back_on: Mapped[Text]
    """ISO date; empty while it has not come back."""
    remark: Mapped[Text]


class PaperTemplateRecord(Base):
    """A kind of paper of the library's own: ``content`` is its definition as JSON, as those in resources/templates."""

    __tablename__ = "paper_template"

    title: Mapped[Text]
    about: Mapped[Text]
    content: Mapped[Text]


class BriefingSectionRecord(Base):
    """A part of a briefing. ``key`` is the template's name of the part; ``heading`` replaces its usual heading."""

    __tablename__ = "briefing_section"

    briefing_id: Mapped[str] = owned_by("briefing.id")
    position: Mapped[Count]
    key: Mapped[Text]
    heading: Mapped[Text]
    second_heading: Mapped[Text]


class BriefingParagraphRecord(Base):
    """A paragraph without its attribution, which the gate adds from the evidence when it is published."""

    __tablename__ = "briefing_paragraph"

    section_id: Mapped[str] = owned_by("briefing_section.id")
    position: Mapped[Count]
    style: Mapped[Text]
    """A ``domain.prose.style.Style``: ``body``, ``bullet``, ``table``, ``picture`` and others."""
    text: Mapped[Text]
    """Plain. Of a table the rows by line feed, their cells by tab, the first row its header; of a picture its
    alternative text. The picture itself is the paragraph's attachment."""
    spans: Mapped[Text]
    """What is bold, italic or a link in ``text`` (``domain.prose.spans``)."""
    second_text: Mapped[Text]
    """The same in the paper's second language."""
    second_spans: Mapped[Text]
    second_of: Mapped[Text]
    """The first text when the second was written; where it is another one now, the second may be out of date."""
    caption: Mapped[Text]
    """Of a table or picture."""
    second_caption: Mapped[Text]


class EvidenceRecord(Base):
    """A note that a paragraph rests on."""

    __tablename__ = "evidence"
    __table_args__ = (UniqueConstraint("paragraph_id", "note_id"),)

    paragraph_id: Mapped[str] = owned_by("briefing_paragraph.id")
    note_id: Mapped[str | None] = refers_to("note.id")
    """Empty where the note was deleted."""
    position: Mapped[Count]
    said: Mapped[Text]
    """The note's words when the paragraph was made of them; where the note has others now, its source has moved."""
