"""A plan with a time for each item, also where the session has no start yet."""

from __future__ import annotations

from dataclasses import replace

from facilitator.domain.agenda import LocalDay, Slot, timings
from facilitator.reading.plan import BREAKOUT, BUFFER, slot_of
from facilitator.reading.plan_rows import AgendaItemRow, Plan


def with_times(plan: Plan) -> tuple[Plan, bool]:
    """The plan, and whether its times are assumed: one without a start is shown as if it began at 0:00, or so that it
    comes to its first hard start in time."""
    if all(item.begins is not None for item in plan.items):
        return plan, False
    day = LocalDay()
    slots = [slot_of(item) for item in plan.items]
    start = _assumed_start(slots)
    found = timings(slots, start, plan.minutes, day)
    items = []
    for item in plan.items:
        timing = found[item.id]
        items.append(
            replace(
                item,
                length=timing.minutes,
                start=timing.start,
                end=timing.end,
                begins=timing.start,
                ends=timing.end,
                gap=timing.gap,
                overlap=timing.overlap,
                late=timing.late,
                night=timing.night,
            )
        )
    return replace(plan, items=tuple(items), day=day, start=start), True


def holds_groups(item: AgendaItemRow) -> bool:
    """Whether groups meet during it."""
    return item.segment == BREAKOUT and not item.group_id


def is_buffer(item: AgendaItemRow) -> bool:
    """Whether it absorbs what runs over."""
    return item.segment == BUFFER


def _assumed_start(slots: list[Slot]) -> int:
    before = 0
    for slot in slots:
        if slot.track:
            continue
        if slot.pinned_start is not None:
            return slot.pinned_start - before
        before += slot.minutes or 0
    return 0
