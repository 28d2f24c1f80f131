"""Files that are no sound library are refused with one clear message, and nothing about them or beside them changes."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from facilitator.domain.errors import Refused
from facilitator.storage import schema
from facilitator.storage.checking import check
from facilitator.storage.records import Base
from facilitator.storage.refusals import DamagedLibrary
from facilitator.storage.store import new_library, open_library
from facilitator.storage.values import table_with_misfit
from tests.storage.content import add_note, add_session, folder_of

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(4000)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound library with some content."""
    path = tmp_path_factory.mktemp("sound") / "sound.lle"
    store = new_library(path)
    session_id = add_session(store)
    for number in range(200):
        add_note(store, session_id, f"Note {number} " + "water " * 40)
    store.close()
    return path


def _edit(path: Path, *statements: str, journal_mode: str = "DELETE") -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {journal_mode}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def _poke(path: Path, offset: int, data: bytes) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        file.write(data)


SPOILED: dict[str, tuple[Callable[[Path], object], str]] = {
    "zero bytes": (lambda path: path.write_bytes(b""), "The file is empty"),
    "one byte": (lambda path: path.write_bytes(b"S"), "not a library of this program"),
    "a renamed JPEG": (lambda path: path.write_bytes(JPEG), "not a library of this program"),
    "a header alone": (lambda path: os.truncate(path, 100), "damaged"),
    "half a page": (lambda path: os.truncate(path, 2048), "damaged"),
    "half the file": (lambda path: os.truncate(path, path.stat().st_size // 2), "damaged"),
    "the end cut off": (lambda path: os.truncate(path, path.stat().st_size - 4096), "damaged"),
    "another application's id": (lambda path: _edit(path, "PRAGMA application_id = 7"), "another program"),
    "no format number": (lambda path: _edit(path, "PRAGMA user_version = 0"), "another program"),
    "a newer format": (
        lambda path: _edit(path, f"PRAGMA user_version = {schema.version() + 1}"),
        "newer version",
    ),
    "a newer format with a log": (
        lambda path: _edit(path, f"PRAGMA user_version = {schema.version() + 1}", journal_mode="WAL"),
        "newer version",
    ),
    "a view": (lambda path: _edit(path, "CREATE VIEW trap AS SELECT * FROM note"), "tables or triggers"),
    "a view with a log": (
        lambda path: _edit(path, "CREATE VIEW trap AS SELECT * FROM note", journal_mode="WAL"),
        "tables or triggers",
    ),
    "a view in a table's place": (
        lambda path: _edit(path, "DROP TABLE draft", "CREATE VIEW draft AS SELECT '' AS key, '' AS text"),
        "tables or triggers",
    ),
    "a trigger": (
        lambda path: _edit(path, "CREATE TRIGGER trap AFTER INSERT ON note BEGIN DELETE FROM person; END"),
        "tables or triggers",
    ),
    "a trigger of ours changed": (
        lambda path: _edit(
            path,
            "DROP TRIGGER journal_insert_note",
            "CREATE TRIGGER journal_insert_note AFTER INSERT ON note BEGIN DELETE FROM person; END",
        ),
        "tables or triggers",
    ),
    "a virtual table": (
        lambda path: _edit(path, "CREATE VIRTUAL TABLE trap USING fts5 (text)"),
        "tables or triggers",
    ),
    "a table that looks like the index's": (
        lambda path: _edit(path, "CREATE TABLE search_trap (a CHECK (a < random()))"),
        "tables or triggers",
    ),
    "an index table that computes": (
        lambda path: _edit(
            path,
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_master SET sql = 'CREATE TABLE ''search_config''(k PRIMARY KEY, v CHECK (v < random()))"
            " WITHOUT ROWID' WHERE name = 'search_config'",
        ),
        "tables or triggers",
    ),
    "a table missing": (lambda path: _edit(path, "DROP TABLE note_term"), "tables or triggers"),
    "a column more": (lambda path: _edit(path, "ALTER TABLE note ADD COLUMN trap"), "tables or triggers"),
    "a page of noise": (lambda path: _poke(path, 4096 * 9, random.Random(1).randbytes(4096)), "damaged"),
    "a schema of noise": (lambda path: _poke(path, 100, random.Random(1).randbytes(3000)), "damaged"),
}


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("spoiled", SPOILED)
def test_a_spoiled_file_is_refused_and_left_as_it_was(
    sound: Path, tmp_path: Path, spoiled: str, read_only: bool
) -> None:
    path = tmp_path / "spoiled.lle"
    shutil.copy(sound, path)
    spoil, reason = SPOILED[spoiled]
    spoil(path)
    before = folder_of(tmp_path)
    with pytest.raises(Refused) as caught:
        open_library(path, read_only=read_only)
    assert reason in str(caught.value)
    assert caught.value.what
    assert caught.value.safe
    assert isinstance(caught.value, DamagedLibrary) == (reason == "damaged")
    assert folder_of(tmp_path) == before


def test_a_foreign_file_with_an_unfinished_log_is_refused_and_left_as_it_was(
    sound: Path, tmp_path: Path
) -> None:
    path = tmp_path / "spoiled.lle"
    live = tmp_path / "live" / "spoiled.lle"
    live.parent.mkdir()
    shutil.copy(sound, live)
    connection = sqlite3.connect(live, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE VIEW trap AS SELECT * FROM note")
    for suffix in ("", "-wal"):
        shutil.copy(f"{live}{suffix}", f"{path}{suffix}")
    connection.close()
    shutil.rmtree(live.parent)
    before = folder_of(tmp_path)
    assert set(before) == {"spoiled.lle", "spoiled.lle-wal"}
    with pytest.raises(Refused, match="tables or triggers"):
        open_library(path)
    assert folder_of(tmp_path) == before


def test_no_damage_goes_further_than_a_refusal(sound: Path, tmp_path: Path) -> None:
    """Bits flipped anywhere: the file is refused untouched, or opens, and then either reads or is called damaged."""
    chance = random.Random(20200325)
    original = sound.read_bytes()
    path = tmp_path / "flipped.lle"
    refused = 0
    for _ in range(60):
        data = bytearray(original)
        for _ in range(20):
            data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            store = open_library(path)
        except Refused:
            refused += 1
            assert folder_of(tmp_path) == {"flipped.lle": bytes(data)}
            continue
        with contextlib.closing(store), contextlib.suppress(DamagedLibrary):
            for name in Base.metadata.tables:
                with store.read() as session:
                    session.execute(text(f"SELECT * FROM {name}")).all()
            store.search("water")
            check(store)
    assert 10 < refused < 60


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("learning_session", "start", "soon"),
        ("learning_session", "minutes", 90.5),
        ("note", "began_at", "now"),
        ("note", "starred", b"1"),
        ("note", "text", b"water"),
        ("term", "position", "first"),
        ("draft", "text", b"{}"),
        ("journal_entry", "made_at", "long ago"),
    ],
)
def test_a_value_of_another_kind_than_its_column_is_told_as_damage(
    sound: Path, tmp_path: Path, table: str, column: str, value: object
) -> None:
    path = Path(shutil.copy(sound, tmp_path / "doctored.lle"))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO draft VALUES ('capture:1', '{}')")
        connection.execute(f'UPDATE "{table}" SET "{column}" = ?', (value,))
    content = path.read_bytes()
    with pytest.raises(DamagedLibrary, match=table):
        open_library(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("table", sorted(table.name for table in Base.metadata.sorted_tables))
def test_every_column_that_a_person_fills_is_looked_at(table: str) -> None:
    with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        schema.migrate(connection)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for _, column, *_ in connection.execute(f'PRAGMA table_info("{table}")').fetchall():
            connection.execute("BEGIN")
            schema.drop_triggers(connection)
            _fill(connection, table, column)
            assert table_with_misfit(connection) == table
            connection.execute("ROLLBACK")


def _fill(connection: sqlite3.Connection, table: str, wrong: str) -> None:
    """A row of a table with bytes in one column."""
    columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    values = {name: 1 if kind != "VARCHAR" else "x" for _, name, kind, *_ in columns} | {wrong: b"x"}
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join("?" * len(values))
    connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(values.values()))
