"""The card of keys tells every key of the stage Run, and none that does nothing there."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from pytestqt.qtbot import QtBot

from facilitator.features.notes import keys
from facilitator.kit import run_keys
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow
from tests.shell.screens import show


def test_the_card_and_the_screen_have_the_same_keys(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    workspace = show(window, opened, first_session, "run", qtbot)
    stage = workspace.current_stage()  # type: ignore[attr-defined]
    actions = {*stage.actions(), *stage.findChildren(QAction)}
    on_screen = {keys.toString() for action in actions for keys in action.shortcuts()}
    letters = {*keys.KIND_LETTERS.values(), keys.OFF_THE_RECORD, keys.CHATHAM_HOUSE, keys.STAR, keys.VERIFY}
    on_card = {QKeySequence(keys.with_letter(letter)).toString() for letter in letters}
    on_stage = (*run_keys.CLOCK, *run_keys.NOTES, *run_keys.SELECTED)
    on_card |= {QKeySequence(key).toString() for one in on_stage for key in one.keys}
    assert on_card == on_screen
    of_window = {keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()}
    assert {QKeySequence(key).toString() for one in run_keys.WINDOW for key in one.keys} <= of_window
