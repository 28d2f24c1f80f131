"""The time by which a session is held: steady, whatever happens to the computer's clock."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QMetaMethod, QObject, Qt, QTimer, Signal

from facilitator.kit import counters

LARGE_MS = 2000
"""Milliseconds from which on a difference means that somebody set the computer's clock; less is inaccuracy."""


class Timekeeper(QObject):
    """Tells moments in milliseconds since 1970-01-01 UTC.

    It takes the time of the computer's clock once and counts on from there, also while the laptop sleeps; when the
    clock is set meanwhile, the time makes no jump while a session is held (``is_held``), and ``set_by`` says by how
    much it was set. While none is held, the time follows the computer's clock.

    ``wall``, ``steady`` and ``boot_id`` are the clocks of ``kit.counters``, or others in their place.
    """

    ticked = Signal()
    """Once a second, at the full second of ``now``, while somebody is connected."""
    clock_set = Signal(object)
    """The computer's clock was set: the new ``set_by``, an int (by more than Qt's own hold, where by weeks); told at a
    tick."""

    def __init__(
        self,
        parent: QObject | None = None,
        wall: Callable[[], int] = counters.wall,
        steady: Callable[[], int] = counters.steady,
        boot_id: Callable[[], str] = counters.boot_id,
    ) -> None:
        super().__init__(parent)
        self._wall, self._steady, self._boot_id = wall, steady, boot_id
        self._anchor = (wall(), steady())
        self._told = 0
        self.is_held = False
        """Whether a session is held by this time."""
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def now(self) -> int:
        """The moment."""
        if not self.is_held and abs(self._wall() - self._counted()) >= LARGE_MS:
            self._anchor = (self._wall(), self._steady())
        return self._counted()

    @property
    def set_by(self) -> int:
        """By how many milliseconds the computer's clock is ahead of ``now`` (negative: behind) because somebody set it;
        0 for small differences."""
        ahead = self._wall() - self.now()
        return ahead if abs(ahead) >= LARGE_MS else 0

    def anchor(self) -> str:
        """What another run of the program needs to count on from: the same until the time follows the computer's
        clock again. Empty where starts of the computer can't be told apart."""
        boot = self._boot_id()
        return json.dumps({"boot": boot, "wall": self._anchor[0], "steady": self._anchor[1]}) if boot else ""

    def count_on(self, anchor: str) -> bool:
        """Count on from the anchor of an earlier run, as long as the computer was not started anew; False where it
        was, or the text is no anchor."""
        try:
            told = json.loads(anchor)
            boot, wall, steady = str(told["boot"]), int(told["wall"]), int(told["steady"])
        except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return False
        if not boot or boot != self._boot_id() or steady > self._steady():
            return False
        self._anchor = (wall, steady)
        return True

    def connectNotify(self, signal: QMetaMethod) -> None:
        if signal.name() == b"ticked" and not self._timer.isActive():
            self._wait()

    def _counted(self) -> int:
        return self._anchor[0] + self._steady() - self._anchor[1]

    def _tick(self) -> None:
        if not self.isSignalConnected(QMetaMethod.fromSignal(self.ticked)):
            return
        self._wait()
        by = self.set_by
        if abs(by - self._told) >= LARGE_MS or (by == 0) != (self._told == 0):
            self._told = by
            self.clock_set.emit(by)
        self.ticked.emit()

    def _wait(self) -> None:
        """Until the next full second; a timer that is some milliseconds early would come twice."""
        self._timer.start(1000 - self.now() % 1000 + 1)
