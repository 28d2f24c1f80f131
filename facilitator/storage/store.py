"""The store: a library that is open. It runs commands, undoes them, and tells what changed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, engine, journal, lock, opening, schema, search
from facilitator.storage.clock import HybridClock
from facilitator.storage.journal import ChangeSet, Entry, EntryKind, EntryState, RowVersion
from facilitator.translation import tr

ReadSession = Session
"""What ``Store.read`` gives, and what queries take."""


class Command(Protocol):
    """A write: a small frozen dataclass with a label for undo."""

    @property
    def label(self) -> str: ...

    def apply(self, session: Session) -> None: ...


class LibraryInUse(Refused):
    """Another process writes the library; ``owner`` says who. It can be opened read-only."""

    def __init__(self, path: Path, owner: lock.Owner) -> None:
        who = tr("{user} on {host} has had it open since {since}.").format(
            user=owner.user or "?", host=owner.host or "?", since=owner.since or "?"
        )
        super().__init__(
            tr("“{name}” is open in another window.").format(name=path.name),
            who,
            tr("Nothing was changed. It can be opened read-only."),
        )
        self.owner = owner


class Store:
    """An open library. All calls come from one thread; ``open_library`` and ``new_library`` make one."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writer: lock.WriterLock | None, author: str
    ) -> None:
        self.path = path
        self.unclean_before = writer.unclean if writer else False
        self._raw = connection
        self._writer = writer
        self._writing = False
        self._listeners: list[Callable[[ChangeSet], None]] = []
        self._engine = engine.engine_on(connection, lambda: self._writing)
        self._connection: Connection = self._engine.connect()
        self.author = author
        self._clock = HybridClock(drafts.device_of(connection), journal.last_stamp(connection))
        self._data_version = self._current_data_version()

    @property
    def read_only(self) -> bool:
        """Whether this store may only read."""
        return self._writer is None

    @property
    def library_id(self) -> str:
        """The id that the library keeps when its file is renamed, copied or restored."""
        return drafts.setting(self._raw, "library_id")

    @contextlib.contextmanager
    def read(self) -> Iterator[Session]:
        """A session for queries: one consistent view of the library for the length of the ``with`` block."""
        with self._translated_errors(), Session(bind=self._connection, autoflush=False) as session:
            yield session

    def run(self, command: Command) -> ChangeSet:
        """Apply a command: all of it, durably, or nothing. Raises ``Refused`` when it can't be kept."""

        def apply() -> None:
            with Session(bind=self._connection, join_transaction_mode="rollback_only") as session:
                command.apply(session)
                session.flush()

        return self._entry(command.label, EntryKind.DO, apply)

    def undo(self) -> ChangeSet:
        """Take back the latest change that stands; an empty change set when there is none."""
        entry = journal.next_undo(self._raw)
        return self._reversed(entry, EntryKind.UNDO, EntryState.UNDONE) if entry else ChangeSet()

    def redo(self) -> ChangeSet:
        """Do again what was undone last; an empty change set when there is nothing."""
        entry = journal.next_redo(self._raw)
        return self._reversed(entry, EntryKind.REDO, EntryState.DONE) if entry else ChangeSet()

    def next_undo(self) -> Entry | None:
        """What undo would take back."""
        return None if self.read_only else journal.next_undo(self._raw)

    def next_redo(self) -> Entry | None:
        """What redo would do again."""
        return None if self.read_only else journal.next_redo(self._raw)

    def history(self, table: str, row_id: str) -> list[RowVersion]:
        """All that happened to one row, latest first."""
        return journal.history(self._raw, table, row_id)

    def search(self, query: str, limit: int = 200) -> list[search.Hit]:
        """Where the words of a query occur, best first."""
        with self._translated_errors():
            return search.find(self._raw, query, limit)

    def subscribe(self, listener: Callable[[ChangeSet], None]) -> Callable[[], None]:
        """Call ``listener`` after each change. Returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def notice_outside_changes(self) -> bool:
        """Tell the listeners when another process changed the file since; for a read-only store, now and then."""
        version = self._current_data_version()
        changed, self._data_version = version != self._data_version, version
        if changed:
            self._announce(ChangeSet(everything=True))
        return changed

    def save_draft(self, key: str, text: str) -> None:
        """Keep text that is being typed, durably, outside the journal. An empty text removes the draft."""
        with self._translated_errors():
            drafts.save(self._raw, key, text)

    def drafts(self, prefix: str = "") -> dict[str, str]:
        """The texts that were being typed, by key."""
        return drafts.load(self._raw, prefix)

    def backup_to(self, target: sqlite3.Connection, progress: Callable[[int, int], None] | None = None) -> None:
        """Copy the library as it is now into another connection. ``progress`` gets pages done and pages in all."""
        self._raw.backup(
            target,
            pages=1000 if progress else -1,
            progress=(lambda _, left, all_: progress(all_ - left, all_)) if progress else None,
        )

    def raw(self) -> sqlite3.Connection:
        """The connection itself, for the modules of this package (checks, content, indexing)."""
        return self._raw

    def close(self) -> None:
        """Close the library cleanly. A closed store can't be used again."""
        self._listeners.clear()
        self._connection.close()
        self._raw.close()
        self._engine.dispose()
        if self._writer:
            self._writer.release()

    def _reversed(self, entry: Entry, kind: EntryKind, state: EntryState) -> ChangeSet:
        source = journal.entry_to_reverse(self._raw, entry)

        def apply() -> None:
            journal.reverse(self._raw, source)
            journal.set_state(self._raw, entry.seq, state)

        return self._entry(entry.label, kind, apply, target=entry.seq)

    def _entry(
        self, label: str, kind: EntryKind, apply: Callable[[], None], target: int | None = None
    ) -> ChangeSet:
        self._refuse_when_read_only()
        before, self._writing = self._clock.last, True
        try:
            with self._translated_errors(), self._connection.begin() as transaction:
                self._raw.execute("PRAGMA defer_foreign_keys = ON")
                seq = journal.begin(self._raw, label, self._clock.stamp(), self.author, kind, target)
                apply()
                changes = journal.changed_by(self._raw, seq, label)
                if not changes and kind is EntryKind.DO:
                    transaction.rollback()
                    return ChangeSet(label)
                if kind is EntryKind.DO:
                    journal.drop_redo(self._raw)
                search.update(self._raw, changes)
        except BaseException:
            self._clock.last = before
            raise
        finally:
            self._writing = False
        self._announce(changes)
        return changes

    def _announce(self, changes: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changes)

    def _current_data_version(self) -> int:
        return int(self._raw.execute("PRAGMA data_version").fetchone()[0])

    def _refuse_when_read_only(self) -> None:
        if self.read_only:
            raise Refused(
                tr("“{name}” is open read-only.").format(name=self.path.name),
                tr("It can be read here, not changed."),
                tr("Nothing was changed."),
            )

    @contextlib.contextmanager
    def _translated_errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            if isinstance(error.orig, sqlite3.IntegrityError) or error.orig is None:
                raise
            raise opening.as_refusal(error.orig, self.path) from error
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise opening.as_refusal(error, self.path) from error


