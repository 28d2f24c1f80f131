"""How much of a speaker's time is left, in the phases that time cards have (5, 2, 1 minutes, stop)."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    """Phases of an item or an appearance, in their order."""

    WAITING = "waiting"
    """It has not begun."""
    PLENTY = "plenty"
    FIVE = "five"
    TWO = "two"
    ONE = "one"
    OVER = "over"
    PAUSED = "paused"


_CARDS = ((Phase.ONE, 60_000), (Phase.TWO, 120_000), (Phase.FIVE, 300_000))


def phase_of(left: int, length: int, *, paused: bool = False) -> Phase:
    """The phase of what has ``left`` of ``length`` milliseconds. A card that would be held up at once, because the
    whole is no longer than it says, is left out; without a length there is plenty."""
    if paused:
        return Phase.PAUSED
    if length <= 0:
        return Phase.PLENTY
    if left <= 0:
        return Phase.OVER
    return next((phase for phase, limit in _CARDS if left <= limit < length), Phase.PLENTY)
