"""The mouse on the picture: clicks choose and open, drags move and lengthen, Ctrl and the wheel change the scale."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.gestures import Gesture, is_edge
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.look import Look
from facilitator.features.agenda.picture.shapes import Block
from facilitator.features.agenda.picture.walking import between, toggled

if TYPE_CHECKING:
    from facilitator.features.agenda.picture.canvas import PictureCanvas

_ZOOM = 1.15
"""By a step of the wheel."""
_BORDER = 24
"""Pixels at the edge of the view in which a drag scrolls it."""


class PictureMouse(QObject):
    """Watches the viewport of a canvas."""

    def __init__(self, canvas: PictureCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._gesture: Gesture | None = None
        self._anchor = ""
        self._narrows = ""
        """The item that alone is chosen when the button is let go without a drag."""
        canvas.viewport().setMouseTracking(True)
        canvas.viewport().installEventFilter(self)

    def cancel(self) -> bool:
        """Give up a drag; whether there was one."""
        there_was = self._gesture is not None
        self._gesture = None
        self._canvas.viewport().update()
        return there_was

    def paint(self, painter: QPainter, scene: Scene, look: Look) -> None:
        """Show what the drag would do."""
        if self._gesture is not None:
            self._gesture.paint(painter, scene, look)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self._canvas.scene is None:
            return False
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event, self._canvas.scene)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event, self._canvas.scene)
            return True
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._canvas.zoom(_ZOOM ** (event.angleDelta().y() / 120), event.position().y())
            event.accept()
            return True
        return False

    def _on_mouse(self, event: QMouseEvent, scene: Scene) -> bool:
        at = self._canvas.in_columns(event.position())
        kind = event.type()
        if kind == QEvent.Type.MouseMove:
            self._move(event, scene, at)
        elif event.button() != Qt.MouseButton.LeftButton:
            return False
        elif kind == QEvent.Type.MouseButtonPress:
            self._press(event, scene, at)
        elif kind == QEvent.Type.MouseButtonDblClick:
            if (block := self._block_at(scene, at)) is not None:
                self._canvas.opened.emit(block.item.id)
        elif kind == QEvent.Type.MouseButtonRelease:
            self._release()
        return True

    def _press(self, event: QMouseEvent, scene: Scene, at: QPointF | None) -> None:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        block = self._block_at(scene, at)
        if block is None or at is None:
            self._canvas.choose(())
            return
        item_id, chosen, modifiers = block.item.id, self._canvas.choice, event.modifiers()
        self._narrows = ""
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._anchor in scene.by_id:
            chosen = between(scene, self._anchor, item_id)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            chosen, self._anchor = toggled(chosen, item_id), item_id
        elif item_id in chosen and len(chosen) > 1:
            self._narrows = self._anchor = item_id
        else:
            chosen, self._anchor = (item_id,), item_id
        # First, for what is chosen may make others draw the plan anew.
        self._canvas.choose(chosen, item_id)
        if not self._canvas.read_only and item_id in chosen:
            edge = block if is_edge(block, at.y()) else None
            self._gesture = Gesture(at, (item_id,) if edge else chosen, edge)

    def _move(self, event: QMouseEvent, scene: Scene, at: QPointF | None) -> None:
        gesture = self._gesture
        if gesture is None:
            block = self._block_at(scene, at)
            on_edge = (
                block is not None and at is not None and is_edge(block, at.y()) and not self._canvas.read_only
            )
            self._canvas.viewport().setCursor(
                Qt.CursorShape.SizeVerCursor if on_edge else Qt.CursorShape.ArrowCursor
            )
            return
        self._scroll_at(event.position().y())
        at = self._canvas.in_columns(event.position(), clamped=True)
        assert at is not None
        far = (at - gesture.start).manhattanLength() >= QApplication.startDragDistance()
        if gesture.moving or far:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._gesture = gesture.moved(scene, at, fine=fine)
            self._canvas.viewport().update()

    def _release(self) -> None:
        gesture, self._gesture = self._gesture, None
        self._canvas.viewport().update()
        if gesture is None:
            return
        if not gesture.moving and self._narrows:
            self._canvas.choose((self._narrows,))
        elif gesture.edge is not None and gesture.minutes is not None:
            self._canvas.lengthened.emit(gesture.edge.item.id, gesture.minutes)
        elif gesture.target is not None:
            target = gesture.target
            self._canvas.placed.emit(list(gesture.ids), target.group_id, target.after, target.holder)

    def _scroll_at(self, y: float) -> None:
        bar, height = self._canvas.verticalScrollBar(), self._canvas.viewport().height()
        head = self._canvas.look.head
        if y < head + _BORDER:
            bar.setValue(bar.value() - bar.singleStep() // 2)
        elif y > height - _BORDER:
            bar.setValue(bar.value() + bar.singleStep() // 2)

    def _tell(self, event: QHelpEvent, scene: Scene) -> None:
        block = self._block_at(scene, self._canvas.in_columns(QPointF(event.pos())))
        if block is None or self._canvas.arranged is None:
            QToolTip.hideText()
            return
        text = words.tip(block.item, self._canvas.look.segments, self._canvas.arranged.clocks, scene.plan)
        shown = "<br>".join(escape(line) for line in text.split("\n"))
        QToolTip.showText(event.globalPos(), f"<div>{shown}</div>", self._canvas)

    def _block_at(self, scene: Scene, at: QPointF | None) -> Block | None:
        return None if at is None else scene.at(at.x(), at.y())