def new_library(path: Path, author: str = "") -> Store:
    """Make a library with the vocabularies that ship, and open it. Raises ``Refused`` when a file is there already."""
    from facilitator.storage import creation

    creation.make(path)
    return open_library(path, author=author)


def open_library(path: Path, *, read_only: bool = False, author: str = "") -> Store:
    """Open a library; the whole file is examined first.

    Raises ``LibraryInUse`` when another process writes it, ``DamagedLibrary`` when its content is damaged and
    ``Refused`` for every other file that is not a library; none of them changes the file.
    """
    path = path.resolve()
    version = opening.refuse_unless_library(path)
    writer = None if read_only else _locked(path)
    try:
        connection = _examined(path, version, read_only)
    except BaseException:
        if writer:
            writer.release()
        raise
    return Store(path, connection, writer, author)


def _locked(path: Path) -> lock.WriterLock:
    writer = lock.WriterLock(path)
    try:
        taken = writer.acquire()
    except OSError as error:
        raise Refused(
            tr("“{name}” can't be opened for writing.").format(name=path.name),
            str(error.strerror or error),
            tr("Nothing was changed. It can be opened read-only."),
        ) from error
    if not taken:
        raise LibraryInUse(path, writer.owner())
    return writer


def _examined(path: Path, version: int, read_only: bool) -> sqlite3.Connection:
    try:
        connection = engine.connect(path, read_only=read_only)
    except sqlite3.Error as error:
        raise opening.as_refusal(error, path) from error
    try:
        opening.refuse_foreign_schema(connection, path, version)
        opening.refuse_damaged(connection, path)
        if not read_only:
            if version < schema.version():
                from facilitator.storage import upgrading

                upgrading.upgrade(connection, path, version)
            engine.make_durable(connection)
            drafts.remember_device(connection)
    except sqlite3.Error as error:
        connection.close()
        raise opening.as_refusal(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection
