"""The menu Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from facilitator.shell.menus.base import WindowMenu
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.window import MainWindow


class HelpMenu(WindowMenu):
    """Which keys do what, and what this program is."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window, menu)
        self.add(tr("Keyboard shortcuts"), self._on_shortcuts, "F1")
        self.add(tr("About Facilitator"), self._on_about)

    def _on_shortcuts(self) -> None:
        from facilitator.shell.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.window).exec()

    def _on_about(self) -> None:
        from facilitator.shell.about import AboutDialog

        AboutDialog(self.window).exec()
