"""The menu Edit: undo and redo by their labels, find, search, the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from facilitator.shell.menus.base import WindowMenu
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.window import MainWindow


class EditMenu(WindowMenu):
    """Undo says what it takes back."""

    def __init__(self, window: MainWindow, menu: QMenu) -> None:
        super().__init__(window, menu)
        standard = QKeySequence.StandardKey
        self.undo = self.add(tr("Undo"), self._on_undo, standard.Undo, "undo")
        self.redo = self.add(tr("Redo"), self._on_redo, "Ctrl+Shift+Z", "redo")
        self.menu.addSeparator()
        self.new = self.add(tr("New on this page"), self._on_new, "Ctrl+N", "add", writes=True)
        self.new_note = self.add(tr("New note"), self._on_new_note, "Ctrl+Shift+N", "notes", writes=True)
        self.menu.addSeparator()
        self.find = self.add(tr("Find on this page"), self._on_find, "Ctrl+F", "search", needs_library=True)
        self.search = self.add(
            tr("Search everything"), window.open_palette, "Ctrl+Shift+F", "search", needs_library=True
        )
        self.palette = self.add(
            tr("Command palette"), window.open_palette, "Ctrl+K", "palette", needs_library=True
        )
        window.rail.search_requested.connect(window.open_palette)
        self._show_steps()

    def on_attached(self, opened: OpenedLibrary | None) -> None:
        """Follow the library's history."""
        super().on_attached(opened)
        if opened is not None:
            opened.library.changed.connect(self._show_steps)
        self._show_steps()

    def _show_steps(self) -> None:
        opened = self.window.opened
        undo = opened.library.store.next_undo() if opened else None
        redo = opened.library.store.next_redo() if opened else None
        self.undo.setText(tr("Undo {change}").format(change=undo.label) if undo else tr("Undo"))
        self.redo.setText(tr("Redo {change}").format(change=redo.label) if redo else tr("Redo"))
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)

    def _on_undo(self) -> None:
        if self.window.opened:
            self.window.opened.undo()

    def _on_redo(self) -> None:
        if self.window.opened:
            self.window.opened.redo()

    def _on_new(self) -> None:
        if self.window.opened:
            self.window.opened.screens.new_row()

    def _on_new_note(self) -> None:
        if self.window.opened:
            self.window.opened.screens.open_last_session("notes")

    def _on_find(self) -> None:
        if self.window.opened and not self.window.opened.screens.focus_search():
            self.window.open_palette()
