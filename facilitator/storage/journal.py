"""The journal: what each command changed, and on it undo, redo and the history of a row.

Triggers in the file write the image of each row before it changed (``storage.schema``), so that nothing escapes.
Undo puts those images back in reverse order, in an entry of its own, whose images in turn are what redo puts back.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.storage.schema import columns


class EntryKind(StrEnum):
    """What made an entry."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


class EntryState(StrEnum):
    """Whether what an entry did stands, was undone, or was undone and then left behind by a new change."""

    DONE = "done"
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


_ENTRY = "seq, label, author, device, made_at, kind, state"


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(*row[:5], kind=EntryKind(row[5]), state=EntryState(row[6]))


def begin(
    connection: sqlite3.Connection,
    label: str,
    stamp: str,
    author: str,
    kind: EntryKind = EntryKind.DO,
    target: int | None = None,
) -> int:
    """Open an entry in the current transaction; what changes from now on belongs to it. Returns its number."""
    milliseconds, _, device = stamp.split("-")
    cursor = connection.execute(
        "INSERT INTO journal_entry (id, stamp, made_at, label, author, device, kind, target, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'done')",
        (new_id(), stamp, int(milliseconds), label, author, device, kind.value, target),
    )
    return int(cursor.lastrowid or 0)


def changed_by(connection: sqlite3.Connection, seq: int, label: str) -> ChangeSet:
    """What entry ``seq`` changed so far."""
    tables: dict[str, set[str]] = defaultdict(set)
    for table, row_id in connection.execute(
        "SELECT table_name, row_id FROM journal_change WHERE entry_seq = ?", (seq,)
    ):
        tables[table].add(row_id)
    return ChangeSet(label, {table: frozenset(ids) for table, ids in tables.items()})


def drop_redo(connection: sqlite3.Connection) -> None:
    """A new change leaves behind what was undone: it can no longer be redone."""
    connection.execute("UPDATE journal_entry SET state = 'dropped' WHERE state = 'undone' AND kind = 'do'")


def next_undo(connection: sqlite3.Connection) -> Entry | None:
    """The entry that undo would take back."""
    row = connection.execute(
        f"SELECT {_ENTRY} FROM journal_entry WHERE kind = 'do' AND state = 'done' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return _entry(row) if row else None


def next_redo(connection: sqlite3.Connection) -> Entry | None:
    """The entry that redo would do again."""
    row = connection.execute(
        f"SELECT {_ENTRY} FROM journal_entry WHERE kind = 'do' AND state = 'undone' ORDER BY seq LIMIT 1"
    ).fetchone()
    return _entry(row) if row else None


def entry_to_reverse(connection: sqlite3.Connection, entry: Entry) -> int:
    """The entry whose images undo or redo puts back: the entry's latest doing, undoing or redoing."""
    row = connection.execute(
        "SELECT max(seq) FROM journal_entry WHERE seq = ?1 OR target = ?1", (entry.seq,)
    ).fetchone()
    return int(row[0])


def reverse(connection: sqlite3.Connection, seq: int) -> None:
    """Put back the images of entry ``seq``, latest first, in the entry that is open now."""
    images: Iterable[tuple[str, str, str, str | None]] = connection.execute(
        "SELECT table_name, row_id, operation, before FROM journal_change WHERE entry_seq = ? ORDER BY seq DESC",
        (seq,),
    ).fetchall()
    for table, row_id, operation, before in images:
        if operation == "insert":
            connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
            continue
        image = json.loads(before or "{}")
        names = [name for name in columns(connection, table) if name in image]
        if operation == "update":
            assignments = ", ".join(f'"{name}" = ?' for name in names)
            values = [*(image[name] for name in names), row_id]
            connection.execute(f'UPDATE "{table}" SET {assignments} WHERE id = ?', values)
        else:
            quoted, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
            connection.execute(
                f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', [image[name] for name in names]
            )


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
