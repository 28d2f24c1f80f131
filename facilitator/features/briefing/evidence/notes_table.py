"""The table of the session's notes: those that are selected can be dragged into the paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QWidget

from facilitator.features.briefing.dragging import NOTES
from facilitator.kit.dragging import dragged
from facilitator.kit.lists import RowTable
from facilitator.kit.rowmodel import Column


class NotesTable(RowTable):
    """Nothing is dropped here."""

    def __init__(self, columns: Sequence[Column], name: str, parent: QWidget) -> None:
        super().__init__(columns, name, parent)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def drag_data(self) -> QMimeData:
        """What a drag carries: the notes that are selected, from top to bottom."""
        return dragged(NOTES, [row.id for row in self.selected_rows()])

    def startDrag(self, _actions: Qt.DropAction) -> None:
        if self.selected_rows():
            drag = QDrag(self)
            drag.setMimeData(self.drag_data())
            drag.exec(Qt.DropAction.CopyAction)
