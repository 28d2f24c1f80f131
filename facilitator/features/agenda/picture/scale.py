"""The axis of time: where a minute stands in the picture, with the nights cut out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from facilitator.domain.agenda import LocalDay
from facilitator.domain.agenda.clocks import DAY
from facilitator.domain.agenda.timing import NIGHT
from facilitator.features.agenda.picture.shapes import Measures

_TOP_LINES, _HEADING_LINES, _NIGHT_LINES = 0.6, 2, 2.2
"""Lines of text that have room above the first time, above that of a day, and between two days."""

Span = tuple[int, int]
"""From one elapsed minute to another."""


@dataclass(frozen=True)
class Stretch:
    """Time without a cut, in elapsed minutes, and the y of its beginning. ``heading`` is the y of its day's heading,
    and ``day`` the number of that day, 0 being the first."""

    begins: int
    ends: int
    top: float
    heading: float
    day: int


@dataclass(frozen=True)
class Scale:
    """Minutes and their y; ``per_minute`` pixels are a minute. Times within a cut stand at its upper edge."""

    stretches: tuple[Stretch, ...]
    per_minute: float
    bottom: float

    def y(self, minute: float) -> float:
        """Where an elapsed minute stands."""
        number = max(bisect_right(self._begins, minute) - 1, 0)
        found = self.stretches[number]
        return found.top + min(max(minute - found.begins, 0), found.ends - found.begins) * self.per_minute

    def minute(self, y: float) -> float:
        """The elapsed minute that stands at a y; before the first stretch and behind the last it goes on."""
        found = next((one for one in reversed(self.stretches) if one.top <= y), self.stretches[0])
        minute = found.begins + (y - found.top) / self.per_minute
        return minute if found is self.stretches[-1] else min(minute, found.ends)

    @property
    def minutes(self) -> int:
        """How many minutes it shows."""
        return sum(one.ends - one.begins for one in self.stretches)

    @cached_property
    def _begins(self) -> list[int]:
        return [one.begins for one in self.stretches]


def stretches_of(spans: Iterable[Span], day: LocalDay) -> list[Span]:
    """The spans joined into stretches. Between two of them lies a night: four hours or more, into another day."""
    found: list[Span] = []
    for begins, ends in sorted(spans):
        if found and not _is_night(found[-1][1], begins, day):
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found


def _is_night(ended: int, begins: int, day: LocalDay) -> bool:
    return begins - ended >= NIGHT and day.wall(ended) // DAY < day.wall(begins) // DAY


def make_scale(stretches: Sequence[Span], day: LocalDay, per_minute: float, measures: Measures) -> Scale:
    """Put stretches below each other: where there are several, with room for a heading above each and for a night
    between them."""
    found: list[Stretch] = []
    y, several = 0.0, len(stretches) > 1
    for begins, ends in stretches:
        y += _NIGHT_LINES * measures.line if found else 0
        top = y + (_HEADING_LINES if several else _TOP_LINES) * measures.line
        found.append(Stretch(begins, ends, top, y, day.wall(begins) // DAY))
        y = top + (ends - begins) * per_minute
    return Scale(tuple(found), per_minute, y)
