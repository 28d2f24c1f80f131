"""The list of notes, driven by the keyboard: Enter opens, Delete deletes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.features.notes.listing.delegate import NoteDelegate
from facilitator.features.notes.listing.model import NoteListModel
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.rowmodel import ROW_ROLE


class NoteListView(QListView):
    """Shows a ``NoteListModel``. ``current_changed`` gives the note with the focus, or None."""

    opened = Signal(object)
    deletion_requested = Signal(list)
    current_changed = Signal(object)
    left_at_end = Signal()
    """Down was pressed on the last note."""

    def __init__(self, model: NoteListModel, delegate: NoteDelegate, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.notes = model
        self._delegate = delegate  # the view does not keep it
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))

    def selected_lines(self) -> list[NoteLine]:
        """The notes that are selected, from top to bottom."""
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [line for index in chosen if (line := index.data(ROW_ROLE)) is not None]

    def current_line(self) -> NoteLine | None:
        """The note with the focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def select(self, row_id: str) -> bool:
        """Select a note and scroll to it; False when it is not shown."""
        row = self.notes.row_of(row_id)
        if row < 0:
            return False
        index = self.notes.index(row)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would read every note."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_line()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.opened.emit(line)
        elif event.key() == Qt.Key.Key_Delete and self.selected_lines():
            self.deletion_requested.emit(self.selected_lines())
        elif event.key() == Qt.Key.Key_Down and self.currentIndex().row() == self.notes.rowCount() - 1:
            self.left_at_end.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.data(ROW_ROLE) if QModelIndex(current).isValid() else None)
