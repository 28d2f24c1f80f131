"""Which notes were taken when."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.features.clock.rows import Noted
from facilitator.storage.records import NoteRecord, PersonRecord


def list_moments(session: Session, session_id: str) -> tuple[int, ...]:
    """The moments of the notes of a session, of those that have one (milliseconds since 1970-01-01 UTC)."""
    note = NoteRecord
    wanted = select(note.began_at).where(note.session_id == session_id, note.began_at.is_not(None))
    return tuple(session.scalars(wanted.order_by(note.began_at)))


def list_noted(session: Session, session_id: str, since: int, until: int) -> tuple[Noted, ...]:
    """The notes of a session from one moment until before another, in their order."""
    note = NoteRecord
    wanted = (
        select(note.id, note.began_at, note.kind, note.text, note.voice, PersonRecord.name)
        .outerjoin(PersonRecord, PersonRecord.id == note.speaker_id)
        .where(note.session_id == session_id, note.began_at >= since, note.began_at < until)
        .order_by(note.began_at, note.id)
    )
    return tuple(
        Noted(row.id, row.began_at, row.kind, row.text, row.name or row.voice)
        for row in session.execute(wanted)
    )
