"""Starting, killing and starting again, in a real window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from facilitator.features.sessions import queries
from facilitator.storage.store import Store, new_library, open_library
from tests.flows.conftest import Start

pytestmark = pytest.mark.window


def titles(path: Path) -> list[str]:
    store: Store = open_library(path, read_only=True)
    try:
        with store.read() as session:
            return [row.title for row in queries.list_sessions(session)]
    finally:
        store.close()


def test_without_a_library_the_program_shows_the_sample_and_the_second_time_the_same_one(
    start: Start,
) -> None:
    program = start(None)
    assert program.shows("11 sessions")
    program.quit()
    again = start(None)
    assert again.shows("11 sessions")
    again.quit()


def test_from_an_empty_library_the_first_note_takes_three_steps(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "empty.lle"
    new_library(path).close()
    program = start(path)
    program.keys("Ctrl+N").type("Public space").keys("Ctrl+Shift+N").type("Parks opened for schools.").keys(
        "Return"
    )
    program.quit()
    store = open_library(path)
    assert store.raw().execute("SELECT text FROM note").fetchall() == [("Parks opened for schools.",)]
    store.close()
    assert titles(path) == ["Public space"]


def test_a_killed_program_loses_nothing_that_was_typed_a_second_before(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "killed.lle"
    new_library(path).close()
    program = start(path)
    program.keys("Ctrl+N").type("Entered").keys("Tab").type("7").wait(1000)
    program.kill()
    store = open_library(path, read_only=True)
    drafts = list(store.drafts().values())
    store.close()
    assert titles(path) == ["Entered"]
    assert drafts == ["7"]
    again = start(path)
    assert again.shows("7 · Entered")
    assert again.shows("What you were typing when the program ended is here again.")
    again.quit()
    third = start(path)
    third.keys("Return")  # Home has the focus on the session that was open last
    assert third.shows("7 · Entered")
    third.quit()


def test_undo_reaches_back_beyond_a_restart(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "undo.lle"
    new_library(path).close()
    program = start(path)
    program.keys("Ctrl+N").fill("Housing").keys("Ctrl+2", "Ctrl+F", "Tab", "Tab")
    program.quit()
    again = start(path)
    again.keys("Ctrl+Z")
    assert again.shows("Undone: Edit title of session")
    again.keys("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    again.quit()
    assert titles(path) == ["Housing"]


def test_the_picture_of_the_readme_can_be_made_anew(tmp_path: Path) -> None:
    script = Path(__file__).parent.parent.parent / "docs" / "screenshot.py"
    subprocess.run([sys.executable, str(script), str(tmp_path / "picture.png")], check=True, timeout=120)
    picture = QImage(str(tmp_path / "picture.png"))
    assert (picture.width(), picture.height()) == (1280, 800)
    assert len({picture.pixelColor(x, y).name() for x in range(0, 1280, 8) for y in range(0, 800, 8)}) > 20
