"""A library of an earlier format is brought up to date whole, after a backup, or not at all."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage import schema
from facilitator.storage.backup import Reason, backups_for, check_backup
from facilitator.storage.checking import check
from facilitator.storage.restoring import restore
from facilitator.storage.store import new_library, open_library
from tests.storage.content import add_note, add_person, add_session, folder_of, rows_of

SECOND = """
-- A column more, a table rebuilt, a table more, and all texts changed.
ALTER TABLE note ADD COLUMN mood VARCHAR DEFAULT 'calm' NOT NULL;
CREATE TABLE new_person AS SELECT * FROM person WHERE 0;
DROP TABLE new_person;
CREATE TABLE rebuilt (
    name VARCHAR DEFAULT '' NOT NULL,
    vocabulary VARCHAR DEFAULT '' NOT NULL,
    code VARCHAR DEFAULT '' NOT NULL,
    label VARCHAR DEFAULT '' NOT NULL,
    position INTEGER DEFAULT '0' NOT NULL,
    id VARCHAR NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (vocabulary, code)
);
INSERT INTO rebuilt (name, vocabulary, code, label, position, id)
    SELECT label, vocabulary, code, label, position, id FROM term;
DROP TABLE term;
ALTER TABLE rebuilt RENAME TO term;
CREATE TABLE mood (id VARCHAR NOT NULL PRIMARY KEY, name VARCHAR NOT NULL);
UPDATE note SET text = upper(text);
"""
STATEMENTS = len(schema.statements(SECOND))


@pytest.fixture
def old(library_path: Path) -> Path:
    """A library of today's format, with content and something to undo, closed."""
    store = new_library(library_path)
    session_id = add_session(store)
    person_id = add_person(store, "Ada Colau")
    note_id = add_note(store, session_id, "water", speaker_id=person_id)
    term_id = next(iter(rows_of(store)["term"]))
    store.change(
        "Tag",
        lambda raw: raw.execute(
            "INSERT INTO note_term (id, note_id, term_id) VALUES ('t', ?, ?)", (note_id, term_id)
        ),
    )
    add_note(store, session_id, "undone")
    store.undo()
    store.close()
    return library_path


@pytest.fixture
def newer_program(old: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A program that knows one format more, after the library was made."""
    first = schema.migrations()
    monkeypatch.setattr(schema, "migrations", lambda: (*first, SECOND))
    monkeypatch.setattr(schema, "expected_fingerprint", schema.expected_fingerprint.__wrapped__)
    return monkeypatch


def _stored(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The definitions and rows of a file, without opening it as a library."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE rootpage > 0")]
        found = {"": connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()}
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found |= {
            name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names if name in tables
        }
        found["version"] = connection.execute("PRAGMA user_version").fetchall()
        return found


@pytest.mark.usefixtures("newer_program")
def test_an_older_library_is_brought_up_to_date_after_a_backup(old: Path) -> None:
    before = _stored(old)
    with closing(open_library(old)) as store:
        note = next(iter(rows_of(store)["note"].values()))
        assert (note["text"], note["mood"]) == ("WATER", "calm")
        assert len(rows_of(store)["note_term"]) == 1, "rebuilding a table takes nothing along"
        assert store.redo().label == "Add note"
        assert store.undo().label == "Add note"
        assert store.undo().label == "Tag"
        assert store.undo().label == "Add note"
        assert store.redo().label == "Add note"
        assert len(store.search("water")) == 1
        assert check(store) == []
        changes = (
            store.raw().execute("SELECT count(*) FROM journal_change WHERE table_name = 'note'").fetchone()
        )
        assert changes == (7,), "the migration itself is not in the journal"
    (backup,) = backups_for(old)
    assert backup.reason is Reason.UPGRADE
    check_backup(backup)
    assert _stored(backup.path) == before


def test_an_older_library_may_be_read_without_being_changed(
    old: Path, newer_program: pytest.MonkeyPatch
) -> None:
    before = folder_of(old.parent)
    with pytest.raises(Refused) as caught:
        open_library(old, read_only=True)
    assert "older version" in caught.value.why
    assert folder_of(old.parent) == before


@pytest.mark.usefixtures("newer_program")
def test_without_a_backup_nothing_is_upgraded(old: Path, home: Path) -> None:
    (home / "xdg_data_home").write_text("in the way of the folder of backups")
    before = folder_of(old.parent)
    with pytest.raises(Refused, match="could not be backed up"):
        open_library(old)
    assert _stored(old)["version"] == [(1,)]
    assert folder_of(old.parent).keys() == before.keys()


@pytest.mark.parametrize("position", range(STATEMENTS + 1))
def test_an_upgrade_that_fails_leaves_the_old_format(
    old: Path, newer_program: pytest.MonkeyPatch, position: int
) -> None:
    before = _stored(old)
    statements = schema.statements(SECOND)
    failing = "\n".join([*statements[:position], "INSERT INTO nowhere VALUES (1);", *statements[position:]])
    first = schema.migrations()[0]
    newer_program.setattr(schema, "migrations", lambda: (first, failing))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_library(old)
    assert _stored(old) == before
    newer_program.setattr(schema, "migrations", lambda: (first,))
    with closing(open_library(old)) as store:
        assert check(store) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("position", [1, STATEMENTS // 2, STATEMENTS])
def test_an_upgrade_that_is_killed_leaves_the_old_format(old: Path, position: int) -> None:
    before = _stored(old)
    script = f"""
import os, signal, sys
from pathlib import Path
from facilitator.storage import schema
from facilitator.storage.store import open_library
from tests.storage.test_migrating import SECOND
first, all_of = schema.migrations()[0], schema.statements
def dying(script):
    for number, statement in enumerate(all_of(script)):
        yield statement
        if script == SECOND and number + 1 == {position}:
            os.kill(os.getpid(), signal.SIGKILL)
schema.migrations = lambda: (first, SECOND)
schema.expected_fingerprint(1)
schema.statements = dying
open_library(Path(sys.argv[1]))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(old)], check=False, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == -signal.SIGKILL
    with closing(open_library(old)) as store:
        assert store.unclean_before
        assert check(store) == []
    assert _stored(old) == before


def test_a_backup_of_an_older_format_can_be_restored(
    old: Path, tmp_path: Path, newer_program: pytest.MonkeyPatch
) -> None:
    older = tmp_path / "older.lle"
    shutil.copy(old, older)
    with closing(open_library(old)) as store:
        add_note(store, next(iter(rows_of(store)["learning_session"])), "rents")
        assert restore(store, older)
        assert [(note["text"], note["mood"]) for note in rows_of(store)["note"].values()] == [
            ("WATER", "calm")
        ]
        assert check(store) == []
    assert schema.version() == 2
