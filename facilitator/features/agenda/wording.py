"""How a plan stands to its slot, in words."""

from __future__ import annotations

from facilitator.domain.times import clock, length
from facilitator.reading.plan_rows import Plan
from facilitator.translation import ntr, tr


def summary_words(plan: Plan | None) -> str:
    """What is planned, when it ends, how that stands to the slot, with a sign, and what the buffers gave."""
    if plan is None or not plan.items:
        return ""
    count = len(plan.items)
    items = ntr("{count} item", "{count} items", count).format(count=count)
    planned = tr("planned {planned}").format(planned=length(plan.summary.planned))
    parts = [items, planned, _early(plan), _end(plan), _against_the_slot(plan)]
    if plan.summary.absorbed:
        parts.append(tr("buffers gave {minutes} min").format(minutes=plan.summary.absorbed))
    return "  ·  ".join(part for part in parts if part)


def _early(plan: Plan) -> str:
    minutes = plan.summary.early
    return tr("{minutes} min before the start").format(minutes=minutes) if minutes else ""


def _end(plan: Plan) -> str:
    if plan.start is None:
        return tr("give the session a start to see the times")
    if plan.summary.end is None:
        return ""
    return tr("ends {end}").format(end=clock(plan.day.wall(plan.summary.end)))


def _against_the_slot(plan: Plan) -> str:
    if plan.minutes is None:
        return ""
    slot = length(plan.minutes)
    if plan.summary.over:
        return tr("▲ {over} over the slot of {slot}").format(over=length(plan.summary.over), slot=slot)
    if plan.summary.left:
        return tr("▽ {left} left of the slot of {slot}").format(left=length(plan.summary.left), slot=slot)
    return tr("✓ fills the slot of {slot}").format(slot=slot)
