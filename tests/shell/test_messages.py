"""Messages: what was done with its undo, what failed until it is read, what takes long with its cancel."""

from __future__ import annotations

import threading

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.features.sessions import commands, queries
from facilitator.kit.jobs import Progress
from facilitator.kit.library import Library
from facilitator.shell import notice_panel
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow


def button(panel: QWidget, name: str) -> QPushButton:
    return next(found for found in panel.findChildren(QPushButton) if found.accessibleName() == name)


def texts(panel: QWidget) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def delete_session(opened: OpenedLibrary, session_id: str) -> None:
    with opened.library.read() as session:
        rows = [row for row in queries.list_sessions(session) if row.id == session_id]
    opened.library.run(commands.delete_sessions(rows))
    opened.context.notices.tell("Deleted it", offer_undo=True)


def ids(library: Library) -> set[str]:
    with library.read() as session:
        return {row.id for row in queries.list_sessions(session)}


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What screen readers are given to say."""
    said: list[str] = []

    class Recorder(QtGui.QAccessible):
        @staticmethod
        def updateAccessibility(event: QAccessibleAnnouncementEvent) -> None:
            said.append(event.message())

    monkeypatch.setattr(QtGui, "QAccessible", Recorder)
    return said


def test_a_deletion_is_undone_from_its_message(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    before = ids(opened.library)
    delete_session(opened, first_session)
    assert first_session not in ids(opened.library)
    assert window.notice.isVisible()
    qtbot.mouseClick(button(window.notice, "Undo"), Qt.MouseButton.LeftButton)
    assert ids(opened.library) == before
    assert "Undone: Delete session" in texts(window.notice)


def test_a_message_takes_no_focus_and_is_said_aloud(
    window: MainWindow, opened: OpenedLibrary, announced: list[str], qtbot: QtBot
) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    opened.context.notices.tell("Imported 12 people")
    assert QApplication.focusWidget() is focused
    assert announced == ["Imported 12 people"]


def test_undo_is_no_longer_offered_when_something_else_was_changed(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    delete_session(opened, first_session)
    opened.library.run(commands.AddSession())
    assert not button(window.notice, "Undo").isVisible()


def test_a_message_stays_ten_seconds_and_longer_while_the_focus_is_on_it(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    assert notice_panel.NOTICE_MS >= 10_000
    delete_session(opened, first_session)
    button(window.notice, "Undo").setFocus()
    window.notice._on_time_over()
    assert window.notice.isVisible()
    window.rail.setFocus()
    button(window.notice, "Undo").clearFocus()
    window.notice._on_time_over()
    assert not window.notice.isVisible()


def test_undo_and_redo_are_named_after_what_they_do(
    window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    edit = window.menus[1]
    opened.library.run(commands.AddSession())
    assert edit.undo.text() == "Undo New session"  # type: ignore[attr-defined]
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edit.redo.text() == "Redo New session"  # type: ignore[attr-defined]
    qtbot.keyClick(
        window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert edit.undo.text() == "Undo New session"  # type: ignore[attr-defined]
    assert not edit.redo.isEnabled()  # type: ignore[attr-defined]


def test_a_refusal_stays_until_it_is_closed_and_the_one_before_shows_again(
    window: MainWindow, opened: OpenedLibrary, announced: list[str], qtbot: QtBot
) -> None:
    opened.context.notices.refuse(Refused("First.", "Because.", "Safe."))
    opened.context.notices.refuse(Refused("Second.", "Because.", "Safe."))
    assert "Second. Because. Safe." in texts(window.problem)
    assert announced == ["First. Because. Safe.", "Second. Because. Safe."]
    close = next(
        b for b in window.problem.findChildren(QWidget) if b.accessibleName() == "Close this message"
    )
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert "First. Because. Safe." in texts(window.problem)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.problem.isVisible()


def test_a_full_disk_is_told_its_text_can_be_copied_and_it_is_tried_again(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    raw = opened.library.store.raw()
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    words = "water for everyone " * 9000
    opened.library.run(commands.set_field(first_session, "about", words))
    assert "disk is full" in texts(window.problem)
    assert "Not saved" in texts(window.statusBar())
    qtbot.mouseClick(button(window.problem, "Copy text"), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == words
    raw.execute("PRAGMA max_page_count = 1073741823")
    qtbot.mouseClick(button(window.problem, "Try again"), Qt.MouseButton.LeftButton)
    assert not window.problem.isVisible()
    with opened.library.read() as session:
        details = queries.session_details(session, first_session)
    assert details is not None
    assert details.about == words
    assert "Saved" in texts(window.statusBar())


def test_text_in_messages_is_never_read_as_markup(window: MainWindow, opened: OpenedLibrary) -> None:
    opened.context.notices.tell("<img src='/etc/passwd'><b>x</b>")
    labels = [label for label in window.notice.findChildren(QLabel) if label.text()]
    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def test_a_job_that_takes_long_shows_how_far_it_is_and_is_cancelled(
    window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        for step in range(1000):
            progress.report(step + 250, 1000)
            go_on.wait(0.01)

    job = opened.context.jobs.run("Importing", work)
    qtbot.waitUntil(window.job.isVisible)
    bar = window.job.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.value() >= 250 and bar.maximum() == 1000)
    assert "Importing" in texts(window.job)
    with qtbot.waitSignal(job.cancelled):
        qtbot.mouseClick(button(window.job, "Cancel: Importing"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.job.isVisible())


def test_a_short_job_is_not_shown(window: MainWindow, opened: OpenedLibrary, qtbot: QtBot) -> None:
    job = opened.context.jobs.run("Quick", lambda _: None)
    with qtbot.waitSignal(job.succeeded):
        pass
    qtbot.wait(20)
    assert not window.job.isVisible()
    assert not window.job._timer.isActive()
