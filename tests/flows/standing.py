"""A time that stands until a test lets it go on."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.kit.timekeeping import Timekeeper


class StandingTime(Timekeeper):
    """In place of the program's own. It tells the whole seconds that go by, the last one at least."""

    def __init__(self, at: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at = at

    def now(self) -> int:
        return self._at

    def go_on(self, at: int) -> None:
        """Be at another moment (milliseconds since 1970-01-01 UTC)."""
        self._at = at
        self.ticked.emit()
