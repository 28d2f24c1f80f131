"""Adding a note while people speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.domain.consent import Attribution, strictest
from facilitator.domain.vocabulary import attribution_of
from facilitator.features.notes.commands.words import short
from facilitator.storage.edits import existing, exists, insert
from facilitator.storage.records import (
    AgendaItemRecord,
    Base,
    GuidingQuestionRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
    TermRecord,
)
from facilitator.storage.store import Command
from facilitator.translation import tr

_BESIDE = ("term_ids", "also")
_REFERENCES: dict[str, type[Base]] = {
    "agenda_item_id": AgendaItemRecord,
    "speaker_id": PersonRecord,
    "question_id": GuidingQuestionRecord,
}


@dataclass(frozen=True)
class AddNote:
    """Add a note. It is one insert, and one for each of its terms, and no more: it runs while people speak.

    ``id`` is made when the note is begun; a note that is there already is left as it is, so that one that was entered
    when the program was killed is not entered twice. What it belongs to and was deleted meanwhile is left off: it is
    withheld then, as nobody knows any more what rule or consent held. ``began_at``: milliseconds since 1970-01-01 UTC.
    ``also`` are writes that belong to it, such as its pictures or a speaker who is in no list.
    """

    adds_note: ClassVar[bool] = True
    """How what waits to be saved is told."""
    typed: ClassVar[tuple[str, ...]] = (
        "text",
        "figure",
        "unit",
        "source",
        "responsible",
        "due",
        "addressee",
        "answer",
    )
    """What of it people typed, and may copy."""
    id: str
    session_id: str
    text: str
    began_at: int
    kind: str = ""
    agenda_item_id: str | None = None
    speaker_id: str | None = None
    question_id: str | None = None
    attribution: str = ""
    starred: bool = False
    to_verify: bool = False
    verified: bool = False
    language: str = ""
    heard_from: str = ""
    addressee: str = ""
    responsible: str = ""
    due: str = ""
    figure: str = ""
    unit: str = ""
    source: str = ""
    answer: str = ""
    author: str = ""
    term_ids: Sequence[str] = ()
    also: Sequence[Command] = field(default=())

    @property
    def label(self) -> str:
        return tr("Add note “{text}”").format(text=short(self.text))

    def apply(self, session: Session) -> None:
        values = {name: value for name, value in vars(self).items() if name not in _BESIDE}
        try:
            insert(session, NoteRecord, values)
        except IntegrityError:
            if session.get(NoteRecord, self.id) is None:
                raise
            return
        for command in self.also:  # references are checked at the end
            command.apply(session)
            session.flush()
        self._leave_off(session)
        for term_id in dict.fromkeys(self.term_ids):
            if exists(session, TermRecord, term_id):
                insert(session, NoteTermRecord, {"note_id": self.id, "term_id": term_id})

    def _leave_off(self, session: Session) -> None:
        """Leave off what is not there. Almost always all is, and nothing more is read or written."""
        gone = [name for name, record in _REFERENCES.items() if not self._is_there(session, name, record)]
        if gone:
            note = existing(session, NoteRecord, self.id)
            for name in gone:
                setattr(note, name, None)
            if set(gone) & {"agenda_item_id", "speaker_id"}:
                own = attribution_of(self.attribution, self.kind)
                note.attribution = strictest(own, Attribution.PENDING).value
            session.flush()

    def _is_there(self, session: Session, name: str, record: type[Base]) -> bool:
        row_id = getattr(self, name)
        return row_id is None or exists(session, record, row_id)
