"""When the clock of the session ends, what is open is offered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.domain.running import course_of
from facilitator.kit.library import Library
from facilitator.reading.held import read_events
from facilitator.storage.journal import ChangeSet


class EndWatch(QObject):
    """``ended`` when the session has just ended, not when it had before."""

    ended = Signal()

    def __init__(self, library: Library, session_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._session_id = library, session_id
        self._has_ended = self._read()
        library.changed.connect(self._on_changed)

    def _read(self) -> bool:
        with self._library.read() as session:
            return course_of(read_events(session, self._session_id)).ended is not None

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("run_event"):
            before, self._has_ended = self._has_ended, self._read()
            if self._has_ended and not before:
                self.ended.emit()
