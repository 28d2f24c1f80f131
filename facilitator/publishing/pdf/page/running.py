"""What runs along the head and the foot of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.publishing.document import Document
from facilitator.publishing.pdf.canvas import A4
from facilitator.publishing.pdf.look import FOOTER_HEIGHT, HAIRLINE, HEADER_TOP, MARGIN
from facilitator.publishing.pdf.page.text_piece import TextPiece
from facilitator.publishing.plain_text import single_line
from facilitator.translation import catalogue

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_WIDTH, _HEIGHT = A4
_INSIDE = _WIDTH - 2 * MARGIN
_GAP = 18.0  # points, at least, between the two texts of a line


class RunningTexts:
    """Draws header and footer. Texts that are too long for their line end with an ellipsis."""

    def __init__(self, document: Document, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._header = single_line(document.header)
        self._footer = single_line(document.footer)
        self._page_of = catalogue(document.language).gettext("Page {page} of {pages}")

    def header(self, canvas: PageCanvas, section: str) -> None:
        """The document's header at the start of the line, the section's title at its end, a hairline below."""
        if not self._header and not section:
            return
        self._pair(canvas, self._header, section, HEADER_TOP)
        canvas.rule(MARGIN, HEADER_TOP + 17, _INSIDE, HAIRLINE)

    def footer(self, canvas: PageCanvas, page: int, pages: int) -> None:
        """The document's footer at the start, the page's number and their count at the end."""
        counted = self._page_of.format(page=page, pages=pages)
        self._pair(canvas, self._footer, counted, _HEIGHT - FOOTER_HEIGHT)

    def _pair(self, canvas: PageCanvas, start: str, end: str, top: float) -> None:
        style = self._typesetter.look.running
        share = _INSIDE * 0.5 if start else _INSIDE
        second = self._typesetter.fitting(end, style, share) if end else None
        taken = second.natural_width() + _GAP if second else 0.0
        first = self._typesetter.fitting(start, style, _INSIDE - taken) if start else None
        mirrored = self._typesetter.look.mirrored
        self._at(canvas, first, top, at_right=mirrored)
        self._at(canvas, second, top, at_right=not mirrored)

    def _at(self, canvas: PageCanvas, piece: TextPiece | None, top: float, at_right: bool) -> None:
        if piece is None:
            return
        width = piece.natural_width()
        piece.layout(width + 1)
        piece.draw(canvas, MARGIN + _INSIDE - width - 1 if at_right else MARGIN, top)
