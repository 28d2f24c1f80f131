"""Notes in a list view: all places are known, and only the lines that are looked at are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from facilitator.features.notes.listing.entries import EntryModel
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


class NoteListModel(EntryModel):
    """Notes come and go one by one, each with the heading of its group in step."""

    def __init__(self, read: Reader, parent: QObject | None = None, order: Order | None = None) -> None:
        super().__init__(parent)
        self.order = order or Order()
        self._places: dict[str, NotePlace] = {}
        self._counts: Counter[str] = Counter()
        self._has_headings = False
        self.lines = ReadLines(read)
        self._highlights: dict[str, Any] = {}

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.entries):
            return None
        entry = self.entries[index.row()]
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
        entry = self.entries[row]
        if entry.is_note and entry.id not in self.lines:
            first = max(0, row - _AT_ONCE // 3)
            self.lines.read([near.id for near in self.entries[first : first + _AT_ONCE] if near.is_note])
        return self.lines.get(entry.id)

    def row_of(self, row_id: str) -> int:
        """The row of a note; -1 when it is not shown."""
        place = self._places.get(row_id)
        return -1 if place is None else self.row_of_entry(self.order.entry(place))

    def ids(self, rows: Iterable[int] | None = None) -> list[str]:
        """The ids of the notes in some rows, or of all, in order."""
        entries = self.entries if rows is None else [self.entries[row] for row in rows]
        return [entry.id for entry in entries if entry.is_note]

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
            self.tell_changed(0, len(self.entries) - 1)
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
        self.tell_changed(0, len(self.entries) - 1)

    def _heading(self, entry: Entry) -> Heading:
        return Heading(self.order.title(entry.group), self._counts[entry.group])

    def _words(self, row: int, line: NoteLine | None) -> str:
        """What is read out; with the first note of a group its heading, as the arrow keys pass that."""
        before = self.entries[row - 1] if row else None
        if line is None or before is None or before.is_note:
            return spoken_line(line) if line else self._heading(self.entries[row]).words
        return ". ".join((self._heading(before).words, spoken_line(line)))

    def _arrange(self, places: dict[str, NotePlace]) -> None:
        self._places = places
        entries = [self.order.entry(place) for place in places.values()]
        self._counts = Counter(entry.group for entry in entries)
        self._has_headings = self.order.has_headings(len(self._counts))
        if self._has_headings:
            entries += {self.order.heading(entry) for entry in entries}
        self.arrange(entries)

    def _put(self, old: NotePlace | None, new: NotePlace) -> None:
        entry = self.order.entry(new)
        before = self.order.entry(old) if old is not None else None
        self._places[new.id] = new
        if before == entry:
            row = self.row_of_entry(entry)
            self.tell_changed(row, row)
            return
        self._count(entry, 1)
        if before is None:
            self.insert(entry)
        else:
            self.move(before, entry)
            self._count(before, -1)

    def _remove(self, place: NotePlace) -> None:
        entry = self.order.entry(place)
        del self._places[place.id]
        self.take_out(entry)
        self._count(entry, -1)

    def _count(self, entry: Entry, more: int) -> None:
        """Keep the heading of a note's group in step: it comes before the first note, and goes after the last."""
        heading = self.order.heading(entry)
        was_there = entry.group in self._counts
        self._counts[entry.group] += more
        if not self._counts[entry.group]:
            del self._counts[entry.group]
            if self._has_headings:
                self.take_out(heading)
        elif self._has_headings and not was_there:
            self.insert(heading)
        elif self._has_headings:
            row = self.row_of_entry(heading)
            self.tell_changed(row, row)
