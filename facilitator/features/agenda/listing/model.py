"""The lines of an agenda as Qt's views take them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.lines import DayHeading, Line
from facilitator.kit.rowmodel import ROW_ROLE, Column, Index
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import tr

_FLAGS = Qt.ItemFlag
_HEADING = _FLAGS.ItemIsEnabled | _FLAGS.ItemIsSelectable
_ITEM = _HEADING | _FLAGS.ItemIsDragEnabled
_CELL = _ITEM | _FLAGS.ItemIsEditable
_LONG = 40
"""Characters from which on a text is shown in full by a tip."""


class AgendaModel(QAbstractTableModel):
    """Shows lines, touching only what differs; it never reads or writes the library."""

    def __init__(
        self, columns: Sequence[Column], *, editable: bool = True, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._editable = editable
        self._lines: list[Line] = []
        self._places: dict[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == ROW_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self.text(line, index.column())
            return text if len(text) > _LONG or index.column() in (Col.START, Col.SPEAKERS) else None
        return None

    def text(self, line: Line, column: int) -> str:
        """What a cell says; a heading says all in the first."""
        if isinstance(line, AgendaItemRow):
            return self._columns[column].text(line)
        return line.text if column == 0 else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(self._columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole and self._columns[section].numeric:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        line = self._lines[index.row()] if index.isValid() else None
        if isinstance(line, AgendaItemRow):
            return _CELL if self._editable and index.column() != Col.SPEAKERS else _ITEM
        return _FLAGS.NoItemFlags if line is None or isinstance(line, DayHeading) else _HEADING

    def lines(self) -> tuple[Line, ...]:
        """All lines, from top to bottom."""
        return tuple(self._lines)

    def items(self) -> list[AgendaItemRow]:
        """The items alone."""
        return [line for line in self._lines if isinstance(line, AgendaItemRow)]

    def line(self, row: int) -> Line | None:
        """The line of a row; None where there is none."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, line_id: str) -> int:
        """Where a line stands; -1 where it is not shown."""
        return self._places.get(line_id, -1)

    def show_lines(self, lines: Sequence[Line]) -> bool:
        """Show these lines instead; whether any was added, removed or moved."""
        moved = [line.id for line in lines] != [line.id for line in self._lines]
        if moved:
            self._match(lines)
        pairs = enumerate(zip(self._lines, lines, strict=True))
        self._announce([number for number, (old, new) in pairs if old is not new and old != new], lines)
        return moved

    def _announce(self, changed: list[int], lines: Sequence[Line]) -> None:
        for first, last in _runs(changed):
            self._lines[first : last + 1] = lines[first : last + 1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _match(self, lines: Sequence[Line]) -> None:
        """Remove, reorder and add lines, in that order, so that what is selected stays so."""
        wanted = {line.id for line in lines}
        gone = [number for number, line in enumerate(self._lines) if line.id not in wanted]
        for first, last in reversed(list(_runs(gone))):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._lines[first : last + 1]
            self.endRemoveRows()
        known = {line.id: line for line in self._lines}
        order = [known[line.id] for line in lines if line.id in known]
        if order != self._lines:
            self._reorder(order)
        added = [number for number, line in enumerate(lines) if line.id not in known]
        for first, last in _runs(added):
            self.beginInsertRows(QModelIndex(), first, last)
            self._lines[first:first] = lines[first : last + 1]
            self.endInsertRows()
        self._places = {line.id: number for number, line in enumerate(self._lines)}

    def _reorder(self, order: list[Line]) -> None:
        self.layoutAboutToBeChanged.emit()
        places = {line.id: number for number, line in enumerate(order)}
        held = self.persistentIndexList()
        moved = [self.index(places[self._lines[one.row()].id], one.column()) for one in held]
        self._lines = order
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each run of numbers that follow each other."""
    first = last = -2
    for number in numbers:
        if number != last + 1:
            if last >= 0:
                yield first, last
            first = number
        last = number
    if last >= 0:
        yield first, last
