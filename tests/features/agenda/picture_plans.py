"""Plans for the tests of the picture, made without a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from facilitator.domain.agenda import LocalDay, Outline, Placed, Slot, summary, timings
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow, GroupRow, Plan


@dataclass(frozen=True)
class Item:
    """What is told of an item; its id is its title."""

    title: str
    minutes: int | None = 10
    segment: str = ""
    group: str = ""
    pin: int | None = None
    appearances: tuple[AppearanceRow, ...] = ()


def make_plan(
    items: Sequence[Item],
    groups: Sequence[str] = (),
    *,
    start: int | None = 540,
    minutes: int | None = None,
    date: str = "2020-04-22",
    zone: str = "Europe/Madrid",
    zones: Sequence[str] = (),
) -> Plan:
    """A plan of these items, timed as every plan is. Groups are named by their ids."""
    by_id = {item.title: item for item in items}
    outline = Outline([Placed(one.title, one.group, one.segment == "breakout") for one in items], groups)
    order = [by_id[item_id] for item_id in outline.order()]
    slots = [
        Slot(one.title, one.group, one.minutes, one.pin, one.segment == "breakout", one.segment == "buffer")
        for one in order
    ]
    day = LocalDay(date, zone)
    found = timings(slots, start, minutes, day)
    rows = []
    for number, one in enumerate(order):
        timing = found[one.title]
        wall = [None if at is None else day.wall(at) for at in (timing.start, timing.end)]
        rows.append(
            AgendaItemRow(
                one.title,
                "s",
                "8",
                number,
                one.group,
                one.group,
                outline.holder_of(one.title) if one.group else "",
                one.segment,
                "",
                one.title,
                one.minutes,
                timing.minutes,
                one.pin,
                *wall,
                timing.start,
                timing.end,
                timing.gap,
                timing.overlap,
                timing.late,
                timing.night,
                "",
                "",
                "",
                one.appearances,
            )
        )
    return Plan(
        *("s", "8", date, start, zone, minutes, (), (), tuple(zones), "", day, tuple(rows)),
        groups=tuple(GroupRow(name, name, "Room 1", "", "", "Ada Example", "", "") for name in groups),
        taking_part=(),
        summary=summary(slots, found, start, minutes, day),
    )


def appearance(person: str, city: str = "", country: str = "", zone: str = "") -> AppearanceRow:
    """Somebody who appears."""
    empty = ("", "", None, "", "", "", "", "", city, country, "", (), zone)
    return AppearanceRow(person, "", person, person, *empty)


GROUPS = ("North", "South")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan: items of 0 minutes and of hours, groups, hard starts that leave gaps, overlaps and nights."""
    groups = GROUPS[: draw(st.integers(0, 2))]
    drawn = draw(
        st.lists(
            st.tuples(
                st.one_of(st.none(), st.integers(0, 6), st.integers(7, 200)),
                st.sampled_from(["", "", "breakout", "buffer", "break"]),
                st.sampled_from(["", *groups]),
                st.one_of(st.none(), st.none(), st.none(), st.integers(300, 4300)),
            ),
            min_size=1,
            max_size=14,
        )
    )
    items = [
        Item(f"Item {number}", minutes, "" if group and segment == "breakout" else segment, group, pin)
        for number, (minutes, segment, group, pin) in enumerate(drawn)
    ]
    start = draw(st.one_of(st.none(), st.integers(0, 1439)))
    slot = draw(st.one_of(st.none(), st.integers(1, 300)))
    date = draw(st.sampled_from(["2020-04-22", "2020-03-28", "2020-10-24", ""]))
    return make_plan(items, groups, start=start, minutes=slot, date=date)
