"""The room's window as it is opened from the stage Run of the whole program."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.clock.room.window import RoomWindow
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow
from tests.shell.screens import show


def rooms() -> list[RoomWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, RoomWindow) and one.isVisible()]


@pytest.fixture
def line(window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot) -> Any:
    """The line that notes are typed into, with the focus."""
    show(window, opened, first_session, "run", qtbot)
    workspace: Any = opened.screens.currentWidget()
    stage = workspace.current_stage()
    stage.focus_first()
    qtbot.waitUntil(stage.capture.line.hasFocus)
    return stage.capture.line


def test_f12_opens_it_beside_the_note_that_is_typed_and_closes_it(line: Any, qtbot: QtBot) -> None:
    QTest.keyClicks(line, "Water ")
    QTest.keyClick(line, Qt.Key.Key_F12)
    assert len(rooms()) == 1
    assert line.hasFocus()
    QTest.keyClicks(line, "first")
    assert line.toPlainText() == "Water first"
    QTest.keyClick(line, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not rooms())


def test_f8_goes_on_in_the_room_too_while_it_has_the_focus(line: Any, qtbot: QtBot) -> None:
    QTest.keyClick(line, Qt.Key.Key_F12)
    (room,) = rooms()
    room.activateWindow()
    qtbot.waitUntil(room.canvas.hasFocus)
    assert room.canvas.shown is not None
    assert room.canvas.shown.phase == "waiting"
    QTest.keyClick(room.canvas, Qt.Key.Key_F8)
    assert room.canvas.shown.phase == "plenty"


def test_it_stays_on_other_pages_and_goes_with_the_library(
    line: Any, window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    QTest.keyClick(line, Qt.Key.Key_F12)
    opened.context.navigator.open_page("people")
    assert len(rooms()) == 1
    window.attach(None)
    qtbot.waitUntil(lambda: not rooms())
