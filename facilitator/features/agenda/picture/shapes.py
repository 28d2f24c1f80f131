"""The parts of the picture: boxes in pixels, from the upper left corner of all that is drawn below the heads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.reading.plan_rows import AgendaItemRow

_HAIR = 1e-6
"""Pixels by which calculated edges may differ."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, x: float, y: float, *, around: float = 0) -> bool:
        """Whether a point lies in it, or not farther ``around`` it above or below."""
        return self.x <= x < self.right and self.y - around <= y < self.bottom + around

    def meets(self, other: Box) -> bool:
        """Whether they share more than an edge."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return min(across, down) > _HAIR


@dataclass(frozen=True)
class Measures:
    """What the text needs, in pixels: the height of a line, the mean width of a character; and the width there is."""

    line: float
    letter: float
    width: float

    @property
    def tag(self) -> float:
        """The height of the tag of an item that is too short for a line of text."""
        return self.line + 4


@dataclass(frozen=True)
class Column:
    """The plenary (``group_id`` is empty) or a group."""

    group_id: str
    x: float
    width: float


@dataclass(frozen=True)
class Block:
    """An item. ``box`` is true to time, ``text`` is where its words go; one that is too short for them has a ``tag``
    beside it. ``depth`` is by how many items of its column it is covered: each shifts it to the right."""

    item: AgendaItemRow
    box: Box
    depth: int
    text: Box
    tag: Box | None = None


class MarkKind(StrEnum):
    """What is marked in a column beside its items."""

    GAP = "gap"
    OVERLAP = "overlap"
    LATE = "late"


@dataclass(frozen=True)
class Mark:
    """A time that is not as it should be, by its minutes and the item that it belongs to."""

    kind: MarkKind
    item_id: str
    minutes: int
    box: Box
