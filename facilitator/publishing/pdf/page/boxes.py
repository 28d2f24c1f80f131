"""Pieces that hold others: one above the other, and set apart by a bar or a ground."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.page.piece import Piece

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas

_TOLERANCE = 0.01  # points


class Stack(Piece):
    """Pieces one above the other."""

    def __init__(self, children: Sequence[Piece]) -> None:
        self._children = list(children)
        if self._children:
            self.space_before = self._children[0].space_before
            self.space_after = self._children[-1].space_after

    def layout(self, width: float) -> float:
        self.width = width
        for child in self._children:
            child.layout(width)
        self.height = sum(child.height + gap for child, gap in self._spaced())
        return self.height

    def _spaced(self) -> list[tuple[Piece, float]]:
        """Each child with the gap above it."""
        found: list[tuple[Piece, float]] = []
        before = 0.0
        for child in self._children:
            found.append((child, max(before, child.space_before) if found else 0.0))
            before = child.space_after
        return found

    def least(self) -> float:
        needed = 0.0
        for child, gap in self._spaced():
            needed += gap + (child.height if child.keep_with_next else child.least())
            if not child.keep_with_next:
                break
        return needed

    def split(self, height: float) -> tuple[Piece, Piece] | None:
        used = 0.0
        for index, (child, gap) in enumerate(self._spaced()):
            if used + gap + child.height <= height + _TOLERANCE:
                used += gap + child.height
                continue
            parts = child.split(height - used - gap)
            first, rest = self._children[:index], self._children[index:]
            if parts is not None:
                first, rest = [*first, parts[0]], [parts[1], *rest[1:]]
            while first and parts is None and first[-1].keep_with_next:
                rest.insert(0, first.pop())
            return (self._with(first), self._with(rest)) if first and rest else None
        return None

    def recolour(self, colour: Colour) -> None:
        for child in self._children:
            child.recolour(colour)

    def placed(self, page: int) -> None:
        for child in self._children:
            child.placed(page)

    def _with(self, children: list[Piece]) -> Stack:
        part = copy.copy(self)
        part._children = children
        part.layout(self.width)
        return part

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        for child, gap in self._spaced():
            child.draw(canvas, x, top + gap)
            top += gap + child.height


@dataclass(frozen=True)
class Frame:
    """What sets a piece apart: padding in points, a ground, and a bar on the side that text is read from."""

    vertical: float = 0.0
    start: float = 0.0
    end: float = 0.0
    ground: Colour | None = None
    bar: Colour | None = None
    bar_width: float = 0.0
    mirrored: bool = False


class Framed(Piece):
    """A piece in a frame, which goes on around its parts."""

    def __init__(self, inside: Piece, frame: Frame) -> None:
        self._inside = inside
        self._frame = frame
        self.space_before, self.space_after = inside.space_before, inside.space_after

    def layout(self, width: float) -> float:
        self.width = width
        self._inside.layout(max(1.0, width - self._frame.start - self._frame.end))
        self.height = self._inside.height + 2 * self._frame.vertical
        return self.height

    def least(self) -> float:
        return self._inside.least() + 2 * self._frame.vertical

    def stretch(self, height: float) -> None:
        self.height = max(self.height, height)

    def split(self, height: float) -> tuple[Piece, Piece] | None:
        parts = self._inside.split(height - 2 * self._frame.vertical)
        return (self._with(parts[0]), self._with(parts[1])) if parts else None

    def placed(self, page: int) -> None:
        self._inside.placed(page)

    def _with(self, inside: Piece) -> Framed:
        part = copy.copy(self)
        part._inside = inside
        part.height = inside.height + 2 * self._frame.vertical
        return part

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        frame = self._frame
        if frame.ground is not None:
            canvas.fill(x, top, self.width, self.height, frame.ground)
        if frame.bar is not None:
            edge = x + self.width - frame.bar_width if frame.mirrored else x
            canvas.fill(edge, top, frame.bar_width, self.height, frame.bar)
        self._inside.draw(canvas, x + (frame.end if frame.mirrored else frame.start), top + frame.vertical)
