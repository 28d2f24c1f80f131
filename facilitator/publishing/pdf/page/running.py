"""What runs along the head and the foot of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.publishing.document import Document
from facilitator.publishing.pdf.look import HAIRLINE
from facilitator.publishing.pdf.page.text_piece import TextPiece
from facilitator.publishing.plain_text import single_line
from facilitator.translation import papers

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_GAP = 18.0  # points, at least, between the two texts of a line


class RunningTexts:
    """Draws header and footer. Texts that are too long for their line end with an ellipsis."""

    def __init__(self, document: Document, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._paper = typesetter.look.paper
        self._header = single_line(document.header)
        self._footer = single_line(document.footer)
        self._page_of = papers(document.language).gettext("Page {page} of {pages}")

    def header(self, canvas: PageCanvas, section: str) -> None:
        """The document's header at the start of the line, the section's title at its end, a hairline below."""
        if not self._header and not section:
            return
        self._pair(canvas, self._header, section, self._paper.header_top)
        canvas.rule(self._paper.margin, self._paper.header_top + 17, self._paper.inside, HAIRLINE)

    def footer(self, canvas: PageCanvas, page: int, pages: int) -> None:
        """The document's footer at the start, the page's number and their count at the end."""
        counted = self._page_of.format(page=page, pages=pages)
        self._pair(canvas, self._footer, counted, self._paper.footer_top)

    def _pair(self, canvas: PageCanvas, start: str, end: str, top: float) -> None:
        style, inside = self._typesetter.look.running, self._paper.inside
        share = inside * 0.5 if start else inside
        second = self._typesetter.fitting(end, style, share) if end else None
        taken = second.natural_width() + _GAP if second else 0.0
        first = self._typesetter.fitting(start, style, inside - taken) if start else None
        mirrored = self._typesetter.look.mirrored
        self._at(canvas, first, top, at_right=mirrored)
        self._at(canvas, second, top, at_right=not mirrored)

    def _at(self, canvas: PageCanvas, piece: TextPiece | None, top: float, at_right: bool) -> None:
        if piece is None:
            return
        width, margin = piece.natural_width(), self._paper.margin
        piece.layout(width + 1)
        piece.draw(canvas, margin + self._paper.inside - width - 1 if at_right else margin, top)
