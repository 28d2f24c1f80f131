"""Pieces side by side: the rows of tables, lists and charts."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.page.piece import Gap, Piece

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas

_TOLERANCE = 0.01  # points
_KEPT_WHOLE = 150.0  # points: rows up to this height are not torn over two pages


@dataclass(frozen=True)
class Track:
    """The width of one column of a row: so many points, and a share of what the points leave."""

    share: float = 0.0
    points: float = 0.0


def track_widths(tracks: Sequence[Track], width: float) -> list[float]:
    """The columns' widths in points."""
    left = max(0.0, width - sum(track.points for track in tracks))
    shares = sum(track.share for track in tracks) or 1.0
    return [track.points + left * track.share / shares for track in tracks]


@dataclass(frozen=True)
class RowStyle:
    """Padding around each cell in points, the rule below, and whether columns run from right to left.

    ``least`` is the height that a row takes at least, rules and padding included.
    """

    vertical: float = 0.0
    horizontal: float = 0.0
    rule: Colour | None = None
    thickness: float = 0.5
    mirrored: bool = False
    least: float = 0.0
    flush: bool = True  # the outer cells have no padding at the row's ends


class Row(Piece):
    """Cells side by side, which go on together over the page's end."""

    def __init__(self, cells: Sequence[Piece], tracks: Sequence[Track], style: RowStyle) -> None:
        self._cells = list(cells)
        self._tracks = tracks
        self._style = style
        self._places: list[tuple[float, float]] = []
        self._drops: list[float] = []  # that set the first lines of all cells on one baseline

    def layout(self, width: float) -> float:
        self.width = width
        self._places = self._columns(width)
        for cell, (_, room) in zip(self._cells, self._places, strict=True):
            cell.layout(room)
        return self._settle()

    def _columns(self, width: float) -> list[tuple[float, float]]:
        """The left edge and the width of each cell's inside, in the order of the cells."""
        places = []
        edge = 0.0
        last = len(self._cells) - 1
        for index, track in enumerate(track_widths(self._tracks, width)):
            padding = min(self._style.horizontal, track / 4)
            start = 0.0 if self._style.flush and index == 0 else padding
            end = 0.0 if self._style.flush and index == last else padding
            room = max(1.0, track - start - end)
            left = width - edge - start - room if self._style.mirrored else edge + start
            places.append((left, room))
            edge += track
        return places

    def _settle(self) -> float:
        baselines = [cell.first_baseline() for cell in self._cells]
        lowest = max(baselines, default=0.0)
        self._drops = [lowest - baseline if baseline else 0.0 for baseline in baselines]
        tallest = max(
            (cell.height + drop for cell, drop in zip(self._cells, self._drops, strict=True)), default=0.0
        )
        for cell in self._cells:
            cell.stretch(tallest)
        self.height = max(tallest + 2 * self._style.vertical, self._style.least)
        return self.height

    def least(self) -> float:
        if self.height <= max(_KEPT_WHOLE, self._style.least):
            return self.height
        return max(cell.least() for cell in self._cells) + 2 * self._style.vertical

    def split(self, height: float) -> tuple[Piece, Piece] | None:
        room = height - 2 * self._style.vertical
        first: list[Piece] = []
        rest: list[Piece] = []
        for cell, drop in zip(self._cells, self._drops, strict=True):
            if cell.height + drop <= room + _TOLERANCE:
                first.append(cell)
                rest.append(Gap(0))
                continue
            parts = cell.split(room - drop)
            if parts is None:
                return None
            first.append(parts[0])
            rest.append(parts[1])
        return (self._with(first), self._with(rest)) if room > 0 else None

    def recolour(self, colour: Colour) -> None:
        for cell in self._cells:
            cell.recolour(colour)

    def _with(self, cells: list[Piece]) -> Row:
        part = copy.copy(self)
        part._cells = cells
        part._style = replace(self._style, least=0.0)
        part._settle()
        return part

    def placed(self, page: int) -> None:
        for cell in self._cells:
            cell.placed(page)

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        for cell, drop, (left, _) in zip(self._cells, self._drops, self._places, strict=True):
            cell.draw(canvas, x + left, top + self._style.vertical + drop)
        if self._style.rule is not None:
            canvas.rule(x, top + self.height, self.width, self._style.rule, self._style.thickness)
