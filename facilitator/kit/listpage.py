"""A page with a list and the editor of its rows: it loads when first shown, follows changes, adds, deletes, undoes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.identity import new_id
from facilitator.kit.context import Context
from facilitator.kit.lists import EmptyState, ListPanel, RowTable
from facilitator.kit.sidebyside import ListAndEditor
from facilitator.storage.journal import ChangeSet
from facilitator.storage.store import Command, ReadSession
from facilitator.translation import tr


class RowEditor(QWidget):
    """What edits one row of a list."""

    def show_row(self, row_id: str) -> bool:
        """Show a row; False when it was deleted."""
        raise NotImplementedError

    def refresh(self, changes: ChangeSet) -> bool:
        """Show the row as it is after a change; False when it was deleted."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        raise NotImplementedError


@dataclass(frozen=True)
class ListPageWords:
    """What the page says, marked for translation."""

    add: str
    delete: str
    nothing_chosen: str


@dataclass(frozen=True)
class ListPageReads:
    """What the page reads and writes: its tables, its rows, and the commands that add and delete them."""

    tables: tuple[str, ...]
    rows: Callable[[ReadSession], Sequence[Any]]
    add: Callable[[str], Command]
    delete: Callable[[Sequence[Any]], tuple[Command, str]]
    """The command for some rows, and the sentence that says what was done."""


class ListPage(QWidget):
    """The page. It keeps selection and scroll when rows change."""

    def __init__(
        self,
        context: Context,
        table: RowTable,
        empty: EmptyState,
        editor: RowEditor,
        words: ListPageWords,
        reads: ListPageReads,
    ) -> None:
        super().__init__()
        self._context, self._editor, self._reads = context, editor, reads
        self._stale = True
        self.table = table
        self.panel = ListPanel(table, empty, self)
        self.add_button = QPushButton(tr(words.add), self)
        self.add_button.setObjectName("primary")
        self.panel.add_action(self.add_button)
        nothing = QLabel(tr(words.nothing_chosen), self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        nothing.setObjectName("emptyText")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._editors = QStackedWidget(self)
        self._editors.addWidget(nothing)
        self._editors.addWidget(editor)
        self.sides = ListAndEditor(self.panel, self._editors, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sides)
        self._make_actions(words)
        self._connect(empty)

    def show_row(self, row_id: str) -> None:
        """Select a row and edit it."""
        self._load()
        if not self.table.select(row_id):
            self.panel.search.clear()
            self.table.select(row_id)
        self._show_current()
        self.sides.show_editor()

    def new_row(self) -> None:
        """Add a row and edit it."""
        row_id = new_id()
        if self._context.library.run(self._reads.add(row_id)):
            self.show_row(row_id)
            self._editor.focus_first()

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self.sides.show_list()
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()

    def delete_rows(self, rows: Sequence[Any]) -> None:
        """Delete rows at once; the notice offers undo."""
        if not rows or self._context.library.read_only:
            return
        command, done = self._reads.delete(rows)
        if self._context.library.run(command):
            self._context.notices.tell(done, offer_undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        self._load()
        super().showEvent(event)

    def _make_actions(self, words: ListPageWords) -> None:
        writable = not self._context.library.read_only
        self.add_button.setEnabled(writable)
        self._delete_action = QAction(tr(words.delete), self, enabled=False)
        self._delete_action.triggered.connect(lambda: self.delete_rows(self.table.selected_rows()))
        self._add_action = QAction(tr(words.add), self, enabled=writable)
        self._add_action.triggered.connect(self.new_row)
        self.addActions([self._add_action, self._delete_action])

    def _connect(self, empty: EmptyState) -> None:
        self.add_button.clicked.connect(self.new_row)
        empty.acted.connect(self.new_row)
        self.table.opened.connect(self._on_opened)
        self.table.deletion_requested.connect(self.delete_rows)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.sides.went_back.connect(self.table.setFocus)
        self._context.library.changed.connect(self._on_library_changed)

    def _load(self) -> None:
        if not self._stale:
            return
        self._stale = False
        with self._context.library.read() as session:
            self.panel.set_rows(self._reads.rows(session))

    def _show_current(self) -> None:
        row = self.table.current_row()
        shown = row is not None and self._editor.show_row(row.id)
        self._editors.setCurrentIndex(1 if shown else 0)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*self._reads.tables):
            self._stale = True
            if self.isVisible():
                self._load()
        if self._editors.currentIndex() == 1 and not self._editor.refresh(changes):
            self._editors.setCurrentIndex(0)

    def _on_opened(self, _row: object) -> None:
        self._show_current()
        self.sides.show_editor()
        self._editor.focus_first()

    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    def _on_selection_changed(self) -> None:
        self._delete_action.setEnabled(
            self.table.selectionModel().hasSelection() and not self._context.library.read_only
        )
