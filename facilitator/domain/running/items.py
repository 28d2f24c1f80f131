"""An item with its times so far and to come."""

from __future__ import annotations

from dataclasses import dataclass

DONE, NOW, NEXT, LATER, PASSED, DROPPED = "done", "now", "next", "later", "passed", "dropped"


@dataclass(frozen=True)
class Expected:
    """An item with its times so far and to come, in milliseconds since 1970-01-01 UTC; None where they can't be told.

    ``planned_start`` and ``planned_end`` are the plan's. ``start`` and ``end`` are the actual ones of what is over, of
    what is under way the actual start and the expected end, else both expected. ``length`` are the milliseconds that
    are expected of it (0 where none were planned), ``used`` those for which it was held so far, without pauses.
    ``left`` is what remains of ``length``, negative where it is over. ``state`` is ``"done"``, ``"now"``, ``"next"``
    (the first to come of its track), ``"later"``, ``"passed"`` (it was not held, and its turn is over: somebody jumped
    over it, or the session or its group ended before), or ``"dropped"``. The last two have neither start nor end.
    """

    item_id: str
    track: str
    planned_start: int | None
    planned_end: int | None
    start: int | None
    end: int | None
    length: int
    used: int
    state: str

    @property
    def left(self) -> int:
        """What remains of the length; negative where it is over."""
        return self.length - self.used

    @property
    def is_to_come(self) -> bool:
        """Whether it is to be held, or gone on with, after what is under way."""
        return self.state in (NEXT, LATER)

    @property
    def is_ahead(self) -> bool:
        """Whether it is under way or to come."""
        return self.state == NOW or self.is_to_come
