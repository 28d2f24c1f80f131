"""Clocks that do as they are told."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject

from facilitator.kit.timekeeping import Timekeeper

SECOND, MINUTE, HOUR, YEAR = 1000, 60_000, 3_600_000, 31_557_600_000
START = round(datetime(2020, 4, 9, 13, 0, tzinfo=UTC).timestamp() * 1000)
"""15:00 on 9 April 2020 in Madrid."""


class Computer:
    """A computer: the clock on its wall can be set, its counter only counts, and it can be started anew."""

    def __init__(self, wall: int = START) -> None:
        self.wall, self.steady, self.boot = wall, 7 * HOUR, "first"

    def wait(self, milliseconds: int) -> None:
        """Time passes, also while it sleeps."""
        self.wall += milliseconds
        self.steady += milliseconds

    def set_clock(self, milliseconds: int) -> None:
        """Somebody sets its clock forward, or back."""
        self.wall += milliseconds

    def restart(self) -> None:
        """Start it anew: its counter begins from zero."""
        self.steady, self.boot = 0, self.boot + " again"

    def timekeeper(self, parent: QObject | None = None) -> Timekeeper:
        """A new run of the program."""
        return Timekeeper(parent, lambda: self.wall, lambda: self.steady, lambda: self.boot)
