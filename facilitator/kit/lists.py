"""A list that a person searches, with one action when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from facilitator.kit.rowmodel import ROW_ROLE, Column, RowFilter, RowModel
from facilitator.kit.texttable import TextTable
from facilitator.translation import tr


class EmptyState(QWidget):
    """What stands where nothing is yet: one sentence of help and one action."""

    acted = Signal()

    def __init__(self, title: str, text: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for words, name in ((title, "emptyTitle"), (text, "emptyText")):
            label = QLabel(words, self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
            label.setObjectName(name)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self.button = QPushButton(action, self)
        self.button.setObjectName("primary")
        self.button.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self.button.clicked.connect(self.acted)
        self.button.setVisible(bool(action))
        layout.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)


class RowTable(TextTable):
    """A table of whole rows, driven by the keyboard: Enter opens, Delete deletes."""

    opened = Signal(object)
    deletion_requested = Signal(list)

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget | None = None) -> None:
        super().__init__(columns, name, parent)
        self.rows = RowModel(columns, self)
        self.filter = RowFilter(self)
        self.filter.setSourceModel(self.rows)
        self.setModel(self.filter)
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._on_activated)

    def selected_rows(self) -> list[Any]:
        """The rows that are selected, from top to bottom."""
        found = self.selectionModel().selectedRows()
        return [index.data(ROW_ROLE) for index in sorted(found, key=lambda index: index.row())]

    def current_row(self) -> Any | None:
        """The row with the focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def select(self, row_id: str) -> bool:
        """Select a row by its id and scroll to it; False when it is not shown."""
        number = self.rows.row_number(row_id)
        index = self.filter.mapFromSource(self.rows.index(number, 0)) if number >= 0 else QModelIndex()
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)
        return True

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row() is not None:
            self.opened.emit(self.current_row())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected_rows():
            self.deletion_requested.emit(self.selected_rows())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            # Qt goes to the first and last column, which says nothing where whole rows are chosen.
            row = 0 if event.key() == Qt.Key.Key_Home else self.filter.rowCount() - 1
            self.selectRow(row)
            self.scrollTo(self.filter.index(row, 0))
        else:
            super().keyPressEvent(event)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE))


class ListPanel(QWidget):
    """A search box, actions, a table, and the empty state in its place while there is nothing."""

    def __init__(self, table: RowTable, empty: EmptyState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table, self.empty = table, empty
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search this list"))
        self.search.setAccessibleName(tr("Search this list"))
        self.search.textChanged.connect(table.filter.set_query)
        self.count = QLabel(self)
        self.count.setObjectName("quiet")
        self._bar = QHBoxLayout()
        self._bar.addWidget(self.search, 1)
        self._bar.addWidget(self.count)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(table)
        self._stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.addLayout(self._bar)
        layout.addWidget(self._stack, 1)
        for change in (table.filter.rowsInserted, table.filter.rowsRemoved, table.filter.modelReset):
            change.connect(self._on_rows_changed)
        self._on_rows_changed()

    def focus_first(self) -> None:
        """Put the focus on the rows, or on the one action while there are none."""
        target = self.table if self.table.rows.rowCount() else self.empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if target is self.table and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.filter.index(0, 0))

    def add_action(self, button: QWidget) -> None:
        """Put a button beside the search box."""
        self._bar.addWidget(button)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows."""
        self.table.rows.set_rows(rows)
        self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        total, shown = self.table.rows.rowCount(), self.table.filter.rowCount()
        self._stack.setCurrentWidget(self.table if total else self.empty)
        self.search.setEnabled(bool(total))
        self.count.setText(
            str(total) if shown == total else tr("{shown} of {total}").format(shown=shown, total=total)
        )
