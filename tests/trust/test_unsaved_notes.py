"""The file can't be written while notes are taken: nothing is lost, nothing is twice, and the taking goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from facilitator.features.notes import queries
from facilitator.features.notes.stage import RunStage
from facilitator.kit import catching_up
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage.store import Store
from tests.features.conftest import SESSION, store
from tests.features.notes.conftest import Press, planned, press

__all__ = ["planned", "press", "store"]

Fault = Callable[[bool], None]


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catching_up, "RETRY_MS", 50)


@pytest.fixture
def context(store: Store, tmp_path: Path, qapp: object) -> Iterator[Context]:
    made = Context(Library(store, rescue_folder=tmp_path / "elsewhere"), Navigator(), Jobs(), Notices())
    yield made
    made.jobs.finish()
    made.library.close()


@pytest.fixture
def stage(context: Context, planned: None, qtbot: QtBot) -> RunStage:
    made = RunStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture(params=["full disk", "read-only", "moved away", "put back as a copy"])
def fault(request: pytest.FixtureRequest, store: Store, tmp_path: Path) -> Fault:
    """Makes the file refuse every write, and takes it again."""
    aside = tmp_path / "aside"
    aside.mkdir()

    def full(on: bool) -> None:
        (pages,) = store.raw().execute("PRAGMA page_count").fetchone()
        store.raw().execute(f"PRAGMA max_page_count = {pages if on else 1_000_000}")

    def read_only(on: bool) -> None:
        store.raw().execute(f"PRAGMA query_only = {'ON' if on else 'OFF'}")

    def moved(on: bool) -> None:
        here, there = store.path, aside / store.path.name
        here.rename(there) if on else there.rename(here)

    def copied(on: bool) -> None:
        for name in ("", "-wal", "-shm"):
            here = store.path.with_name(store.path.name + name)
            if on:
                shutil.copy(here, aside / here.name)
                here.unlink()
            else:
                shutil.copy(aside / here.name, here)

    return {
        "full disk": full,
        "read-only": read_only,
        "moved away": moved,
        "put back as a copy": copied,
    }[request.param]


def texts(context: Context) -> list[str]:
    with context.library.read() as session:
        return [note.text for note in queries.list_notes(session, SESSION)]


def take(press: Press, *notes: str) -> None:
    for note in notes:
        word, _, rest = note.partition(" ")
        press(word)
        line = QApplication.focusWidget()
        assert isinstance(line, QPlainTextEdit)
        line.insertPlainText(f" {rest}" if rest else "")  # as if it were pasted
        press(Qt.Key.Key_Return)


def shown(stage: RunStage) -> list[str]:
    lines = stage.capture.waiting.lines
    return [lines.item(row).text() for row in range(lines.count())]


def test_notes_that_the_file_refuses_stay_in_sight_and_are_saved_in_order_by_themselves(
    stage: RunStage, context: Context, press: Press, fault: Fault, tmp_path: Path, qtbot: QtBot
) -> None:
    take(press, "before")
    fault(True)
    padding = " x" * 3000
    take(press, "first" + padding)
    assert stage.capture.line.toPlainText() == ""
    assert stage.capture.line.hasFocus()
    take(press, "second" + padding, "third" + padding)
    assert [line.split(" · ")[2].split()[0] for line in shown(stage)] == ["first", "second", "third"]
    assert all("not saved yet" in line for line in shown(stage))
    assert stage.capture.waiting.isVisible()
    stage.capture.waiting.copy.click()
    assert QApplication.clipboard().text().count(" x x") > 100
    began = [one.command.began_at for one in context.library.unsaved.waiting()]  # type: ignore[union-attr]
    (rescued,) = (tmp_path / "elsewhere").iterdir()
    assert "third x" in rescued.read_text()
    qtbot.wait(200)
    assert texts(context) == ["before"]
    fault(False)
    qtbot.waitUntil(lambda: not context.library.unsaved, timeout=5000)
    assert [text.split()[0] for text in texts(context)] == ["before", "first", "second", "third"]
    with context.library.read() as session:
        assert [place.began_at for place in queries.places_of(session, SESSION)][1:] == sorted(began)
    assert not stage.capture.waiting.isVisible()
    assert list((tmp_path / "elsewhere").iterdir()) == []
    take(press, "after")
    assert texts(context)[-1] == "after"


def test_undo_takes_back_the_note_that_waits_and_not_the_one_before_it(
    stage: RunStage, context: Context, press: Press, fault: Fault
) -> None:
    take(press, "before")
    fault(True)
    take(press, "waits" + " x" * 3000)
    assert context.library.undo() == ""
    fault(False)
    assert "waits" in context.library.undo()
    assert texts(context) == ["before"]
    context.library.redo()
    assert [text.split()[0] for text in texts(context)] == ["before", "waits"]
