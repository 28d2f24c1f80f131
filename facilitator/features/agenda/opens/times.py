"""What is open about the times of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.times import clock, length
from facilitator.features.agenda import commands
from facilitator.features.agenda.opens.points import Goal, Labels, Mend, OpenPoint, Urgency, open_item
from facilitator.features.agenda.speech import spoken_minutes
from facilitator.reading.plan import BREAKOUT, BUFFER
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.translation import tr

CHECK = "technical_check"
"""Code of the segment that stands before the session."""
_CHECK_MINUTES = 15


def of_times(plan: Plan, labels: Labels) -> Iterator[OpenPoint]:
    """Starts, gaps, overlaps, the slot, and what each item's minutes lack."""
    yield from _start(plan)
    yield from _slot(plan)
    before: dict[str, AgendaItemRow] = {}
    rows = {row.id: row for row in plan.items}
    for row in plan.items:
        earlier = before.get(row.group_id)
        yield from _left_out(plan, row, labels)
        yield from _overlap(plan, row, earlier, labels)
        yield from _gap(plan, row, earlier, labels)
        yield from _late(row, rows.get(row.holder_id), labels)
        before[row.group_id] = row
    holders = {row.holder_id for row in plan.items if row.group_id}
    for row in plan.items:
        yield from _minutes(plan, row, row.segment == BREAKOUT and row.id in holders, labels)


def _start(plan: Plan) -> Iterator[OpenPoint]:
    set_start = Mend(tr("Set start…"), goal=Goal.DETAILS, ids=("start",))
    if plan.start is None:
        if plan.items:
            text = tr("The session has no start, so its items have no times.")
            yield OpenPoint("no_start", Urgency.MISSING, text, (), (set_start,))
    elif plan.day.is_left_out(plan.start):
        text = tr("The session starts at {time}, which the clocks leave out that day: summer time begins.")
        yield OpenPoint(
            "left_out", Urgency.BROKEN, text.format(time=clock(plan.start)), (plan.session_id,), (set_start,)
        )


def _slot(plan: Plan) -> Iterator[OpenPoint]:
    over = plan.summary.over
    if plan.minutes is None or not over:
        return
    text = tr("The plan is {over} min longer than the slot of {slot}.")
    wanted = plan.minutes + over
    label = tr("Lengthen the slot to {slot}").format(slot=length(wanted))
    yield OpenPoint(
        "over_slot",
        Urgency.BROKEN,
        text.format(over=over, slot=length(plan.minutes)),
        (),
        (Mend(label, commands.set_slot(plan.session_id, wanted)),),
    )


def _move_start(row: AgendaItemRow, wall: int) -> Mend:
    label = tr("Move the fixed start to {time}").format(time=clock(wall))
    return Mend(label, commands.edit_item(row.id, pinned_start=wall))


def _left_out(plan: Plan, row: AgendaItemRow, labels: Labels) -> Iterator[OpenPoint]:
    pinned = row.pinned_start
    if pinned is None or not plan.day.is_left_out(pinned):
        return
    text = tr("“{item}” is to start at {time}, which the clocks leave out that day: summer time begins.")
    yield OpenPoint(
        "left_out",
        Urgency.BROKEN,
        text.format(item=labels.item(row), time=clock(pinned)),
        (row.id,),
        (_move_start(row, plan.day.wall(plan.day.elapsed(pinned))), open_item(row, labels)),
    )


def _overlap(
    plan: Plan, row: AgendaItemRow, earlier: AgendaItemRow | None, labels: Labels
) -> Iterator[OpenPoint]:
    if not row.overlap or row.begins is None:
        return
    mends = []
    if row.pinned_start is not None:
        mends.append(_move_start(row, plan.day.wall(row.begins + row.overlap)))
    if earlier is not None and earlier.minutes and earlier.minutes > row.overlap:
        shorter = earlier.minutes - row.overlap
        label = tr("Shorten “{item}” to {minutes} min").format(
            item=labels.item_on_button(earlier), minutes=shorter
        )
        mends.append(Mend(label, commands.edit_item(earlier.id, minutes=shorter)))
    text = tr("“{item}” begins {minutes} min before “{earlier}” ends.")
    if earlier is None:
        text = tr("“{item}” begins {minutes} min before the groups meet.")
    yield OpenPoint(
        "overlap",
        Urgency.BROKEN,
        text.format(
            item=labels.item(row), minutes=row.overlap, earlier=labels.item(earlier) if earlier else ""
        ),
        (row.id,),
        tuple(mends) or (open_item(row, labels),),
    )


