"""Every command that can be given now: those of the menus, of the page that is shown, and of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.shell.window import MainWindow
from facilitator.translation import tr


@dataclass(frozen=True)
class Offer:
    """A command with where it belongs, such as ``View`` or ``Sessions``."""

    action: QAction
    group: str

    @property
    def text(self) -> str:
        """The command without the mark of its menu key."""
        return self.action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    @property
    def keys(self) -> str:
        """Its shortcut as this system writes it."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def offers(window: MainWindow) -> list[Offer]:
    """All commands, those of the page first."""
    found = [Offer(action, tr("This page")) for action in _of_page(window)]
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if isinstance(menu, QMenu):
            found += [Offer(action, group) for action, group in _of_menu(menu, entry.text().replace("&", ""))]
    return found


def _of_page(window: MainWindow) -> list[QAction]:
    if window.opened is None:
        return []
    return _with_text(window.opened.screens.shown_parts())


def _with_text(widgets: list[QWidget]) -> list[QAction]:
    found = [action for widget in widgets for action in widget.actions()]
    return [action for action in dict.fromkeys(found) if action.text() and not action.isSeparator()]


def _of_menu(menu: QMenu, group: str) -> Iterator[tuple[QAction, str]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            title = tr("{menu} › {inner}").format(menu=group, inner=inner.title().replace("&", ""))
            yield from _of_menu(inner, title)
        elif action.text() and not action.isSeparator():
            yield action, group
