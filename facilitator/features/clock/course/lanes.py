"""What the picture of the course shows, lane by lane."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.features.clock.course.words import MINUTE


@dataclass(frozen=True)
class Block:
    """A time in a lane, from ``start`` to ``end`` (milliseconds since 1970-01-01 UTC): ``text`` stands in it, ``over``
    is the moment from which it was longer than planned."""

    start: int
    end: int
    text: str
    over: int | None = None


@dataclass(frozen=True)
class Lane:
    """A row of the picture; ``planned`` ones are drawn in outline, the others filled."""

    title: str
    blocks: tuple[Block, ...]
    planned: bool = False


@dataclass(frozen=True)
class Picture:
    """What is drawn. ``notes`` are the moments of notes; ``words`` say the same for those who listen."""

    lanes: tuple[Lane, ...]
    notes: tuple[int, ...]
    zone: str
    words: str

    @property
    def span(self) -> tuple[int, int]:
        """From the first moment to the last."""
        starts = [block.start for lane in self.lanes for block in lane.blocks]
        ends = [block.end for lane in self.lanes for block in lane.blocks]
        return min(starts, default=0), max([*ends, *(start + MINUTE for start in starts)], default=MINUTE)


def joined(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """The lanes in which something is."""
    return tuple(lane for lane in lanes if lane.blocks)
