"""Make a new library file, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, opening, schema, terms
from facilitator.storage.clock import HybridClock
from facilitator.storage.files import sync_file, sync_folder
from facilitator.storage.refusals import translated
from facilitator.translation import tr


def make(path: Path) -> None:
    """Make the file beside its place, sync it, and put it there. Raises ``Refused`` when anything stands there."""
    if os.path.lexists(path):  # also a link to nothing
        raise _cannot_be_made(path, tr("A file of that name is there already."))
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".lle", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _cannot_be_made(path, str(error.strerror or error)) from error
    beside = Path(name)
    try:
        with translated(path):
            _fill(beside)
        sync_file(beside)
        # What a deleted library left behind, SQLite would read into the new one.
        for suffix in ("-wal", "-shm", "-journal"):
            opening.beside(path, suffix).unlink(missing_ok=True)
        _put_in_place(beside, path)
        sync_folder(path.parent)
    except OSError as error:
        raise _cannot_be_made(path, str(error.strerror or error)) from error
    finally:
        for left in (beside, opening.beside(beside, "-journal")):
            left.unlink(missing_ok=True)


def _put_in_place(made: Path, path: Path) -> None:
    """Give the new file its name, unless something got there first."""
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # such as on a memory stick, whose file system has no second names
        path.touch(exist_ok=False)
        made.replace(path)


def _cannot_be_made(path: Path, why: str) -> Refused:
    return Refused(
        tr("A new library can't be made at “{name}”.").format(name=path.name), why, tr("Nothing was changed.")
    )


def _fill(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # it is synced as a whole, before it gets its name
        connection.execute("PRAGMA page_size = 4096")
        schema.migrate(connection)
        drafts.remember_device(connection)
        connection.execute("BEGIN IMMEDIATE")
        terms.fill(connection, HybridClock(drafts.device_of(connection)))
        connection.execute("COMMIT")
    finally:
        connection.close()
