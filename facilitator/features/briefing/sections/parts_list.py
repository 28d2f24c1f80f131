"""The list of parts itself: keys, and what is dropped on a part."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from facilitator.features.briefing.dragging import carries_ours
from facilitator.translation import tr


class PartsList(QListWidget):
    """``takes`` tells by its number whether a part can hold paragraphs; a frame shows where a drag would land."""

    entered_by_key = Signal()
    dropped_on = Signal(QMimeData, int)

    def __init__(self, takes: Callable[[int], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._takes, self._aim = takes, -1
        self.setAccessibleName(tr("Parts of the paper"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)  # a part is dropped on as a whole: a frame of our own
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.itemDoubleClicked.connect(lambda _: self.entered_by_key.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carries_ours(event.mimeData()):
            self.setState(QAbstractItemView.State.DraggingState)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        number = self.indexAt(event.position().toPoint()).row()
        self._show_aim(number if carries_ours(event.mimeData()) and self._takes(number) else -1)
        if self._aim >= 0:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        number = self.indexAt(event.position().toPoint()).row()
        self.dragLeaveEvent(QDragLeaveEvent())  # ends the scrolling, and what is shown of the aim
        if carries_ours(event.mimeData()) and self._takes(number):
            event.acceptProposedAction()
            self.dropped_on.emit(event.mimeData(), number)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._aim >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 3))
            painter.drawRect(self.visualItemRect(self.item(self._aim)).adjusted(1, 1, -2, -2))
            painter.end()

    def _show_aim(self, number: int) -> None:
        if number != self._aim:
            self._aim = number
            self.viewport().update()
