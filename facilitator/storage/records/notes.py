"""Notes: what was said, by whom, when, and how it may be used."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Flag, Text, owned_by, refers_to


class NoteRecord(Base):
    """One note with all its attributes; those that do not belong to its kind stay empty."""

    __tablename__ = "note"

    session_id: Mapped[str] = owned_by("learning_session.id")
    agenda_item_id: Mapped[str | None] = refers_to("agenda_item.id")
    speaker_id: Mapped[str | None] = refers_to("person.id")
    voice: Mapped[Text]
    """Who speaks where it is a body or a group ("Participants", "UCLG")."""
    place_id: Mapped[str | None] = refers_to("place.id")
    case_id: Mapped[str | None] = refers_to("case_study.id")
    question_id: Mapped[str | None] = refers_to("guiding_question.id")
    position: Mapped[Count]
    """Order among notes of the same moment, and among imported notes without one."""
    kind: Mapped[Text]
    """A ``NoteKind``; empty when not yet given."""
    text: Mapped[Text]
    began_at: Mapped[int | None]
    """The moment it was begun: milliseconds since 1970-01-01 UTC; None when not known."""
    horizon: Mapped[Text]
    attribution: Mapped[Text]
    """An ``Attribution``; empty holds as the default of its kind."""
    language: Mapped[Text]
    """Language spoken, BCP 47."""
    heard_from: Mapped[Text]
    author: Mapped[Text]
    starred: Mapped[Flag]
    to_verify: Mapped[Flag]
    addressee: Mapped[Text]
    """Of a recommendation: who is asked."""
    responsible: Mapped[Text]
    """Of a commitment or follow-up: who does it."""
    due: Mapped[Text]
    """Of a commitment or follow-up: by when, as written or an ISO date."""
    figure: Mapped[Text]
    """Of a data point: the number as given."""
    unit: Mapped[Text]
    source: Mapped[Text]
    verified: Mapped[Flag]
    answer: Mapped[Text]
    """Of a question; it is open while this is empty."""
    source_url: Mapped[Text]
