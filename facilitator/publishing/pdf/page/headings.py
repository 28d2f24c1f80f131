"""Headings, the places they make in a file, and the table of contents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.publishing.pdf.look import HAIRLINE, MUTED, Look
from facilitator.publishing.pdf.page.piece import Piece
from facilitator.publishing.pdf.page.text_piece import TextPiece
from facilitator.publishing.pdf.text.families import Face

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_NUMBER_COLUMN = 34.0  # points kept free for page numbers
_BAR = (26.0, 3.0)  # points: the accent over a part's heading


@dataclass(eq=False)
class Place:
    """A heading as contents, bookmarks and links know it; ``page`` is known once all pages are laid out."""

    name: str
    title: str
    level: int
    page: int = 0


class HeadingPiece(Piece):
    """A heading that stays with what follows it."""

    def __init__(self, text: TextPiece, place: Place, look: Look) -> None:
        self._text = text
        self.place: Place | None = place
        self._look = look
        self._above = look.points(11.0) if place.level <= 1 else 0.0
        self.space_before, self.space_after = text.space_before, text.space_after
        self.keep_with_next = True

    def layout(self, width: float) -> float:
        self.width = width
        self.height = self._above + self._text.layout(width)
        return self.height

    def split(self, height: float) -> tuple[Piece, Piece] | None:
        parts = self._text.split(height - self._above)
        if parts is None or self.place is None:
            return None
        first = HeadingPiece(self._text, self.place, self._look)
        first._text = parts[0]  # type: ignore[assignment]  # a part of a text is drawn like it
        first.width, first.keep_with_next = self.width, False
        first.height = self._above + parts[0].height
        return first, parts[1]

    def placed(self, page: int) -> None:
        if self.place is not None:
            self.place.page = page

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        if self.place is not None and self.place.name:
            canvas.anchor(self.place.name, top - 6)
        if self._above:
            width, thickness = (self._look.points(length) for length in _BAR)
            left = x + self.width - width if self._text.level and self._look.mirrored else x
            canvas.fill(left, top, width, thickness, self._look.accent)
        self._text.draw(canvas, x, top + self._above)


class ContentsEntry(Piece):
    """One line of the contents: the heading, dots, and the page it is on; all of it a link. ``keep`` it with the next
    one."""

    def __init__(self, typesetter: Typesetter, place: Place, *, keep: bool = False) -> None:
        self._typesetter = typesetter
        self._place = place
        self.keep_with_next = keep
        self._look = look = typesetter.look
        part = place.level <= 1
        self._style = look.contents_part if part else look.contents_entry
        self._node = typesetter.parent.child("TOCI").child("Reference").child("Link")
        self._text = typesetter.plain(place.title, self._style, self._node)
        self._indent = 0.0 if part else look.points(14.0)
        self.space_before = look.points(7.0 if part else 1.5)

    def layout(self, width: float) -> float:
        self.width = width
        self.height = self._text.layout(width - self._indent - _NUMBER_COLUMN)
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        mirrored = self._look.mirrored
        self._text.draw(canvas, x + (_NUMBER_COLUMN if mirrored else self._indent), top)
        style = replace(self._style, face=Face.REGULAR, colour=MUTED, align="end", tabular=True)
        # The space parts the heading from the number for those who search or listen.
        number = self._typesetter.plain(f" {self._place.page}", style, self._node)
        number.layout(_NUMBER_COLUMN)
        last = top + self.height - self._text.leading
        number.draw(canvas, x if mirrored else x + self.width - _NUMBER_COLUMN, last)
        self._leader(canvas, x, last + self._text.leading * 0.68, number.natural_width())
        area = x, top, self.width, self.height
        canvas.link(area, "", self._place.name, self._node, self._place.title)

    def _leader(self, canvas: PageCanvas, x: float, y: float, number: float) -> None:
        """Dots from the end of the heading to the number, where there is room for them."""
        text = self._text.last_line_width() + self._indent + 6
        if self.width - text - number < 24:
            return
        if self._look.mirrored:
            canvas.dots(x + number + 6, y, x + self.width - text, HAIRLINE)
        else:
            canvas.dots(x + text, y, x + self.width - number - 6, HAIRLINE)
