"""A writer that is killed, starved of disk or met by another: nothing that was acknowledged is lost."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from facilitator.domain.errors import Refused
from facilitator.storage.checking import check
from facilitator.storage.edits import AddRow
from facilitator.storage.lock import lock_path
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store, new_library, open_library
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


def _killed_after(what: str, path: Path, seconds: float) -> list[str]:
    """The lines of a writer that is killed so long after it began."""
    with _start(what, path) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        threading.Timer(seconds, process.kill).start()
        said = process.stdout.read()
    return said[: said.rfind("\n") + 1].splitlines()  # it may have been killed in the middle of a word


def _notes(store: Store) -> list[int]:
    return sorted(int(row["text"]) for row in rows_of(store)["note"].values())


def test_a_killed_writer_loses_no_acknowledged_note_and_no_acknowledged_typing(prepared: Path) -> None:
    chance = random.Random()
    for _ in range(6):
        lines = _killed_after("notes", prepared, chance.uniform(0, 0.5))
        noted = [int(line.split()[1]) for line in lines if line.startswith("note")]
        typed = [int(line.split()[1]) for line in lines if line.startswith("draft")]
        assert lock_path(prepared).exists()
        with closing(open_library(prepared)) as store:
            assert store.unclean_before
            store.redo()  # what it had taken back when it was killed
            kept = _notes(store)
            assert kept == list(range(len(kept)))
            assert len(kept) - len(noted) in (0, 1)
            if typed:
                assert int(store.drafts()["typing"]) - typed[-1] in (0, 1)
            assert check(store) == []
            assert len(store.search("housing")) == 1
            while entry := store.next_undo():
                if entry.label != "Add note":
                    break
                store.undo()
            assert _notes(store) == []
        assert not lock_path(prepared).exists()


def test_a_writer_killed_while_it_opens_or_closes_leaves_a_sound_library(prepared: Path) -> None:
    chance = random.Random()
    kept = 0
    for _ in range(8):
        lines = _killed_after("reopen", prepared, chance.uniform(0, 0.25))
        with closing(open_library(prepared)) as store:
            now = len(rows_of(store)["note"])
            assert now - kept - len(lines) in (0, 1)
            assert check(store) == []
            kept = now


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_full_disk_loses_nothing_saved_and_says_so(prepared: Path) -> None:
    with _start("starve", prepared) as process:
        assert process.stdout
        lines = process.stdout.read().splitlines()
    assert lines[-1] == "closed"
    refused = [line for line in lines if line.startswith("refused")]
    assert len(refused) > 20
    assert all("The disk reported an error in reading or writing." in line for line in refused)
    assert all("Everything saved before is safe." in line for line in refused)
    kept = {line.removeprefix("note ") for line in lines if line.startswith("note")}
    drafts = [int(line.split()[1]) for line in lines if line.startswith("draft")]
    assert len(kept) > 60
    with closing(open_library(prepared)) as store:
        assert {row["text"] for row in rows_of(store)["note"].values()} == kept | {"before"}
        assert store.drafts()["typing"].startswith(f"text {drafts[-1]} ")
        assert check(store) == []


def test_a_library_that_may_not_grow_refuses_with_the_right_words_and_goes_on_later(library: Store) -> None:
    session_id = add_session(library)
    (pages,) = library.raw().execute("PRAGMA page_count").fetchone()
    library.raw().execute(f"PRAGMA max_page_count = {pages + 40}")
    refusal = None
    while refusal is None:
        before = rows_of(library)
        try:
            add_note(library, session_id, "A long note. " * 1000)
        except Refused as caught:
            refusal = caught
    assert refusal.why == "The disk is full."
    assert rows_of(library) == before
    assert len(before["note"]) > 2
    library.raw().execute("PRAGMA max_page_count = 1000000")
    add_note(library, session_id, "later")
    assert len(library.search("later")) == 1
    assert check(library) == []


def test_what_a_read_writes_is_not_kept_and_is_called_a_mistake(library: Store) -> None:
    def write() -> None:
        with library.read() as session:
            session.execute(text("DELETE FROM term"))
            session.commit()

    before = rows_of(library)
    with pytest.raises(RuntimeError, match="a read that wrote"):
        write()
    assert rows_of(library) == before
    assert check(library) == []
