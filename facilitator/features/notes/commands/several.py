"""Changes of several notes at once, of which each keeps something of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitator.domain.identity import new_id
from facilitator.features.notes.commands.editing import add_speaker
from facilitator.storage.edits import SetFields, Together, existing, insert
from facilitator.storage.records import NoteRecord, NoteTermRecord
from facilitator.storage.store import Command
from facilitator.storage.terms_of import AddTag
from facilitator.translation import ntr, tr


def changed(field: str, count: int) -> str:
    """How a change of a field of so many notes is called."""
    words = ntr("Change “{field}” of a note", "Change “{field}” of {count} notes", count)
    return words.format(field=field, count=count)


@dataclass(frozen=True)
class ShiftMoments:
    """Move notes on in time by some milliseconds, or back; those without a moment stay as they are."""

    note_ids: Sequence[str]
    by: int

    @property
    def label(self) -> str:
        return changed(tr("Moment"), len(self.note_ids))

    def apply(self, session: Session) -> None:
        for note_id in self.note_ids:
            note = existing(session, NoteRecord, note_id)
            if note.began_at is not None:
                note.began_at = max(0, note.began_at + self.by)


@dataclass(frozen=True)
class ChangeTerms:
    """Give notes these terms besides those that they have, and take others away."""

    note_ids: Sequence[str]
    added: Sequence[str] = ()
    removed: Sequence[str] = ()

    @property
    def label(self) -> str:
        return changed(tr("Tags and themes"), len(self.note_ids))

    def apply(self, session: Session) -> None:
        link = NoteTermRecord
        if self.removed:
            session.execute(
                delete(link).where(link.note_id.in_(self.note_ids), link.term_id.in_(self.removed))
            )
        linked = select(link.note_id, link.term_id).where(
            link.note_id.in_(self.note_ids), link.term_id.in_(self.added)
        )
        there = {(row.note_id, row.term_id) for row in session.execute(linked)}
        for note_id in self.note_ids:
            for term_id in self.added:
                if (note_id, term_id) not in there:
                    insert(session, link, {"note_id": note_id, "term_id": term_id})


def give_new_tag(note_ids: Sequence[str], name: str) -> Command:
    """Add a tag that is not known yet, and give it to notes."""
    label = changed(tr("Tags and themes"), len(note_ids))
    tag = AddTag(NoteTermRecord, "note_id", note_ids[0], name, label)
    return Together([tag, ChangeTerms(note_ids[1:], (tag.term_id,))], label)


def give_new_speaker_to(note_ids: Sequence[str], name: str) -> Command:
    """Add a person who is in no list, and make them the speaker of notes."""
    person_id = new_id()
    values = {"speaker_id": person_id}
    return Together(
        [add_speaker(person_id, name), *(SetFields(NoteRecord, note_id, values, "") for note_id in note_ids)],
        changed(tr("Speaker"), len(note_ids)),
    )
