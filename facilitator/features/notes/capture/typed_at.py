"""When each part of a text was typed, so that what is cut off as a note of its own has its own moment. No Qt here."""

from __future__ import annotations

_MOST = 20_000
"""Longer texts are pasted rather than typed; for those no moments are kept."""


class TypedAt:
    """A moment (milliseconds since 1970-01-01 UTC) for each character; None where it is not known."""

    def __init__(self) -> None:
        self._moments: list[int | None] = []

    def begin(self, length: int) -> None:
        """A text that was there before, of which nothing is known."""
        self._moments = [None] * min(length, _MOST)

    def change(self, position: int, removed: int, added: int, now: int) -> None:
        """Characters were removed at a position, and others added there."""
        if position + added > _MOST:
            self._moments = self._moments[:position]
            return
        missing = position - len(self._moments)
        if missing > 0:
            self._moments += [None] * missing
        self._moments[position : position + removed] = [now] * added

    def first_of(self, start: int) -> int | None:
        """The earliest moment of what stands from a position on."""
        known = [moment for moment in self._moments[start:] if moment is not None]
        return min(known) if known else None
