"""Two bars side by side in each row."""

from __future__ import annotations

import math
from collections.abc import Iterator

from facilitator.publishing.document import Comparison
from facilitator.publishing.pdf.page.figures import BarPiece
from facilitator.publishing.pdf.page.piece import Gap, Piece
from facilitator.publishing.pdf.page.rows import Row, RowStyle, Track
from facilitator.publishing.pdf.structure.nodes import COLUMN, ROW
from facilitator.publishing.pdf.typesetter import Typesetter

_TRACKS = (
    Track(share=0.24),
    Track(share=0.23),
    Track(share=0.15),
    Track(share=0.23),
    Track(share=0.15),
)


def comparison_pieces(block: Comparison, typesetter: Typesetter) -> Iterator[Piece]:
    """The title, the names of the series, and a row for each pair; the second series is striped, so that grey and
    colour-blind eyes tell it from the first."""
    look = typesetter.look
    if block.title:
        yield typesetter.plain(block.title, look.caption)
    style = RowStyle(vertical=look.points(2.6), horizontal=look.points(5.0), mirrored=look.mirrored)
    first, second = _longest(block)
    table = typesetter.parent.child("Table")
    row = table.child("TR")
    row.child("TD")
    heads: list[Piece] = [Gap(0)]
    for name in block.series:
        heads.append(typesetter.plain(name, look.column_title, row.child("TH", attributes=COLUMN)))
    tracks = [_TRACKS[0], Track(share=0.38), Track(share=0.38)]
    head = Row(heads, tracks, style)
    head.keep_with_next = True
    yield head
    for pair in block.pairs:
        row = table.child("TR")
        cells: list[Piece] = [typesetter.plain(pair.label, look.cell, row.child("TH", attributes=ROW))]
        for value, longest, text, striped in (
            (pair.first, first, pair.first_text, False),
            (pair.second, second, pair.second_text, True),
        ):
            share = _positive(value) / longest
            cells.append(BarPiece(share, look.points(9.0), look.points(2.1), look, striped=striped))
            cells.append(typesetter.plain(text, look.bar_text, row.child("TD")))
        yield Row(cells, _TRACKS, style)
    gap = Gap(0)
    gap.space_after = look.points(14.0)
    yield gap


def _longest(block: Comparison) -> tuple[float, float]:
    first = max((_positive(pair.first) for pair in block.pairs), default=0.0)
    second = max((_positive(pair.second) for pair in block.pairs), default=0.0)
    if block.shared_scale:
        first = second = max(first, second)
    return first or 1.0, second or 1.0


def _positive(value: float) -> float:
    return max(0.0, value) if math.isfinite(value) else 0.0
