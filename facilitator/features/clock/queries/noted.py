"""Which notes were taken when."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.features.clock.rows import Noted
from facilitator.storage.records import NoteRecord, PersonRecord


def list_noted(session: Session, session_id: str) -> tuple[Noted, ...]:
    """The notes of a session that have a moment, in their order."""
    note = NoteRecord
    wanted = (
        select(note.id, note.began_at, note.kind, note.text, note.voice, PersonRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == note.speaker_id)
        .where(note.session_id == session_id, note.began_at.is_not(None))
        .order_by(note.began_at, note.id)
    )
    return tuple(
        Noted(row.id, row.began_at, row.kind, row.text, row.name or row.voice)
        for row in session.execute(wanted)
    )
