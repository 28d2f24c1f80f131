"""How a library file is connected to: the lock of its writer is taken, and what a crash left is seen to."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, engine, lock, opening, schema
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


def needs_roll_back(path: Path, writer: lock.WriterLock | None) -> bool:
    """Whether a crash left half a change in the file, which SQLite takes back as soon as the writer reads it."""
    return writer is not None and opening.has_content(opening.beside(path, "-journal"))


def connected(path: Path, writer: lock.WriterLock | None) -> sqlite3.Connection:
    """A connection to a file that was looked at; one of an older version is upgraded by its writer."""
    with translated(path):
        rolled_back = needs_roll_back(path, writer)
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
