"""The store: a library that is open. It runs commands, undoes them, and tells what changed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Collection
from pathlib import Path

from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, journal, search
from facilitator.storage.changing import JournalWriter
from facilitator.storage.command import Command, ReadSession
from facilitator.storage.connecting import LibraryInUse
from facilitator.storage.finding_again import find_again
from facilitator.storage.journal import ChangeSet, Entry, EntryState, RowVersion
from facilitator.storage.openfile import OpenFile, open_file
from facilitator.translation import tr

__all__ = ["Command", "LibraryInUse", "ReadSession", "Store", "new_library", "open_library"]


class Store:
    """An open library. All calls come from one thread; ``open_library`` and ``new_library`` make one."""

    _data_version: int

    def __init__(self, file: OpenFile, author: str) -> None:
        self.author = author
        self._closed = False
        self._listeners: list[Callable[[ChangeSet], None]] = []
        self._take(file)
        self._id = file.library_id()

    @property
    def path(self) -> Path:
        """Where the library lies."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether this store may only read."""
        return self._file.read_only

    @property
    def unclean_before(self) -> bool:
        """Whether the last writer did not close it, so that it was examined thoroughly."""
        return self._file.unclean_before

    @property
    def is_in_place(self) -> bool:
        """Whether the file still lies where it was opened."""
        return self._file.is_in_place()

    @property
    def is_closed(self) -> bool:
        """Whether the library was closed."""
        return self._closed

    @property
    def library_id(self) -> str:
        """The id that the library keeps when its file is renamed, copied or restored."""
        return self._id

    def read(self) -> contextlib.AbstractContextManager[Session]:
        """A session for queries: one view of the library for the ``with`` block. No command can run meanwhile."""
        return self._file.reading()

    def run(self, command: Command) -> ChangeSet:
        """Apply a command: all of it, durably, or nothing. Raises ``Refused`` when it can't be kept."""

        def apply(_: sqlite3.Connection) -> None:
            with self._file.session() as session:
                command.apply(session)
                session.flush()

        return self.change(command.label, apply, for_good=getattr(command, "for_good", False))

    def change(
        self, label: str, apply: Callable[[sqlite3.Connection], None], *, for_good: bool = False
    ) -> ChangeSet:
        """Like ``run``, for changes in plain SQL by this package."""
        return self._told(self._journal.change(label, self.author, apply, for_good=for_good))

    def undo(self) -> ChangeSet:
        """Take back the latest change that stands; an empty change set when there is none. Raises ``Refused`` for one
        that was made for good: what was done before it stands too."""
        entry = self.next_undo()
        if entry and entry.state is EntryState.KEPT:
            raise Refused(
                tr("“{label}” can't be taken back.").format(label=entry.label),
                tr("What went out stays as it went out, and so does what was done before it."),
                tr("Nothing was changed. What is changed from now on can be undone."),
            )
        return self._told(self._journal.undo(entry, self.author)) if entry else ChangeSet()

    def redo(self) -> ChangeSet:
        """Do again what was undone last; an empty change set when there is nothing."""
        entry = self.next_redo()
        return self._told(self._journal.redo(entry, self.author)) if entry else ChangeSet()

    def next_undo(self) -> Entry | None:
        """What undo would take back."""
        with self._file.translated():
            return None if self.read_only else journal.next_undo(self._raw)

    def next_redo(self) -> Entry | None:
        """What redo would do again."""
        with self._file.translated():
            return None if self.read_only else journal.next_redo(self._raw)

    def history(self, table: str, row_id: str) -> list[RowVersion]:
        """All that happened to one row, latest first."""
        with self._file.translated():
            return journal.history(self._raw, table, row_id)

    def search(self, query: str, limit: int = 200, kinds: Collection[str] = ()) -> list[search.Hit]:
        """Where the words of a query occur, best first. ``kinds`` of rows: all when none is named."""
        self._journal.index_what_waits()
        with self._file.translated():
            return search.find(self._raw, query, limit, kinds or search.KINDS)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call ``listener`` after each change. Returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def notice_outside_changes(self) -> bool:
        """Tell the listeners when another process changed the file since; for a read-only store, now and then."""
        with self._file.translated():
            version = self._file.data_version()
        changed, self._data_version = version != self._data_version, version
        if changed:
            self._announce(ChangeSet(everything=True))
        return changed

    def save_draft(self, key: str, text: str) -> None:
        """Keep text that is being typed, durably, outside the journal. An empty text removes the draft."""
        with self._file.writing():
            drafts.save(self._raw, key, text)

    def drafts(self, prefix: str = "") -> dict[str, str]:
        """The texts that were being typed, by key."""
        with self._file.translated():
            return drafts.load(self._raw, prefix)

    def find_again(self) -> None:
        """Where the file was taken away, go on in what has its place by now, if that is this library, as saved."""
        if not (self._closed or self.read_only or self._file.is_in_place()):
            found = find_again(self._file, self._id, self._journal.last_stamp)
            if found is not None:
                self._take(found)

    def _take(self, file: OpenFile) -> None:
        self._file, self._raw, self._journal = file, file.raw, JournalWriter(file)
        self._data_version = file.data_version()

    def raw(self) -> sqlite3.Connection:
        """The connection itself, for reading by the modules of this package (checks, backups)."""
        return self._raw

    def close(self) -> None:
        """Close the library cleanly. A closed store can't be used again."""
        if self._closed:
            return
        self._closed = True
        self._listeners.clear()
        try:
            self._journal.index_what_waits()
        finally:
            self._file.close()

    def _told(self, changes: ChangeSet) -> ChangeSet:
        """Announce what was changed, unless nothing was."""
        if changes:
            self._announce(changes)
        return changes

    def _announce(self, changes: ChangeSet) -> None:
        with contextlib.ExitStack() as all_of_them:  # also when one of them fails
            for listener in reversed(self._listeners):
                all_of_them.callback(listener, changes)


def new_library(path: Path, author: str = "") -> Store:
    """Make a library with the vocabularies that ship, and open it. Raises ``Refused`` when a file is there already."""
    from facilitator.storage import creation

    creation.make(path)
    return open_library(path, author=author)


def open_library(path: Path, *, read_only: bool = False, author: str = "") -> Store:
    """Open a library; the file is examined first.

    Raises ``LibraryInUse`` when another process writes it, ``DamagedLibrary`` when its content is damaged and
    ``Refused`` for every other file that is not a library; none of them changes the file.
    """
    file = open_file(path, read_only=read_only)
    try:
        with file.translated():
            return Store(file, author)
    except BaseException:
        file.close()
        raise
