"""Texts as large as their place allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from facilitator.publishing.pdf.page.piece import Gap, Piece
from facilitator.publishing.pdf.page.text_piece import TextPiece, TextStyle
from facilitator.publishing.pdf.typesetter import Typesetter

_STEP = 0.94  # from one size to the next smaller one


@dataclass(frozen=True)
class Room:
    """A place for a text: points across and down, the most lines it may have, and whether a word wider than a line may
    be cut."""

    width: float
    height: float
    lines: int
    cutting: bool = False


def largest(
    text: str,
    typesetter: Typesetter,
    style_of: Callable[[float], TextStyle],
    room: Room,
    sizes: tuple[float, float],
) -> TextPiece | None:
    """The text in the largest size, from the first to the second of ``sizes``, that fits.

    None when even the smallest is too large.
    """
    size, least = sizes
    # The width of a text grows with its size: one that is far too wide need not be tried.
    natural = typesetter.plain(text, style_of(1.0)).natural_width()
    if natural > 0:
        size = max(least, min(size, 1.05 * room.width * room.lines / natural))
    while size >= least:
        piece = typesetter.plain(text, style_of(size))
        piece.layout(room.width)
        if (
            piece.line_count <= room.lines
            and piece.height <= room.height
            and (room.cutting or not piece.has_cut_words)
        ):
            return piece
        size = size * _STEP if size == least or size * _STEP > least else least
    return None


def cut_to(text: str, typesetter: Typesetter, style: TextStyle, room: Room) -> tuple[Piece, bool]:
    """The text as far as there is room for it, and whether that is not all of it."""
    piece = typesetter.plain(text, style)
    if piece.layout(room.width) <= room.height:
        return piece, False
    low, high = 0, len(text)
    kept: Piece = Gap(0)
    while high - low > 1:
        middle = (low + high) // 2
        tried = typesetter.plain(f"{text[:middle].rstrip()}…", style)
        if tried.layout(room.width) <= room.height:
            low, kept = middle, tried
        else:
            high = middle
    return kept, True
