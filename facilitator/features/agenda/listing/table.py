"""The agenda as a table that is edited in place, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.features.agenda.listing.cells import ChoiceCell
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.dragged import DraggedRows
from facilitator.features.agenda.listing.edited import EditedTable
from facilitator.features.agenda.listing.fitting import fitted
from facilitator.features.agenda.listing.lines import GroupHeading, Line
from facilitator.kit.library import Library
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.reading.plan_rows import AgendaItemRow, GroupRow

_Select = QItemSelectionModel.SelectionFlag
_ROWS = _Select.ClearAndSelect | _Select.Rows


class AgendaTable(DraggedRows, EditedTable):
    """Rows are selected as a whole, cells edited one at a time. ``commit`` runs the command for a new value."""

    chosen = Signal()
    """Other lines are selected."""
    opened = Signal(object, int)
    """An ``AgendaItemRow`` or ``GroupHeading`` is to be edited beside the list, and the column that was meant."""
    deletion_requested = Signal()
    copied = Signal()
    pasted = Signal()
    menu_requested = Signal(object)
    """A context menu, at a point of the screen."""

    def __init__(
        self,
        library: Library,
        segments: dict[str, str],
        commit: Callable[[AgendaItemRow, Col, Any], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, segments, commit, parent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self._is_refreshing = False
        self._fitted: dict[Col, int] = {}
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        if not library.read_only:
            self.accept_rows()

    def show_lines(self, lines: Sequence[Line], groups: Sequence[GroupRow]) -> None:
        """Show these lines; what is selected, the current cell, what is being typed and the scroll stay."""
        self.delegate.groups = [(group.id, group.name) for group in groups]
        self._is_refreshing = True
        moved = self.lines.show_lines(lines)
        self._is_refreshing = False
        if moved:
            self._span_headings()
            self.let_go_of_lost_cell()
        self._fit_columns()
        self.chosen.emit()

    def selected_lines(self) -> list[Line]:
        """The lines that are selected, from top to bottom."""
        parts = self.selectionModel().selection()
        rows = sorted({row for n in range(parts.count()) for row in _rows_of(parts.at(n))})
        return [line for row in rows if (line := self.lines.line(row)) is not None]

    def selected_items(self) -> list[AgendaItemRow]:
        """The items that are selected, from top to bottom."""
        return [line for line in self.selected_lines() if isinstance(line, AgendaItemRow)]

    def current_line(self) -> Line | None:
        """The line with the focus."""
        return self.lines.line(self.currentIndex().row())

    def select(self, line_ids: Sequence[str]) -> bool:
        """Select lines, the first of them current and in sight; False when none of them is shown."""
        rows = sorted(row for one in line_ids if (row := self.lines.row_of(one)) >= 0)
        if not rows:
            return False
        column = max(0, self.currentIndex().column())
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.lines.index(row, 0), self.lines.index(row, self.lines.columnCount() - 1))
        model = self.selectionModel()
        model.setCurrentIndex(self.lines.index(rows[0], column), _Select.NoUpdate)
        model.select(chosen, _ROWS)
        self.scrollTo(self.lines.index(rows[-1], column))
        self.scrollTo(self.lines.index(rows[0], column))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line, plain = event.key(), self.current_line(), not event.modifiers()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self._open(line)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deletion_requested.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self._go_to_end(-1 if key == Qt.Key.Key_Home else 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif key == Qt.Key.Key_Space and plain and line is not None:
            self._open(line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.settle():
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        line = index.data(ROW_ROLE) if index.isValid() else None
        if isinstance(line, GroupHeading) or (line is not None and index.column() == Col.SPEAKERS):
            self.opened.emit(line, index.column())
            return
        super().mouseDoubleClickEvent(event)
        if isinstance(self._cell, ChoiceCell):
            self._cell.showPopup()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            point = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(point)

    def wanted_width(self, number: int) -> int:
        return self._fitted.get(Col(number), super().wanted_width(number))

    def resizeEvent(self, event: Any) -> None:
        self._fit_columns()
        super().resizeEvent(event)

    def _open(self, line: Line) -> None:
        if (
            isinstance(line, AgendaItemRow)
            and self.lines.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable
        ):
            self.edit(self.currentIndex())
        else:
            self.opened.emit(line, self.currentIndex().column())

    def _go_to_end(self, step: int) -> None:
        rows = range(self.lines.rowCount())
        for row in rows if step < 0 else reversed(rows):
            if isinstance(line := self.lines.line(row), AgendaItemRow):
                self.select([line.id])
                return

    def _span_headings(self) -> None:
        self.clearSpans()
        for row, line in enumerate(self.lines.lines()):
            if not isinstance(line, AgendaItemRow):
                self.setSpan(row, 0, 1, self.lines.columnCount())

    def _fit_columns(self) -> None:
        """Give each column the room that its texts need, as far as there is any; the least important give way."""
        found = fitted(
            self.lines.items(),
            dict(self.delegate.segments),
            bool(self.delegate.groups),
            self.fontMetrics(),
            self.viewport().width(),
        )
        if found == self._fitted or not self._can_leave(found):
            return
        self._fitted = found
        for column in Col:
            self.setColumnHidden(column, column != Col.TITLE and column not in found)
        for column, width in found.items():
            self.setColumnWidth(column, width)
        self._stretch_columns()

    def _can_leave(self, shown: Collection[Col]) -> bool:
        """Leave the current column where it is going to be hidden; False while one of its cells is open."""
        current = self.currentIndex()
        if not current.isValid() or current.column() in (Col.TITLE, *shown):
            return True
        if self.open_cell() is not None:
            return False
        title = self.lines.index(current.row(), Col.TITLE)
        self.selectionModel().setCurrentIndex(title, _Select.NoUpdate)
        return True

    def _on_selection_changed(self) -> None:
        if not self._is_refreshing:
            self.chosen.emit()


def _rows_of(part: Any) -> range:
    return range(part.top(), part.bottom() + 1)
