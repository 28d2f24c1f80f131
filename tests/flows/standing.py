"""Clocks that stand until a test lets them go on, under the program's own timekeeping."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.kit.timekeeping import Timekeeper

_STARTED = 1_500_000_000_000
"""When the computer was started, in milliseconds since 1970-01-01 UTC."""


class StandingTime(Timekeeper):
    """The program's timekeeping on a computer whose clocks go on only when they are told to. ``ahead`` are the
    milliseconds by which the clock that can be set is ahead of ``at``, the real moment."""

    def __init__(self, at: int, ahead: int = 0, parent: QObject | None = None) -> None:
        self._at, self._ahead = at, ahead
        super().__init__(
            parent, lambda: self._at + self._ahead, lambda: self._at - _STARTED, lambda: "this start"
        )

    def go_on(self, at: int) -> None:
        """Be at another moment, awake or after a sleep: milliseconds since 1970-01-01 UTC."""
        self._at = at
        self._tick()

    def set_ahead(self, ahead: int) -> None:
        """Somebody, or the network, sets the computer's clock."""
        self._ahead = ahead
        self._tick()
