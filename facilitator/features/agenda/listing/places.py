"""Where in an agenda something lands that is dropped between two lines, or added at one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.features.agenda.listing.lines import DayHeading, GroupHeading, Line
from facilitator.reading.plan_rows import AgendaItemRow


@dataclass(frozen=True)
class Place:
    """Behind the item ``after`` of a group (empty: the plenary), or first there, in a group among those that meet
    during the plenary's item ``holder``. ``row`` is the line before which it is shown."""

    group_id: str
    after: str
    holder: str
    row: int


def place_at(lines: Sequence[Line], row: int, *, below: bool) -> Place:
    """The place above or below a line; below the last one the end of the plenary."""
    line = lines[row] if 0 <= row < len(lines) else None
    if line is None:
        return _plenary_before(lines, len(lines))
    if isinstance(line, DayHeading):
        return place_at(lines, row + 1, below=False) if below else _below_line(lines, row - 1)
    if isinstance(line, GroupHeading):
        return _first_of(line, row) if below else _below_line(lines, row - 1)
    if below:
        return _below_line(lines, row)
    if not line.group_id:
        return _plenary_before(lines, row)
    before = lines[row - 1]
    if isinstance(before, GroupHeading):
        return _first_of(before, row - 1)
    return Place(line.group_id, before.id, line.holder_id, row)


def _first_of(heading: GroupHeading, row: int) -> Place:
    return Place(heading.group.id, "", heading.holder_id, row + 1)


def _below_line(lines: Sequence[Line], row: int) -> Place:
    """The place behind the line of a row; of a plenary's item behind all the groups that it holds."""
    if row < 0:
        return Place("", "", "", 0)
    line = lines[row]
    if isinstance(line, GroupHeading):
        return _first_of(line, row)
    if isinstance(line, AgendaItemRow) and line.group_id:
        return Place(line.group_id, line.id, line.holder_id, row + 1)
    if isinstance(line, AgendaItemRow):
        end = row + 1
        while end < len(lines) and not _is_plenary(lines[end]) and not isinstance(lines[end], DayHeading):
            end += 1
        return Place("", line.id, "", end)
    return _below_line(lines, row - 1)


def _plenary_before(lines: Sequence[Line], row: int) -> Place:
    found = next((line for line in reversed(lines[:row]) if _is_plenary(line)), None)
    return Place("", found.id if found else "", "", row)


def _is_plenary(line: Line) -> bool:
    return isinstance(line, AgendaItemRow) and not line.group_id
