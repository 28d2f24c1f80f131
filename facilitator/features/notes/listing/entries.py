"""The rows of a list of notes: entries in their order, which Qt counts by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt

from facilitator.features.notes.listing.orders import Entry

Index = QModelIndex | QPersistentModelIndex
_NOTE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class EntryModel(QStringListModel):
    """Rows are added, moved and removed one by one, so that selection and scroll stay. Headings are rows, too, which
    can't be selected.

    The rows that Qt's own model holds are empty: they are there to be counted. A list view asks for each of its rows
    whenever one comes, and would ask Python twenty thousand times where there are ten thousand notes.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []
        self._step: Callable[[], object] = self.entries.clear
        """What the change of Qt's rows that is under way means for the entries."""
        for done in (self.rowsInserted, self.rowsRemoved, self.rowsMoved, self.modelReset):
            done.connect(self._on_done)  # before anybody else is told, who may read

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.entries[index.row()].is_note:
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass it
        return _NOTE

    def row_of_entry(self, entry: Entry) -> int:
        """Where an entry stands, or would stand."""
        return bisect_left(self.entries, entry)

    def arrange(self, entries: Iterable[Entry]) -> None:
        """Have these entries instead of all others."""
        ordered = sorted(entries)
        self._step = partial(self.entries.__setitem__, slice(None), ordered)
        self.setStringList([""] * len(ordered))

    def insert(self, entry: Entry) -> None:
        """Add an entry at its place."""
        row = self.row_of_entry(entry)
        self._step = partial(self.entries.insert, row, entry)
        self.insertRow(row)

    def take_out(self, entry: Entry) -> None:
        """Remove an entry."""
        row = self.row_of_entry(entry)
        self._step = partial(self.entries.pop, row)
        self.removeRow(row)

    def move(self, before: Entry, entry: Entry) -> None:
        """Have an entry be another, which goes to its place and stays selected."""
        source, target = self.row_of_entry(before), self.row_of_entry(entry)
        if target in (source, source + 1):
            self.entries[source] = entry
            self.tell_changed(source, source)
            return
        self._step = partial(self._shift, source, target - (target > source), entry)
        self.moveRow(QModelIndex(), source, QModelIndex(), target)

    def tell_changed(self, first: int, last: int) -> None:
        """Rows show something else than before."""
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _shift(self, source: int, target: int, entry: Entry) -> None:
        del self.entries[source]
        self.entries.insert(target, entry)

    def _on_done(self, *_where: object) -> None:
        self._step()
