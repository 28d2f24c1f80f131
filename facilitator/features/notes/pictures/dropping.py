"""Pictures that are dropped on a part of the stage, or pasted while it has the focus."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.kit.picture_taking import has_pictures, is_for_window

Take = Callable[[QMimeData, QPoint | None], bool]
"""Takes pictures that were dropped at a place of the part (None: pasted); False where there is no note for them."""


class PictureTarget(QObject):
    """Lets a widget take pictures beside all that it does else."""

    def __init__(self, target: QWidget, take: Take, keys_of: QWidget | None = None) -> None:
        """``keys_of``: the widget that has the keys, where it is not the one on which things are dropped."""
        super().__init__(target)
        self._target, self._take = target, take
        target.setAcceptDrops(True)
        target.installEventFilter(self)
        if keys_of is not None:
            keys_of.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and self._concerns(event.mimeData()):
            return self._on_dragged(event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_dragged(self, event: QDropEvent) -> bool:
        moving = isinstance(event, QDragMoveEvent)
        if moving or self._take(event.mimeData(), event.position().toPoint()):
            event.acceptProposedAction()
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste) or event.isAutoRepeat():
            return False
        mime = QApplication.clipboard().mimeData()
        return self._concerns(mime) and self._take(mime, None)

    def _concerns(self, mime: QMimeData) -> bool:
        return has_pictures(mime) and not is_for_window(mime)
