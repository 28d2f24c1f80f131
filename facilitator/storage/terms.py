"""The vocabularies that ship as data, put into each new library, where people may edit them."""

from __future__ import annotations

import csv
import sqlite3
import uuid
from collections.abc import Iterator

from facilitator import assets
from facilitator.domain.vocabulary import Vocabulary
from facilitator.storage import journal
from facilitator.storage.clock import HybridClock

_NAMESPACE = uuid.UUID("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")


def shipped() -> Iterator[tuple[str, str, str, int]]:
    """Vocabulary, code, label and position of each term that ships."""
    for vocabulary in Vocabulary:
        rows = csv.DictReader(assets.read_text("vocabularies", f"{vocabulary}.csv").splitlines())
        for position, row in enumerate(rows):
            yield vocabulary.value, row["code"], row["label"], position


def term_id(vocabulary: str, code: str) -> str:
    """The id of a shipped term: the same in every library, so that libraries can be merged."""
    return uuid.uuid5(_NAMESPACE, f"{vocabulary}/{code}").hex


def fill(connection: sqlite3.Connection, clock: HybridClock) -> None:
    """Put the shipped terms into a new library. They are its beginning, and can't be undone."""
    opened = journal.begin(connection, "", clock.stamp(), "")
    journal.set_state(connection, opened.seq, journal.EntryState.DROPPED)
    connection.executemany(
        "INSERT INTO term (id, vocabulary, code, label, position) VALUES (?, ?, ?, ?, ?)",
        [(term_id(row[0], row[1]), *row) for row in shipped()],
    )
