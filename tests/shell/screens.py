"""Every screen of the program, one after the other, for the tests that walk over all of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from pytestqt.qtbot import QtBot

from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow
from facilitator.shell.workspace import Workspace

SCREENS = ("home", "sessions", "people", "cases", "notes", "details", "agenda", "run", "brief")
_STAGES = {"agenda": "agenda", "run": "notes", "brief": "briefing"}


def show(window: MainWindow, opened: OpenedLibrary, session_id: str, screen: str, qtbot: QtBot) -> QWidget:
    """Show a screen, with its first row chosen where it has rows; the widget that fills the window's middle."""
    navigator = opened.context.navigator
    if screen == "details":
        navigator.open_row("session", session_id)
        shown = opened.screens.currentWidget()
        assert isinstance(shown, Workspace)
        shown.show_details()
    elif screen in _STAGES:
        navigator.open_stage(session_id, _STAGES[screen])
        draft(opened.screens.currentWidget())
    else:
        navigator.open_page(screen)
    current = opened.screens.currentWidget()
    table: Any = getattr(current, "table", None)
    if table is not None and screen != "sessions":
        table.selectRow(0)
        table.opened.emit(table.current_row())
    qtbot.wait(20)  # layouts settle
    return current


def draft(workspace: Any) -> None:
    """Have the Brief stage make its draft, so that all of it is shown."""
    stage = workspace.current_stage()
    make = getattr(stage, "draft", None)
    if make is not None:
        make()


def shown_widgets(root: QWidget) -> Iterator[QWidget]:
    """The widgets below ``root`` that are laid out to be seen, whether scrolled to or not."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root.window()):
            yield widget


def focusable(root: QWidget) -> list[QWidget]:
    """What Tab reaches below ``root``."""
    return [
        widget
        for widget in shown_widgets(root)
        if widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def is_viewport(widget: QWidget) -> bool:
    """Whether a widget is only the inside of a scrolling one."""
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
