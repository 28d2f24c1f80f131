"""Rows in a table: columns as data, and refresh by id that keeps selection and scroll."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from facilitator.domain.text import folded
from facilitator.translation import tr

ROW_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class Row(Protocol):
    """A frozen row with an id."""

    @property
    def id(self) -> str: ...


@dataclass(frozen=True)
class Column:
    """How a column reads a row. ``title`` is marked for translation; ``key`` sorts where text would sort wrong."""

    title: str
    text: Callable[[Any], str]
    key: Callable[[Any], Any] | None = None
    numeric: bool = False
    width: int = 12
    """Characters that it is first given room for; the column with ``stretch`` takes what is left."""
    stretch: bool = False
    tip: Callable[[Any], str] | None = None
    icon: Callable[[Any], Any] | None = None
    """A ``QIcon`` before the text, which says the same in words."""


class RowModel(QAbstractTableModel):
    """Shows rows; it never reads or writes the library."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[Any] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return column.tip(row)
        if role == Qt.ItemDataRole.DecorationRole and column.icon:
            return column.icon(row)
        if role == SORT_ROLE:
            return (column.key or column.text)(row)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self._columns[section].title)
        return None

    def rows(self) -> tuple[Any, ...]:
        """The rows shown, in the order of the library."""
        return tuple(self._rows)

    def row_number(self, row_id: str) -> int:
        """Where the row of an id stands; -1 when it is not shown."""
        return next((number for number, row in enumerate(self._rows) if row.id == row_id), -1)

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows instead, touching only what differs."""
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self._match_order(rows)
        last = self.columnCount() - 1
        for number, row in enumerate(rows):
            if self._rows[number] != row:
                self._rows[number] = row
                self.dataChanged.emit(self.index(number, 0), self.index(number, last))

    def _match_order(self, rows: Sequence[Any]) -> None:
        wanted = {row.id for row in rows}
        for number in range(len(self._rows) - 1, -1, -1):
            if self._rows[number].id not in wanted:
                self.beginRemoveRows(QModelIndex(), number, number)
                del self._rows[number]
                self.endRemoveRows()
        if not self._rows and rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows = list(rows)
            self.endInsertRows()
            return
        for number, row in enumerate(rows):
            if number < len(self._rows) and self._rows[number].id == row.id:
                continue
            old = self.row_number(row.id)
            if old < 0:
                self.beginInsertRows(QModelIndex(), number, number)
                self._rows.insert(number, row)
                self.endInsertRows()
            else:
                self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), number)
                self._rows.insert(number, self._rows.pop(old))
                self.endMoveRows()


class RowFilter(QSortFilterProxyModel):
    """Sorts rows and hides those without the words that were typed, accents ignored."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setSortLocaleAware(True)
        self._words: tuple[str, ...] = ()

    def set_query(self, query: str) -> None:
        """Show only rows whose texts hold each of the words."""
        self.beginFilterChange()
        self._words = tuple(folded(query).split())
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        if not self._words:
            return True
        model = self.sourceModel()
        texts = (
            str(model.index(source_row, column, source_parent).data() or "")
            for column in range(model.columnCount())
        )
        haystack = folded(" ".join(texts))
        return all(word in haystack for word in self._words)
