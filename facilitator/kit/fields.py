"""Controls that hold one value each. They tell what a person typed, and stay silent when the program sets them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from facilitator.domain.errors import Refused


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
        self._shown = ""
        self.textEdited.connect(self.typed)
        self.editingFinished.connect(self.commit)

    @property
    def is_dirty(self) -> bool:
        """Whether it holds something typed that was not committed."""
        return self.text() != self._shown

    def show_value(self, value: Any) -> None:
        """Show a value, unless something typed waits to be committed."""
        if self.hasFocus() and self.is_dirty:
            return
        self._shown = self._show(value)
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
            self.refused.emit(refusal)
            return
        self._shown = self.text()
        self.committed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_dirty:
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
        self._shown = ""
        self.setTabChangesFocus(True)
        self.setMinimumHeight(int(self.fontMetrics().lineSpacing() * lines + 16))
        self.textChanged.connect(self._on_text_changed)

    @property
    def is_dirty(self) -> bool:
        """Whether it holds something typed that was not committed."""
        return self.toPlainText() != self._shown

    def show_value(self, value: Any) -> None:
        """Show a text, unless something typed waits to be committed."""
        if self.hasFocus() and self.is_dirty:
            return
        self._shown = str(value or "")
        self._set(self._shown)

    def show_draft(self, text: str) -> None:
        """Show text that was typed before and not committed."""
        self._set(text)

    def commit(self) -> None:
        """Commit what was typed, if it differs from what was shown."""
        if self.is_dirty and not self.isReadOnly():
            self._shown = self.toPlainText()
            self.committed.emit(self._shown)

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


class ChoiceField(QComboBox):
    """One of several values, each with a translated label. The wheel scrolls the page, not the value."""

    committed = Signal(object)

    def __init__(self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)
        self.activated.connect(lambda number: self.committed.emit(self.itemData(number)))

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these values, keeping the one that is chosen."""
        value = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for data, label in choices:
                self.addItem(label, data)
        self.show_value(value)

    def show_value(self, value: Any) -> None:
        """Show a value; one that is not offered is added as it is."""
        number = self.findData(value)
        if number < 0 and value not in (None, ""):
            self.addItem(str(value), value)
            number = self.count() - 1
        with QSignalBlocker(self):
            self.setCurrentIndex(max(number, 0) if self.count() else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckField(QCheckBox):
    """Yes or no."""

    committed = Signal(object)

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self.committed)

    def show_value(self, value: Any) -> None:
        """Show a value."""
        with QSignalBlocker(self):
            self.setChecked(bool(value))


class ReferenceField(QComboBox):
    """One row of another table, found by typing part of its name.

    ``committed`` gives the row's id, or None when emptied; ``named`` gives a text that is no known row, so that the
    feature can add one.
    """

    committed = Signal(object)
    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self._shown: str | None = None
        self.activated.connect(lambda number: self._commit(self.itemData(number)))
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._on_editing_finished)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these rows as (id, name)."""
        with QSignalBlocker(self):
            self.clear()
            for row_id, name in choices:
                self.addItem(name, row_id)
        self.show_value(self._shown)

    def show_value(self, row_id: str | None) -> None:
        """Show a row, or none."""
        self._shown = row_id
        number = self.findData(row_id) if row_id else -1
        with QSignalBlocker(self):
            self.setCurrentIndex(number)
            if number < 0:
                self.setEditText("")

    def _on_editing_finished(self) -> None:
        text = self.currentText().strip()
        if not text:
            self._commit(None)
            return
        number = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if number >= 0:
            self._commit(self.itemData(number))
        elif text:
            self.named.emit(text)

    def _commit(self, row_id: str | None) -> None:
        if row_id != self._shown:
            self._shown = row_id
            self.committed.emit(row_id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


Field = LineField | TextField | ChoiceField | CheckField | ReferenceField
