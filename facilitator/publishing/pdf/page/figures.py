"""Large numerals in tiles, and bar charts."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from facilitator.publishing.document import Bars, KeyFigure, KeyFigures
from facilitator.publishing.pdf.look import Look
from facilitator.publishing.pdf.page.boxes import Frame, Framed, Stack
from facilitator.publishing.pdf.page.piece import Gap, Piece
from facilitator.publishing.pdf.page.rows import Row, RowStyle, Track
from facilitator.publishing.pdf.structure.nodes import ROW

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_TILES_IN_A_ROW, _USUAL_TILES = 4, 3
_NUMERAL_SIZES = (30.0, 26.0, 22.0, 18.0, 14.0)


def figure_pieces(figures: KeyFigures, typesetter: Typesetter) -> Iterator[Piece]:
    """Tiles side by side, four at most in a row."""
    look = typesetter.look
    for first in range(0, len(figures.figures), _TILES_IN_A_ROW):
        shown = figures.figures[first : first + _TILES_IN_A_ROW]
        size = _numeral_size(shown, typesetter)
        tiles = [_tile(figure, typesetter, size) for figure in shown]
        style = RowStyle(horizontal=look.points(5.0), mirrored=look.mirrored)
        # One or two tiles are as wide as those of a row of three, not wider.
        missing = max(0, _USUAL_TILES - len(tiles))
        tracks = [Track(share=1.0)] * (len(tiles) + missing)
        row = Row([*tiles, *(Gap(0) for _ in range(missing))], tracks, style)
        row.space_before, row.space_after = look.points(6.0), look.points(14.0)
        yield row


def _numeral_size(figures: tuple[KeyFigure, ...], typesetter: Typesetter) -> float:
    """The largest size in which each numeral of a row stands on one line."""
    room = math.floor(typesetter.look.paper.inside) / len(figures) - typesetter.look.points(36.0)
    for size in _NUMERAL_SIZES:
        style = typesetter.look.figure_value(size)
        if all(typesetter.plain(figure.value, style).natural_width() <= room for figure in figures):
            return size
    return _NUMERAL_SIZES[-1]


def _tile(figure: KeyFigure, typesetter: Typesetter, size: float) -> Piece:
    look = typesetter.look
    texts = Stack(
        [
            typesetter.plain(figure.value, look.figure_value(size)),
            typesetter.plain(figure.label, look.figure_label),
        ]
    )
    bar = look.points(2.2)
    frame = Frame(
        vertical=look.points(11.0),
        start=look.points(13.0),
        end=look.points(9.0),
        ground=look.tint,
        bar=look.accent,
        bar_width=bar,
        mirrored=look.mirrored,
    )
    return Framed(texts, frame)


class BarPiece(Piece):
    """One bar in its track; ``share`` of the track, 0 to 1."""

    def __init__(
        self, share: float, height: float, drop: float, look: Look, *, striped: bool = False
    ) -> None:
        self._share, self._striped = share, striped
        self._thickness = height
        self._drop = drop
        self._look = look
        self.height = height + drop

    def layout(self, width: float) -> float:
        self.width = width
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        top += self._drop
        canvas.fill(x, top, self.width, self._thickness, self._look.track)
        length = self.width * self._share
        left = x + self.width - length if self._look.mirrored else x
        if length > 0 and self._striped:
            canvas.stripes(left, top, length, self._thickness, self._look.accent_text)
        elif length > 0:
            canvas.fill(left, top, length, self._thickness, self._look.accent_text)


def bar_pieces(bars: Bars, typesetter: Typesetter) -> Iterator[Piece]:
    """The title, then a row for each bar: label, bar, and the text that tells its length."""
    look = typesetter.look
    if bars.title:
        yield typesetter.plain(bars.title, look.caption)
    values = [bar.value if math.isfinite(bar.value) else 0.0 for bar in bars.bars]
    longest = max([*values, bars.whole]) or 1.0
    style = RowStyle(vertical=look.points(2.6), horizontal=look.points(5.0), mirrored=look.mirrored)
    tracks = [Track(share=0.30), Track(share=0.53), Track(share=0.17)]
    table = typesetter.parent.child("Table")
    for bar, value in zip(bars.bars, values, strict=True):
        row = table.child("TR")
        label = typesetter.plain(bar.label, look.cell, row.child("TH", attributes=ROW))
        drawn = BarPiece(max(0.0, value) / longest, look.points(9.0), look.points(2.1), look)
        yield Row([label, drawn, typesetter.plain(bar.text, look.bar_text, row.child("TD"))], tracks, style)
    if bars.bars:
        gap = Gap(0)
        gap.space_after = look.points(14.0)
        yield gap
