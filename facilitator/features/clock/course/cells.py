"""A table that is corrected in place: Enter opens a cell, Enter again takes what was typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from facilitator.domain.errors import Refused
from facilitator.kit.fields import ChoiceField, LineField
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import ROW_ROLE, Column, RowModel
from facilitator.storage.store import Command
from facilitator.translation import tr

Index = QModelIndex | QPersistentModelIndex
Making = Callable[[Any, int, str], Command | None]
"""What a text does to a row's column; None for nothing. Raises ``Refused``."""
Offering = Callable[[Any, int], Sequence[tuple[str, str]]]
"""The values that a row's column can have, with what they are called; none where it is typed."""
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_MOST_ROWS = 10
_EDGE_CHARACTERS = 5
"""What the frame of a field takes of its width, and the caret behind the text."""


class CorrectedCells(QStyledItemDelegate):
    """``texts`` are what columns show while they are edited."""

    refused = Signal(object)
    made = Signal(object)
    """A ``Command`` that does what was typed."""

    def __init__(
        self, make: Making, texts: dict[int, Callable[[Any], str]], offer: Offering, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._make, self._texts, self._offer = make, texts, offer

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row, column = index.data(ROW_ROLE), index.column()
        field: LineField | ChoiceField
        if choices := self._offer(row, column):
            field = ChoiceField(choices, parent)
            field.show_value(self._texts[column](row))
            field.committed.connect(lambda value: self._choose(field, row, column, value))
        else:
            field = LineField(lambda text: self._make(row, column, text), str, parent)
            field.show_value(self._texts[column](row))
            field.selectAll()
            field.committed.connect(self._take)
            field.refused.connect(self.refused)
        field.setAccessibleName(str(index.model().headerData(column, Qt.Orientation.Horizontal)))
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Wide enough for what stands in it, where the cell is narrower."""
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, LineField):
            metrics = editor.fontMetrics()
            wide = metrics.horizontalAdvance(editor.text()) + _EDGE_CHARACTERS * metrics.averageCharWidth()
            editor.resize(max(editor.width(), wide), editor.height())

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """It was given its value when it was made, and keeps what is typed through every refresh."""

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """What is typed becomes a command, not data of the model."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, LineField):
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(watched, event)
            if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
                if event.reason() not in _PASSING:
                    self._finish(watched)
                return False
        return super().eventFilter(watched, event)

    def _on_key(self, field: LineField, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            field.forget_typed()
            self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._finish(field)
        else:
            return False
        return True

    def _finish(self, field: LineField) -> None:
        """Take what was typed, and close; what can't be taken stays as it was typed."""
        field.commit()
        if not field.is_dirty:
            self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def _take(self, command: Command | None) -> None:
        if command is not None:
            self.made.emit(command)

    def _choose(self, field: QWidget, row: Any, column: int, value: str) -> None:
        try:
            self._take(self._make(row, column, value))
        except Refused as refusal:
            self.refused.emit(refusal)
        self.closeEditor.emit(field, QAbstractItemDelegate.EndEditHint.NoHint)


class _Rows(RowModel):
    """Rows of which some columns can be edited."""

    def __init__(self, columns: Sequence[Column], can: Callable[[Any, int], bool], parent: QObject) -> None:
        super().__init__(columns, parent)
        self._can = can

    def flags(self, index: Index) -> Qt.ItemFlag:
        can = index.isValid() and self._can(index.data(ROW_ROLE), index.column())
        return super().flags(index) | (Qt.ItemFlag.ItemIsEditable if can else Qt.ItemFlag.NoItemFlags)


class CorrectedTable(RowTable):
    """As high as it is long: the panel around it is scrolled. ``can`` says whether a row's column can be edited."""

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        cells: Callable[[QWidget], CorrectedCells],
        can: Callable[[Any, int], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(columns, name, parent)
        self._can = can
        self.setSortingEnabled(False)
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(tr("Enter corrects a time, Delete removes a row."))
        self.rows = _Rows(columns, can, self)
        self.filter.setSourceModel(self.rows)
        self.cells = cells(self)
        self.setItemDelegate(self.cells)
        self.opened.connect(lambda _row: self.correct())

    def correct(self) -> None:
        """Open the current cell, or the first of its row that can be edited."""
        index = self.currentIndex()
        row = index.data(ROW_ROLE)
        columns = [index.column(), *range(self.filter.columnCount())]
        column = next((one for one in columns if self._can(row, one)), None)
        if column is None:
            return
        there = index.siblingAtColumn(column)
        self.setCurrentIndex(there)
        self.edit(there)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, touching only what differs."""
        grows = len(rows) != self.rows.rowCount()
        self.rows.set_rows(rows)
        if grows:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = min(max(self.rows.rowCount(), 1), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        height += self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), height + rows * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
