"""Writes of notes."""

from facilitator.features.notes.commands.adding import AddNote
from facilitator.features.notes.commands.casing import MakeCase
from facilitator.features.notes.commands.drafting import KeepDraft
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
    together,
)
from facilitator.features.notes.commands.floor import GiveFloor
from facilitator.features.notes.commands.joining import JoinNotes
from facilitator.features.notes.commands.several import (
    ChangeTerms,
    ShiftMoments,
    give_new_speaker_to,
    give_new_tag,
)
from facilitator.features.notes.commands.splitting import SplitNote
from facilitator.features.notes.commands.tagging import NewTag

__all__ = [
    "AddNote",
    "Adding",
    "ChangeTerms",
    "GiveFloor",
    "JoinNotes",
    "KeepDraft",
    "MakeCase",
    "NewTag",
    "ShiftMoments",
    "SplitNote",
    "add_speaker",
    "add_tag",
    "delete_notes",
    "edit_note",
    "edit_notes",
    "give_new_place",
    "give_new_speaker",
    "give_new_speaker_to",
    "give_new_tag",
    "set_terms",
    "together",
]
