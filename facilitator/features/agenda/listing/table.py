"""The agenda as a table that is edited in place, by keys and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.features.agenda.listing.cells import ChoiceCell
from facilitator.features.agenda.listing.columns import Col, minutes
from facilitator.features.agenda.listing.dragged import DraggedRows
from facilitator.features.agenda.listing.edited import EditedTable
from facilitator.features.agenda.listing.lines import GroupHeading, Line
from facilitator.features.agenda.listing.painting import start_width
from facilitator.kit.library import Library
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.reading.plan_rows import AgendaItemRow, GroupRow

_Trigger = QAbstractItemView.EditTrigger
_Action = QAbstractItemView.CursorAction
_Select = QItemSelectionModel.SelectionFlag
_ROWS = _Select.ClearAndSelect | _Select.Rows
_MOST_OF_COLUMN = 0.4
"""Share of the table that a column takes at most which fits its texts."""


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
        return max(super().wanted_width(number), self._fitted.get(Col(number), 0))

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
        """Give starts and lengths as much room as the longest of them needs, as far as there is any."""
        metrics, rows = self.fontMetrics(), self.lines.items()
        told = {
            (row.pinned_start is not None, row.gap, row.overlap, row.late, row.night): row for row in rows
        }
        lengths = max((minutes(row) for row in rows), key=len, default="")
        needed = {
            Col.START: max((start_width(row, metrics) for row in told.values()), default=0),
            Col.MINUTES: metrics.horizontalAdvance(lengths) + 3 * metrics.averageCharWidth(),
        }
        most = int(self.viewport().width() * _MOST_OF_COLUMN)
        fitted = {column: min(width, most) for column, width in needed.items()}
        if fitted != self._fitted:
            self._fitted = fitted
            for column in fitted:
                self.setColumnWidth(column, self.wanted_width(column))
            self._stretch_columns()

    def _on_selection_changed(self) -> None:
        if not self._is_refreshing:
            self.chosen.emit()


def _rows_of(part: Any) -> range:
    return range(part.top(), part.bottom() + 1)
