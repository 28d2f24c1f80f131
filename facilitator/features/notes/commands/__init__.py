"""Writes of notes."""

from facilitator.features.notes.commands.adding import AddNote
from facilitator.features.notes.commands.editing import (
    Adding,
    add_speaker,
    add_tag,
    delete_notes,
    edit_note,
    edit_notes,
    give_new_place,
    give_new_speaker,
    set_terms,
)

__all__ = [
    "AddNote",
    "Adding",
    "add_speaker",
    "add_tag",
    "delete_notes",
    "edit_note",
    "edit_notes",
    "give_new_place",
    "give_new_speaker",
    "set_terms",
]
