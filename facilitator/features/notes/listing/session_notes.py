"""The notes of one session as they were said, and what stands there while there are none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.features.notes import queries
from facilitator.features.notes.listing.delegate import NoteDelegate
from facilitator.features.notes.listing.listview import NoteListView
from facilitator.features.notes.listing.model import NoteListModel
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.library import Library
from facilitator.kit.lists import EmptyState
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_LINE_TABLES = ("person", "place", "agenda_item", "learning_session")


class SessionNotesPanel(QStackedWidget):
    """Follows the library note by note: ten thousand others are not read again."""

    def __init__(self, library: Library, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._session_id = library, session_id
        self.empty = EmptyState(
            tr("No notes yet"),
            tr("Type below while people speak. Each note keeps its moment, agenda item and speaker."),
            "" if library.read_only else tr("Take the first note"),
        )
        self.list = NoteListView(
            NoteListModel(self._read, self), NoteDelegate(), tr("Notes of the session"), self
        )
        self.addWidget(self.empty)
        self.addWidget(self.list)

    def load(self) -> None:
        """Read where all notes of the session stand."""
        with self._library.read() as session:
            self.list.notes.set_places(queries.places_of(session, self._session_id))
        self._show_list_or_empty()

    def follow(self, changes: ChangeSet) -> None:
        """Show what changed."""
        if changes.everything:
            self.load()
        elif changes.touches("note"):
            ids = list(changes.tables["note"])
            with self._library.read() as session:
                places = queries.places_of(session, self._session_id, ids)
            self.list.notes.refresh(ids, places)
            self._show_list_or_empty()
        if changes.touches(*_LINE_TABLES):
            self.list.notes.refresh_lines()

    def focus_last(self) -> None:
        """Put the focus on the notes that are selected, or else on the latest."""
        if not self.list.notes.rowCount():
            return
        if not self.list.selectionModel().hasSelection():
            self.list.select(self.list.notes.ids()[-1])
        self.list.setFocus()

    def _read(self, ids: Sequence[str]) -> list[NoteLine]:
        with self._library.read() as session:
            return queries.note_lines(session, ids)

    def _show_list_or_empty(self) -> None:
        self.setCurrentIndex(1 if self.list.notes.rowCount() else 0)
