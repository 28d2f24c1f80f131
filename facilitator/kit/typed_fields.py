"""Fields that hold typed text. What waits in them to be committed is kept through every refresh of the row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.history_keys import belongs_to_library


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
        super().keyPressEvent(event)


class TextField(QPlainTextEdit):
    """Several lines of plain text. Tab leaves it, as in every other field."""

    committed = Signal(object)
    typed = Signal(str)

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
