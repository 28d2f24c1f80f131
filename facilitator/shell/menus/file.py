"""The menu File: libraries, what comes in, what goes out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from facilitator.kit.icons import icon
from facilitator.shell import catalog
from facilitator.shell.menus.base import WindowMenu
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.window import MainWindow


class FileMenu(WindowMenu):
    """Everything here asks for a file first."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window, menu)
        libraries = window.libraries
        self.add(tr("New library…"), libraries.ask_new)
        self.add(tr("Open library…"), libraries.ask_open, "Ctrl+O", "open")
        self.recent = self.menu.addMenu(tr("Open recent"))
        self.recent.aboutToShow.connect(self._fill_recent)
        self.menu.addSeparator()
        self.add(tr("Import files…"), libraries.ask_import, "Ctrl+I", "import", writes=True)
        self.add(tr("Print or export papers…"), self._on_papers, "Ctrl+Shift+P", "print", needs_library=True)
        self._add_papers(self.menu.addMenu(tr("Papers of the session")))
        self.menu.addSeparator()
        self.add(tr("Back up now…"), libraries.ask_back_up, None, "backup", needs_library=True)
        self.add(tr("Restore a backup…"), libraries.ask_restore, None, "restore", writes=True)
        self.menu.addSeparator()
        self.add(tr("Quit"), window.close, "Ctrl+Q")

    def _add_papers(self, menu: QMenu) -> None:
        """Each paper by its name, so that the palette finds it."""
        for report in catalog.offered():
            action = QAction(tr(report.title), menu)
            action.triggered.connect(partial(self._on_papers, report.id))
            action.setEnabled(False)
            self._of_library.append(action)
            menu.addAction(action)

    def _on_papers(self, report_id: str = "", *_: object) -> None:
        if self.window.opened:
            self.window.opened.screens.open_last_papers(report_id)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self.window.settings.recent_libraries:
            action = QAction(icon("open"), str(path), self.recent)
            action.triggered.connect(lambda *_, path=path: self.window.libraries.open(path))
            self.recent.addAction(action)
        if self.recent.isEmpty():
            none = QAction(tr("None yet"), self.recent)
            none.setEnabled(False)
            self.recent.addAction(none)
