"""How notes are called in the labels of changes, and the notes that a command is given, in order."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from facilitator.storage.edits import existing
from facilitator.storage.records import NoteRecord

_SHOWN = 40


def short(text: str) -> str:
    """The beginning of a text, in one line."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


def in_order(session: Session, note_ids: Sequence[str]) -> list[NoteRecord]:
    """The notes as they were begun, those without a moment first. Raises ``Refused`` when one was deleted."""
    notes = [existing(session, NoteRecord, note_id) for note_id in dict.fromkeys(note_ids)]
    return sorted(notes, key=lambda note: (_moment(note), note.position, note.id))


def _moment(note: NoteRecord) -> int:
    return -1 if note.began_at is None else note.began_at
