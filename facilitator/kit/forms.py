"""Forms: typing is saving. What is typed is durable within a second, and one labelled change when a field is left."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.fields import CheckField, Field, LineField, TextField
from facilitator.kit.library import Library
from facilitator.translation import tr

DRAFT_DELAY_MS = 500
"""A pause in typing after which the draft is written; while typing goes on it is written every other pause."""


class Form(QWidget):
    """Fields of one row at a time. ``edited`` gives the column and its new value; the feature runs the command.

    ``kind`` names the drafts, such as ``"person"``.
    """

    edited = Signal(str, object)

    def __init__(self, library: Library, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._kind = kind
        self._row_id = ""
        self._fields: dict[str, Field] = {}
        self._pending: dict[str, str] = {}
        self._drafted: set[str] = set()
        self._timer = QTimer(self, interval=DRAFT_DELAY_MS, singleShot=True)
        self._timer.timeout.connect(self._save_drafts)
        library.closing.connect(self._on_closing)
        self._refusal = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._refusal.hide()
        self._refusal.setObjectName("refusal")
        self._layout = QFormLayout()
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._layout.addRow(self._refusal)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._outer = QVBoxLayout(self)
        self._outer.addLayout(self._layout)
        self._outer.addStretch(1)

    @property
    def row_id(self) -> str:
        """The row that is shown."""
        return self._row_id

    def add(self, name: str, label: str, field: Field) -> None:
        """Add a field for a column, with a label that is marked for translation."""
        caption = QLabel(tr(label), self)
        caption.setObjectName("caption")
        caption.setBuddy(field)
        # What a control shows must be part of its name, for those who speak to the computer.
        field.setAccessibleName(field.text() if isinstance(field, CheckField) and field.text() else tr(label))
        field.setObjectName(name)
        self._layout.addRow(caption, field)
        self._fields[name] = field
        field.committed.connect(lambda value, name=name: self._on_committed(name, value))
        if isinstance(field, LineField | TextField):
            field.typed.connect(lambda text, name=name: self._on_typed(name, text))
        if isinstance(field, LineField | TextField):
            field.refused.connect(self._on_refused)
        if self._library.read_only:
            field.setEnabled(False)

    def add_heading(self, text: str) -> QLabel:
        """Add a heading above the fields that follow; marked for translation."""
        heading = QLabel(tr(text), self)
        heading.setObjectName("formHeading")
        self._layout.addRow(heading)
        return heading

    def add_widget(self, widget: QWidget) -> None:
        """Add something that spans the form and is no field, such as an explanation or a list."""
        self._layout.addRow(widget)

    def set_inset(self, pixels: int) -> None:
        """Leave so much room around the fields: none where the form stands within a panel that has its own."""
        self._outer.setContentsMargins(pixels, pixels, pixels, pixels)

    def set_shown(self, name: str, shown: bool) -> None:
        """Show a column's field, or hide it with its label."""
        self._layout.setRowVisible(self._fields[name], shown)

    def field(self, name: str) -> Field:
        """The field of a column."""
        return self._fields[name]

    def refusal_text(self) -> str:
        """What the form says of a text that it could not read; empty when there is none."""
        return "" if self._refusal.isHidden() else self._refusal.text()

    def show_row(self, row_id: str, values: Mapping[str, Any]) -> None:
        """Show a row. Typed text that never became a change, because the program was killed, is put back and kept."""
        changed_row = row_id != self._row_id
        if changed_row:
            self._leave_row()
            self._row_id = row_id
        for name, field in self._fields.items():
            if name in values:
                field.show_value(values[name])
        if changed_row:
            self._refusal.hide()
            self._restore_drafts()

    def commit(self) -> None:
        """Commit what is being typed, as when the field is left."""
        for field in self._fields.values():
            if isinstance(field, LineField | TextField):
                field.commit()

    def _restore_drafts(self) -> None:
        prefix = self._draft_key("")
        self._drafted = set()
        for key, text in self._library.store.drafts(prefix).items():
            field = self._fields.get(key.removeprefix(prefix))
            if isinstance(field, LineField | TextField):
                field.show_draft(text)
                field.commit()
            if isinstance(field, LineField | TextField) and field.is_dirty:
                self._drafted.add(key.removeprefix(prefix))
            elif not self._library.read_only:
                self._library.save_draft(key, "")

    def _leave_row(self) -> None:
        """What was typed into the row before is committed; what could not be, stays in its draft."""
        self.commit()
        self._timer.stop()
        self._save_drafts()
        for field in self._fields.values():
            if isinstance(field, LineField | TextField):
                field.forget_typed()

    def _on_closing(self) -> None:
        if self._row_id:
            self.commit()
            self._save_drafts()
        self._timer.stop()

    def _draft_key(self, name: str) -> str:
        return f"{self._kind}:{self._row_id}:{name}"

    def _on_typed(self, name: str, text: str) -> None:
        self._pending[name] = text
        if not self._timer.isActive():
            self._timer.start()

    def _save_drafts(self) -> None:
        for name, text in tuple(self._pending.items()):
            self._drafted.add(name)
            self._pending.pop(name, None)  # what could not be saved is the library's to try again
            if not self._library.save_draft(self._draft_key(name), text):
                return

    def _on_committed(self, name: str, value: object) -> None:
        self._refusal.hide()
        failures, field = self._library.failures, self._fields[name]
        self.edited.emit(name, value)
        if self._library.failures != failures:
            if isinstance(field, LineField | TextField):
                field.keep_typed()
            return
        self._pending.pop(name, None)
        if name in self._drafted:
            self._drafted.discard(name)
            self._library.save_draft(self._draft_key(name), "")

    def _on_refused(self, refusal: Refused) -> None:
        self._refusal.setText(str(refusal))
        self._put_refusal_below(self.sender())
        self._refusal.show()

    def _put_refusal_below(self, field: object) -> None:
        """Say what is wrong where it is wrong, not where it may be out of sight."""
        self._layout.takeRow(self._refusal)
        row = next((row for row in range(self._layout.rowCount()) if self._field_at(row) is field), -1)
        self._layout.insertRow(row + 1, self._refusal)

    def _field_at(self, row: int) -> QWidget | None:
        item = self._layout.itemAt(row, QFormLayout.ItemRole.FieldRole)
        return item.widget() if item else None


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget in an area that scrolls when the window is small or the text large."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
