"""The menu View: light or dark, size of the texts, full screen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from facilitator.kit.icons import icon
from facilitator.kit.settings import TEXT_PERCENTS
from facilitator.shell.menus.base import WindowMenu
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.window import MainWindow


class ViewMenu(WindowMenu):
    """What is chosen here holds for this person on this computer."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window, menu)
        settings = window.settings
        schemes = ((tr("As the system"), "system"), (tr("Light"), "light"), (tr("Dark"), "dark"))
        appearance = self.menu.addMenu(icon("theme"), tr("Appearance"))
        self._appearance = self._choices(appearance, schemes)
        sizes = self.menu.addMenu(tr("Text size"))
        percents = [(tr("{percent} %").format(percent=percent), percent) for percent in TEXT_PERCENTS]
        self._sizes = self._choices(sizes, percents)
        self._appearance.triggered.connect(lambda action: setattr(settings, "scheme", action.data()))
        self._sizes.triggered.connect(lambda action: setattr(settings, "text_percent", action.data()))
        self.add(tr("Larger text"), partial(self._step, 1), "Ctrl++")
        self.add(tr("Smaller text"), partial(self._step, -1), "Ctrl+-")
        self.add(tr("Normal text"), lambda: setattr(settings, "text_percent", 100), "Ctrl+0")
        self.menu.addSeparator()
        self.add(tr("Full screen"), self._on_full_screen, "F11")
        settings.changed.connect(self._show_chosen)
        self._show_chosen()

    def _choices(self, menu: QMenu, choices: Sequence[tuple[str, object]]) -> QActionGroup:
        group = QActionGroup(menu)
        for text, value in choices:
            action = QAction(text, menu, checkable=True)
            action.setData(value)
            group.addAction(action)
            menu.addAction(action)
        return group

    def _show_chosen(self) -> None:
        settings = self.window.settings
        for group, value in ((self._appearance, settings.scheme), (self._sizes, settings.text_percent)):
            for action in group.actions():
                action.setChecked(action.data() == value)

    def _step(self, steps: int) -> None:
        now = self.window.settings.text_percent
        nearest = min(range(len(TEXT_PERCENTS)), key=lambda number: abs(TEXT_PERCENTS[number] - now))
        wanted = min(max(nearest + steps, 0), len(TEXT_PERCENTS) - 1)
        self.window.settings.text_percent = TEXT_PERCENTS[wanted]

    def _on_full_screen(self) -> None:
        self.window.setWindowState(self.window.windowState() ^ Qt.WindowState.WindowFullScreen)
