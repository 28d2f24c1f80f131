"""The menu bar: every command of the program in one place, from which the palette takes them too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.shell.window import MainWindow


def make_menus(window: MainWindow) -> list[object]:
    """Fill the window's menu bar. The list keeps the menus alive."""
    from facilitator.shell.menus.edit import EditMenu
    from facilitator.shell.menus.file import FileMenu
    from facilitator.shell.menus.go import GoMenu
    from facilitator.shell.menus.help import HelpMenu
    from facilitator.shell.menus.view import ViewMenu

    return [menu(window) for menu in (FileMenu, EditMenu, ViewMenu, GoMenu, HelpMenu)]
