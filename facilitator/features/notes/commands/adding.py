"""Adding a note while people speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitator.features.notes.commands.words import short
from facilitator.storage.edits import insert
from facilitator.storage.records import NoteRecord, NoteTermRecord
from facilitator.storage.store import Command
from facilitator.translation import tr

_BESIDE = ("term_ids", "also")


@dataclass(frozen=True)
class AddNote:
    """Add a note. It is one insert, and one for each of its terms, and no more: it runs while people speak.

    ``id`` is made when the note is begun; a note that is there already is left as it is, so that one that was entered
    when the program was killed is not entered twice. ``began_at``: milliseconds since 1970-01-01 UTC. ``also`` are
    writes that belong to it, such as its pictures or a speaker who is in no list.
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
        for term_id in self.term_ids:
            insert(session, NoteTermRecord, {"note_id": self.id, "term_id": term_id})
