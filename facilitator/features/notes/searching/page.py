"""The page of notes: all notes of the library, searched and filtered; Enter goes to the note in its session."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.features.notes import queries
from facilitator.features.notes.fixing.changing import delete_lines
from facilitator.features.notes.listing.delegate import NoteDelegate
from facilitator.features.notes.listing.listview import NoteListView
from facilitator.features.notes.listing.model import NoteListModel
from facilitator.features.notes.rows import NoteLine, NotePlace
from facilitator.features.notes.searching.filterbar import FilterBar
from facilitator.features.notes.searching.finding import FoundNotes, find_notes
from facilitator.kit.context import Context
from facilitator.kit.lists import EmptyState
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

_TABLES = ("note", "person", "place", "learning_session")


class NotesPage(QWidget):
    """Notes are read as they come into sight, so that a hundred thousand are no burden."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stale = True
        self.filters = FilterBar(self)
        self.list = NoteListView(
            NoteListModel(self._read, self), NoteDelegate(with_session=True), tr("All notes"), self
        )
        self._nothing = EmptyState(
            tr("No notes yet"),
            tr("Notes are taken in a session, in its stage Run. Here all of them are found again."),
            tr("Go to the sessions"),
        )
        self._not_found = EmptyState(
            tr("No note has all of that"), tr("Try fewer words, or other filters."), tr("Show all notes")
        )
        self._stack = QStackedWidget(self)
        for widget in (self.list, self._nothing, self._not_found):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)
        self._connect()

    def show_row(self, row_id: str) -> None:
        """Go to a note in its session, where it is edited."""
        with self._context.library.read() as session:
            session_id = queries.session_of(session, row_id)
        if session_id:
            self._context.navigator.open_stage(session_id, "notes", row_id)

    def new_row(self) -> None:
        """Notes are taken in a session: go to the sessions."""
        self._context.navigator.open_page("sessions")

    def focus_search(self) -> None:
        """Put the caret into the search box."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._reload()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.filters.search.hasFocus() and self.list.notes.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.notes.index(0))
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.filters.changed.connect(self._find)
        self.filters.search.returnPressed.connect(self._on_search_entered)
        self.list.opened.connect(lambda line: self.show_row(line.id))
        self.list.deletion_requested.connect(lambda lines: delete_lines(self._context, lines))
        self._nothing.acted.connect(self.new_row)
        self._not_found.acted.connect(self.filters.clear)
        self._context.library.changed.connect(self._on_library_changed)
        go = QAction(tr("Go to the note in its session"), self)
        go.triggered.connect(self._on_go)
        remove = QAction(tr("Delete the selected notes"), self, enabled=not self._context.library.read_only)
        remove.triggered.connect(lambda: delete_lines(self._context, self.list.selected_lines()))
        self.addActions([go, remove])

    def _read(self, ids: Sequence[str]) -> list[NoteLine]:
        with self._context.library.read() as session:
            return queries.note_lines(session, ids)

    def _reload(self) -> None:
        self._stale = False
        with self._context.library.read() as session:
            self.filters.offer(choices.sessions(session), choices.people(session))
        self._find()

    def _find(self) -> None:
        if self._stale:
            return
        try:
            found = find_notes(self._context.library, self.filters.words(), self.filters.filters())
        except Refused as refusal:
            self._context.notices.refuse(refusal)
            return
        current = self.list.current_line()
        places = [NotePlace(number, 0, row_id) for number, row_id in enumerate(found.ids)]
        self.list.notes.set_places(places, dict(found.highlights))
        if current is not None:
            self.list.select(current.id)
        self._tell(found)

    def _tell(self, found: FoundNotes) -> None:
        narrowed = bool(self.filters.words().strip()) or bool(self.filters.filters())
        shown = self.list if found.ids else self._not_found if narrowed else self._nothing
        self._stack.setCurrentWidget(shown)
        count = len(found.ids)
        words = ntr("{count} note", "{count} notes", count)
        if found.more:
            words = ntr("The best note", "The best {count} notes", count)
        self.filters.count.setText(words.format(count=count))

    def _on_search_entered(self) -> None:
        if self.list.notes.rowCount():
            self.list.setCurrentIndex(self.list.notes.index(0))
            self.list.setFocus()

    def _on_go(self) -> None:
        line = self.list.current_line()
        if line is not None:
            self.show_row(line.id)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self._stale = True
            if self.isVisible():
                scrolled = self.list.verticalScrollBar().value()
                self._reload()
                self.list.verticalScrollBar().setValue(scrolled)
