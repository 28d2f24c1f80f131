"""The list of notes, driven by the keyboard: Enter opens, Delete deletes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from facilitator.features.notes.listing.delegate import NoteDelegate
from facilitator.features.notes.listing.model import HEADING_ROLE, NoteListModel
from facilitator.features.notes.listing.orders import Order
from facilitator.features.notes.rows import NoteLine, NotePlace
from facilitator.kit.rowmodel import ROW_ROLE

_Flag = QItemSelectionModel.SelectionFlag


class NoteListView(QListView):
    """Shows a ``NoteListModel``. ``current_changed`` gives the note with the focus, or None."""

    opened = Signal(object)
    deletion_requested = Signal(list)
    current_changed = Signal(object)
    left = Signal()
    """Escape was pressed, or Down on the last note."""
    signed = Signal(str)
    """A sign was typed that begins something while notes are taken, such as ``#``."""
    menu_requested = Signal(QPoint)
    """The menu of the notes that are selected, at a place of the screen."""

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
        self.doubleClicked.connect(self._on_double_clicked)

    def selected_ids(self) -> list[str]:
        """The ids of the notes that are selected, from top to bottom: none of them is read."""
        parts = self.selectionModel().selection().toList()
        return self.notes.ids(sorted(row for part in parts for row in range(part.top(), part.bottom() + 1)))

    def selected_lines(self) -> list[NoteLine]:
        """The notes that are selected, from top to bottom. Whoever needs no more than their ids reads none of them."""
        return self.notes.lines.of(self.selected_ids())

    def current_line(self) -> NoteLine | None:
        """The note with the focus."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def line_at(self, place: QPoint) -> NoteLine | None:
        """The note that is shown at a place of the list."""
        line = self.indexAt(place).data(ROW_ROLE)
        return line if isinstance(line, NoteLine) else None

    def select(self, row_id: str) -> bool:
        """Select a note and scroll to it; False when it is not shown."""
        row = self.notes.row_of(row_id)
        if row < 0:
            return False
        index = self.notes.index(row)
        self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def bring_into_sight(self, row_id: str) -> None:
        """Scroll to a note, and leave what is selected as it is."""
        row = self.notes.row_of(row_id)
        if row >= 0:
            self.scrollTo(self.notes.index(row), QAbstractItemView.ScrollHint.EnsureVisible)

    def set_order(self, order: Order) -> None:
        """Show the notes in another order; those that are selected stay selected and in sight."""
        with_focus, chosen = self._chosen()
        self.notes.set_order(order)
        self._choose(with_focus, chosen)

    def reload(self, places: Sequence[NotePlace]) -> None:
        """Show these notes instead; those that are still there stay selected."""
        with_focus, chosen = self._chosen()
        scrolled = self.verticalScrollBar().value()
        self.notes.set_places(places)
        self.verticalScrollBar().setValue(scrolled)
        self._choose(with_focus, chosen)

    def set_dense(self, dense: bool) -> None:
        """Show each note in one line, or in three."""
        current = self.currentIndex()
        at_end = self.verticalScrollBar().value() == self.verticalScrollBar().maximum()
        self._delegate.is_dense = dense
        self.scheduleDelayedItemsLayout()
        if current.isValid():
            self.scrollTo(current)
        elif at_end:
            self.scrollToBottom()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_current)  # the rows are laid out by then

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        if index.isValid() and index.data(HEADING_ROLE) is not None:  # Home comes to the first heading
            return self.notes.index(index.row() + 1)
        return index

    def keyboardSearch(self, _search: str) -> None:
        """Nothing: it would read every note."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.current_line()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and line is not None:
            self.opened.emit(line)
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.deletion_requested.emit(self.selected_lines())
        elif event.key() == Qt.Key.Key_Escape or (
            event.key() == Qt.Key.Key_Down and self.currentIndex().row() == self.notes.rowCount() - 1
        ):
            self.left.emit()
        elif event.text() and event.text() in "#@":
            self.signed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(place)

    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit(current.data(ROW_ROLE) if QModelIndex(current).isValid() else None)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        line = index.data(ROW_ROLE)
        if line is not None:
            self.opened.emit(line)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _chosen(self) -> tuple[str, list[str]]:
        current = self.current_line()
        return current.id if current else "", self.selected_ids()

    def _choose(self, with_focus: str, chosen: list[str]) -> None:
        selection = QItemSelection()
        for first, last in _runs(sorted(row for row in map(self.notes.row_of, chosen) if row >= 0)):
            selection.select(self.notes.index(first), self.notes.index(last))
        row = self.notes.row_of(with_focus)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.notes.index(row), _Flag.NoUpdate)
            self.scrollTo(self.notes.index(row))
        self.selectionModel().select(selection, _Flag.ClearAndSelect)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """The first and the last row of each unbroken run: thousands of notes are seldom more than a few."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        first = runs.pop()[0] if runs and runs[-1][1] == row - 1 else row
        runs.append((first, row))
    return runs
