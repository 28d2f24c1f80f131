"""The time by which a session is held: steady, whatever happens to the computer's clock."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Signal


class Timekeeper(QObject):
    """Tells moments in milliseconds since 1970-01-01 UTC.

    It takes the time of the computer's clock once and counts on from there, also while the laptop sleeps; when the
    clock is set meanwhile, the time makes no jump.
    """

    ticked = Signal()
    """Once a second, at the full second of ``now``, while somebody is connected."""

    def now(self) -> int:
        """The moment."""
        return time.time_ns() // 1_000_000
