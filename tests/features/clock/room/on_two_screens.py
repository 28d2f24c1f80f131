"""What is to be seen on two screens: run by test_room_screens.py, on a platform of Qt that has them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.clock.room.screens import BESIDE
from facilitator.features.clock.room.windows import RoomWindows


def test_of_two_screens(
    windows: RoomWindows, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_name = {screen.name(): screen for screen in QGuiApplication.screens()}
    home = QWidget()
    qtbot.addWidget(home)
    home.setScreen(by_name["Laptop"])
    home.show()
    window = windows.open_on_best_screen(home)
    assert window is not None
    assert (window.screen().name(), window.isFullScreen()) == ("Beamer", True)
    windows.move_to(BESIDE)
    assert (window.screen().name(), window.isFullScreen()) == ("Laptop", False)
    windows.move_to("Beamer")
    assert (window.screen().name(), window.isFullScreen()) == ("Beamer", True)
    # Its screen is unplugged: this platform can't, but Qt tells it so.
    monkeypatch.setattr(QGuiApplication, "screens", staticmethod(lambda: [by_name["Laptop"]]))
    qapp.screenRemoved.emit(by_name["Beamer"])
    qtbot.waitUntil(lambda: window.screen().name() == "Laptop")
    assert window.isVisible()
    assert not window.isFullScreen()
    monkeypatch.undo()
    qapp.screenAdded.emit(by_name["Beamer"])
    qtbot.waitUntil(lambda: window.screen().name() == "Beamer" and window.isFullScreen())
