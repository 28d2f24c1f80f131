"""A library file that is open: its one connection, the transactions on it, and the lock of its writer."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, engine, files, lock, opening
from facilitator.storage.connecting import connected, locked, needs_roll_back
from facilitator.storage.refusals import translated
from facilitator.translation import tr

_abandoned: list[sqlite3.Connection] = []
"""Kept until the process ends: Python closes what nobody has."""


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
        self.not_ours: files.Identity | None = None
        """What was found in its place, and is something else."""

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
        self._refuse_when_elsewhere()
        with self.translated():
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.commit()
            except BaseException:
                self.raw.rollback()
                raise

    def is_in_place(self) -> bool:
        """Whether the path still leads to this file: it may have been deleted, moved, or its disk taken out."""
        return files.is_at(self.path, self._noted)

    def again(self) -> OpenFile:
        """What lies at the path by now, opened anew. Raises ``Refused`` when no library is there to be written."""
        header = opening.read_header(self.path)
        held = self._writer if self._writer is not None and self._writer.is_in_place() else None
        writer = held or locked(self.path)
        try:
            opening.look(self.path, header, alone=True, thorough=True)
            connection = connected(self.path, writer)
        except BaseException:
            if not held:
                writer.release(cleanly=False)
            raise
        return OpenFile(self.path, connection, writer)

    def abandon(self, successor: OpenFile) -> None:
        """Leave it for good, without closing it: that would remove the log of the file that has its place by now."""
        _abandoned.append(self.raw)
        files.note_closed(self._noted)
        if self._writer and self._writer is not successor._writer:
            self._writer.release(cleanly=False)

    def dismiss(self, other: OpenFile) -> None:
        """Close what ``again`` gave: it is not what was looked for."""
        if other._writer is self._writer:
            other._writer = None
        other.close()

    def _refuse_when_elsewhere(self) -> None:
        # SQLite would go on writing into a file that nobody has any more, and tell that all went well.
        if not self.is_in_place():
            raise Refused(
                tr("The library “{name}” is no longer in its place.").format(name=self.path.name),
                tr("The file was deleted or moved, or its disk was taken out."),
                tr(
                    "What is typed is kept, and saved when the file is back. Or keep a copy: File, Back up library."
                ),
            ) from FileNotFoundError(self.path)

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

    def library_id(self) -> str:
        """The id in the file."""
        return drafts.setting(self.raw, "library_id")

    def translated(self) -> contextlib.AbstractContextManager[None]:
        """Turn errors of the disk or the file into refusals."""
        return translated(self.path)

    def close(self) -> None:
        """Close it; a library that was written becomes one file again."""
        try:
            if self._writer is not None:
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
        if header and not needs_roll_back(path, writer):
            alone = writer is not None or not lock.lock_path(path).exists()
            opening.look(path, header, alone=alone, thorough=writer is not None and writer.unclean)
        connection = connected(path, writer)
    except BaseException:
        if writer:
            writer.release(cleanly=not writer.unclean)
        raise
    return OpenFile(path, connection, writer)
