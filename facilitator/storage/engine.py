"""The one connection to a library file, durable or read-only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import StaticPool


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A connection in autocommit mode with the settings that a library needs.

    Commits are durable: write-ahead log with ``synchronous=FULL``. There is one writer at a time (``storage.lock``),
    and readers neither write nor checkpoint, so the race of https://www.sqlite.org/wal.html#walresetbug can't occur.
    """
    mode = "ro" if read_only else "rw"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=True, timeout=5.0)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -16000")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Settings of the writer: nothing that was acknowledged is lost when the power fails, deleted text is wiped."""
    # The schema is known to be ours by now, and its triggers use json_object, which SQLite 3.40 calls unsafe.
    connection.execute("PRAGMA trusted_schema = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA secure_delete = ON")


def engine_on(connection: sqlite3.Connection, writing: Callable[[], bool]) -> Engine:
    """SQLAlchemy on that one connection. Writes begin at once, so that DDL and reads within them are part of them."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(active: Connection) -> None:
        active.exec_driver_sql("BEGIN IMMEDIATE" if writing() else "BEGIN")

    return engine
