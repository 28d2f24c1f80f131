"""When things are, in words: for the session's own clock and for those elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from facilitator.domain.times import DAY, clock
from facilitator.domain.zones import zone_city, zone_label
from facilitator.features.papers.cleared import Paper, PaperItem
from facilitator.publishing.document import Block, Heading, plain
from facilitator.publishing.wording import Wording
from facilitator.reading.wording import date_of
from facilitator.translation import mark


def span(start: int | None, end: int | None, day: int = 0) -> str:
    """``15:00–15:10``, in wall minutes, told from midnight of a day; empty where the start is not known."""
    if start is None:
        return ""
    begun = clock(start - day * DAY)
    return begun if end is None or end == start else f"{begun}–{clock(end - day * DAY)}"


def span_in(paper: Paper, zone: str, begins: int | None, ends: int | None, day: int = 0) -> str:
    """The same of elapsed minutes in another zone; empty where it can't be told."""
    if begins is None:
        return ""
    start = paper.day.wall_in(begins, zone)
    return span(start, None if ends is None else paper.day.wall_in(ends, zone), day)


def session_span(paper: Paper) -> tuple[int | None, int | None]:
    """When the session begins and ends, in elapsed minutes: by its slot, or by its agenda where it has none."""
    session = paper.session
    if session.start is None:
        return None, None
    begins = paper.day.elapsed(session.start)
    return begins, paper.summary.end if session.minutes is None else begins + session.minutes


def zone_times(paper: Paper) -> list[str]:
    """The session's time in its own zone, and in each of its further zones: ``15:00–17:00 Madrid +2``."""
    begins, ends = session_span(paper)
    if begins is None:
        return []
    at = paper.day.moment(begins)
    own = span(paper.day.wall(begins), None if ends is None else paper.day.wall(ends))
    found = [f"{own} {zone_label(paper.session.zone, at)}".strip()]
    for zone in paper.zones:
        found.append(f"{span_in(paper, zone, begins, ends)} {zone_label(zone, at)}".strip())
    return found


def day_title(paper: Paper, number: int, wording: Wording) -> str:
    """``Day 2 · 10 April 2020``; the number alone where no date is known."""
    name = wording(mark("Day {number}"), number=number + 1)
    try:
        shown = wording.date((date.fromisoformat(paper.session.date) + timedelta(days=number)).isoformat())
    except (ValueError, OverflowError):
        return name
    return f"{name} · {shown}"


def moment_of(paper: Paper, zone: str, begins: int, ends: int | None, wording: Wording) -> str:
    """Date and time in a zone in words: ``9 April 2020, 08:05–08:10``."""
    start = paper.day.wall_in(begins, zone) if zone else paper.day.wall(begins)
    end = None if ends is None else paper.day.wall_in(ends, zone) if zone else paper.day.wall(ends)
    if start is None:
        return ""
    number = start // DAY
    try:
        day = wording.date((date.fromisoformat(paper.session.date) + timedelta(days=number)).isoformat())
    except (ValueError, OverflowError):
        day = date_of(paper.session, wording) if number == 0 else ""
    return ", ".join(filter(None, (day, span(start, end, number))))


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
        if grouped and (section.group_id or number):
            above.append(Heading(2, plain(_track(paper, section, wording)), f"part-{number}"))
        day = section.day
        yield above, section


def _track(paper: Paper, section: Section, wording: Wording) -> str:
    group = paper.group(section.group_id)
    if group is None:
        return wording(mark("Plenary"))
    return " · ".join(filter(None, (group.name or wording(mark("Group")), group.room)))


def zone_column(zone: str) -> str:
    """What stands above times in a zone."""
    return zone_city(zone)
