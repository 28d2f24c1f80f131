"""Where the room's windows go: to another screen where there is one, and what they do when screens come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.clock.room.panel import RoomPanel
from facilitator.features.clock.room.screens import BESIDE
from facilitator.features.clock.room.windows import RoomWindows, room_windows
from facilitator.kit.context import Context
from facilitator.kit.settings import Settings
from tests.features.clock.room.conftest import SESSION, HeldSession

TWO_SCREENS = {
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "dpr": 1,
         "logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, width, height in (("Laptop", 0, 1366, 768), ("Beamer", 1366, 1920, 1080))
    ]
}  # fmt: skip


def test_with_two_screens_it_fills_the_other_one(tmp_path: Path) -> None:
    """On a platform of Qt with two screens, in a program of its own."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(TWO_SCREENS))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment |= {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    seen = str(Path(__file__).with_name("on_two_screens.py"))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", seen,
         "--override-ini=addopts="],
        env=environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_with_one_screen_it_is_a_window_that_leaves_room_for_the_notes(
    windows: RoomWindows, qtbot: QtBot
) -> None:
    home = QWidget()
    qtbot.addWidget(home)
    home.show()
    window = windows.open_on_best_screen(home)
    assert window is not None
    assert not window.isFullScreen()
    area = window.screen().availableGeometry()
    assert window.width() * window.height() < area.width() * area.height() / 2


def test_what_was_chosen_is_remembered_on_this_computer(
    context: Context, held: HeldSession, qtbot: QtBot, tmp_path: Path
) -> None:
    import dataclasses

    from facilitator.features.clock.room.colours import Look
    from facilitator.features.clock.room.showing import View

    settings = Settings(tmp_path / "settings.ini")
    first = room_windows(dataclasses.replace(context, settings=settings), SESSION)
    first.dress(Look.LIGHT)
    first.set_view(View.SPEAKER)
    first.move_to(BESIDE)
    settings.sync()
    again = room_windows(
        dataclasses.replace(context, settings=Settings(tmp_path / "settings.ini")), "another"
    ).preferences
    assert (again.look, again.view, again.screen) == (Look.LIGHT, View.SPEAKER, BESIDE)


@pytest.fixture
def panel(context: Context, held: HeldSession, qtbot: QtBot) -> RoomPanel:
    made = RoomPanel(context, SESSION)
    qtbot.addWidget(made)
    made.resize(420, 600)
    made.show()
    return made


def test_the_panel_opens_the_window_of_the_group_that_is_chosen(panel: RoomPanel) -> None:
    assert [panel.tracks.itemText(number) for number in range(2)] == ["Plenary", "Blue room"]
    panel.tracks.setCurrentIndex(1)
    panel.tracks.activated.emit(1)
    panel.open_button.click()
    assert panel.windows.window_of("blue") is not None
    assert panel.windows.window_of() is None
    assert panel.open_button.text() == "Close window"
    panel.open_button.click()
    assert not panel.windows.is_open
    assert panel.open_button.text() == "Open window"


def test_a_message_is_shown_until_it_is_taken_away(panel: RoomPanel, held: HeldSession) -> None:
    panel.open_button.click()
    window = panel.windows.window_of()
    assert window is not None
    assert window.canvas.shown is not None
    panel.message.setText("Two questions from Quito")
    panel.message.returnPressed.emit()
    assert window.canvas.shown.message == "Two questions from Quito"
    assert "Two questions" in panel.state.text()
    held.time.go(60_000)
    assert window.canvas.shown.message == "Two questions from Quito"
    panel.take_away.click()
    assert window.canvas.shown.message == ""
    assert not panel.take_away.isEnabled()


def test_the_view_is_changed_while_it_is_open(panel: RoomPanel) -> None:
    panel.open_button.click()
    panel.views.setCurrentIndex(1)
    panel.views.activated.emit(1)
    window = panel.windows.window_of()
    assert window is not None
    assert window.canvas.shown is not None
    assert window.canvas.shown.view == "speaker"
