"""The pictures of notes: how many there are, and what is kept of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.features.notes.rows import PictureRow
from facilitator.storage import contents
from facilitator.storage.records import AttachmentRecord


def pictures_of_note(session: Session, note_id: str) -> list[PictureRow]:
    """The pictures of a note in their order, without their bytes."""
    record = AttachmentRecord
    wanted = select(record.id, record.name, record.media_type, record.size, record.sha256, record.description)
    rows = session.execute(wanted.where(record.note_id == note_id).order_by(record.position, record.id))
    return [PictureRow(*row) for row in rows]


def picture_counts(session: Session, note_ids: Sequence[str]) -> dict[str, int]:
    """How many pictures notes have, of those that have any."""
    record = AttachmentRecord
    wanted = select(record.note_id, func.count()).where(record.note_id.in_(note_ids)).group_by(record.note_id)
    return {str(note_id): int(count) for note_id, count in session.execute(wanted)}


def size_of_all(session: Session) -> int:
    """Bytes of all files in the library; one that is there twice is kept once."""
    record = AttachmentRecord
    each = select(func.max(record.size).label("size")).group_by(record.sha256).subquery()
    return int(session.scalar(select(func.coalesce(func.sum(each.c.size), 0))) or 0)


def content(session: Session, sha256: str) -> bytes:
    """The bytes of a picture; none where they are gone or damaged."""
    try:
        return contents.read(session, sha256)
    except Refused:
        return b""
