"""Shortcuts: none is taken twice where it could be meant, none is a bare letter, and the palette knows them all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from facilitator.shell.commands import offers
from facilitator.shell.entries import Entries
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.shortcuts import ShortcutsDialog
from facilitator.shell.window import MainWindow
from tests.shell.screens import SCREENS, show

TYPING = {"Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"}
"""What every field needs for itself."""


@pytest.fixture(params=SCREENS)
def screen(
    request: pytest.FixtureRequest,
    window: MainWindow,
    opened: OpenedLibrary,
    first_session: str,
    qtbot: QtBot,
) -> QWidget:
    return show(window, opened, first_session, request.param, qtbot)


def shown_actions(window: MainWindow) -> list[QAction]:
    """The actions that a key could mean now: the window's, and those of the widgets that are shown."""
    found = [
        action
        for action in window.findChildren(QAction)
        if action.shortcut().toString() and (owner_is_shown(action) or belongs_to_menu(action))
    ]
    return list(dict.fromkeys(found))


def owner_is_shown(action: QAction) -> bool:
    owners = [owner for owner in action.associatedObjects() if isinstance(owner, QWidget)]
    return any(owner.isVisible() for owner in owners if not isinstance(owner, QMenu))


def belongs_to_menu(action: QAction) -> bool:
    return any(isinstance(owner, QMenu) for owner in action.associatedObjects())


def could_collide(one: QAction, other: QAction) -> bool:
    """Whether both would be meant with the same focus: one holds everywhere, or their widgets contain each other."""
    local = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WidgetShortcut
    if one.shortcutContext() not in local or other.shortcutContext() not in local:
        return True
    for mine in (owner for owner in one.associatedObjects() if isinstance(owner, QWidget)):
        for theirs in (owner for owner in other.associatedObjects() if isinstance(owner, QWidget)):
            if mine is theirs or mine.isAncestorOf(theirs) or theirs.isAncestorOf(mine):
                return True
    return False


def test_no_two_commands_share_a_shortcut(screen: QWidget, window: MainWindow) -> None:
    actions = shown_actions(window)
    assert len(actions) > 15
    for number, one in enumerate(actions):
        for other in actions[number + 1 :]:
            shared = {keys.toString() for keys in one.shortcuts()} & {
                keys.toString() for keys in other.shortcuts()
            }
            if shared and could_collide(one, other):
                pytest.fail(f"{one.text()!r} and {other.text()!r} both take {shared}")


def test_no_shortcut_is_a_bare_letter_or_takes_what_typing_needs(screen: QWidget, window: MainWindow) -> None:
    for action in shown_actions(window):
        for keys in action.shortcuts():
            text = keys.toString(QKeySequence.SequenceFormat.PortableText)
            assert len(text) > 1, action.text()
            assert text not in TYPING, action.text()
            assert not (text.startswith("Shift+") and len(text) == 7), action.text()


def test_the_palette_offers_every_command_with_its_shortcut(
    screen: QWidget, window: MainWindow, opened: OpenedLibrary
) -> None:
    entries = Entries(window, opened.context).find("")
    offered = {(entry.title, entry.keys) for entry in entries}
    native = QKeySequence.SequenceFormat.NativeText
    for action in shown_actions(window):
        if action.text():
            wanted = (action.text().replace("&", ""), action.shortcut().toString(native))
            assert wanted in offered


def test_the_list_of_shortcuts_holds_those_of_the_screen(
    screen: QWidget, window: MainWindow, qtbot: QtBot
) -> None:
    dialog = ShortcutsDialog(window)
    qtbot.addWidget(dialog)
    listed = {row.keys for row in dialog.table.rows.rows()}
    native = QKeySequence.SequenceFormat.NativeText
    assert {offer.keys for offer in offers(window) if offer.keys} <= listed
    assert {action.shortcut().toString(native) for action in shown_actions(window) if action.text()} <= listed
