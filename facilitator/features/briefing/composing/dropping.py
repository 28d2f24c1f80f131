"""Notes and paragraphs that are dropped into the text, with a line where they would land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from facilitator.features.briefing.composing.signs import gap_at, paint_gap
from facilitator.features.briefing.dragging import carries_ours

if TYPE_CHECKING:
    from facilitator.features.briefing.composing.editor import ProseEditor


class DropTarget(QObject):
    """Takes what is ours before the text sees it; words, files and pictures are the text's own to take."""

    def __init__(self, editor: ProseEditor) -> None:
        super().__init__(editor)
        self._editor, self._aim = editor, -1
        editor.viewport().installEventFilter(self)

    def paint(self) -> None:
        """Paint the line, while something is dragged here."""
        if self._aim >= 0:
            paint_gap(self._editor, self._aim)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._show(-1)
            return False
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return False
        if not carries_ours(event.mimeData()) or self._editor.isReadOnly():
            return False
        number = gap_at(self._editor, event.position().y())
        is_dropped = event.type() == QEvent.Type.Drop
        self._show(-1 if is_dropped else number)
        event.acceptProposedAction()
        if is_dropped:
            self._editor.rows_dropped.emit(event.mimeData(), number)
        return True

    def _show(self, number: int) -> None:
        if number != self._aim:
            self._aim = number
            self._editor.viewport().update()
