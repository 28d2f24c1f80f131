"""Changing and deleting notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.notes.commands.words import short
from facilitator.storage.edits import AddRow, DeleteRows, SetFields, SetFieldsOfAll, Together
from facilitator.storage.item_rules import KeepRules
from facilitator.storage.kept_consents import KeepPending
from facilitator.storage.records import NoteRecord, NoteTermRecord, PersonRecord, PlaceRecord
from facilitator.storage.store import Command
from facilitator.storage.terms_of import AddTag, SetTerms
from facilitator.translation import ntr, tr

Adding = Callable[[str, str], Command]
"""Adds what was named, to the note of an id."""


def edit_note(note_id: str, field: str, values: dict[str, Any]) -> Command:
    """Set columns of a note; ``field`` is what they are, in words. One that goes to another agenda item keeps to the
    rule of its own, and a quote that becomes something else waits for clearance as before."""
    return _keeping([note_id], values, SetFields(NoteRecord, note_id, values, _changed(field)))


def edit_notes(note_ids: Sequence[str], field: str, values: dict[str, Any]) -> Command:
    """Set the same columns of several notes."""
    if len(note_ids) == 1:
        return edit_note(note_ids[0], field, values)
    words = ntr("Change “{field}” of a note", "Change “{field}” of {count} notes", len(note_ids))
    label = words.format(field=field, count=len(note_ids))
    return _keeping(note_ids, values, SetFieldsOfAll(NoteRecord, note_ids, values, label))


def _keeping(note_ids: Sequence[str], values: dict[str, Any], edit: Command) -> Command:
    """The edit with what is to be held before it, so that nothing is told more freely than it was."""
    held: list[Command] = [KeepRules(note_ids=note_ids)] if "agenda_item_id" in values else []
    if "kind" in values and "attribution" not in values:
        held.append(KeepPending(note_ids))
    return Together([*held, edit], edit.label) if held else edit


def set_terms(note_id: str, field: str, vocabulary: Vocabulary, term_ids: Sequence[str]) -> Command:
    """Give a note exactly these terms of a vocabulary."""
    return SetTerms(NoteTermRecord, "note_id", note_id, vocabulary, term_ids, _changed(field))


def add_tag(note_id: str, name: str) -> Command:
    """Add a tag that is not known yet, and give it to a note."""
    return AddTag(NoteTermRecord, "note_id", note_id, name, _changed(tr("Tags")))


def give_new_place(note_id: str, name: str) -> Command:
    """Add a city that is not known yet, and give it to a note."""
    place_id = new_id()
    return Together(
        [
            AddRow(PlaceRecord, {"id": place_id, "name": name}, ""),
            SetFields(NoteRecord, note_id, {"place_id": place_id}, ""),
        ],
        _changed(tr("City or territory")),
    )


def give_new_speaker(note_id: str, name: str) -> Command:
    """Add a person who is in no list, and make them the speaker of a note."""
    person_id = new_id()
    return Together(
        [add_speaker(person_id, name), SetFields(NoteRecord, note_id, {"speaker_id": person_id}, "")],
        _changed(tr("Speaker")),
    )


def add_speaker(person_id: str, name: str) -> Command:
    """Add a person who speaks and is in no list."""
    values = {"id": person_id, "name": name, "sort_name": name, "unlisted": True}
    return AddRow(PersonRecord, values, tr("Add person {name}").format(name=name))


def delete_notes(note_ids: Sequence[str], text: str) -> Command:
    """Delete notes; ``text`` is that of the first."""
    words = ntr("Delete note “{text}”", "Delete {count} notes", len(note_ids))
    return DeleteRows(NoteRecord, note_ids, words.format(text=short(text), count=len(note_ids)))


def _changed(field: str) -> str:
    return tr("Change “{field}” of a note").format(field=field)


def together(edits: Sequence[Command], label: str) -> Command:
    """Several changes as one step of undo."""
    return edits[0] if len(edits) == 1 else Together(edits, label)
