"""Notes in a list view: all places are known, and only the lines that are looked at are read."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from facilitator.features.notes.listing.orders import Entry, Heading, Order
from facilitator.features.notes.listing.reading import Reader, ReadLines
from facilitator.features.notes.rows import NoteLine, NotePlace
from facilitator.features.notes.wording import spoken_line
from facilitator.kit.rowmodel import ROW_ROLE

HIGHLIGHT_ROLE = Qt.ItemDataRole.UserRole + 2
"""A ``Highlight``, or None."""
HEADING_ROLE = Qt.ItemDataRole.UserRole + 3
"""A ``Heading``, or None."""
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_AT_ONCE = 60

Index = QModelIndex | QPersistentModelIndex


_NOTE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class NoteListModel(QStringListModel):
    """Rows are added, moved and removed one by one, so that selection and scroll stay. Headings are rows, too, which
    can't be selected.

    The rows that Qt's own model holds are empty: they are there to be counted. A list view asks for each of its rows
    whenever one comes, and would ask Python twenty thousand times where there are ten thousand notes.
    """

    def __init__(self, read: Reader, parent: QObject | None = None, order: Order | None = None) -> None:
        super().__init__(parent)
        self.order = order or Order()
        self._entries: list[Entry] = []
        self._places: dict[str, NotePlace] = {}
        self._counts: Counter[str] = Counter()
        self._has_headings = False
        self.lines = ReadLines(read)
        self._highlights: dict[str, Any] = {}

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and not self._entries[index.row()].is_note:
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass it
        return _NOTE if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == HIGHLIGHT_ROLE:
            return self._highlights.get(entry.id)
        if role == HEADING_ROLE:
            return None if entry.is_note else self._heading(entry)
        if role != ROW_ROLE and role not in _WORDS:
            return None
        line = self.line(index.row())
        return line if role == ROW_ROLE else self._words(index.row(), line)

    def line(self, row: int) -> NoteLine | None:
        """The note of a row, read with its neighbours when it was not looked at before; None of a heading."""
        entry = self._entries[row]
        if entry.is_note and entry.id not in self.lines:
            first = max(0, row - _AT_ONCE // 3)
            self.lines.read([near.id for near in self._entries[first : first + _AT_ONCE] if near.is_note])
        return self.lines.get(entry.id)

    def row_of(self, row_id: str) -> int:
        """The row of a note; -1 when it is not shown."""
        place = self._places.get(row_id)
        return -1 if place is None else bisect_left(self._entries, self.order.entry(place))

    def ids(self) -> list[str]:
        """The ids of all notes shown, in order."""
        return [entry.id for entry in self._entries if entry.is_note]

    def places(self) -> Sequence[NotePlace]:
        """Where all notes stand."""
        return list(self._places.values())

    @property
    def count(self) -> int:
        """How many notes there are."""
        return len(self._places)

    def latest(self) -> str:
        """The id of the note that was begun last; empty when there is none."""
        return max(self._places.values())[2] if self._places else ""

    def set_places(self, places: Sequence[NotePlace], highlights: dict[str, Any] | None = None) -> None:
        """Show these notes instead of all others."""
        self.lines.clear()
        self._highlights = highlights or {}
        self._arrange({place.id: place for place in places})

    def set_order(self, order: Order) -> None:
        """Show the same notes in another order, unless it changes nothing but what is not shown."""
        before, self.order = self.order, order
        if before.by is order.by and all(
            before.entry(one) == order.entry(one) for one in self._places.values()
        ):
            self._tell_changed(0, len(self._entries) - 1)
        else:
            self._arrange(self._places)

    def refresh(self, ids: Iterable[str], places: Iterable[NotePlace]) -> None:
        """The notes of ``ids`` changed and now stand at ``places``; those that have none there are gone."""
        now = {place.id: place for place in places}
        for row_id in ids:
            self.lines.pop(row_id, None)
            old, new = self._places.get(row_id), now.get(row_id)
            if new is not None:
                self._put(old, new)
            elif old is not None:
                self._remove(old)
        if self.order.has_headings(len(self._counts)) != self._has_headings:
            self._arrange(self._places)

    def refresh_lines(self) -> None:
        """Something else changed that lines show, such as a speaker's name: read again what is in sight."""
        self.lines.clear()
        self._tell_changed(0, len(self._entries) - 1)

    def _heading(self, entry: Entry) -> Heading:
        return Heading(self.order.title(entry.group), self._counts[entry.group])

    def _words(self, row: int, line: NoteLine | None) -> str:
        """What is read out; with the first note of a group its heading, as the arrow keys pass that."""
        before = self._entries[row - 1] if row else None
        if line is None or before is None or before.is_note:
            return spoken_line(line) if line else self._heading(self._entries[row]).words
        return ". ".join((self._heading(before).words, spoken_line(line)))

    def _arrange(self, places: dict[str, NotePlace]) -> None:
        self._places = places
        entries = [self.order.entry(place) for place in places.values()]
        self._counts = Counter(entry.group for entry in entries)
        self._has_headings = self.order.has_headings(len(self._counts))
        if self._has_headings:
            entries += {self.order.heading(entry) for entry in entries}
        self._entries = sorted(entries)
        self.setStringList([""] * len(entries))

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _put(self, old: NotePlace | None, new: NotePlace) -> None:
        entry = self.order.entry(new)
        before = self.order.entry(old) if old is not None else None
        self._places[new.id] = new
        if before == entry:
            row = bisect_left(self._entries, entry)
            self._tell_changed(row, row)
            return
        self._count(entry, 1)
        if before is None:
            self._insert(entry)
        else:
            self._move(before, entry)
            self._count(before, -1)

    def _remove(self, place: NotePlace) -> None:
        entry = self.order.entry(place)
        del self._places[place.id]
        self._take_out(entry)
        self._count(entry, -1)

    def _count(self, entry: Entry, more: int) -> None:
        """Keep the heading of a note's group in step: it comes before the first note, and goes after the last."""
        heading = self.order.heading(entry)
        was_there = entry.group in self._counts
        self._counts[entry.group] += more
        if not self._counts[entry.group]:
            del self._counts[entry.group]
            if self._has_headings:
                self._take_out(heading)
        elif self._has_headings and not was_there:
            self._insert(heading)
        elif self._has_headings:
            row = bisect_left(self._entries, heading)
            self._tell_changed(row, row)

    def _insert(self, entry: Entry) -> None:
        row = bisect_left(self._entries, entry)
        self._entries.insert(row, entry)
        self.insertRow(row)

    def _take_out(self, entry: Entry) -> None:
        row = bisect_left(self._entries, entry)
        del self._entries[row]
        self.removeRow(row)

    def _move(self, before: Entry, entry: Entry) -> None:
        """Move a note, which stays selected."""
        source, target = bisect_left(self._entries, before), bisect_left(self._entries, entry)
        if target in (source, source + 1):
            self._entries[source] = entry
            self._tell_changed(source, source)
            return
        del self._entries[source]
        self._entries.insert(target - (target > source), entry)
        self.moveRow(QModelIndex(), source, QModelIndex(), target)
