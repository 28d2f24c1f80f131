"""What the list of an agenda shows from top to bottom: items, and the headings of days and groups above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from facilitator.domain.dates import MONTHS
from facilitator.domain.times import DAY
from facilitator.reading.plan import BREAKOUT
from facilitator.reading.plan_rows import AgendaItemRow, GroupRow, Plan
from facilitator.translation import mark, tr

WEEKDAYS = (
    mark("Monday"),
    mark("Tuesday"),
    mark("Wednesday"),
    mark("Thursday"),
    mark("Friday"),
    mark("Saturday"),
    mark("Sunday"),
)


@dataclass(frozen=True)
class DayHeading:
    """Above the first item of a day. ``id`` is unique in the list."""

    id: str
    text: str


@dataclass(frozen=True)
class GroupHeading:
    """Above the items of a group that meet during one item of the plenary (``holder_id``, empty where none stands
    before them); ``is_empty`` where the group has none there."""

    id: str
    group: GroupRow
    holder_id: str
    is_empty: bool

    @property
    def facts(self) -> tuple[str, ...]:
        """Where the group meets and who leads it, in words."""
        group = self.group
        return tuple(
            text
            for text in (
                group.room,
                tr("moderator {name}").format(name=group.moderator) if group.moderator else "",
                tr("rapporteur {name}").format(name=group.rapporteur) if group.rapporteur else "",
                tr("no items here yet: Insert adds one") if self.is_empty else "",
            )
            if text
        )

    @property
    def text(self) -> str:
        """The whole heading in words."""
        return " · ".join((self.group.name or tr("Group without a name"), *self.facts))


Line = AgendaItemRow | DayHeading | GroupHeading


def lines_of(plan: Plan | None) -> list[Line]:
    """The lines of a plan: a heading for each day where there are several, and for each group in each round. An item
    that holds groups has a heading for every group, so that items can be added to those that have none yet."""
    if plan is None:
        return []
    rounds: dict[str, dict[str, list[AgendaItemRow]]] = defaultdict(lambda: defaultdict(list))
    for row in plan.items:
        if row.group_id:
            rounds[row.holder_id][row.group_id].append(row)
    plenary = [row for row in plan.items if not row.group_id]
    several = any(_day(row) for row in plenary)
    lines: list[Line] = list(_round(plan, "", rounds[""], everyone=False))
    before: int | None = None
    for number, row in enumerate(plenary):
        day = _day(row)
        if several and day is not None and day != before:
            lines.append(DayHeading(f"day {day} {number}", day_words(plan.date, day)))
            before = day
        lines.append(row)
        lines += _round(plan, row.id, rounds[row.id], everyone=row.segment == BREAKOUT)
    shown = {line.group.id for line in lines if isinstance(line, GroupHeading)}
    last = plenary[-1].id if plenary else ""
    lines += [GroupHeading(f"{last}/{one.id}", one, last, True) for one in plan.groups if one.id not in shown]
    return lines


def day_words(first: str, day: int) -> str:
    """A day of a session as ``Day 2 · Friday 10 April``; ``day`` counts from 0, ``first`` is the ISO date of the
    first. Without a date the number alone."""
    number = tr("Day {number}").format(number=day + 1)
    try:
        on = date.fromisoformat(first) + timedelta(days=day)
    except (ValueError, OverflowError):
        return number
    return tr("{day} · {weekday} {date} {month}").format(
        day=number, weekday=tr(WEEKDAYS[on.weekday()]), date=on.day, month=tr(MONTHS[on.month - 1])
    )


def _day(row: AgendaItemRow) -> int | None:
    return None if row.start is None else row.start // DAY


def _round(
    plan: Plan, holder: str, groups: dict[str, list[AgendaItemRow]], *, everyone: bool
) -> Iterator[Line]:
    for group in plan.groups:
        rows = groups.get(group.id, [])
        if rows or everyone:
            yield GroupHeading(f"{holder}/{group.id}", group, holder, not rows)
            yield from rows
