"""The shape of a library file: its identity, its numbered migrations, and the allow-list of what may be in it."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from functools import cache
from importlib.resources import files

APPLICATION_ID = 0x4C4C4531
"""``LLE1`` at offset 68 of the file (https://www.sqlite.org/fileformat.html)."""

_NOT_JOURNALED = frozenset({"journal_entry", "journal_change", "content", "draft", "library", "search_text"})
_SEARCH_INDEX = "search"
_INDEX_TABLES = frozenset(f"{_SEARCH_INDEX}_{part}" for part in ("data", "idx", "docsize", "config"))
_PLAIN_TABLE = re.compile(r"CREATE TABLE '\w+'\((?:[\w ,]|PRIMARY KEY\([\w ,]+\))*\)(?: WITHOUT ROWID)?")


@cache
def migrations() -> tuple[str, ...]:
    """The SQL of each migration, oldest first; the file's ``user_version`` counts those that were applied."""
    folder = files("facilitator.storage.migrations")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(folder.joinpath(name).read_text(encoding="utf-8") for name in names)


def version() -> int:
    """The ``user_version`` of a library that this program writes."""
    return len(migrations())


def journaled_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The tables that the journal follows, which are all that hold what people enter."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return tuple(
        name
        for (name,) in rows
        if name not in _NOT_JOURNALED and not name.startswith((_SEARCH_INDEX, "sqlite_"))
    )


def columns(connection: sqlite3.Connection, table: str) -> tuple[str, ...]:
    """The columns of a table, in order."""
    return tuple(row[1] for row in connection.execute(f'PRAGMA table_info("{table}")'))


def _triggers_of(table: str, names: tuple[str, ...]) -> tuple[str, ...]:
    before = ", ".join(f"'{name}', OLD.\"{name}\"" for name in names)
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)
    record = "INSERT INTO journal_change (entry_seq, table_name, row_id, operation, before) VALUES"
    entry = "(SELECT max(seq) FROM journal_entry)"
    return (
        f'CREATE TRIGGER "journal_insert_{table}" AFTER INSERT ON "{table}" BEGIN '
        f"{record} ({entry}, '{table}', NEW.id, 'insert', NULL); END",
        f'CREATE TRIGGER "journal_update_{table}" AFTER UPDATE ON "{table}" WHEN {changed} BEGIN '
        f"{record} ({entry}, '{table}', NEW.id, 'update', json_object({before})); END",
        f'CREATE TRIGGER "journal_delete_{table}" AFTER DELETE ON "{table}" BEGIN '
        f"{record} ({entry}, '{table}', OLD.id, 'delete', json_object({before})); END",
    )


def make_triggers(connection: sqlite3.Connection) -> None:
    """Make the triggers that write the journal, from the columns as they are now."""
    for table in journaled_tables(connection):
        for statement in _triggers_of(table, columns(connection, table)):
            connection.execute(statement)


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Drop the triggers, so that a migration does not write into the journal."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        connection.execute(f'DROP TRIGGER "{name}"')


def migrate(connection: sqlite3.Connection, since: int = 0) -> None:
    """Apply the migrations after number ``since``, each in one transaction. The connection is in autocommit mode.

    Foreign keys are off meanwhile, so that a migration can rebuild a table, and checked before each commit.
    """
    (enforced,) = connection.execute("PRAGMA foreign_keys").fetchone()
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for number, script in enumerate(migrations()[since:], start=since + 1):
            _apply(connection, number, script)
    finally:
        connection.execute(f"PRAGMA foreign_keys = {enforced}")


def _apply(connection: sqlite3.Connection, number: int, script: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        drop_triggers(connection)
        for statement in statements(script):
            connection.execute(statement)
        make_triggers(connection)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"migration {number} leaves references to nothing")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """The statements of a script, one by one: executescript would commit in between."""
    found, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return found


def fingerprint(connection: sqlite3.Connection) -> str:
    """A hash of all that the file defines: tables, indexes, triggers, views.

    The text of the search index's own tables varies with SQLite's version; they count by name, as long as they
    are plain tables, without checks or computed columns that could run anything.
    """
    digest = hashlib.sha256()
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name")
    for kind, name, table, sql in rows:
        text = sql or ""
        if kind == "table" and name in _INDEX_TABLES and _PLAIN_TABLE.fullmatch(text):
            text = ""
        digest.update(f"{kind}\0{name}\0{table}\0{text}\0".encode())
    return digest.hexdigest()


@cache
def expected_fingerprint(version: int) -> str:
    """The fingerprint of a library that has had the first ``version`` migrations."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for script in migrations()[:version]:
            drop_triggers(connection)
            for statement in statements(script):
                connection.execute(statement)
            make_triggers(connection)
        return fingerprint(connection)
    finally:
        connection.close()
