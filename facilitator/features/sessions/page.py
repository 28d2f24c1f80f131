"""The list of sessions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.naming import session_label
from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.columns import columns
from facilitator.features.sessions.copying import make_copy
from facilitator.features.sessions.rows import SessionRow
from facilitator.kit.context import Context
from facilitator.kit.icons import Tone, icon
from facilitator.kit.lists import EmptyState, ListPanel, RowTable
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

_TABLES = (
    "learning_session",
    "series",
    "session_organisation",
    "organisation",
    "agenda_item",
    "appearance",
    "note",
)


class SessionsPage(QWidget):
    """All sessions by date; opening one shows its workspace."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.table = RowTable(columns(), tr("Sessions"), self)
        self.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.table.opened.connect(lambda row: context.navigator.open_row("session", row.id))
        self.table.deletion_requested.connect(self._on_deletion_requested)
        empty = EmptyState(
            tr("No sessions yet"),
            tr(
                "A session holds its agenda, its notes and its briefing. Start one, or import a list of them."
            ),
            "" if context.library.read_only else tr("New session"),
        )
        empty.acted.connect(self.new_row)
        self.panel = ListPanel(self.table, empty, self)
        self._delete = QAction(icon("delete"), tr("Delete session"), self)
        self._delete.triggered.connect(lambda: self._on_deletion_requested(self.table.selected_rows()))
        self._delete.setEnabled(False)
        self.addAction(self._delete)
        self._bind = QAction(icon("print"), tr("Briefings of its series in one document"), self)
        self._bind.triggered.connect(self._on_binding_wanted)
        self._bind.setEnabled(False)
        self.addAction(self._bind)
        self._copies = [
            self._make_copy_action(tr("New session from this one"), True),
            self._make_copy_action(tr("New session from this one, without its people"), False),
        ]
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._lay_out()
        context.library.changed.connect(self._on_library_changed)
        self.refresh()

    def _lay_out(self) -> None:
        self.new_button = QPushButton(icon("add", Tone.ON_ACCENT), tr("New session"), self)
        self.new_button.setObjectName("primary")
        self.new_button.setAccessibleName(tr("New session"))
        self.new_button.setEnabled(not self._context.library.read_only)
        self.new_button.clicked.connect(self.new_row)
        self.bind_button = QPushButton(icon("print"), tr("Series…"), self)
        self.bind_button.setAccessibleName(tr("Series… its briefings in one document"))
        self.bind_button.setToolTip(tr("All sessions of the series in one document, with contents"))
        self.bind_button.clicked.connect(self._bind.trigger)
        self._bind.enabledChanged.connect(self.bind_button.setEnabled)
        self.bind_button.setEnabled(False)
        self.panel.add_action(self.bind_button)
        self.panel.add_action(self._make_copy_button())
        self.panel.add_action(self.new_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panel)

    def _make_copy_action(self, text: str, with_people: bool) -> QAction:
        action = QAction(icon("copy"), text, self)
        action.triggered.connect(lambda: self._on_copy_wanted(with_people))
        action.setEnabled(False)
        self.addAction(action)
        return action

    def _make_copy_button(self) -> QPushButton:
        self.copy_button = QPushButton(icon("copy"), tr("From this one"), self)
        self.copy_button.setAccessibleName(tr("From this one: a new session like the one that is selected"))
        self.copy_button.setToolTip(
            tr("A new session with the details and agenda of the one that is selected")
        )
        menu = QMenu(self.copy_button)
        menu.addActions(self._copies)
        self.copy_button.setMenu(menu)
        self.copy_button.setEnabled(False)
        return self.copy_button

    def refresh(self) -> None:
        """Read the list anew; selection and scroll stay."""
        with self._context.library.read() as session:
            self.panel.set_rows(queries.list_sessions(session))

    def show_row(self, row_id: str) -> None:
        """Select a session in the list."""
        self.panel.search.clear()
        self.table.select(row_id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_row(self) -> None:
        """Add a session and open its workspace."""
        command = commands.AddSession()
        if self._context.library.run(command):
            self._context.navigator.open_row("session", command.id)

    def focus_search(self) -> None:
        """Put the caret into the search box, or on the first action while there is nothing to search."""
        if self.panel.search.isEnabled():
            self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.panel.search.selectAll()
        else:
            self.panel.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_deletion_requested(self, rows: list[SessionRow]) -> None:
        if not rows or not self._context.library.run(commands.delete_sessions(rows)):
            return
        if len(rows) == 1:
            told = tr("Deleted session {name}").format(name=session_label(rows[0].label, rows[0].title))
        else:
            told = ntr("Deleted {count} session", "Deleted {count} sessions", len(rows)).format(
                count=len(rows)
            )
        self._context.notices.tell(told, offer_undo=True)

    def _on_copy_wanted(self, with_people: bool) -> None:
        rows = self.table.selected_rows()
        if len(rows) == 1:
            make_copy(self._context, rows[0].id, with_people)

    def _on_binding_wanted(self) -> None:
        rows = self.table.selected_rows()
        if len(rows) == 1:
            self._context.navigator.open_papers(rows[0].id, "series")

    def _on_selection_changed(self) -> None:
        rows, writable = self.table.selected_rows(), not self._context.library.read_only
        count = len(rows)
        self._bind.setEnabled(count == 1 and bool(rows[0].series))
        self._delete.setEnabled(count > 0 and writable)
        for action in self._copies:
            action.setEnabled(count == 1 and writable)
        self.copy_button.setEnabled(count == 1 and writable)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self.refresh()
