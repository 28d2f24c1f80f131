"""A library file that is open: its one connection, the transactions on it, and the lock of its writer."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, engine, files, lock, opening, schema
from facilitator.storage.engine import Access
from facilitator.storage.refusals import translated
from facilitator.translation import tr


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


class OpenFile:
    """The file of an open library. All calls come from the thread that opened it."""

    def __init__(self, path: Path, raw: sqlite3.Connection, writer: lock.WriterLock | None) -> None:
        self.path = path
        self.raw = raw
        self.unclean_before = writer.unclean if writer else False
        self._writer = writer
        self._engine = engine.engine_on(raw)
        self._connection = self._engine.connect()
        self._noted = files.note_opened(path)

    @property
    def read_only(self) -> bool:
        """Whether it can only be read."""
        return self._writer is None

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees the file as it is now, for the ``with`` block. Nothing that it writes is kept."""
        with self.translated():
            begun = not self.raw.in_transaction
            if begun:
                self.raw.execute("BEGIN")
            changes = self.raw.total_changes
            try:
                with Session(
                    bind=self._joined(), join_transaction_mode="rollback_only", autoflush=False
                ) as session:
                    yield session
                if self.raw.total_changes != changes:
                    raise RuntimeError("a read that wrote; commands do that")
            finally:
                if begun:
                    self.raw.rollback()

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One durable transaction: all that is done in the ``with`` block, or nothing. Raises ``Refused``."""
        if self.read_only:
            raise Refused(
                tr("“{name}” is open read-only.").format(name=self.path.name),
                tr("It can be read here, not changed."),
                tr("Nothing was changed."),
            )
        if self.raw.in_transaction:
            raise RuntimeError("a write within a read or within another write")
        with self.translated():
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.commit()
            except BaseException:
                self.raw.rollback()
                raise

    def session(self) -> Session:
        """A session for a command, within ``writing``; ``info["raw"]`` is the connection under it."""
        return Session(bind=self._joined(), join_transaction_mode="rollback_only", info={"raw": self.raw})

    def _joined(self) -> Connection:
        """SQLAlchemy's connection, in a transaction from its own point of view: the real ones are begun above."""
        if not self._connection.in_transaction():
            self._connection.begin()
        return self._connection

    def data_version(self) -> int:
        """A number that changes when another process changes the file."""
        return int(self.raw.execute("PRAGMA data_version").fetchone()[0])

    def translated(self) -> contextlib.AbstractContextManager[None]:
        """Turn errors of the disk or the file into refusals."""
        return translated(self.path)

    def close(self) -> None:
        """Close it; a library that was written becomes one file again."""
        try:
            if not self.read_only:
                engine.put_in_one_file(self.raw)
            self._connection.close()
            self._engine.dispose()
            self.raw.close()
        finally:
            files.note_closed(self._noted)
            if self._writer:
                self._writer.release()


def open_file(path: Path, *, read_only: bool) -> OpenFile:
    """Open a library file after it was examined. Raises ``Refused``, and then leaves the file as it was."""
    path = files.real_path(path)
    open_already = files.is_open_here(path)
    header = None if open_already else opening.read_header(path)
    writer = None if read_only else locked(path)
    try:
        if header and not _needs_roll_back(path, writer):
            alone = writer is not None or not lock.lock_path(path).exists()
            opening.look(path, header, alone=alone, thorough=writer is not None and writer.unclean)
        connection = _connected(path, writer)
    except BaseException:
        if writer:
            writer.release(cleanly=not writer.unclean)
        raise
    return OpenFile(path, connection, writer)


def locked(path: Path) -> lock.WriterLock:
    """The lock of a library's writer, taken. Raises ``LibraryInUse``, or ``Refused`` where no lock can be had."""
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


def _needs_roll_back(path: Path, writer: lock.WriterLock | None) -> bool:
    """Whether a crash left half a change in the file, which SQLite takes back as soon as the writer reads it."""
    return writer is not None and opening.has_content(opening.beside(path, "-journal"))


def _connected(path: Path, writer: lock.WriterLock | None) -> sqlite3.Connection:
    with translated(path):
        rolled_back = _needs_roll_back(path, writer)
        connection = engine.connect(path, Access.WRITE if writer else Access.READ)
        try:
            if rolled_back:
                opening.examine(connection, path, thorough=True)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if writer:
                _prepare_for_writing(connection, path, version)
            elif version < schema.version():
                raise opening.refused(
                    path,
                    tr(
                        "It was made by an older version of this program, and has to be opened for writing once."
                    ),
                )
        except BaseException:
            if writer:
                engine.put_in_one_file(connection)
            connection.close()
            raise
        return connection


def _prepare_for_writing(connection: sqlite3.Connection, path: Path, version: int) -> None:
    engine.make_durable(connection)
    if version < schema.version():
        from facilitator.storage import upgrading

        upgrading.upgrade(connection, path, version)
    drafts.remember_device(connection)
