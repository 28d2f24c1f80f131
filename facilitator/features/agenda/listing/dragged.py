"""Rows of the agenda that are dragged to another place, and people that are dropped on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from facilitator.features.agenda.dragging import ITEMS
from facilitator.features.agenda.dropping import carries_people
from facilitator.features.agenda.listing.places import Place, place_at
from facilitator.kit.dragging import dragged, dropped
from facilitator.reading.plan_rows import AgendaItemRow

if TYPE_CHECKING:
    from facilitator.features.agenda.listing.model import AgendaModel


class DraggedRows(QTableView):
    """The part of the agenda's table that takes drags. A line shows where rows will land; a frame, on whose item people
    will speak. Drags of anything else are refused."""

    placed = Signal(list, str, str, str)
    """Ids of items, the group, the item that they go behind, and the plenary's item, as ``PlaceItems`` takes them."""
    people_dropped = Signal(object, str)
    """The ``QMimeData`` of people or appearances, and the id of the item they were dropped on."""

    lines: AgendaModel
    settle: Callable[[], bool]
    selected_items: Callable[[], list[AgendaItemRow]]
    _place: Place | None = None
    _receiver: int = -1

    def accept_rows(self) -> None:
        """From now on rows can be dragged, and dropped here."""
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # it knows no groups: a line of our own
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        rows = self.selected_items()
        if rows and self.settle():
            drag = QDrag(self)
            drag.setMimeData(dragged(ITEMS, [row.id for row in rows]))
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._takes(event):
            self.setState(QAbstractItemView.State.DraggingState)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not self._takes(event):
            event.ignore()
            return
        super().dragMoveEvent(event)  # scrolls near the edges
        self._aim(event, event.position().toPoint())
        if self._place is None and self._receiver < 0:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_aim(None, -1)

    def dropEvent(self, event: QDropEvent) -> None:
        if not self._takes(event):
            event.ignore()
            return
        self._aim(event, event.position().toPoint())
        place, receiver = self._place, self.lines.line(self._receiver)
        self.dragLeaveEvent(QDragLeaveEvent())  # ends the scrolling, and what is shown of it
        event.acceptProposedAction()
        data = event.mimeData()
        if place is not None:
            self.placed.emit(dropped(ITEMS, data), place.group_id, place.after, place.holder)
        elif receiver is not None:
            self.people_dropped.emit(data, receiver.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._place is None and self._receiver < 0:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
        width = self.viewport().width()
        if self._place is not None:
            indent = self.fontMetrics().averageCharWidth() * (4 if self._place.group_id else 0) + 2
            height = max(2, self._top_of(self._place.row) - 1)
            painter.drawLine(indent, height, width, height)
            painter.drawEllipse(QPoint(indent + 1, height), 3, 3)
        else:
            top = self._top_of(self._receiver)
            painter.drawRect(1, top + 1, width - 3, self.rowHeight(self._receiver) - 3)
        painter.end()

    def _takes(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        ours = [one for one in dropped(ITEMS, data) if self.lines.row_of(one) >= 0]
        return bool(ours) or carries_people(data)

    def _aim(self, event: QDropEvent, at: QPoint) -> None:
        row = self.rowAt(at.y())
        if carries_people(event.mimeData()):
            self._show_aim(None, row if isinstance(self.lines.line(row), AgendaItemRow) else -1)
            return
        middle = self._top_of(row) + self.rowHeight(row) / 2
        self._show_aim(place_at(self.lines.lines(), row, below=at.y() > middle), -1)

    def _show_aim(self, place: Place | None, receiver: int) -> None:
        if (place, receiver) != (self._place, self._receiver):
            self._place, self._receiver = place, receiver
            self.viewport().update()

    def _top_of(self, row: int) -> int:
        if 0 <= row < self.lines.rowCount():
            return self.rowViewportPosition(row)
        last = self.lines.rowCount() - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) if last >= 0 else 0
