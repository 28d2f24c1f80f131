"""The editable vocabularies, and the terms that notes, cases and sessions carry."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Text, owned_by


class TermRecord(Base):
    """One word of a vocabulary. ``code`` is stable; ``label`` is what people see and may change."""

    __tablename__ = "term"
    __table_args__ = (UniqueConstraint("vocabulary", "code"),)

    vocabulary: Mapped[Text]
    code: Mapped[Text]
    label: Mapped[Text]
    position: Mapped[Count]


class NoteTermRecord(Base):
    """A theme, tag, Decalogue point or SDG of a note."""

    __tablename__ = "note_term"
    __table_args__ = (UniqueConstraint("note_id", "term_id"),)

    note_id: Mapped[str] = owned_by("note.id")
    term_id: Mapped[str] = owned_by("term.id")


class CaseTermRecord(Base):
    """A theme, tag, Decalogue point or SDG of a case study."""

    __tablename__ = "case_term"
    __table_args__ = (UniqueConstraint("case_id", "term_id"),)

    case_id: Mapped[str] = owned_by("case_study.id")
    term_id: Mapped[str] = owned_by("term.id")


class SessionTermRecord(Base):
    """A theme, tag, Decalogue point or SDG of a session."""

    __tablename__ = "session_term"
    __table_args__ = (UniqueConstraint("session_id", "term_id"),)

    session_id: Mapped[str] = owned_by("learning_session.id")
    term_id: Mapped[str] = owned_by("term.id")
