"""Look through a whole library for anything that is not as it should be."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.storage import search
from facilitator.storage.schema import journaled_tables
from facilitator.storage.store import Store
from facilitator.translation import tr


@dataclass(frozen=True)
class Finding:
    """One thing wrong. Its kind is ``pages``, ``texts``, ``references``, ``journal``, ``search`` or ``contents``."""

    kind: str
    message: str


def check(store: Store) -> list[Finding]:
    """All findings; none for a sound library. Reads everything: some 5 seconds for 100,000 notes. Changes nothing."""
    connection = store.raw()
    damage = [*_pages(connection)] or [*_texts(connection)]
    if damage:
        return damage
    return [
        *_references(connection),
        *_journal(connection),
        *_search(connection),
        *_contents(connection),
    ]


def _pages(connection: sqlite3.Connection) -> Iterator[Finding]:
    try:
        findings = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        findings = [str(error)]
    for finding in findings:
        if finding != "ok":
            yield Finding("pages", tr("The file is damaged: {detail}.").format(detail=finding))


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    """A text that a failing disk changed need not break the pages, but can't be shown."""
    tables = (*journaled_tables(connection), "journal_entry", "journal_change", "draft", "library")
    as_usual, connection.text_factory = connection.text_factory, bytes
    try:
        for table in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                for value in row:
                    if isinstance(value, bytes) and not _is_text(value):
                        shown = value.decode(errors="replace")[:60]
                        yield Finding("texts", tr("A text is damaged: “{text}”.").format(text=shown))
    finally:
        connection.text_factory = as_usual


def _is_text(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True


def _references(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, number, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Finding(
            "references",
            tr("Row {number} of “{table}” refers to a row of “{other}” that is not there.").format(
                number=number, table=table, other=other
            ),
        )


def _journal(connection: sqlite3.Connection) -> Iterator[Finding]:
    for message, number in (
        *_unfitting_changes(connection),
        *_unfitting_entries(connection),
        *_rows_against_journal(connection),
    ):
        if number:
            yield Finding("journal", message.format(count=number))


def _count(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _unfitting_changes(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    yield (
        tr("{count} changes in the journal belong to no entry, or to the wrong one."),
        _count(
            connection,
            "SELECT count(*) FROM journal_change c LEFT JOIN journal_entry e ON e.seq = c.entry_seq"
            " WHERE e.seq IS NULL OR c.seq < e.first_change"
            " OR c.seq >= (SELECT n.first_change FROM journal_entry n WHERE n.seq > e.seq ORDER BY n.seq LIMIT 1)",
        ),
    )
    yield (
        tr("{count} changes in the journal can't be read."),
        _count(
            connection,
            "SELECT count(*) FROM journal_change WHERE operation NOT IN ('insert', 'update', 'delete')"
            " OR (operation = 'insert') IS NOT (before IS NULL) OR (before IS NOT NULL AND NOT json_valid(before))",
        ),
    )


def _unfitting_entries(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    yield (
        tr("{count} entries of the journal are out of order."),
        _count(
            connection,
            "SELECT count(*) FROM (SELECT stamp, lag(stamp) OVER (ORDER BY seq) AS earlier FROM journal_entry)"
            " WHERE stamp <= earlier",
        ),
    )
    yield (
        tr("{count} entries of the journal are neither done nor undone."),
        _count(
            connection,
            "SELECT count(*) FROM journal_entry WHERE kind NOT IN ('do', 'undo', 'redo')"
            " OR state NOT IN ('done', 'kept', 'undone', 'dropped') OR (kind = 'do') IS NOT (target IS NULL)",
        ),
    )


def _rows_against_journal(connection: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """A row is there exactly when the latest of its changes did not delete it."""
    message = tr("{count} rows do not agree with the journal.")
    latest = (
        "SELECT row_id, operation FROM (SELECT row_id, operation, max(seq) FROM journal_change"
        " WHERE table_name = ? GROUP BY row_id)"
    )
    for table in journaled_tables(connection):
        (number,) = connection.execute(
            f"WITH latest AS ({latest}) SELECT"
            f' (SELECT count(*) FROM "{table}" WHERE id NOT IN'
            "   (SELECT row_id FROM latest WHERE operation <> 'delete'))"
            " + (SELECT count(*) FROM latest WHERE operation <> 'delete'"
            f'   AND row_id NOT IN (SELECT id FROM "{table}"))',
            (table,),
        ).fetchone()
        yield message, int(number)


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    # The check of FTS5 is written as an insertion, so it needs a copy where the library is open read-only.
    with contextlib.closing(sqlite3.connect("", isolation_level=None)) as copy:
        connection.backup(copy)
        try:
            copy.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            wrong = search.differences(copy)
        except sqlite3.DatabaseError as error:
            yield Finding("search", tr("The search index is damaged: {detail}.").format(detail=error))
            return
    if wrong:
        yield Finding(
            "search", tr("The search index differs from the texts of {count} rows.").format(count=wrong)
        )


def _contents(connection: sqlite3.Connection) -> Iterator[Finding]:
    for sha256, data in connection.execute("SELECT sha256, data FROM content"):
        if hashlib.sha256(data).hexdigest() != sha256:
            yield Finding(
                "contents", tr("The content of an attachment is damaged ({sha256}).").format(sha256=sha256)
            )
    missing = connection.execute(
        "SELECT name FROM (SELECT name, sha256 FROM attachment UNION ALL SELECT name, sha256 FROM briefing_step)"
        " WHERE sha256 <> '' AND sha256 NOT IN (SELECT sha256 FROM content)"
    )
    for (name,) in missing:
        yield Finding("contents", tr("The content of the attachment “{name}” is missing.").format(name=name))
