"""Editing the cells of the agenda in place, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from facilitator.features.agenda.listing.cells import Cell, LineCell
from facilitator.features.agenda.listing.columns import Col, make_columns
from facilitator.features.agenda.listing.delegate import AgendaDelegate
from facilitator.features.agenda.listing.model import AgendaModel
from facilitator.kit.library import Library
from facilitator.kit.texttable import TextTable
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import tr

_Action = QAbstractItemView.CursorAction
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_Trigger = QAbstractItemView.EditTrigger


class EditedTable(TextTable):
    """The part of the agenda's table that opens cells and keeps what is typed in them. ``commit`` runs the command for
    a new value, and tells whether it was kept."""

    def __init__(
        self,
        library: Library,
        segments: dict[str, str],
        commit: Callable[[AgendaItemRow, Col, Any], bool],
        parent: QWidget | None = None,
    ) -> None:
        columns = make_columns(segments)
        super().__init__(columns, tr("Agenda"), parent)
        self.lines = AgendaModel(columns, editable=not library.read_only, parent=self)
        self.setModel(self.lines)
        self.delegate = AgendaDelegate(library, commit, self)
        self.delegate.began.connect(self._on_cell_opened)
        self.setItemDelegate(self.delegate)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.AnyKeyPressed)
        self._cell: Cell | None = None
        library.closing.connect(self._on_closing)

    def edit_cell(self, item_id: str, column: Col) -> bool:
        """Open a cell for typing; False where it can't be."""
        index = self.lines.index(self.lines.row_of(item_id), column)
        if not index.isValid() or not self.settle():
            return False
        self.selectionModel().setCurrentIndex(index, _ROWS)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit(index)
        return self._cell is not None

    def open_cell(self) -> Cell | None:
        """What a cell is being edited with."""
        return self._cell

    def settle(self) -> bool:
        """Commit and close the cell that is open. False where what is typed in it can't be read: it then has the
        focus, and stays."""
        cell = self._cell
        if cell is None:
            return True
        if not self.delegate.finish(cell):
            cell.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.closeEditor(cell, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """A cell whose text can't be read stays open, whatever else is selected."""
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        if isinstance(editor, LineCell) and editor.is_dirty and not given_up:
            return
        self._cell = None
        super().closeEditor(editor, hint)

    def moveCursor(self, action: Any, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action in (_Action.MoveNext, _Action.MovePrevious):
            return self._editable_beside(1 if action == _Action.MoveNext else -1)
        return super().moveCursor(action, modifiers)

    def _editable_beside(self, step: int) -> QModelIndex:
        """The cell that can be edited next, line by line; an invalid index behind the last one."""
        current, columns = self.currentIndex(), self.lines.columnCount()
        place = current.row() * columns + current.column() + step
        while 0 <= place < self.lines.rowCount() * columns:
            index = self.lines.index(place // columns, place % columns)
            if self.lines.flags(index) & Qt.ItemFlag.ItemIsEditable and not self.isColumnHidden(
                index.column()
            ):
                return index
            place += step
        return QModelIndex()

    def let_go_of_lost_cell(self) -> None:
        """The item that was being edited is gone; what was typed is kept, should it come back."""
        cell = self._cell
        if cell is not None and self.lines.row_of(cell.item_id) < 0:
            self._cell = None
            if isinstance(cell, LineCell):
                cell.save_draft()
            self.delegate.settled.emit()

    def _on_cell_opened(self, cell: Cell) -> None:
        self._cell = cell
        cell.destroyed.connect(lambda: self._on_cell_gone(cell))

    def _on_cell_gone(self, cell: object) -> None:
        if self._cell is cell:
            self._cell = None

    def _on_closing(self) -> None:
        if (
            self._cell is not None
            and not self.delegate.finish(self._cell)
            and isinstance(self._cell, LineCell)
        ):
            self._cell.save_draft()
