"""The time of a session that is held, also when the program was killed in it: it counts on from where it was."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.kit.library import Library
from facilitator.kit.timekeeping import Timekeeper
from facilitator.reading.held import is_any_held
from facilitator.storage.journal import ChangeSet

_KEY = "time:anchor"


class HeldTime(QObject):
    """Tells the timekeeper whether a session of the library is held, and keeps its anchor among the library's drafts,
    outside the journal, while one is."""

    def __init__(self, library: Library, time: Timekeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._time = library, time
        self._kept = "" if library.read_only else library.store.drafts(_KEY).get(_KEY, "")
        if self._kept:  # first of all: by a clock that was set meanwhile no session may seem to be held
            time.is_held = time.count_on(self._kept)
        self._look()
        self._keep()
        library.changed.connect(self._on_changed)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("run_event"):
            self._look()
            self._keep()

    def _look(self) -> None:
        with self._library.read() as session:
            self._time.is_held = is_any_held(session, self._time.now())

    def _keep(self) -> None:
        wanted = self._time.anchor() if self._time.is_held else ""
        if wanted != self._kept and self._library.save_draft(_KEY, wanted):
            self._kept = wanted
