"""Notes in a list view: all places are known, and only the lines that are looked at are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.features.notes.rows import NoteLine, NotePlace
from facilitator.features.notes.wording import spoken_line
from facilitator.kit.rowmodel import ROW_ROLE

HIGHLIGHT_ROLE = Qt.ItemDataRole.UserRole + 2
"""A ``Highlight``, or None."""
_AT_ONCE = 60
_MOST_KEPT = 1500

Index = QModelIndex | QPersistentModelIndex
Reader = Callable[[Sequence[str]], Sequence[NoteLine]]


class NoteListModel(QAbstractListModel):
    """Rows are added, moved and removed one by one, so that selection and scroll stay."""

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.read = read
        self._places: list[NotePlace] = []
        self._place_of: dict[str, NotePlace] = {}
        self._lines: dict[str, NoteLine] = {}
        self._highlights: dict[str, Any] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._places):
            return None
        if role == HIGHLIGHT_ROLE:
            return self._highlights.get(self._places[index.row()].id)
        if role not in (ROW_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        if role == ROW_ROLE or line is None:
            return line
        return spoken_line(line)

    def line(self, row: int) -> NoteLine | None:
        """The note of a row, read with its neighbours when it was not looked at before."""
        row_id = self._places[row].id
        if row_id not in self._lines:
            first = max(0, row - _AT_ONCE // 3)
            wanted = [place.id for place in self._places[first : first + _AT_ONCE]]
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            for line in self.read([found for found in wanted if found not in self._lines]):
                self._lines[line.id] = line
        return self._lines.get(row_id)

    def row_of(self, row_id: str) -> int:
        """The row of a note; -1 when it is not shown."""
        place = self._place_of.get(row_id)
        return -1 if place is None else bisect_left(self._places, place)

    def ids(self) -> list[str]:
        """The ids of all notes shown, in order."""
        return [place.id for place in self._places]

    def set_places(self, places: Sequence[NotePlace], highlights: dict[str, Any] | None = None) -> None:
        """Show these notes instead of all others."""
        self.beginResetModel()
        self._places = list(places)
        self._place_of = {place.id: place for place in places}
        self._lines.clear()
        self._highlights = highlights or {}
        self.endResetModel()

    def refresh(self, ids: Iterable[str], places: Iterable[NotePlace]) -> None:
        """The notes of ``ids`` changed and now stand at ``places``; those that have none there are gone."""
        now = {place.id: place for place in places}
        for row_id in ids:
            self._lines.pop(row_id, None)
            old, new = self._place_of.get(row_id), now.get(row_id)
            if old is not None and old == new:
                self._tell_changed(bisect_left(self._places, old))
                continue
            if old is not None:
                self._remove(old)
            if new is not None:
                self._insert(new)

    def refresh_lines(self) -> None:
        """Something else changed that lines show, such as a speaker's name: read again what is in sight."""
        stale = list(self._lines)
        self._lines.clear()
        for row_id in stale:
            self._tell_changed(self.row_of(row_id))

    def _tell_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))

    def _remove(self, place: NotePlace) -> None:
        row = bisect_left(self._places, place)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._places[row]
        del self._place_of[place.id]
        self.endRemoveRows()

    def _insert(self, place: NotePlace) -> None:
        row = bisect_left(self._places, place)
        self.beginInsertRows(QModelIndex(), row, row)
        self._places.insert(row, place)
        self._place_of[place.id] = place
        self.endInsertRows()
