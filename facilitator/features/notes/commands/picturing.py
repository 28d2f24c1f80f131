"""Giving pictures to a note that is there already, saying what they show, and taking them away."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import DeleteRows, SetFields, Together
from facilitator.storage.records import AttachmentRecord
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


def add_pictures(note_id: str, pictures: Sequence[tuple[str, str, bytes]]) -> Command:
    """Keep pictures (name, media type, bytes) with a note, as one step."""
    made = [AddAttachment(Owner(note_id=note_id), name, kind, data) for name, kind, data in pictures]
    words = ntr("Add a picture to a note", "Add {count} pictures to a note", len(made))
    return Together(made, words.format(count=len(made)))


def describe_picture(picture_id: str, description: str) -> Command:
    """Say what a picture shows, for those who can't see it."""
    return SetFields(AttachmentRecord, picture_id, {"description": description}, tr("Describe a picture"))


def remove_picture(picture_id: str, name: str) -> Command:
    """Take a picture off its note."""
    return DeleteRows(AttachmentRecord, [picture_id], tr("Remove picture {name}").format(name=name))
