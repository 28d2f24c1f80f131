"""Write entries of the journal: run what changes rows, undo it and redo it, each in one durable transaction."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, journal, search
from facilitator.storage.clock import HybridClock
from facilitator.storage.journal import ChangeSet, Entry, EntryKind, EntryState, OpenEntry
from facilitator.storage.openfile import OpenFile
from facilitator.storage.refusals import damaged
from facilitator.translation import tr

_MOST_WAITING = 100
"""Changes of rows that may wait to be indexed for search, so that no search has much to do first."""


class _NothingChanged(Exception):
    """Ends the transaction of a command that changed nothing, so that there is nothing to undo."""


class JournalWriter:
    """Writes the journal of an open library, and keeps the search index from falling far behind it."""

    def __init__(self, file: OpenFile) -> None:
        self._file = file
        self._raw = file.raw
        self.last_stamp = journal.last_stamp(file.raw)
        """That of the latest entry that is durable."""
        self._clock = HybridClock(drafts.device_of(file.raw), self.last_stamp)
        self._waiting = search.waiting(file.raw)

    def change(
        self, label: str, author: str, apply: Callable[[sqlite3.Connection], None], *, for_good: bool = False
    ) -> ChangeSet:
        """Do something new, all of it or nothing; ``for_good`` so that no undo takes it back. What was undone can't be
        redone behind it."""

        def applied(opened: OpenEntry) -> None:
            apply(self._raw)
            if for_good:
                journal.set_state(self._raw, opened.seq, EntryState.KEPT)

        return self._entry(label, author, EntryKind.DO, applied)

    def undo(self, entry: Entry, author: str) -> ChangeSet:
        """Take back what an entry did."""
        return self._reversed(entry, author, EntryKind.UNDO, EntryState.UNDONE)

    def redo(self, entry: Entry, author: str) -> ChangeSet:
        """Do again what an entry did."""
        return self._reversed(entry, author, EntryKind.REDO, EntryState.DONE)

    def index_what_waits(self) -> None:
        """Bring the search index up to date; where there is no room for that, it stays as it is."""
        if self._waiting and not self._file.read_only:
            with contextlib.suppress(Refused), self._file.writing():
                search.update(self._raw)
                self._waiting = 0

    def _reversed(self, entry: Entry, author: str, kind: EntryKind, state: EntryState) -> ChangeSet:
        def apply(opened: OpenEntry) -> None:
            try:
                journal.reverse(self._raw, entry, opened)
            except (ValueError, RecursionError) as error:
                raise damaged(self._file.path, tr("the journal can't be read")) from error
            journal.set_state(self._raw, entry.seq, state)

        return self._entry(entry.label, author, kind, apply, entry.seq)

    def _entry(
        self,
        label: str,
        author: str,
        kind: EntryKind,
        apply: Callable[[OpenEntry], None],
        target: int | None = None,
    ) -> ChangeSet:
        try:
            with self._file.writing():
                stamp = self._clock.stamp()
                opened = journal.begin(self._raw, label, stamp, author, kind, target)
                apply(opened)
                changes = journal.changed_since(self._raw, opened.first_change, label)
                if not changes and kind is EntryKind.DO:
                    raise _NothingChanged
                if kind is EntryKind.DO:
                    journal.drop_redo(self._raw)
                waiting = self._waiting + sum(map(len, changes.tables.values()))
                if waiting > _MOST_WAITING:
                    search.update(self._raw)
                    waiting = 0
        except _NothingChanged:
            return ChangeSet(label)
        self._waiting, self.last_stamp = waiting, stamp
        return changes
