"""The title: a page of its own in front of a long paper, or a compact band on top of its first page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.publishing import colours
from facilitator.publishing.colours import Colour
from facilitator.publishing.document import Cover
from facilitator.publishing.pdf.look import HAIRLINE, INK, MUTED, Look
from facilitator.publishing.pdf.page.boxes import Stack
from facilitator.publishing.pdf.page.logos import LogoRows
from facilitator.publishing.pdf.page.piece import Gap, Piece
from facilitator.publishing.pdf.page.rows import Row, RowStyle, Track
from facilitator.publishing.pdf.page.text_piece import TextPiece, TextStyle
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.typesetter import Typesetter, joined

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas

_BAND, _LARGEST_BAND = 430.0, 640.0  # points: the usual height of the coloured band, and the largest
_BAND_SHARE, _LARGEST_SHARE = 0.52, 0.77  # of a page's height, for lower pages
_LOGO_HEIGHT, _COMPACT_LOGO_HEIGHT = 36.0, 24.0  # points
_BAND_TOP, _BAND_FOOT = 58.0, 44.0
_TITLE_SIZES = (42.0, 38.0, 34.0, 30.0, 26.0, 22.0, 18.0, 15.0, 12.0)
_COMPACT_SIZES = (25.0, 22.0, 19.0, 16.0, 13.0)
_FOOT_BOTTOM = 54.0
_OVERFLOW_GAP = 12.0


def fitted_title(
    title: str, typesetter: Typesetter, sizes: Sequence[float], width: float, height: float, ideal_lines: int
) -> TextPiece:
    """The title in the largest size that keeps it to a few lines, or at least to a height in points."""
    colour = typesetter.look.on_accent
    pieces = []
    for size in sizes:
        style = TextStyle(size, size * 1.12, colour, face=Face.SEMIBOLD, balanced=True)
        piece = typesetter.plain(title, style)
        piece.layout(width)
        if piece.line_count <= ideal_lines and not piece.has_cut_words and piece.height <= height:
            return piece
        pieces.append(piece)
    return next((piece for piece in pieces if piece.height <= height), pieces[-1])


def _paint_band(canvas: PageCanvas, height: float, look: Look) -> None:
    """The band with large quiet circles, which keep the contrast of the text on it."""
    ground = look.accent
    shade = colours.BLACK if look.on_accent == colours.WHITE else colours.WHITE
    width = look.paper.width
    canvas.clipped(0, 0, width, height)
    canvas.fill(0, 0, width, height, ground)
    side = 0.0 if look.mirrored else width
    inward = 1 if look.mirrored else -1
    unit = max(height, 200.0)
    for radius, share in ((0.62, 0.07), (0.44, 0.13), (0.27, 0.2)):
        canvas.disc(
            side + inward * unit * 0.04, unit * 0.16, unit * radius, colours.mixed(ground, shade, share)
        )
    canvas.restoreState()


class CoverPage(Piece):
    """The whole first page. ``overflow`` is what a very long title or list of hosts leaves for the next pages."""

    def __init__(self, cover: Cover, typesetter: Typesetter) -> None:
        self._look = look = typesetter.look
        self._paper = look.paper
        on_band = look.on_accent
        self.overflow: list[Piece] = []
        self._series = self._text(typesetter, cover.series, 12.5, on_band, Face.SEMIBOLD)
        self._kind = self._text(typesetter, cover.kind, 15.0, on_band)
        upper = _BAND_TOP + self._series.height + 30 + self._kind.height + 10 + _BAND_FOOT
        room = max(min(_LARGEST_BAND, _LARGEST_SHARE * self._paper.height) - upper, 60.0)
        title = fitted_title(cover.title, typesetter, _TITLE_SIZES, self._paper.inside, room, ideal_lines=4)
        self._title = self._cut(title, room)
        self._band = max(min(_BAND, _BAND_SHARE * self._paper.height), upper + self._title.height)
        self._foot = self._foot_row(cover, typesetter)
        self._logos = LogoRows(cover.logos, typesetter, _LOGO_HEIGHT)
        self._logos.layout(self._paper.inside)
        self._below = self._details(cover, typesetter)

    def _text(
        self, typesetter: Typesetter, text: str, size: float, colour: Colour, face: Face = Face.REGULAR
    ) -> Piece:
        piece: Piece = typesetter.plain(text, TextStyle(size, size * 1.36, colour, face=face, balanced=True))
        piece.layout(self._paper.inside)
        return self._cut(piece, 120.0)

    def _cut(self, piece: Piece, room: float) -> Piece:
        """The piece as far as there is room; the rest goes to the pages after the cover, in ink."""
        if piece.height <= room:
            return piece
        first, rest = piece.split(room) or (Gap(0), piece)
        rest.recolour(INK)
        rest.space_after = _OVERFLOW_GAP
        self.overflow.append(rest)
        return first

    def _foot_row(self, cover: Cover, typesetter: Typesetter) -> Piece:
        contact = typesetter.plain(cover.contact, TextStyle(9.4, 13.2, MUTED))
        tag_style = TextStyle(11.0, 15.0, self._look.accent_text, face=Face.SEMIBOLD, align="end")
        tag = typesetter.plain(cover.hashtag, tag_style)
        share = 0.62 if cover.hashtag.strip() else 1.0
        tracks = [Track(share=share), Track(share=max(1.0 - share, 0.001))]
        row = Row([contact, tag], tracks, RowStyle(horizontal=8.0, mirrored=self._look.mirrored))
        row.layout(self._paper.inside)
        return self._cut(row, 150.0)

    def _details(self, cover: Cover, typesetter: Typesetter) -> Piece:
        theme = TextStyle(19.0, 25.0, self._look.accent_text, space_after=12.0, balanced=True)
        date = TextStyle(12.5, 18.0, INK, face=Face.SEMIBOLD, space_after=3.0)
        hosts = TextStyle(12.0, 17.5, MUTED)
        parts = ((cover.theme, theme), (cover.date, date), (cover.hosts, hosts))
        details = Stack([typesetter.plain(text, style) for text, style in parts if text.strip()])
        details.layout(self._paper.inside)
        taken = self._logos.height + 24 if self._logos.height else 0.0
        return self._cut(details, self._foot_top - taken - self._band - 60)

    @property
    def _foot_top(self) -> float:
        return self._paper.height - _FOOT_BOTTOM - self._foot.height

    def layout(self, width: float) -> float:
        self.width, self.height = width, self._paper.height
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        _paint_band(canvas, self._band, self._look)
        left = x + self._paper.margin
        self._series.draw(canvas, left, top + _BAND_TOP)
        title_top = top + self._band - _BAND_FOOT - self._title.height
        self._title.draw(canvas, left, title_top)
        self._kind.draw(canvas, left, title_top - 10 - self._kind.height)
        self._below.draw(canvas, left, top + self._band + 34)
        canvas.rule(left, top + self._foot_top - 12, self._paper.inside, HAIRLINE, 0.7)
        self._logos.draw(canvas, left, top + self._foot_top - 30 - self._logos.height)
        self._foot.draw(canvas, left, top + self._foot_top)


class CompactBand(Piece):
    """The band on top of a first page, as tall as its texts need; logos stand below it, on white."""

    def __init__(self, cover: Cover, typesetter: Typesetter) -> None:
        self._look = look = typesetter.look
        colour = look.on_accent
        small = TextStyle(look.points(9.4), look.points(13.4), colour)
        strong = replace(small, face=Face.SEMIBOLD)
        tracks = [Track(share=0.68), Track(share=0.32)]
        first = [
            typesetter.plain(cover.series, strong),
            typesetter.plain(cover.hashtag, replace(strong, align="end")),
        ]
        above = Row(first, tracks, RowStyle(horizontal=6.0, mirrored=look.mirrored))
        sizes = [look.points(size) for size in _COMPACT_SIZES]
        inside = look.paper.inside
        title = fitted_title(cover.title, typesetter, sizes, inside, 220.0, ideal_lines=2)
        title.space_before = look.points(1.0)
        title.space_after = look.points(6.0)
        kind = typesetter.plain(cover.kind, replace(small, size=look.points(11.0), leading=look.points(15.0)))
        kind.space_before = look.points(9.0)
        pairs = ((cover.theme, cover.date), (cover.hosts, cover.contact))
        details = [
            typesetter.plain(joined(pair, "  ·  "), small) for pair in pairs if any(map(str.strip, pair))
        ]
        self._texts: Piece = Stack([above, kind, title, *details])
        self._texts.layout(inside)
        self._pad = look.points(24.0)
        self.overflow: list[Piece] = []
        largest = min(_LARGEST_BAND, _LARGEST_SHARE * look.paper.height)
        parts = self._texts.split(largest) if self._texts.height > largest else None
        if parts is not None:
            self._texts, rest = parts
            rest.recolour(INK)
            self.overflow.append(rest)
        self._band = self._texts.height + 2 * self._pad
        self._logos = LogoRows(cover.logos, typesetter, look.points(_COMPACT_LOGO_HEIGHT))
        self._logos.layout(inside)
        self._above_logos = look.points(14.0) if self._logos.height else 0.0
        self.height = self._band + self._above_logos + self._logos.height

    def layout(self, width: float) -> float:
        self.width = width
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        left = x + self._look.paper.margin
        _paint_band(canvas, self._band, self._look)
        self._texts.draw(canvas, left, top + self._pad)
        self._logos.draw(canvas, left, top + self._band + self._above_logos)
