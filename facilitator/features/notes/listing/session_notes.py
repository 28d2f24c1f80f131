"""The notes of one session, and what stands there while there are none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from facilitator.features.notes import queries
from facilitator.features.notes.listing.listview import NoteListView
from facilitator.features.notes.listing.orders import Names
from facilitator.features.notes.listing.pair import NoteLists
from facilitator.features.notes.pictures.dropping import PictureTarget
from facilitator.features.notes.pictures.panel import give_pictures
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.starting import StartHelp
from facilitator.kit.context import Context
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet

_NAME_TABLES = ("agenda_item", "appearance", "person", "place", "learning_session", "term")
_LINE_TABLES = (*_NAME_TABLES, "note_term", "case_study", "attachment")
_MOST_ONE_BY_ONE = 200


class SessionNotesPanel(QStackedWidget):
    """Follows the library note by note: ten thousand others are not read again."""

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._library, self._session_id = context.library, session_id
        self.empty = StartHelp(read_only=self._library.read_only)
        self.empty.plan_wanted.connect(lambda: context.navigator.open_stage(session_id, "agenda"))
        self.empty.keys_wanted.connect(lambda: context.navigator.open_papers(session_id, "keys"))
        self.lists = NoteLists(self._read, context.settings, self)
        self.list = self.lists.lists[0]
        self.addWidget(self.empty)
        self.addWidget(self.lists)
        for one in self.lists.lists:
            PictureTarget(one.viewport(), partial(self._take_pictures, context, one), one)

    @property
    def has_notes(self) -> bool:
        """Whether there are notes, so that their list is to be seen."""
        return self.currentWidget() is self.lists

    def load(self) -> None:
        """Read where all notes of the session stand."""
        self.lists.set_names(self._read_names())
        with self._library.read() as session:
            places = queries.places_of(session, self._session_id)
        self.lists.reload(places)
        self._show_list_or_empty()

    def follow(self, changes: ChangeSet) -> None:
        """Show what changed."""
        ids = list(changes.tables.get("note", ()))
        if changes.everything or len(ids) > _MOST_ONE_BY_ONE:
            self.load()
            return
        if changes.touches(*_NAME_TABLES):
            self.lists.set_names(self._read_names())
        if ids:
            with self._library.read() as session:
                places = queries.places_of(session, self._session_id, ids)
            self.lists.refresh_notes(ids, places)
            self._show_list_or_empty()
        if changes.touches(*_LINE_TABLES):
            self.lists.refresh_lines()

    def focus_last(self) -> None:
        """Put the focus on the notes that are selected, or else on the latest."""
        if not self.list.notes.rowCount():
            return
        active = self.lists.active
        if not active.selectionModel().hasSelection():
            self.lists.select(self.list.notes.latest())
        active.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_pictures(
        self, context: Context, shown: NoteListView, mime: QMimeData, place: QPoint | None
    ) -> bool:
        """Give them to the note on which they were dropped, or, pasted, to the one with the focus."""
        line = shown.current_line() if place is None else shown.line_at(place)
        if line is None:
            return False
        give_pictures(context, line.id, mime)
        return True

    def _read_names(self) -> Names:
        with self._library.read() as session:
            frame = queries.run_frame(session, self._session_id)
            people = dict(choices.people(session))
        in_agenda = {person_id: number for number, person_id in enumerate(frame.speakers)}
        return Names(dict(frame.items), people, in_agenda, frame.zone)

    def _read(self, ids: Sequence[str]) -> list[NoteLine]:
        with self._library.read() as session:
            return queries.note_lines(session, ids)

    def _show_list_or_empty(self) -> None:
        self.setCurrentIndex(1 if self.list.notes.rowCount() else 0)
        # What stands there while there are no notes needs no room while there are some.
        policy = QSizePolicy.Policy.Ignored if self.currentIndex() else QSizePolicy.Policy.Preferred
        self.empty.setSizePolicy(policy, policy)
