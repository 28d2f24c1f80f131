"""A field of several lines. What waits in it to be committed is kept through every refresh of the row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.history_keys import belongs_to_library
from facilitator.kit.pasting import pasted_text


class TextField(QPlainTextEdit):
    """Several lines of plain text. Tab leaves it, as in every other field."""

    committed = Signal(object)
    typed = Signal(str)
    refused = Signal(object)

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = self._before = ""
        self._kept = False
        self.setTabChangesFocus(True)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)

    def sizeHint(self) -> QSize:
        """As high as its lines, so that larger text gets more room."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    @property
    def is_dirty(self) -> bool:
        """Whether it holds something typed that was not committed."""
        return self.toPlainText() != self._shown

    def show_value(self, value: Any) -> None:
        """Show a text, unless something typed waits to be committed."""
        shown = str(value or "")
        if self.is_dirty and self.toPlainText() != shown and (self.hasFocus() or self._kept):
            return
        self._shown, self._kept = shown, False
        self._set(self._shown)

    def show_draft(self, text: str) -> None:
        """Show text that was typed before and not committed."""
        self._set(text)

    def commit(self) -> None:
        """Commit what was typed, if it differs from what was shown."""
        if self.is_dirty and not self.isReadOnly():
            self._before, self._shown, self._kept = self._shown, self.toPlainText(), False
            self.document().clearUndoRedoStacks()  # what was committed is the library's to undo
            self.committed.emit(self._shown)

    def keep_typed(self) -> None:
        """What was committed last could not be saved: hold it as typed, through every refresh."""
        self._shown, self._kept = self._before, True

    def forget_typed(self) -> None:
        """Another row is to be shown: what was typed and not committed belongs to the one before."""
        self._shown, self._kept = self.toPlainText(), False

    def event(self, event: QEvent) -> bool:
        if belongs_to_library(event, self.is_dirty):
            event.ignore()
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop: the plain text alone."""
        try:
            already = self.document().characterCount() - 1 - len(self.textCursor().selectedText())
            text = pasted_text(source, already)
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        self.insertPlainText(text)
        self.ensureCursorVisible()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _set(self, text: str) -> None:
        if self.toPlainText() != text:
            with QSignalBlocker(self):
                self.setPlainText(text)

    def _on_text_changed(self) -> None:
        self.typed.emit(self.toPlainText())
