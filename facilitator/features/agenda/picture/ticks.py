"""The times that are written beside the picture."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from facilitator.features.agenda.picture.layout import Scene

_SET_BY = 60
"""Minutes by which clocks are set to summer time."""


@dataclass(frozen=True)
class Tick:
    """An elapsed minute, where it stands, and the number of the day that it stands below."""

    minute: int
    y: float
    day: int


@dataclass(frozen=True)
class Ticks:
    """Ticks from top to bottom."""

    all: tuple[Tick, ...]

    def between(self, top: float, bottom: float) -> tuple[Tick, ...]:
        """Those that stand between two y."""
        return self.all[bisect_left(self._ys, top) : bisect_right(self._ys, bottom)]

    @cached_property
    def _ys(self) -> list[float]:
        return [tick.y for tick in self.all]


def ticks_of(scene: Scene, step: int) -> Ticks:
    """The minutes at which the hosts' clock shows a multiple of ``step``, in every stretch of a scene."""
    return Ticks(tuple(_ticks(scene, step)))


def _ticks(scene: Scene, step: int) -> Iterator[Tick]:
    for stretch in scene.scale.stretches:
        minute = stretch.begins
        while minute <= stretch.ends:
            # Never farther than clocks are set, so that no time is passed over where they are.
            ahead = -scene.plan.day.wall(minute) % step
            if not ahead:
                yield Tick(minute, scene.scale.y(minute), stretch.day)
            minute += min(ahead or step, _SET_BY)
