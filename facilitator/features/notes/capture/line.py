"""The line that notes are typed into: always ready, it grows with the text, and Enter keeps the note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from facilitator.kit.history_keys import belongs_to_library

_MOST_LINES = 7
_ROOMY_LINES = 24
"""Lines of text that the stage must be high for an empty line of two."""


class CaptureLine(QPlainTextEdit):
    """All that is typed is text: no sign means anything else. Shift+Enter begins a new line."""

    begun = Signal()
    """The first key of a note was pressed."""
    emptied = Signal()
    """What was begun was taken back."""
    entered = Signal()
    left_at_top = Signal()
    """Up was pressed in the empty line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_begun = False
        self._composing = False
        self._fewest_lines = 2
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def show_text(self, text: str) -> None:
        """Show a text that was begun before, or none; nothing is told."""
        with QSignalBlocker(self):
            self.setPlainText(text)
        self._is_begun = bool(text)
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.updateGeometry()

    def fit(self, room: int) -> None:
        """Take no more of the room (pixels of height of the whole stage) than is due."""
        self._fewest_lines = 2 if room > _ROOMY_LINES * self.fontMetrics().lineSpacing() else 1
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the text, within bounds."""
        lines = min(max(self._fewest_lines, round(self.document().size().height())), _MOST_LINES)
        frame = 2 * (self.frameWidth() + round(self.document().documentMargin())) + 8
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + frame)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if belongs_to_library(event, not self.document().isEmpty()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.insertPlainText("\n")
            elif not event.isAutoRepeat():
                self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Up and self.document().isEmpty():
            self.left_at_top.emit()
            return
        if event.text() and event.text().isprintable():
            self._begin()
        super().keyPressEvent(event)
        self._end_when_empty()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        if self._composing or event.commitString():
            self._begin()
        super().inputMethodEvent(event)
        self._end_when_empty()

    def _begin(self) -> None:
        if not self._is_begun and not self.isReadOnly():
            self._is_begun = True
            self.begun.emit()

    def _end_when_empty(self) -> None:
        if self._is_begun and self.document().isEmpty() and not self._composing:
            self._is_begun = False
            self.emptied.emit()

    def _on_text_changed(self) -> None:
        # Also by paste, drop, dictation and undo, which press no key.
        if not self.document().isEmpty():
            self._begin()
        elif not self._composing:
            self._end_when_empty()
