"""The content of a library as plain values, to compare; and rows to fill one with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord
from facilitator.storage.schema import columns, journaled_tables
from facilitator.storage.store import Store

Rows = dict[str, dict[str, dict[str, Any]]]
"""Rows by table and id."""


def rows_of(store: Store) -> Rows:
    """All that people entered into a library."""
    connection = store.raw()
    found: Rows = {}
    for table in journaled_tables(connection):
        names = columns(connection, table)
        rows = connection.execute(f'SELECT * FROM "{table}"')
        found[table] = {row[names.index("id")]: dict(zip(names, row, strict=True)) for row in rows}
    return found


def add_session(store: Store, title: str = "Housing", **values: Any) -> str:
    """Add a session; returns its id."""
    row_id = new_id()
    store.run(AddRow(LearningSessionRecord, {"id": row_id, "title": title, **values}, "Add session"))
    return row_id


def add_person(store: Store, name: str, **values: Any) -> str:
    """Add a person; returns the id."""
    row_id = new_id()
    store.run(AddRow(PersonRecord, {"id": row_id, "name": name, **values}, "Add person"))
    return row_id


def add_note(store: Store, session_id: str, text: str, **values: Any) -> str:
    """Add a note; returns its id."""
    row_id = new_id()
    store.run(
        AddRow(NoteRecord, {"id": row_id, "session_id": session_id, "text": text, **values}, "Add note")
    )
    return row_id


def folder_of(path: Path) -> dict[str, bytes]:
    """Names and contents of all files in a folder, to see that nothing changed."""
    return {str(found.relative_to(path)): found.read_bytes() for found in path.rglob("*") if found.is_file()}
