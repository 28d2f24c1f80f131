"""What the library keeps beside its records: settings of its own, and texts that are being typed."""

from __future__ import annotations

import sqlite3

from facilitator.domain.identity import new_id
from facilitator.domain.text import storable


def setting(connection: sqlite3.Connection, key: str) -> str:
    """A setting of the library; empty when it was never set."""
    row = connection.execute("SELECT value FROM library WHERE key = ?", (key,)).fetchone()
    return str(row[0]) if row else ""


def set_setting(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a setting of the library."""
    connection.execute("INSERT OR REPLACE INTO library (key, value) VALUES (?, ?)", (key, value))


def remember_device(connection: sqlite3.Connection) -> None:
    """Give the library an id, and this copy of it a device id for its stamps, when it has none yet."""
    for key in ("library_id", "device"):
        if not setting(connection, key):
            set_setting(connection, key, new_id()[-12:] if key == "device" else new_id())


def device_of(connection: sqlite3.Connection) -> str:
    """The device id that this copy of the library stamps its changes with."""
    return setting(connection, "device") or "0" * 12


def save(connection: sqlite3.Connection, key: str, text: str) -> None:
    """Keep a draft; an empty text removes it."""
    if text:
        connection.execute("INSERT OR REPLACE INTO draft (key, text) VALUES (?, ?)", (key, storable(text)))
    else:
        connection.execute("DELETE FROM draft WHERE key = ?", (key,))


def load(connection: sqlite3.Connection, prefix: str = "") -> dict[str, str]:
    """The drafts whose key begins with ``prefix``."""
    rows = connection.execute(
        "SELECT key, text FROM draft WHERE substr(key, 1, ?) = ?", (len(prefix), prefix)
    )
    return dict(rows.fetchall())
