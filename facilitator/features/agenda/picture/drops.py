"""What is dragged onto the picture from elsewhere: people onto items, and items of the list to their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QPainter

from facilitator.features.agenda.dragging import APPEARANCES, ITEMS, PEOPLE
from facilitator.features.agenda.picture.dropping import Target, target_at
from facilitator.features.agenda.picture.gestures import paint_target
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.look import Look
from facilitator.kit.dragging import dropped

if TYPE_CHECKING:
    from facilitator.features.agenda.picture.canvas import PictureCanvas


class PictureDrops(QObject):
    """Watches the viewport of a canvas. ``under`` is the id of the item that people would be dropped on."""

    def __init__(self, canvas: PictureCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._target: Target | None = None
        self.under = ""
        canvas.setAcceptDrops(True)
        canvas.viewport().installEventFilter(self)

    def paint(self, painter: QPainter, scene: Scene, look: Look) -> None:
        """Show where items would go."""
        if self._target is not None:
            paint_target(painter, scene, look, self._target)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind, scene = event.type(), self._canvas.scene
        if kind == QEvent.Type.DragLeave:
            self._forget()
            return True
        if not isinstance(event, QDropEvent) or scene is None or self._canvas.read_only:
            return False
        self._find(event, scene)
        takes = bool(self.under) or self._target is not None
        if kind == QEvent.Type.Drop and takes:
            self._take(event)
        # Also where nothing would happen here: a drag that is not taken up when it enters, is never told again.
        event.setAccepted(takes or kind == QEvent.Type.DragEnter)
        if kind == QEvent.Type.Drop:
            self._forget()
        return True

    def _find(self, event: QDropEvent | QDragMoveEvent, scene: Scene) -> None:
        self._target, self.under = None, ""
        at, data = self._canvas.in_columns(event.position()), event.mimeData()
        if at is not None and (data.hasFormat(PEOPLE) or data.hasFormat(APPEARANCES)):
            block = scene.at(at.x(), at.y())
            self.under = block.item.id if block else ""
        elif at is not None and (ids := dropped(ITEMS, data)):
            self._target = target_at(scene, ids, at.x(), at.y())
        self._canvas.viewport().update()

    def _take(self, event: QDropEvent) -> None:
        data, target, under = event.mimeData(), self._target, self.under
        event.acceptProposedAction()
        if under:
            self._canvas.people_dropped.emit(data, under)
        elif target is not None:
            self._canvas.placed.emit(dropped(ITEMS, data), target.group_id, target.after, target.holder)

    def _forget(self) -> None:
        self._target, self.under = None, ""
        self._canvas.viewport().update()
