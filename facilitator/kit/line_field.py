"""A field of one line. What waits in it to be committed is kept through every refresh of the row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.history_keys import belongs_to_library
from facilitator.kit.pasting import pasted_text


class LineField(QLineEdit):
    """One line of text. ``parse`` turns the text into the value and raises ``Refused`` when it can't be read;
    then the text stays, ``refused`` says why, and nothing is committed."""

    committed = Signal(object)
    typed = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        parse: Callable[[str], Any] = str.strip,
        show: Callable[[Any], str] = lambda value: "" if value is None else str(value),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parse, self._show = parse, show
        self._shown = self._before = ""
        self._kept = False
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self.commit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText() or event.mimeData().hasHtml():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self._insert(event.mimeData())
        event.acceptProposedAction()

    def _insert(self, mime: QMimeData) -> None:
        try:
            text = pasted_text(mime, len(self.text()) - len(self.selectedText()))
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        self.insert(" ".join(text.split("\n")))
        self.typed.emit(self.text())

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two, also when the text is large: a form then puts the field below its label."""
        return QSize(self.fontMetrics().averageCharWidth() * 14, super().minimumSizeHint().height())

    @property
    def is_dirty(self) -> bool:
        """Whether it holds something typed that was not committed."""
        return self.text() != self._shown

    def show_value(self, value: Any) -> None:
        """Show a value, unless something typed waits to be committed."""
        shown = self._show(value)
        if self.is_dirty and self.text() != shown and (self.hasFocus() or self._kept):
            return
        self._shown, self._kept = shown, False
        if self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)

    def show_draft(self, text: str) -> None:
        """Show text that was typed before and not committed."""
        self.setText(text)

    def commit(self) -> None:
        """Commit what was typed, if it differs from what was shown."""
        if not self.is_dirty or self.isReadOnly():
            return
        try:
            value = self._parse(self.text())
        except Refused as refusal:
            self._kept = True
            self.refused.emit(refusal)
            return
        self._before, self._shown, self._kept = self._shown, self.text(), False
        self._begin_history()
        self.committed.emit(value)

    def _begin_history(self) -> None:
        """What was committed is the library's to undo; the field's own undo begins anew. Only setText forgets it."""
        position = self.cursorPosition()
        with QSignalBlocker(self):
            self.setText(self.text())
        self.setCursorPosition(position)

    def keep_typed(self) -> None:
        """What was committed last could not be saved: hold it as typed, through every refresh."""
        self._shown, self._kept = self._before, True

    def forget_typed(self) -> None:
        """Another row is to be shown: what was typed and not committed belongs to the one before."""
        self._shown, self._kept = self.text(), False

    def event(self, event: QEvent) -> bool:
        if belongs_to_library(event, self.is_dirty):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty:
            self._kept = False
            self.setText(self._shown)
            self.typed.emit("")
            return
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            self._insert(QApplication.clipboard().mimeData())
            return
        super().keyPressEvent(event)