def _gap(
    plan: Plan, row: AgendaItemRow, earlier: AgendaItemRow | None, labels: Labels
) -> Iterator[OpenPoint]:
    if not row.gap or row.night or row.begins is None:
        return
    mends = []
    if earlier is not None:
        buffer = commands.AddItem(
            plan.session_id,
            labels.segments.get(BUFFER, tr("Buffer")),
            BUFFER,
            row.gap,
            row.group_id or None,
            earlier.id,
        )
        mends.append(Mend(tr("Add a buffer of {minutes} min").format(minutes=row.gap), buffer))
    mends.append(_move_start(row, plan.day.wall(row.begins - row.gap)))
    text = tr("Nothing is planned for {minutes} min before “{item}”.")
    yield OpenPoint(
        "gap",
        Urgency.MISSING,
        text.format(minutes=row.gap, item=labels.item(row)),
        (row.id,),
        tuple(mends),
    )


def _late(row: AgendaItemRow, holder: AgendaItemRow | None, labels: Labels) -> Iterator[OpenPoint]:
    if not row.late or holder is None or holder.minutes is None:
        return
    longer = holder.minutes + row.late
    label = tr("Lengthen “{item}” to {minutes} min").format(
        item=labels.item_on_button(holder), minutes=longer
    )
    text = tr("The group “{group}” ends {minutes} min after “{item}” is over.")
    yield OpenPoint(
        "late_group",
        Urgency.BROKEN,
        text.format(group=row.group, minutes=row.late, item=labels.item(holder)),
        (row.id, row.group_id),
        (Mend(label, commands.edit_item(holder.id, minutes=longer)), open_item(row, labels)),
    )


def _before_start(plan: Plan, row: AgendaItemRow) -> tuple[Mend, ...]:
    """What stands before a session that got its start later, such as a technical check, is put there."""
    if row.segment != CHECK or row is not plan.items[0] or row.pinned_start is not None:
        return ()
    if plan.start is None or plan.start < _CHECK_MINUTES:
        return ()
    label = tr("Put it {minutes} min before the start").format(minutes=_CHECK_MINUTES)
    begins = plan.start - _CHECK_MINUTES
    return (Mend(label, commands.edit_item(row.id, minutes=_CHECK_MINUTES, pinned_start=begins)),)


def _minutes(plan: Plan, row: AgendaItemRow, holds_groups: bool, labels: Labels) -> Iterator[OpenPoint]:
    spoken = spoken_minutes(row)
    if row.minutes is None and not holds_groups:
        text = tr("“{item}” has no minutes.").format(item=labels.item(row))
        mends = (_set_to_sum(row),) if spoken else _before_start(plan, row)
        yield OpenPoint("no_minutes", Urgency.MISSING, text, (row.id,), (*mends, open_item(row, labels)))
    elif row.minutes is not None and spoken > row.minutes:
        text = tr("Those who speak on “{item}” need {spoken} min, and it has {minutes}.")
        yield OpenPoint(
            "speakers_over",
            Urgency.BROKEN,
            text.format(item=labels.item(row), spoken=spoken, minutes=row.minutes),
            (row.id,),
            (_set_to_sum(row), open_item(row, labels)),
        )
    if not row.title.strip():
        text = tr("An item has no title yet.")
        if row.start is not None:
            text = tr("The item at {time} has no title yet.").format(time=clock(row.start))
        yield OpenPoint("no_title", Urgency.MISSING, text, (row.id,), (open_item(row, labels),))


def _set_to_sum(row: AgendaItemRow) -> Mend:
    spoken = spoken_minutes(row)
    label = tr("Set the item to {minutes} min").format(minutes=spoken)
    return Mend(label, commands.edit_item(row.id, minutes=spoken))
