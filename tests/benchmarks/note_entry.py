"""A note entered and durable, against a bare insert of the same row into a file of one table, as durable."""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.features.notes.commands import AddNote
from facilitator.storage import engine, journal
from facilitator.storage.edits import AddRow
from facilitator.storage.engine import Access
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Command, new_library
from tests.benchmarks.ratio import Ratio

AIM = 2.0
_NOTES = 1500
_WARM = 100
_AT_A_TIME = 50
_SESSION = "1" * 32
_TEXT = (
    "Note {number}: housing is the first line of defence; the city opened hotels for people without a home, froze"
    " rents, and asks the national government to pay for both until the end of the year."
)

Enter = Callable[[int], None]


def measure() -> list[Ratio]:
    """The command by which the window enters a note."""
    return measured(AddNote)


def measured(make: Callable[..., Command]) -> list[Ratio]:
    """Notes one after another, both in turn, so that both meet the same disk.

    Not note by note in turn: whoever syncs behind another file's writing pays for that too, which hides the ratio.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _library(folder / "by hand.lle").close()
        with (
            closing(_library(folder / "library.lle")) as store,
            closing(bare(folder / "bare.db")) as table,
            closing(engine.connect(folder / "by hand.lle", Access.WRITE)) as by_hand,
        ):
            engine.make_durable(by_hand)
            by_hand.execute("PRAGMA query_only = OFF")
            ours, floor, without_python = _in_turn(
                lambda number: store.run(make(**values(number))) and None,
                lambda number: insert(table, values(number)),
                lambda number: _journaled(by_hand, number),
            )
    median = statistics.median
    notes = (
        f"means {1000 * statistics.mean(ours):.2f} and {1000 * statistics.mean(floor):.2f} ms, ratio"
        f" {statistics.mean(ours) / statistics.mean(floor):.2f}: now and then the log goes into the file, and what"
        " waits into the search index.",
        f"of 100 notes the slowest took {1000 * statistics.quantiles(ours, n=100)[-1]:.1f} ms"
        f" ({1000 * statistics.quantiles(floor, n=100)[-1]:.1f} ms).",
        f"the same row with its journal and indexes, but no Python around it: {1000 * median(without_python):.2f} ms.",
    )
    name = "an insert into one table, write-ahead log, synchronous=FULL"
    return [
        Ratio("Note entered and durable", 1000 * median(ours), 1000 * median(floor), "ms", name, AIM, notes)
    ]


def values(number: int) -> dict[str, Any]:
    """A note of that number."""
    text = _TEXT.format(number=number)
    return {"id": new_id(), "session_id": _SESSION, "text": text, "began_at": number, "kind": "lesson"}


def _library(path: Path) -> Any:
    store = new_library(path, author="Rapporteur")
    store.run(AddRow(LearningSessionRecord, {"id": _SESSION, "title": "Housing"}, "Add session"))
    return store


def bare(path: Path) -> sqlite3.Connection:
    """A new file of one table, in the mode in which libraries are written."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE note (id VARCHAR PRIMARY KEY, session_id VARCHAR, text VARCHAR, began_at INTEGER, kind VARCHAR)"
    )
    return connection


def insert(connection: sqlite3.Connection, note: dict[str, Any]) -> None:
    """Put a note of ``values`` into the table."""
    connection.execute(
        "INSERT INTO note (id, session_id, text, began_at, kind) VALUES (?, ?, ?, ?, ?)",
        tuple(note.values()),
    )


def _journaled(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    journal.begin(connection, "Add note", f"{number + 10**13:015d}-000000-0", "Rapporteur")
    insert(connection, values(number))
    connection.execute("COMMIT")


def _in_turn(*acts: Enter) -> list[list[float]]:
    seen: list[list[float]] = [[] for _ in acts]
    for first in range(0, _NOTES + _WARM, _AT_A_TIME):
        for act, times in zip(acts, seen, strict=True):
            for number in range(first, first + _AT_A_TIME):
                began = time.perf_counter()
                act(number)
                if number >= _WARM:
                    times.append(time.perf_counter() - began)
    return seen
