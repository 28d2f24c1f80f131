"""What is pasted into the capture line or dropped on it: plain text, or pictures that go with the note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QWidget

from facilitator.domain import moments
from facilitator.domain.errors import Refused
from facilitator.features.notes.capture.draft import CaptureDraft
from facilitator.features.notes.capture.line import CaptureLine
from facilitator.features.notes.pictures.in_hand import PicturesInHand
from facilitator.features.notes.pictures.strip import PictureStrip, Shown
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.pasting import pasted_text
from facilitator.kit.picture_taking import has_pictures, is_for_window, pictures_of
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


class Pictured(QObject):
    """The line's ``Taker``. A note that has pictures may do without words."""

    def __init__(self, context: Context, session_id: str, line: CaptureLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._line, self._notices = line, context.notices
        self.pictures = PicturesInHand(context.library, session_id, self)
        self.strip = PictureStrip(parent)
        self.strip.removed.connect(self._on_removed)
        self.strip.opened.connect(self._on_opened)
        self.pictures.changed.connect(self.show)
        line.taker = self

    @property
    def holds(self) -> bool:
        """Whether a note without words is a note."""
        return bool(self.pictures.held())

    def can_take(self, mime: QMimeData) -> bool:
        """Whether it may have something to give."""
        return not is_for_window(mime) and (has_pictures(mime) or mime.hasText() or mime.hasHtml())

    def take(self, mime: QMimeData) -> None:
        """Put it in, or say why not."""
        if has_pictures(mime):
            found, refusal = pictures_of(mime)
            self.pictures.add(found)
            if refusal is not None:
                self._notices.refuse(refusal)
            return
        try:
            selected = len(self._line.textCursor().selectedText())
            text = pasted_text(mime, self._line.document().characterCount() - 1 - selected)
        except Refused as refusal:
            self._notices.refuse(refusal)
            return
        self._line.insertPlainText(text)
        self._line.ensureCursorVisible()

    def with_pictures(self, note: CaptureDraft | None) -> CaptureDraft | None:
        """The note as it is drafted."""
        return replace(note, pictures=self.pictures.ids()) if note else None

    def worded(self, note: CaptureDraft, zone: str) -> CaptureDraft:
        """The note as it is kept: one of pictures alone says that it is."""
        if note.text.strip() or not self.holds:
            return note
        time = moments.minute(note.began_at, zone)
        return replace(note, text=tr("Picture, {time}").format(time=time))

    def commands(self, note_id: str) -> Sequence[Command]:
        """What belongs to the note besides."""
        return self.pictures.commands(note_id)

    def show(self) -> None:
        """Show the pictures of the note, and say how many there are."""
        held = self.pictures.held()
        self.strip.show_pictures([Shown(one.id, one.picture.name, one.picture) for one in held])
        if held:
            words = ntr("The note has one picture.", "The note has {count} pictures.", len(held))
            announce(self._line, words.format(count=len(held)))
        self._line.settle()

    def _on_removed(self, picture_id: str) -> None:
        self.pictures.remove(picture_id)
        self._line.setFocus()

    def _on_opened(self, number: int) -> None:
        from facilitator.features.notes.pictures.viewer import PictureViewer

        shown = [Shown(one.id, one.picture.name, one.picture) for one in self.pictures.held()]
        PictureViewer(self._line, shown, number).exec()
