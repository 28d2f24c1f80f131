"""When things are, in words: for the session's own clock and for those elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from facilitator.domain.times import DAY, clock
from facilitator.domain.zones import zone_label, zone_offset
from facilitator.features.papers.cleared import Paper, PaperItem
from facilitator.publishing.document import Block, Heading, plain
from facilitator.publishing.wording import Wording
from facilitator.reading.wording import date_of
from facilitator.translation import mark


def at_clock(paper: Paper, wall: int, day: int | None, wording: Wording) -> str:
    """The time of a wall minute: ``15:00``; on another day than that of a number ``10 April, 00:30``, or ``00:30 +1``
    where no date is known. ``day`` is None where no day is told."""
    number, rest = divmod(wall, DAY)
    if number == day:
        return clock(rest)
    there = _date(paper, number)
    return (
        wording.marks.described((wording.day(there), clock(rest)))
        if there
        else clock(wall - (day or 0) * DAY)
    )


def span(paper: Paper, start: int | None, end: int | None, day: int | None, wording: Wording) -> str:
    """``15:00–15:10``, in wall minutes, with the dates that differ from the day of a number: ``23:30 – 10 April,
    00:30``. Empty where the start is not known."""
    if start is None:
        return ""
    begun = at_clock(paper, start, day, wording)
    if end is None or end == start:
        return begun
    ended = at_clock(paper, end, start // DAY, wording)
    return f"{begun}–{ended}" if start // DAY == end // DAY else f"{begun}{wording.marks.to}{ended}"


def begin_in(paper: Paper, zone: str, item: PaperItem, wording: Wording) -> str:
    """When an item begins in another zone; empty where that can't be told."""
    wall = None if item.begins is None else paper.day.wall_in(item.begins, zone)
    return "" if wall is None else at_clock(paper, wall, item.day, wording)


def session_span(paper: Paper) -> tuple[int | None, int | None]:
    """When the session begins and ends, in elapsed minutes: by its slot, or by its agenda where it has none."""
    session = paper.session
    if session.start is None:
        return None, None
    begins = paper.day.elapsed(session.start)
    return begins, paper.summary.end if session.minutes is None else begins + session.minutes


def zone_times(paper: Paper, wording: Wording) -> list[str]:
    """The session's time in its own zone, and in each of its further zones: ``15:00–17:00 (Madrid, UTC+2)``."""
    begins, ends = session_span(paper)
    if begins is None:
        return []
    found = []
    for zone in ("", *paper.zones):
        start, end = _walls(paper, zone, begins, ends)
        inside = start is not None and start // DAY == (start if end is None else end) // DAY == 0
        shown = span(paper, start, end, 0 if inside else None, wording)
        label = zone_at(paper, zone or paper.session.zone, begins, ends, wording)
        found.append(f"{shown}{wording.marks.bracketed(label)}")
    return found


def zone_at(paper: Paper, zone: str, begins: int | None, ends: int | None, wording: Wording) -> str:
    """``Madrid, UTC+1``; where the clocks are set in between, also to what."""
    at = None if begins is None else paper.day.moment(begins)
    label = zone_label(zone, at)
    later = "" if ends is None else zone_offset(zone, paper.day.moment(ends))
    if not later or later == zone_offset(zone, at):
        return label
    return wording(mark("{zone}, then {offset}"), zone=label, offset=later)


def dates_of(paper: Paper, wording: Wording) -> str:
    """The date in words, or the first and the last where there are several; as the source wrote it, or empty."""
    first, last = (_date(paper, number) for number in (0, max((item.day for item in paper.items), default=0)))
    if not first or not last or first == last:
        return date_of(paper.session, wording)
    return wording.dates(first, last)


def day_title(paper: Paper, number: int, wording: Wording) -> str:
    """``Day 2 · 10 April 2020``; the number alone where no date is known."""
    name, there = wording(mark("Day {number}"), number=number + 1), _date(paper, number)
    return f"{name} · {wording.date(there.isoformat())}" if there else name


def moment_of(paper: Paper, zone: str, begins: int, ends: int | None, wording: Wording) -> str:
    """Date and time in a zone in words: ``9 April 2020, 08:05–08:10``; in the session's own where none is named."""
    start, end = _walls(paper, zone, begins, ends)
    if start is None:
        return ""
    number = start // DAY
    there = _date(paper, number)
    day = wording.date(there.isoformat()) if there else date_of(paper.session, wording) if number == 0 else ""
    return wording.marks.described((day, span(paper, start, end, number, wording)))


def _walls(paper: Paper, zone: str, begins: int, ends: int | None) -> tuple[int | None, int | None]:
    """Elapsed minutes as wall minutes in a zone, or in the session's own."""
    if not zone:
        return paper.day.wall(begins), None if ends is None else paper.day.wall(ends)
    return paper.day.wall_in(begins, zone), None if ends is None else paper.day.wall_in(ends, zone)


def _date(paper: Paper, number: int) -> date | None:
    """The date of the day of a number, 0 being the first; None where none is known."""
    try:
        return date.fromisoformat(paper.session.date) + timedelta(days=number)
    except (ValueError, OverflowError):
        return None


@dataclass(frozen=True)
class Section:
    """Items that stand below each other in one table: of one day, and of the plenary or one group."""

    day: int
    group_id: str
    items: tuple[PaperItem, ...]


def sections(paper: Paper) -> list[Section]:
    """The agenda in its order, parted where the day changes, and where groups part and come together."""
    parted = groupby(paper.items, key=lambda item: (item.day, item.group_id))
    return [Section(day, group_id, tuple(items)) for (day, group_id), items in parted]


def headings(paper: Paper, wording: Wording) -> Iterator[tuple[list[Block], Section]]:
    """Each section with the headings that stand above it: its day where there are several, its group or the
    plenary where there are groups."""
    many, grouped, day = paper.days > 1, any(item.group_id for item in paper.items), -1
    for number, section in enumerate(sections(paper)):
        above: list[Block] = []
        fresh = many and section.day != day
        if fresh:
            above.append(Heading(1, plain(day_title(paper, section.day, wording)), f"day-{number}"))
        if grouped and (section.group_id or not (fresh or number == 0)):
            above.append(Heading(2, plain(_track(paper, section, wording)), f"part-{number}"))
        day = section.day
        yield above, section


def _track(paper: Paper, section: Section, wording: Wording) -> str:
    group = paper.group(section.group_id)
    if group is None:
        return wording(mark("Plenary"))
    return " · ".join(filter(None, (group.name or wording(mark("Group")), group.room)))
