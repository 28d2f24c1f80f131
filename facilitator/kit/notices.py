"""Messages that don't get in the way: what was done, with its undo; what failed, until it is read."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import Refused


class Notices(QObject):
    """Pages tell; the main window shows."""

    told = Signal(str, bool)
    """A sentence, and whether undo is offered beside it (for at least 10 seconds)."""
    refused = Signal(object)
    """A ``Refused``, shown until it is closed."""

    def tell(self, text: str, *, offer_undo: bool = False) -> None:
        """Say that something was done."""
        self.told.emit(text, offer_undo)

    def refuse(self, refusal: Refused) -> None:
        """Say that something could not be done."""
        self.refused.emit(refusal)
