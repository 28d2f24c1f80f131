"""The pictures of the note that is being typed: durable before it is entered, and kept with it in one step."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from facilitator.domain.identity import new_id
from facilitator.features.notes.commands.drafting import KeepDraft
from facilitator.kit.library import Library
from facilitator.kit.pictures import Picture
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.store import Command


@dataclass(frozen=True)
class HeldPicture:
    """A picture with the id that it will have as an attachment."""

    id: str
    picture: Picture


class PicturesInHand(QObject):
    """Each is a draft of its own until the note is kept."""

    changed = Signal()

    def __init__(self, library: Library, session_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._prefix = library, f"picture:{session_id}:"
        self._held: list[HeldPicture] = []

    def held(self) -> tuple[HeldPicture, ...]:
        """In their order."""
        return tuple(self._held)

    def ids(self) -> tuple[str, ...]:
        """What the draft of the note knows of them."""
        return tuple(one.id for one in self._held)

    def add(self, pictures: Sequence[Picture]) -> None:
        """Take them to the note."""
        for picture in pictures:
            one = HeldPicture(new_id(), picture)
            self._held.append(one)
            self._library.save_draft(self._prefix + one.id, _written(picture))
        if pictures:
            self.changed.emit()

    def remove(self, picture_id: str) -> None:
        """Take one off the note."""
        self._held = [one for one in self._held if one.id != picture_id]
        self._library.save_draft(self._prefix + picture_id, "")
        self.changed.emit()

    def commands(self, note_id: str) -> list[Command]:
        """What keeps them with the note, and ends their drafts in the same step."""
        made: list[Command] = []
        for one in self._held:
            taken = one.picture
            owner = Owner(note_id=note_id)
            made.append(AddAttachment(owner, taken.name, taken.media_type, taken.data, row_id=one.id))
            made.append(KeepDraft(self._prefix + one.id, ""))
        return made

    def kept(self) -> None:
        """The note was kept with them."""
        if self._held:
            self._held = []
            self.changed.emit()

    def restore(self, ids: Sequence[str] | None) -> None:
        """Go on with those that were there when the program ended, all where ``ids`` is None; other drafts of pictures
        are forgotten. Nothing is told."""
        drafts = self._library.store.drafts(self._prefix)
        known = {key.removeprefix(self._prefix): _read(text) for key, text in drafts.items()}
        wanted = known if ids is None else ids
        self._held = [HeldPicture(one, found) for one in wanted if (found := known.get(one)) is not None]
        for one in known.keys() - set(self.ids()):
            self._library.save_draft(self._prefix + one, "")


def _written(picture: Picture) -> str:
    data = base64.b64encode(picture.data).decode()
    return json.dumps({"name": picture.name, "media_type": picture.media_type, "data": data})


def _read(text: str) -> Picture | None:
    try:
        stored = json.loads(text)
        data = base64.b64decode(stored["data"], validate=True)
        return Picture(str(stored["name"]), str(stored["media_type"]), data)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
