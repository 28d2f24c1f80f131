"""Two languages side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facilitator.publishing.document import Beside, Block
from facilitator.publishing.pdf.page.boxes import Stack
from facilitator.publishing.pdf.page.piece import NewPage, Piece
from facilitator.publishing.pdf.page.rows import Row, RowStyle, Track
from facilitator.publishing.pdf.typesetter import Typesetter

PiecesOf = Callable[[Block, Typesetter], Iterator[Piece]]

_GUTTER = 10.0
"""Points on each side of the middle."""


def beside_pieces(block: Beside, typesetter: Typesetter, pieces_of: PiecesOf) -> Iterator[Piece]:
    """A row for each pair, so that both sides begin at one height; either may go on over the page's end."""
    look = typesetter.look
    other = typesetter.in_language(block.language)
    style = RowStyle(horizontal=look.points(_GUTTER), mirrored=look.mirrored)
    tracks = [Track(share=1.0), Track(share=1.0)]
    for pair in block.pairs:
        first = _side(pair[0], typesetter, pieces_of)
        sides = [first, _side(pair[1], other.under("Div", language=block.language), pieces_of)]
        row = Row(sides, tracks, style)
        row.space_before = max(side.space_before for side in sides)
        row.space_after = max(side.space_after for side in sides)
        row.keep_with_next = any(side.keep_with_next for side in sides)
        yield row


def _side(blocks: Sequence[Block], typesetter: Typesetter, pieces_of: PiecesOf) -> Stack:
    pieces = [
        piece for block in blocks for piece in pieces_of(block, typesetter) if not isinstance(piece, NewPage)
    ]
    side = Stack(pieces)
    side.keep_with_next = bool(pieces) and pieces[-1].keep_with_next
    return side
