"""Keep the index in line with the journal: what changed since it was last updated is indexed anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from facilitator.storage import drafts, journal
from facilitator.storage.search.normalising import normalised
from facilitator.storage.search.sources import DEPENDENTS, PARTS, SOURCES, Source

_UP_TO = "indexed_up_to"
"""The setting that holds the number of the last change that is in the index."""

_BATCH = 5_000


def waiting(connection: sqlite3.Connection) -> int:
    """How many changes of rows are not yet in the index."""
    return journal.last_change(connection) - _indexed_up_to(connection)


def update(connection: sqlite3.Connection) -> None:
    """Index what changed, in the transaction that is open."""
    since, last = _indexed_up_to(connection), journal.last_change(connection)
    if since == last:
        return
    for source, ids in stale(connection).items():
        ordered = sorted(ids)
        for first in range(0, len(ordered), _BATCH):
            _index(connection, source, ordered[first : first + _BATCH])
    drafts.set_setting(connection, _UP_TO, str(last))


def rebuild(connection: sqlite3.Connection) -> None:
    """Index everything anew, in the transaction that is open."""
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')")
    connection.execute("DELETE FROM search_text")
    for source in SOURCES:
        ids = [row[0] for row in connection.execute(f"SELECT id FROM {source.table} ORDER BY id")]
        for first in range(0, len(ids), _BATCH):
            _index(connection, source, ids[first : first + _BATCH])
    drafts.set_setting(connection, _UP_TO, str(journal.last_change(connection)))


def differences(connection: sqlite3.Connection) -> int:
    """How many rows have other texts in the index than in their tables, those that wait to be indexed left out."""
    waiting = set().union(*stale(connection).values())
    indexed = {
        row_id: body
        for row_id, body in connection.execute("SELECT row_id, body FROM search_text")
        if row_id not in waiting
    }
    wrong = 0
    for source in SOURCES:
        ids = [row[0] for row in connection.execute(f"SELECT id FROM {source.table}")]
        for row_id, body in documents_of(connection, source, ids):
            if row_id not in waiting:
                wrong += indexed.pop(row_id, None) != body
    return wrong + len(indexed)


def stale(connection: sqlite3.Connection) -> dict[Source, set[str]]:
    """The rows whose text in the index may be out of date, those that are gone included."""
    first = _indexed_up_to(connection) + 1
    changed = {table: set(ids) for table, ids in journal.changed_since(connection, first).tables.items()}
    for table, dependent, column in DEPENDENTS:
        if table in changed:
            changed.setdefault(dependent, set()).update(
                _referring(connection, dependent, column, changed[table])
            )
    for table in PARTS:
        if table in changed:
            sessions = changed.setdefault("learning_session", set())
            sessions.update(_sessions_of(connection, table, changed[table]))
            sessions.update(_former_sessions(connection, table, first))
    return {source: changed[source.table] for source in SOURCES if changed.get(source.table)}


def _indexed_up_to(connection: sqlite3.Connection) -> int:
    return int(drafts.setting(connection, _UP_TO) or 0)


def _referring(connection: sqlite3.Connection, table: str, column: str, ids: Collection[str]) -> set[str]:
    rows = connection.execute(
        f"SELECT id FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    )
    return {row[0] for row in rows}


def _sessions_of(connection: sqlite3.Connection, table: str, ids: Collection[str]) -> set[str]:
    rows = connection.execute(
        f"SELECT session_id FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0] for row in rows}


def _former_sessions(connection: sqlite3.Connection, table: str, first_change: int) -> set[str]:
    rows = connection.execute(
        "SELECT DISTINCT json_extract(before, '$.session_id') FROM journal_change"
        " WHERE seq >= ? AND table_name = ? AND before IS NOT NULL",
        (first_change, table),
    )
    return {row[0] for row in rows}


def _index(connection: sqlite3.Connection, source: Source, ids: Collection[str]) -> None:
    documents = dict(documents_of(connection, source, ids))
    indexed = {
        row_id: (number, body)
        for number, row_id, body in connection.execute(
            "SELECT number, row_id, body FROM search_text WHERE row_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    }
    for row_id, (number, body) in indexed.items():
        if documents.get(row_id) == body:
            del documents[row_id]
            continue
        connection.execute("INSERT INTO search (search, rowid, body) VALUES ('delete', ?, ?)", (number, body))
        connection.execute("DELETE FROM search_text WHERE number = ?", (number,))
    add(connection, source, documents.items())


def documents_of(
    connection: sqlite3.Connection, source: Source, ids: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Id and normalised text of the rows that exist."""
    return ((row_id, normalised(text)) for row_id, text in source.documents(connection, ids))


def add(connection: sqlite3.Connection, source: Source, documents: Iterable[tuple[str, str]]) -> None:
    """Put rows that are not in the index into it, given their ids and normalised texts."""
    for row_id, body in documents:
        number = connection.execute(
            "INSERT INTO search_text (row_id, kind, body) VALUES (?, ?, ?)", (row_id, source.kind, body)
        ).lastrowid
        connection.execute("INSERT INTO search (rowid, body) VALUES (?, ?)", (number, body))
