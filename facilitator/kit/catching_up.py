"""What the file could not take is tried again by itself until the file takes it, and kept elsewhere meanwhile."""

from __future__ import annotations

import contextlib
import time

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.errors import Refused
from facilitator.kit.unsaved import Unsaved
from facilitator.storage.rescue import Rescue
from facilitator.storage.store import Store

RETRY_MS = 3000
"""A file that is slow to refuse is asked less often, so that the program stays quick."""
_SHARE_OF_TIME = 10
_QUICK_MS = 300


class CatchingUp(QObject):
    """Tries in order, all or as far as it goes. ``waiting_changed`` comes whenever ``unsaved`` changed."""

    waiting_changed = Signal()
    caught_up = Signal()
    """All that waited is in the library."""
    given_up = Signal(object)
    """A ``Refused``: one of those that waited is refused for what it is."""

    def __init__(self, store: Store, unsaved: Unsaved, rescue: Rescue | None, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._unsaved, self._rescue = store, unsaved, rescue
        self._trying = self._was_waiting = False
        self._slow: Refused | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.try_again)

    @property
    def is_kept_elsewhere(self) -> bool:
        """Whether what waits is durable in a file of its own."""
        return self._rescue is not None and self._rescue.is_durable

    def wait(self) -> None:
        """Something more waits, or less: write it down elsewhere, and go on trying."""
        if not self._trying:
            self._note()
            if not self._timer.isActive() and self._tries():
                self._timer.start(RETRY_MS)

    def first_the_others(self) -> Refused | None:
        """Before a new command: what came before goes first; the refusal where it can't."""
        if self._trying or not self._unsaved.commands():
            return None
        return self.too_slow() or self.try_again()

    def too_slow(self) -> Refused | None:
        """What the file said last, where it takes so long to say it that it is not asked at each key."""
        return self._slow if self._timer.isActive() else None

    def try_again(self) -> Refused | None:
        """Try all of it now; the refusal of the file where it still can't be saved."""
        self._timer.stop()
        if self._trying or self._store.is_closed or not self._unsaved:
            return None
        begun, refusal, self._trying = time.monotonic(), None, True
        try:
            self._store.find_again()
            self._save_all()
        except Refused as caught:
            refusal = caught
        finally:
            self._trying = False
        self._note()
        taken_ms = int((time.monotonic() - begun) * 1000)
        self._slow = refusal if taken_ms > _QUICK_MS else None
        if self._tries():
            self._timer.start(max(RETRY_MS, taken_ms * _SHARE_OF_TIME))
        return refusal

    def end(self) -> None:
        """A last attempt; what still waits is found where it is kept when the library is opened again."""
        self.try_again()
        self._timer.stop()

    def _tries(self) -> bool:
        return bool(self._unsaved.commands() or self._unsaved.drafts) and not self._store.is_closed

    def _save_all(self) -> None:
        for command in self._unsaved.commands():
            try:
                self._store.run(command)
            except Refused as refusal:
                if refusal.__cause__ is not None:
                    raise
                self._unsaved.give_up(command)
                self.given_up.emit(refusal)
                continue
            self._unsaved.done(command)
        for key, text in tuple(self._unsaved.drafts.items()):
            self._store.save_draft(key, text)
            del self._unsaved.drafts[key]

    def _note(self) -> None:
        if self._rescue is not None:
            with contextlib.suppress(OSError):
                self._rescue.keep(self._unsaved.kept(), self._unsaved.drafts)
        waiting = bool(self._unsaved)
        was, self._was_waiting = self._was_waiting, waiting
        if was or waiting:
            self.waiting_changed.emit()
        if was and not waiting:
            self.caught_up.emit()
