"""How the plan stands to the session's slot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.agenda.clocks import LocalDay
from facilitator.domain.agenda.timing import Slot, Timing


@dataclass(frozen=True)
class Summary:
    """The plan against the slot, in minutes: what the plenary's items take together from the session's start on, what
    they take before it (a technical check), where the last of all ends (elapsed, None where no start is known), by how
    much that is over the slot or what is left of it (one of the two is 0; both where no slot is known), and what the
    buffers gave."""

    planned: int
    early: int
    end: int | None
    over: int
    left: int
    absorbed: int


def summary(
    slots: Sequence[Slot],
    found: Mapping[str, Timing],
    session_start: int | None,
    slot_minutes: int | None,
    day: LocalDay | None = None,
) -> Summary:
    """How the timings of an agenda stand to the session's slot. Groups that run late count for the end."""
    plenary = [slot for slot in slots if not slot.track]
    begins = None if session_start is None else (day or LocalDay()).elapsed(session_start)
    early = sum(_before(found[slot.id], begins) for slot in plenary)
    planned = sum(found[slot.id].minutes for slot in plenary) - early
    absorbed = sum((slot.minutes or 0) - found[slot.id].minutes for slot in slots if slot.absorbs)
    end = max((timing.end for timing in found.values() if timing.end is not None), default=None)
    used = planned
    if begins is not None and end is not None:
        used = end - begins
    spare = 0 if slot_minutes is None else slot_minutes - used
    return Summary(planned, early, end, max(0, -spare), max(0, spare), absorbed)


def _before(timing: Timing, begins: int | None) -> int:
    """The minutes of an item that lie before the session begins."""
    if begins is None or timing.start is None or timing.end is None:
        return 0
    return max(0, min(timing.end, begins) - timing.start)
