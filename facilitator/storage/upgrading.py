"""Bring a library of an earlier version up to date, after a verified backup of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.storage import backup, schema, search


def upgrade(connection: sqlite3.Connection, path: Path, since: int) -> None:
    """Apply the migrations that the file has not had. Raises ``Refused`` when no verified backup can be made."""
    backup.before_upgrade(connection, path)
    schema.migrate(connection, since)
    connection.execute("BEGIN IMMEDIATE")
    search.rebuild(connection)
    connection.execute("COMMIT")
