"""The journal: what each command changed, and on it undo, redo and the history of a row.

Triggers in the file write the image of each row before it changed (``storage.schema``), so that nothing escapes.
Undo puts those images back in reverse order, in an entry of its own, whose images in turn are what redo puts back.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from facilitator.storage.clock import wall_milliseconds
from facilitator.storage.schema import columns


class EntryKind(StrEnum):
    """What made an entry."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class EntryState(StrEnum):
    """Whether what an entry did stands, stands for good, was undone, or was undone and then left behind by a new
    change."""

    DONE = "done"
    KEPT = "kept"
    UNDONE = "undone"
    DROPPED = "dropped"


@dataclass(frozen=True)
class ChangeSet:
    """What one command changed: its label, and the ids of the rows by table. ``everything`` asks for a full reload."""

    label: str = ""
    tables: Mapping[str, frozenset[str]] = field(default_factory=dict)
    everything: bool = False

    def __bool__(self) -> bool:
        return self.everything or bool(self.tables)

    def touches(self, *tables: str) -> bool:
        """Whether any of the tables changed."""
        return self.everything or any(table in self.tables for table in tables)


@dataclass(frozen=True)
class Entry:
    """One entry of the journal: who did what, when (milliseconds since 1970-01-01 UTC) and on which device."""

    seq: int
    label: str
    author: str
    device: str
    made_at: int
    kind: EntryKind
    state: EntryState


@dataclass(frozen=True)
class RowVersion:
    """How a row was before an entry changed it; ``before`` is None where the entry made the row."""

    entry: Entry
    operation: str
    before: Mapping[str, Any] | None


@dataclass(frozen=True)
class OpenEntry:
    """An entry that is being written: its number, and the number that its first change has or will have."""

    seq: int
    first_change: int


_ENTRY = "seq, label, author, device, made_at, kind, state"


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(row[0], row[1], row[2], row[3], row[4], EntryKind(row[5]), EntryState(row[6]))


def begin(
    connection: sqlite3.Connection,
    label: str,
    stamp: str,
    author: str,
    kind: EntryKind = EntryKind.DO,
    target: int | None = None,
) -> OpenEntry:
    """Open an entry in the current transaction; what changes from now on belongs to it."""
    first_change = last_change(connection) + 1
    cursor = connection.execute(
        "INSERT INTO journal_entry (stamp, made_at, first_change, label, author, device, kind, target, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'done')",
        (stamp, wall_milliseconds(), first_change, label, author, stamp.split("-")[2], kind.value, target),
    )
    return OpenEntry(int(cursor.lastrowid or 0), first_change)


def last_change(connection: sqlite3.Connection) -> int:
    """The number of the latest change of a row; 0 in an empty journal."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM journal_change").fetchone()[0])


def changed_since(connection: sqlite3.Connection, first_change: int, label: str = "") -> ChangeSet:
    """What changed from change ``first_change`` on."""
    tables: dict[str, set[str]] = defaultdict(set)
    for table, row_id in connection.execute(
        "SELECT table_name, row_id FROM journal_change WHERE seq >= ?", (first_change,)
    ):
        tables[table].add(row_id)
    return ChangeSet(label, {table: frozenset(ids) for table, ids in tables.items()})


def drop_redo(connection: sqlite3.Connection) -> None:
    """A new change leaves behind what was undone: it can no longer be redone."""
    connection.execute("UPDATE journal_entry SET state = 'dropped' WHERE state = 'undone'")


def next_undo(connection: sqlite3.Connection) -> Entry | None:
    """The entry that undo would take back, or that stands in its way for good."""
    row = connection.execute(
        f"SELECT {_ENTRY} FROM journal_entry WHERE kind = 'do' AND state IN ('done', 'kept')"
        " ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return _entry(row) if row else None


def next_redo(connection: sqlite3.Connection) -> Entry | None:
    """The entry that redo would do again."""
    row = connection.execute(
        f"SELECT {_ENTRY} FROM journal_entry WHERE state = 'undone' ORDER BY seq LIMIT 1"
    ).fetchone()
    return _entry(row) if row else None


def reverse(connection: sqlite3.Connection, entry: Entry, opened: OpenEntry) -> None:
    """Put back, latest first, what the latest doing, undoing or redoing of an entry changed; into the opened entry."""
    known: dict[str, tuple[str, ...]] = {}
    for table, row_id, operation, before in _images(connection, entry, opened):
        if operation == "insert":
            connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
            continue
        image = json.loads(before)
        if table not in known:
            known[table] = columns(connection, table)
        names = [name for name in known[table] if name in image]
        values = [image[name] for name in names]
        if operation == "update":
            assignments = ", ".join(f'"{name}" = ?' for name in names)
            connection.execute(f'UPDATE "{table}" SET {assignments} WHERE id = ?', [*values, row_id])
        else:
            quoted, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
            connection.execute(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', values)


def _images(
    connection: sqlite3.Connection, entry: Entry, opened: OpenEntry
) -> list[tuple[str, str, str, str]]:
    latest, first = connection.execute(
        "SELECT seq, first_change FROM journal_entry WHERE (seq = ?1 OR target = ?1) AND seq < ?2"
        " ORDER BY seq DESC LIMIT 1",
        (entry.seq, opened.seq),
    ).fetchone()
    found = connection.execute(
        "SELECT table_name, row_id, operation, before FROM journal_change WHERE seq >= ?2"
        " AND seq < (SELECT first_change FROM journal_entry WHERE seq > ?1 ORDER BY seq LIMIT 1)"
        " ORDER BY seq DESC",
        (latest, first),
    )
    return found.fetchall()


def set_state(connection: sqlite3.Connection, seq: int, state: EntryState) -> None:
    """Note whether what an entry did stands."""
    connection.execute("UPDATE journal_entry SET state = ? WHERE seq = ?", (state.value, seq))


def last_stamp(connection: sqlite3.Connection) -> str:
    """The latest stamp in the file, which the next one must exceed; empty in a new file."""
    return str(connection.execute("SELECT coalesce(max(stamp), '') FROM journal_entry").fetchone()[0])


def history(connection: sqlite3.Connection, table: str, row_id: str) -> list[RowVersion]:
    """All that happened to a row, latest first."""
    prefixed = ", ".join(f"e.{name}" for name in _ENTRY.split(", "))
    rows = connection.execute(
        f"SELECT {prefixed}, c.operation, c.before FROM journal_change c"
        " JOIN journal_entry e ON e.seq = c.entry_seq"
        " WHERE c.table_name = ? AND c.row_id = ? ORDER BY c.seq DESC",
        (table, row_id),
    )
    return [RowVersion(_entry(row), row[7], json.loads(row[8]) if row[8] else None) for row in rows]
