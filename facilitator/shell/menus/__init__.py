"""The menu bar: every command of the program in one place, from which the palette takes them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.translation import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from facilitator.shell.menus.base import WindowMenu
    from facilitator.shell.window import MainWindow

TITLES = (mark("&File"), mark("&Edit"), mark("&View"), mark("&Go"), mark("&Help"))


def fill_menus(window: MainWindow, menus: Sequence[QMenu]) -> tuple[WindowMenu, ...]:
    """Put the commands into the menus, which stand in the order of their titles."""
    from facilitator.shell.menus.edit import EditMenu
    from facilitator.shell.menus.file import FileMenu
    from facilitator.shell.menus.go import GoMenu
    from facilitator.shell.menus.help import HelpMenu
    from facilitator.shell.menus.view import ViewMenu

    made = (FileMenu, EditMenu, ViewMenu, GoMenu, HelpMenu)
    return tuple(menu(window, place) for menu, place in zip(made, menus, strict=True))
