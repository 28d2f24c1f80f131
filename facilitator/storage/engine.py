"""How SQLite is set up for a library: the connection that writes it, those that read it, and a look beforehand."""

from __future__ import annotations

import contextlib
import sqlite3
from enum import StrEnum
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool


class Access(StrEnum):
    """How SQLite opens the file."""

    WRITE = "mode=rw"
    READ = "mode=ro"
    LOOK = "mode=ro&immutable=1"
    """Without locks and without any file beside it; only while nobody writes."""


def address(path: Path, access: Access) -> str:
    """The file as SQLite is given it, for ``connect`` and ATTACH."""
    return f"file:{quote(str(path.absolute()))}?{access}"


def connect(path: Path, access: Access) -> sqlite3.Connection:
    """A connection in autocommit mode.

    What can be set by PRAGMA is set here once: each one later makes SQLite prepare every statement anew.
    """
    connection = sqlite3.connect(address(path, access), uri=True, isolation_level=None, timeout=5.0)
    for setting in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "foreign_keys = ON",
        "recursive_triggers = ON",
        "temp_store = MEMORY",
        "cache_size = -16000",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Settings of the writer: nothing that was acknowledged is lost when the power fails, deleted text is wiped.

    A write-ahead log with ``synchronous=FULL``. There is one writer at a time (``storage.lock``), and readers neither
    write nor checkpoint, so the race of https://www.sqlite.org/wal.html#walresetbug can't occur.
    """
    # The schema is known to be ours by now, and its triggers use json_object, which SQLite 3.40 calls unsafe.
    connection.execute("PRAGMA trusted_schema = ON")
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    if mode != "wal":
        raise sqlite3.OperationalError("the write-ahead log can't be used here")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")


def put_in_one_file(connection: sqlite3.Connection) -> None:
    """Move what the log holds into the file, and do without a log from now on, so that the library is one file.

    While others read it the log stays; it is empty then.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    with contextlib.suppress(sqlite3.Error):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")


def engine_on(connection: sqlite3.Connection) -> Engine:
    """SQLAlchemy on that one connection; it begins no transaction by itself (``storage.openfile`` does)."""
    return create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
