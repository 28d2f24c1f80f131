"""The columns of the picture: a band for the plenary, and beside it the groups; all their width for the plenary while
no group meets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from facilitator.features.agenda.picture.scale import Span
from facilitator.features.agenda.picture.shapes import Column, Measures
from facilitator.features.agenda.picture.tags import FARTHEST, is_low
from facilitator.features.agenda.picture.timed import holds_groups
from facilitator.reading.plan_rows import Plan

_SPACE = 6
_BAND_LETTERS, _GROUP_LETTERS, _LEAST_LETTERS = 18, 20, 30


@dataclass(frozen=True)
class Columns:
    """Where things stand from left to right. ``busy`` are the times at which groups meet, in order."""

    plenary: Column
    groups: tuple[Column, ...]
    width: float
    busy: tuple[Span, ...]

    def of(self, group_id: str, begins: int, ends: int) -> Column:
        """Where an item of a group stands that lasts from minute to minute, or one of the plenary (empty)."""
        for column in self.groups:
            if column.group_id == group_id:
                return column
        if self.groups and self.is_busy(begins, ends):
            return self.plenary
        return Column("", self.plenary.x, self.width)

    def is_busy(self, begins: int, ends: int) -> bool:
        """Whether groups meet at some time between these minutes."""
        return any(first < ends and begins < last for first, last in self.busy)

    def group_at(self, x: float) -> str:
        """The group whose column stands at an x; empty for the plenary."""
        return next((one.group_id for one in reversed(self.groups) if one.x <= x), "")


def make_columns(plan: Plan, measures: Measures, per_minute: float) -> Columns:
    """The columns of a plan, as wide as there is room, but wide enough to be read."""
    names = [group.id for group in plan.groups]
    if not names:
        width = max(measures.width, _LEAST_LETTERS * measures.letter)
        return Columns(Column("", 0, width), (), width, ())
    least = _GROUP_LETTERS * measures.letter
    band = min(
        max(measures.width * 0.2, _BAND_LETTERS * measures.letter), _BAND_LETTERS * 1.6 * measures.letter
    )
    each = max((measures.width - band) / len(names) - _SPACE, least)
    groups = [
        Column(name, band + _SPACE + number * (each + _SPACE), each) for number, name in enumerate(names)
    ]
    return Columns(
        Column("", 0, band), tuple(groups), groups[-1].x + each, tuple(_busy(plan, measures, per_minute))
    )


def covered(begins: int, ends: int, measures: Measures, per_minute: float) -> int:
    """The minute to which an item covers its column, with the tag of one that is low."""
    if not is_low((ends - begins) * per_minute, measures):
        return ends
    return begins + ceil((FARTHEST + 1) * measures.tag / per_minute)


def _busy(plan: Plan, measures: Measures, per_minute: float) -> list[Span]:
    return _joined(
        (item.begins, covered(item.begins, item.ends, measures, per_minute))
        for item in plan.items
        if (item.group_id or holds_groups(item)) and item.begins is not None and item.ends is not None
    )


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        elif begins < ends:
            found.append((begins, ends))
    return found


def spans_of(plan: Plan) -> Sequence[Span]:
    """All times that the picture must have room for: the items, and the slot where its end is not far from theirs."""
    found = [
        (item.begins - (0 if item.night else item.gap), item.ends)
        for item in plan.items
        if item.begins is not None and item.ends is not None
    ]
    if found and plan.start is not None:
        start = plan.day.elapsed(plan.start)
        found.append((start, start))
    return found
