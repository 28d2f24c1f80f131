"""What is to be expected of the items to come, from what happened so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.agenda import LocalDay, Slot
from facilitator.domain.running.ahead import Ahead
from facilitator.domain.running.course import Course
from facilitator.domain.running.items import Expected
from facilitator.domain.running.planned import planned_times


@dataclass(frozen=True)
class Expectation:
    """All items of a session by id, in the order of the agenda, and the session's own end: planned (that of its slot,
    or else of its plan) and expected. ``late`` are the milliseconds by which the expected end is after the planned one,
    negative where it is before; 0 where either can't be told. ``buffers`` are the milliseconds that the buffers of the
    plenary to come hold."""

    items: Mapping[str, Expected]
    planned_end: int | None
    end: int | None
    late: int
    buffers: int

    @property
    def end_is_known(self) -> bool:
        """Whether anything is known of how long what is under way or to come lasts: without, the end is just now."""
        return self.planned_end is not None or any(one.length for one in self.items.values() if one.is_ahead)


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

    On what was held twice, what is to be expected counts what was used before. What stands behind the item under way
    and was broken off, by going back from it, comes again for what is left of it; what was moved on from does not.
    A session that is held on another day than planned keeps its times of day (see ``planned_times``).
    """
    plan = planned_times(slots, course, now, session_start, slot_minutes, day)
    ahead = Ahead(slots, course, now, plan)
    ahead.walk()
    items = {slot.id: ahead.found[slot.id] for slot in slots}
    end = course.ended if course.ended is not None else _end(items, course, now)
    # A plan without any length ends where it begins: that is no end to be held to.
    planned_end = plan.end if slot_minutes is not None or any(slot.minutes for slot in slots) else None
    late = 0 if end is None or planned_end is None else end - planned_end
    buffers = sum(max(0, items[slot.id].left) for slot in slots if _is_buffer_to_come(slot, items[slot.id]))
    return Expectation(items, planned_end, end, late, buffers)


def _end(items: Mapping[str, Expected], course: Course, now: int) -> int | None:
    ends = [one.end for one in items.values() if one.end is not None and one.is_ahead]
    return max(ends, default=now if course.is_running else None)


def _is_buffer_to_come(slot: Slot, item: Expected) -> bool:
    return slot.absorbs and not slot.track and item.is_to_come
