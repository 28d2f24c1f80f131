"""What the menus share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from facilitator.kit.icons import icon

if TYPE_CHECKING:
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.window import MainWindow

Keys = QKeySequence.StandardKey | str | None


class WindowMenu(QObject):
    """One menu of the menu bar. Its actions that need an open library are enabled only while there is one."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window)
        self.window, self.menu = window, menu
        self._of_library: list[QAction] = []
        self._writing: list[QAction] = []
        window.attached.connect(self.on_attached)

    def add(
        self,
        text: str,
        slot: Callable[[], object],
        keys: Keys = None,
        icon_name: str = "",
        *,
        needs_library: bool = False,
        writes: bool = False,
    ) -> QAction:
        """Add a command. ``writes`` disables it in a library that is open read-only."""
        action = QAction(text, self.menu)
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        elif keys is not None:
            action.setShortcuts(QKeySequence.keyBindings(keys)[:1])
        if icon_name:
            action.setIcon(icon(icon_name))
        action.triggered.connect(lambda *_: slot())
        if needs_library or writes:
            self._of_library.append(action)
            action.setEnabled(False)
        if writes:
            self._writing.append(action)
        self.menu.addAction(action)
        return action

    def on_attached(self, opened: OpenedLibrary | None) -> None:
        """Enable what can be done with the library."""
        for action in self._of_library:
            action.setEnabled(opened is not None)
        if opened is not None and opened.library.read_only:
            for action in self._writing:
                action.setEnabled(False)
