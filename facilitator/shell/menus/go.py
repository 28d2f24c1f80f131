"""The menu Go: the pages, the way back, the next pane."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from facilitator.shell import catalog
from facilitator.shell.menus.base import WindowMenu
from facilitator.shell.panes import next_pane
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.window import MainWindow


class GoMenu(WindowMenu):
    """Ctrl and a number for each page of the rail."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window, menu)
        pages = [("home", tr("Home"), "home")]
        pages += [(feature.id, tr(feature.title), feature.icon) for feature in catalog.pages()]
        for number, (page_id, title, icon_name) in enumerate(pages, start=1):
            self.add(title, partial(self._open, page_id), f"Ctrl+{number}", icon_name, needs_library=True)
        self.menu.addSeparator()
        self.add(tr("Back"), self._back, "Alt+Left", "back", needs_library=True)
        self.add(tr("Next pane"), partial(next_pane, window, 1), "F6")
        self.add(tr("Previous pane"), partial(next_pane, window, -1), "Shift+F6")

    def _open(self, page_id: str) -> None:
        if self.window.opened:
            self.window.opened.screens.open_page(page_id)

    def _back(self) -> None:
        if self.window.opened:
            self.window.opened.screens.back()
