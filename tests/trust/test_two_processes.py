"""A library that several processes or windows want: one writes, the others read, and all are told."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage.edits import AddRow
from facilitator.storage.lock import lock_path
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import LibraryInUse, Store, new_library, open_library
from tests.storage.content import add_note, add_session, rows_of
from tests.storage.writer import SESSION

ROOT = Path(__file__).parents[2]


@pytest.fixture
def prepared(library_path: Path) -> Path:
    """A library with one session, closed."""
    store = new_library(library_path)
    store.run(AddRow(LearningSessionRecord, {"id": SESSION, "title": "Housing"}, "Add session"))
    store.close()
    return library_path


def _start(what: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.storage.writer", what, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@contextmanager
def _holding(path: Path) -> Iterator[subprocess.Popen[str]]:
    with _start("hold", path) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()
        process.communicate()


def _ask(process: subprocess.Popen[str], line: str) -> str:
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def test_a_second_process_is_told_who_has_the_library_and_may_read_it(prepared: Path) -> None:
    with _holding(prepared) as holder:
        with pytest.raises(LibraryInUse) as caught:
            open_library(prepared)
        assert caught.value.owner.process == holder.pid
        assert caught.value.owner.host in str(caught.value)
        assert "read-only" in str(caught.value)
        with closing(open_library(prepared, read_only=True)) as reader:
            heard = []
            reader.subscribe(heard.append)
            assert not reader.notice_outside_changes()
            note_id = _ask(holder, "Rents were frozen")
            assert reader.notice_outside_changes()
            assert [changes.everything for changes in heard] == [True]
            assert [hit.row_id for hit in reader.search("frozen")] == [note_id]
            with pytest.raises(Refused, match="read-only"):
                add_session(reader)
            with pytest.raises(Refused, match="read-only"):
                reader.save_draft("typing", "text")
            assert reader.undo() == reader.redo()
        assert _ask(holder, "More") != ""


def test_the_lock_of_a_killed_process_does_not_stay(prepared: Path) -> None:
    with _holding(prepared) as holder:
        holder.kill()
        holder.wait()
        assert lock_path(prepared).exists()
        with closing(open_library(prepared)) as store:
            assert store.unclean_before
        with closing(open_library(prepared)) as store:
            assert not store.unclean_before


def test_a_crash_is_remembered_until_the_library_could_be_examined(prepared: Path) -> None:
    with _holding(prepared) as holder:
        _ask(holder, "note")
        holder.kill()
        holder.wait()
    sound = prepared.read_bytes()
    prepared.write_bytes(sound[:40_000] + bytes(8192) + sound[48_192:])
    with pytest.raises(Refused, match="damaged"):
        open_library(prepared)
    assert lock_path(prepared).exists()
    prepared.write_bytes(sound)
    with closing(open_library(prepared)) as store:
        assert store.unclean_before
        assert len(rows_of(store)["note"]) == 1


def test_opening_a_library_twice_in_one_process_keeps_it_locked(library: Store) -> None:
    """A process that closes any file of a database's name lets go of all its locks on it, as POSIX has it."""
    with pytest.raises(LibraryInUse):
        open_library(library.path)
    open_library(library.path, read_only=True).close()
    script = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "connection.execute('PRAGMA journal_mode = DELETE')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(library.path)], capture_output=True, text=True, check=False
    )
    assert "database is locked" in done.stderr


def test_only_the_writer_ever_writes_or_checkpoints_the_log(prepared: Path) -> None:
    """The race on a reset of the log needs two who do (https://www.sqlite.org/wal.html#walresetbug)."""
    with _holding(prepared) as holder:
        _ask(holder, "one")
        log = Path(f"{prepared}-wal")
        before = prepared.read_bytes(), log.read_bytes()
        assert before[1]
        with closing(open_library(prepared, read_only=True)) as reader:
            raw = reader.raw()
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                raw.execute("DELETE FROM draft")
            with pytest.raises(sqlite3.OperationalError):
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert (prepared.read_bytes(), log.read_bytes()) == before
        assert _ask(holder, "two")
    with closing(open_library(prepared)) as store:
        assert len(rows_of(store)["note"]) == 2


def test_two_writers_for_want_of_a_lock_file_lose_nothing(prepared: Path) -> None:
    with _holding(prepared) as holder:
        lock_path(prepared).unlink()
        with closing(open_library(prepared)) as store:
            add_note(store, SESSION, "mine")
            assert _ask(holder, "theirs")
            assert len(rows_of(store)["note"]) == 2
