"""Counts what is open, and reads it as far as it is shown: after a pause, in small steps, not while somebody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.features.notes.opens.listed import MOST_LISTED
from facilitator.features.notes.opens.rows import Code, OpenRow
from facilitator.features.notes.queries import opens as queries
from facilitator.kit.library import Library
from facilitator.storage.journal import ChangeSet

_PAUSE_MS = 700
_TABLES = (
    "note",
    "person",
    "appearance",
    "guiding_question",
    "learning_session",
    "agenda_item",
    "place",
    "case_study",
)


class OpenCounting(QObject):
    """``counted`` gives how many things are open; ``counts`` and ``rows`` have them by kind."""

    counted = Signal(int)

    def __init__(self, library: Library, session_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._session_id = library, session_id
        self.counts: dict[Code, int] = {}
        self.rows: dict[Code, Sequence[OpenRow]] = {}
        self.is_listed = False
        """Whether the things themselves are shown, not only how many there are."""
        self._steps: list[Callable[[], None]] = []
        self._found: dict[Code, int] = {}
        self._read: dict[Code, Sequence[OpenRow]] = {}
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._begin)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._step)
        library.changed.connect(self._on_changed)
        library.closing.connect(self._stop)

    def soon(self) -> None:
        """Count after a pause."""
        self._pause.start()

    def wait(self) -> None:
        """Somebody types: what is to be counted waits for the next pause."""
        if self._pause.isActive() or self._steps:
            self._stop()
            self._pause.start()

    def now(self) -> None:
        """Count at once: somebody has settled something and wants to go on."""
        self._stop()
        self._collect()
        while self._steps:
            self._steps.pop(0)()

    def _begin(self) -> None:
        self._collect()
        self._next.start()

    def _step(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        if self._steps:
            self._next.start()

    def _stop(self) -> None:
        self._pause.stop()
        self._next.stop()
        self._steps.clear()

    def _collect(self) -> None:
        self._found, self._read = {}, {}
        self._steps = [self._count_notes]
        self._steps += [partial(self._count_others, code) for code in queries.OTHERS]
        if self.is_listed:
            self._steps += [partial(self._read_rows, code) for code in Code]
        self._steps.append(self._tell)

    def _count_notes(self) -> None:
        with self._library.read() as session:
            self._found |= queries.count_notes(session, self._session_id)

    def _count_others(self, code: Code) -> None:
        with self._library.read() as session:
            self._found[code] = queries.count_others(session, self._session_id, code)

    def _read_rows(self, code: Code) -> None:
        if self._found[code]:
            with self._library.read() as session:
                self._read[code] = queries.open_rows(session, self._session_id, code, MOST_LISTED)

    def _tell(self) -> None:
        self.counts, self.rows = self._found, self._read
        self.counted.emit(sum(self.counts.values()))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self.soon()
