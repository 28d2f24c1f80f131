"""What the Run stage reads, and when: the caret first, then the notes; what nobody sees once it is to be seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from facilitator.features.notes import queries
from facilitator.features.notes.capture.panel import CapturePanel
from facilitator.features.notes.listing.session_notes import SessionNotesPanel
from facilitator.features.notes.rows import RunFrame
from facilitator.kit.library import Library
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet

_MANY, _LATER_MS = 2000, 40
"""Of more notes than these the caret does not wait: they are read once it is seen."""
_FRAME_TABLES = ("agenda_item", "appearance", "person", "place", "learning_session", "term")


class Loading(QObject):
    """Reads the agenda and the people, what was being typed, and the notes."""

    framed = Signal(object)
    """The ``RunFrame`` was read anew."""
    loaded = Signal()
    """The notes are there."""

    def __init__(
        self, library: Library, session_id: str, capture: CapturePanel, notes: SessionNotesPanel
    ) -> None:
        super().__init__(notes)
        self._library, self._session_id = library, session_id
        self._capture, self._notes = capture, notes
        self._is_begun, self._frame_stale = False, True
        self._are_notes_due = False
        """Whether the notes are still to be read, in a moment."""
        self._later = QTimer(self, interval=_LATER_MS, singleShot=True)
        self._later.timeout.connect(self._load_notes)
        library.closing.connect(self._later.stop)

    def load(self, *, at_once: bool = True) -> None:
        """Read what was not read yet. Very many notes come a moment later, unless they are needed ``at_once``."""
        if not self._is_begun:
            self._is_begun = True
            self._refresh_frame()
            self._capture.restore()
            with self._library.read() as session:
                many = queries.how_many(session, self._session_id) > _MANY
            if many and not at_once:
                self._are_notes_due = True
                self._capture.line.viewport().installEventFilter(self)
            else:
                self._load_notes()
        elif self._frame_stale:
            self._refresh_frame()
        if at_once and self._are_notes_due:
            self._load_notes()

    def follow(self, changes: ChangeSet, *, is_seen: bool) -> None:
        """Show what changed."""
        if not self._is_begun:
            return
        if not self._are_notes_due:
            self._notes.follow(changes)
        if changes.touches(*_FRAME_TABLES):
            self._frame_stale = True
            if is_seen:
                self._refresh_frame()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line with the caret is painted: once that is on the screen, the notes are read."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._start_reading)  # behind the painting of all else
        return False

    def _start_reading(self) -> None:
        if self._are_notes_due:
            self._later.start()

    def _load_notes(self) -> None:
        self._later.stop()
        self._are_notes_due = False
        self._notes.load()
        self._notes.list.scrollToBottom()
        self.loaded.emit()

    def _refresh_frame(self) -> None:
        self._frame_stale = False
        with self._library.read() as session:
            frame: RunFrame = queries.run_frame(session, self._session_id)
            people = choices.people(session)
        self._capture.show_frame(frame, people)
        self._notes.empty.show_agenda(bool(frame.items))
        self.framed.emit(frame)
