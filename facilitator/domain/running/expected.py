"""What is to be expected of the items to come, from what happened so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.agenda import LocalDay, Slot
from facilitator.domain.running.course import Course


@dataclass(frozen=True)
class Expected:
    """An item with its times so far and to come, in milliseconds since 1970-01-01 UTC; None where they can't be told.

    ``planned_start`` and ``planned_end`` are the plan's. ``start`` and ``end`` are the actual ones of what is over, of
    what is under way the actual start and the expected end, else both expected. ``length`` are the milliseconds that
    are expected of it, ``used`` those for which it was held so far, without pauses. ``left`` is what remains of
    ``length``, negative where it is over. ``state`` is ``"done"``, ``"now"``, ``"next"``, ``"later"`` or ``"dropped"``.
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


@dataclass(frozen=True)
class Expectation:
    """All items of a session by id, in the order of the agenda, and the session's own end: planned (that of its slot,
    or else of its plan) and expected. ``late`` are the milliseconds by which the expected end is after the planned one,
    negative where it is before; 0 where either can't be told. ``buffers`` are the milliseconds that the buffers to come
    hold."""

    items: Mapping[str, Expected]
    planned_end: int | None
    end: int | None
    late: int
    buffers: int


def expectation(
    slots: Sequence[Slot],
    course: Course,
    now: int,
    session_start: int | None,
    slot_minutes: int | None,
    day: LocalDay,
) -> Expectation:
    """What is to be expected at a moment. ``slots``, ``session_start`` (a wall minute), ``slot_minutes`` and ``day``
    are those of the plan (see ``domain.agenda.timings``).

    What is to come follows what is under way, each with its length; none begins before its hard start. Nothing is made
    shorter by itself: buffers give only what somebody decided (see ``outcomes``). Groups begin with the item that holds
    them and run beside each other; that item lasts until the last of them is expected to end. Before the session began
    the plan itself is what is expected, or, when its start has passed, the plan from now on.
    """
    raise NotImplementedError
