"""Making two notes of one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.features.notes.commands.words import short
from facilitator.storage.edits import existing, insert
from facilitator.storage.records import NoteRecord, NoteTermRecord
from facilitator.translation import tr

_OF_FIRST_ALONE = (
    "starred",
    "addressee",
    "responsible",
    "due",
    "figure",
    "unit",
    "source",
    "verified",
    "answer",
)


@dataclass(frozen=True)
class SplitNote:
    """Make two notes of one: the first keeps its id, its evidence and what belongs to its kind; the second, of the id
    that is given, has the same moment, item, speaker, kind, attribution, case and terms."""

    note_id: str
    second_id: str
    first: str
    """Text of the first note; that of the second is ``second``."""
    second: str

    @property
    def label(self) -> str:
        return tr("Split note “{text}”").format(text=short(self.first))

    def apply(self, session: Session) -> None:
        note = existing(session, NoteRecord, self.note_id)
        first, second = self.first.strip(), self.second.strip()
        if not first or not second:
            raise Refused(
                tr("The note was not split."),
                tr("The caret must stand within its text, with words before and after it."),
                tr("Nothing was changed."),
            )
        columns = (column.key for column in inspect(NoteRecord).column_attrs)
        values = {name: getattr(note, name) for name in columns if name not in _OF_FIRST_ALONE}
        values |= {"id": self.second_id, "text": second, "position": note.position + 1}
        note.text = first
        session.flush()
        insert(session, NoteRecord, values)
        terms = select(NoteTermRecord.term_id).where(NoteTermRecord.note_id == self.note_id)
        for term_id in session.scalars(terms):
            insert(session, NoteTermRecord, {"note_id": self.second_id, "term_id": term_id})
