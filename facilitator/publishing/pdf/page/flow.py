"""Put pieces on pages, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from facilitator.publishing.pdf.page.piece import FullPage, NewPage, Piece

_TOLERANCE = 0.01  # points
_LARGEST_REPEATED = 0.4  # of a page's height: a longer table header is not repeated


class Placement(NamedTuple):
    """A piece at its place: the height of its upper edge below the page's."""

    piece: Piece
    top: float


class Flow:
    """Fills pages from top to bottom. Lengths are in points; pages count from ``first_page``."""

    def __init__(
        self,
        width: float,
        top: float,
        bottom: float,
        first_page: int = 1,
        first_top: float | None = None,
        checkpoint: Callable[[], None] = lambda: None,
    ) -> None:
        self.pages: list[list[Placement]] = [[]]
        self._width, self._top, self._bottom = width, top, bottom
        self._first_page = first_page
        self._at = top if first_top is None else first_top
        self._taken = first_top is not None  # by something that is drawn on the first page, beside the pieces
        self._start = top
        self._after = 0.0
        self._checkpoint = checkpoint
        self._kept: list[Piece] = []

    def add_all(self, pieces: Iterable[Piece]) -> None:
        """Place all pieces; what keeps with its successor waits for it."""
        for piece in pieces:
            self._checkpoint()
            if isinstance(piece, NewPage):
                self._release()
                if self.pages[-1]:
                    self._turn()
                continue
            if isinstance(piece, FullPage):
                self._fill(piece)
                continue
            piece.layout(self._width)
            self._kept.append(piece)
            if not piece.keep_with_next:
                self._release()

    def finish(self) -> list[list[Placement]]:
        """The pages, without an empty one at the end."""
        self._release()
        if len(self.pages) > 1 and not self.pages[-1]:
            self.pages.pop()
        return self.pages

    def _fill(self, piece: FullPage) -> None:
        """Give the piece a page of its own; it leaves no room for what comes next."""
        self._release()
        if self.pages[-1] or self._taken:
            self._turn()
        self._at, self._after = 0.0, 0.0
        self._put(piece, 0.0)

    def _release(self) -> None:
        """Place the pieces that wait for each other, the first of them where all can begin. Where no page has room for
        all, the last ones go on by themselves, as they would otherwise be torn."""
        kept, self._kept = self._kept, []
        if not kept:
            return
        needed, after = 0.0, self._after if self.pages[-1] else 0.0
        for piece in kept:
            gap = max(after, piece.space_before) if self.pages[-1] or needed else 0.0
            needed += gap + (piece.least() if piece is kept[-1] else piece.height)
            after = piece.space_after
        fits_any_page = needed <= self._bottom - self._top
        if not fits_any_page and len(kept) > 1:
            for part in (kept[:-1], kept[-1:]):
                self._kept = part
                self._release()
            return
        if self.pages[-1] and fits_any_page and needed > self._bottom - self._at + _TOLERANCE:
            self._turn()
            self._repeat(kept[0])
        for piece in kept:
            self._place(piece)

    def _turn(self) -> None:
        self.pages.append([])
        self._taken = False
        self._at, self._after = self._top, 0.0
        self._start = self._top

    def _place(self, piece: Piece) -> None:
        while True:
            gap = max(self._after, piece.space_before) if self.pages[-1] else 0.0
            room = self._bottom - self._at - gap
            if piece.height <= room + _TOLERANCE:
                self._put(piece, gap)
                return
            parts = piece.split(room) if room > 0 else None
            if parts is not None:
                self._put(parts[0], gap)
                piece = parts[1]
            elif not self._turning_helps():
                # Nothing of it fits a whole page: better past the margin than lost.
                self._put(piece, gap)
                return
            self._turn()
            self._repeat(piece)

    def _turning_helps(self) -> bool:
        """Whether a new page would give more room than there is now."""
        return self._at > self._start + _TOLERANCE

    def _repeat(self, piece: Piece) -> None:
        header = piece.repeated
        if header is not None and header.height < _LARGEST_REPEATED * (self._bottom - self._top):
            self._put(header, 0.0)
            self._start = self._at

    def _put(self, piece: Piece, gap: float) -> None:
        self._at += gap
        self.pages[-1].append(Placement(piece, self._at))
        piece.placed(len(self.pages) - 1 + self._first_page)
        self._at += piece.height
        self._after = piece.space_after
