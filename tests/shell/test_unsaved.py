"""Nothing can be saved: the window says so until all is saved, asks before it closes, and gives it back afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.notes import queries
from facilitator.features.notes.stage import RunStage
from facilitator.features.sessions import commands
from facilitator.kit import catching_up
from facilitator.shell import places
from facilitator.shell.closing import UnsavedQuestion
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow

Answer = Callable[[str], list[str]]


def texts(panel: QWidget) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def break_file(opened: OpenedLibrary, *, broken: bool = True) -> None:
    opened.library.store.raw().execute(f"PRAGMA query_only = {'ON' if broken else 'OFF'}")


def take_notes(opened: OpenedLibrary, session_id: str, *notes: str) -> RunStage:
    opened.screens.open_session(session_id, "notes")
    stage = opened.screens.currentWidget().current_stage()  # type: ignore[union-attr]
    assert isinstance(stage, RunStage)
    for note in notes:
        stage.capture.line.insertPlainText(note)  # QTest types no letters with accents
        QTest.keyClick(stage.capture.line, Qt.Key.Key_Return)
    return stage


def notes_of(opened: OpenedLibrary, session_id: str) -> list[str]:
    with opened.library.read() as session:
        return [note.text for note in queries.list_notes(session, session_id)]


@pytest.fixture(autouse=True)
def never_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that no test expects is answered as the one who closes the window after a test would."""
    monkeypatch.setattr(UnsavedQuestion, "exec", lambda question: question.close_anyway.click())


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Has the next questions answered by these buttons; gives the texts of the questions."""
    asked: list[str] = []

    def by(*buttons: str) -> list[str]:
        def execute(question: UnsavedQuestion) -> int:
            asked.append(f"{question.text()} {question.informativeText()}")
            assert question.defaultButton() is question.keep_open
            QTimer.singleShot(0, lambda: [getattr(question, name).click() for name in buttons])
            question.open()
            while question.isVisible():
                QTest.qWait(10)
            return 0

        monkeypatch.setattr(UnsavedQuestion, "exec", execute)
        return asked

    return by  # type: ignore[return-value]


def test_the_status_bar_says_how_many_notes_wait_since_when_and_all_is_saved_by_itself(
    window: MainWindow,
    opened: OpenedLibrary,
    first_session: str,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(catching_up, "RETRY_MS", 100)
    break_file(opened)
    take_notes(opened, first_session, "one", "two", "three")
    state = texts(window.statusBar())
    assert "Not saved: 3 notes since " in state
    assert "can't be written" in texts(window.problem)
    assert "kept on this computer" in texts(window.problem)
    window.problem._copy.click()
    assert QApplication.clipboard().text() == "one\ntwo\nthree"
    break_file(opened, broken=False)
    qtbot.waitUntil(lambda: not window.problem.isVisible(), timeout=5000)
    assert "Saved " in texts(window.statusBar())
    assert notes_of(opened, first_session)[-3:] == ["one", "two", "three"]
    assert list(places.rescue_folder().iterdir()) == []


def test_a_field_and_notes_wait_together_in_their_order(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    break_file(opened)
    opened.library.run(commands.set_field(first_session, "about", "What it is about"))
    take_notes(opened, first_session, "one")
    assert "Not saved: 2 changes since " in texts(window.statusBar())
    break_file(opened, broken=False)
    window.problem._retry.click()
    assert not window.problem.isVisible()
    assert opened.library.undo().startswith("Add note")
    assert opened.library.undo() == "Edit description of session"


def test_closing_asks_and_keeps_the_window_open_by_default(
    window: MainWindow, opened: OpenedLibrary, first_session: str, answer: Answer
) -> None:
    break_file(opened)
    take_notes(opened, first_session, "a note that waits")
    asked = answer("keep_open")
    assert not window.close()
    assert window.isVisible()
    assert "a note that waits" in asked[0]
    assert "One change is not saved in “Sample.lle”." in asked[0]
    answer("copy", "keep_open")
    assert not window.close()
    assert QApplication.clipboard().text() == "a note that waits"
    break_file(opened, broken=False)
    assert window.close(), "it is tried once more before anything is asked"
    assert len(asked) == 2


def test_the_text_can_be_saved_on_another_disk_before_closing(
    window: MainWindow,
    opened: OpenedLibrary,
    first_session: str,
    answer: Answer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    break_file(opened)
    take_notes(opened, first_session, "Dépôt “ü”")
    target = tmp_path / "elsewhere.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answer("save", "keep_open")
    assert not window.close()
    assert target.read_text(encoding="utf-8") == "Dépôt “ü”"


def test_what_waited_when_the_window_was_closed_is_in_the_library_when_it_is_opened_again(
    window: MainWindow, opened: OpenedLibrary, first_session: str, answer: Answer, sample: Path
) -> None:
    before = notes_of(opened, first_session)
    break_file(opened)
    stage = take_notes(opened, first_session, "one", "two")
    QTest.keyClicks(stage.capture.line, "half a th")
    stage.capture.keeping.save_draft()
    answer("close_anyway")
    assert window.close()
    assert len(list(places.rescue_folder().iterdir())) == 1
    window.show()
    assert window.libraries.open(sample)
    again = window.opened
    assert again is not None
    assert notes_of(again, first_session) == [*before, "one", "two"]
    assert "2 changes that could not be saved the last time" in texts(window.notice)
    assert list(places.rescue_folder().iterdir()) == []
    stage = take_notes(again, first_session)
    assert stage.capture.line.toPlainText() == "half a th"


def test_another_library_is_not_opened_over_what_is_not_saved(
    window: MainWindow, opened: OpenedLibrary, first_session: str, answer: Answer, tmp_path: Path
) -> None:
    break_file(opened)
    take_notes(opened, first_session, "waits")
    answer("keep_open")
    assert not window.libraries.open(tmp_path / "other.lle")
    assert window.opened is opened
    break_file(opened, broken=False)


def test_what_fits_no_more_is_told_can_be_copied_and_discarded(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    break_file(opened)
    opened.library.run(commands.set_field("no such session", "about", "Words of value"))
    break_file(opened, broken=False)
    opened.library.retry()
    assert "deleted meanwhile" in texts(window.problem)
    assert "Not saved" in texts(window.statusBar())
    window.problem._copy.click()
    assert QApplication.clipboard().text() == "Words of value"
    window.problem._discard.click()
    assert not opened.library.unsaved
    assert not window.problem.isVisible()
    assert list(places.rescue_folder().glob("*")) == []
