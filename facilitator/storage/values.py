"""Values of another kind than their column: SQLite takes them, the program writes none, and nothing could read them."""

from __future__ import annotations

import sqlite3

_KINDS = {"VARCHAR": "text", "INTEGER": "integer", "BOOLEAN": "integer"}
"""By the type that a column is declared with; others hold anything."""
_TABLES = (
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    " AND (name NOT LIKE 'search%' OR name = 'search_text')"
)


def table_with_misfit(connection: sqlite3.Connection) -> str:
    """A table of a library in which a value is of another kind than its column; empty where there is none."""
    for (table,) in connection.execute(_TABLES).fetchall():
        wrong = [
            f"typeof(\"{name}\") <> '{_KINDS[kind]}'" + ("" if required else f' AND "{name}" IS NOT NULL')
            for _, name, kind, required, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall()
            if kind in _KINDS
        ]
        found = connection.execute(f'SELECT 1 FROM "{table}" WHERE {" OR ".join(wrong)} LIMIT 1').fetchone()
        if found is not None:
            return str(table)
    return ""
