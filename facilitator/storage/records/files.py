"""Attachments: pictures and papers kept in the library."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from facilitator.storage.records.base import Base, Count, Text, owned_by


class AttachmentRecord(Base):
    """A file in the library. Its bytes lie in the table ``content`` under their SHA-256, outside the journal."""

    __tablename__ = "attachment"

    session_id: Mapped[str | None] = owned_by("learning_session.id")
    note_id: Mapped[str | None] = owned_by("note.id")
    case_id: Mapped[str | None] = owned_by("case_study.id")
    person_id: Mapped[str | None] = owned_by("person.id")
    """The person whose photograph it is."""
    series_id: Mapped[str | None] = owned_by("series.id")
    """The series whose papers carry it as a logo."""
    paragraph_id: Mapped[str | None] = owned_by("briefing_paragraph.id")
    """The paragraph of a briefing that shows it."""
    template_id: Mapped[str | None] = owned_by("paper_template.id")
    """The kind of paper that carries it as a logo."""
    position: Mapped[Count]
    """Order among those of the same owner."""
    name: Mapped[Text]
    media_type: Mapped[Text]
    size: Mapped[Count]
    """Bytes."""
    sha256: Mapped[Text]
    description: Mapped[Text]
