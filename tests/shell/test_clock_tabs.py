"""The clock's tabs beside the notes, by keyboard and screen reader, as every screen is tested."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.sidetabs import Later
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow
from tests.shell.screens import show
from tests.shell.test_accessibility import (
    test_controls_that_take_the_focus_side_by_side_can_be_told_apart,
    test_every_control_has_a_name_of_its_own,
    test_everything_in_a_small_window_can_be_seen_or_scrolled_to,
    test_tab_reaches_everything_and_comes_back,
    test_targets_are_at_least_24_by_24,
    test_the_focus_can_be_seen,
    test_what_a_button_shows_is_part_of_its_name,
)

__all__ = [
    "test_controls_that_take_the_focus_side_by_side_can_be_told_apart",
    "test_every_control_has_a_name_of_its_own",
    "test_everything_in_a_small_window_can_be_seen_or_scrolled_to",
    "test_tab_reaches_everything_and_comes_back",
    "test_targets_are_at_least_24_by_24",
    "test_the_focus_can_be_seen",
    "test_what_a_button_shows_is_part_of_its_name",
]


@pytest.fixture(params=["Voices", "Room"])
def screen(
    request: pytest.FixtureRequest,
    window: MainWindow,
    opened: OpenedLibrary,
    first_session: str,
    qtbot: QtBot,
) -> QWidget:
    """Run, with one of the tabs in front."""
    found = show(window, opened, first_session, "run", qtbot)
    stage: Any = opened.screens.currentWidget()
    sides = stage.current_stage().sides
    parts = {sides.tabText(number): sides.widget(number) for number in range(sides.count())}
    sides.bring(parts[request.param])
    qtbot.wait(20)
    return found


def test_nothing_in_them_is_wider_than_its_tab(screen: QWidget, window: MainWindow, qtbot: QtBot) -> None:
    """The areas they are scrolled in are scrolled up and down alone, also with large texts in a small window."""
    for width, height, percent in ((1280, 800, 100), (1024, 600, 200)):
        window.resize(width, height)
        window.settings.text_percent = percent
        qtbot.wait(50)
        for later in screen.findChildren(Later):
            for area in later.findChildren(QScrollArea):
                if area.isVisible():
                    assert area.horizontalScrollBar().maximum() == 0, (width, percent)
