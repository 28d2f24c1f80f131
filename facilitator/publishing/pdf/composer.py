"""Compose a paper: lay out all pages first, then draw them, so that every page number is known when it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from facilitator.domain.errors import Cancelled
from facilitator.publishing.document import Block, Bullets, Document, Heading, Paragraph, Rendering, Table
from facilitator.publishing.pdf.canvas import A4, PageCanvas
from facilitator.publishing.pdf.look import BOTTOM, FOOTER_HEIGHT, MARGIN, TOP, Look
from facilitator.publishing.pdf.metadata import describe, moment
from facilitator.publishing.pdf.page.blocks import pieces_of, places_of
from facilitator.publishing.pdf.page.cover import CompactBand, CoverPage
from facilitator.publishing.pdf.page.flow import Flow, Placement
from facilitator.publishing.pdf.page.headings import HeadingPiece
from facilitator.publishing.pdf.page.piece import Piece
from facilitator.publishing.pdf.page.running import RunningTexts
from facilitator.publishing.pdf.text.direction import language_level
from facilitator.publishing.pdf.typesetter import Typesetter

_WIDTH, _HEIGHT = A4
# Body text is 10.4 points at scale 1 and so never below 8.
_ONE_PAGE_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.77)
_STEPS = 1000  # what progress counts to
_LAYOUT_STEPS = 600

Progress = Callable[[int, int], None]


class Composer:
    """One document on its way to a file."""

    def __init__(
        self, document: Document, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._document = document
        self._progress = progress or _unheard
        self._cancelled = cancelled or (lambda: False)
        self._places = places_of(document.blocks)
        keys = {
            block.key: self._places[index].name
            for index, block in reversed(list(enumerate(document.blocks)))
            if isinstance(block, Heading)
        }
        look = Look(document.accent, language_level(document.language))
        self._typesetter = Typesetter(document.language, look, keys)
        self._running = RunningTexts(document, self._typesetter)

    def render(self, date: datetime | None) -> Rendering:
        """The finished paper; raises Cancelled as soon as a check says so."""
        front, pages, overfull = self._one_page() if self._document.one_page else self._long()
        data = self._draw(front, pages, moment(date))
        self._progress(_STEPS, _STEPS)
        return Rendering(data, len(pages), tuple(sorted(self._typesetter.missing)), overfull)

    def _check(self) -> None:
        if self._cancelled():
            raise Cancelled

    def _long(self) -> tuple[Piece, list[list[Placement]], bool]:
        cover = CoverPage(self._document.cover, self._typesetter)
        flow = Flow(_WIDTH - 2 * MARGIN, TOP, _HEIGHT - BOTTOM, first_page=2, checkpoint=self._check)
        flow.add_all(cover.overflow)
        flow.add_all(self._pieces(self._typesetter))
        pages = flow.finish()
        return cover, [[], *(pages if pages[0] else [])], False

    def _one_page(self) -> tuple[Piece, list[list[Placement]], bool]:
        """The largest scale at which all fits one page; when none does, the smallest, over several pages."""
        look = self._typesetter.look
        for scale in _ONE_PAGE_SCALES:
            typesetter = self._typesetter.with_look(replace(look, scale=scale))
            band = CompactBand(self._document.cover, typesetter)
            band.layout(_WIDTH)
            bottom = _HEIGHT - FOOTER_HEIGHT - 12
            first_top = band.height + typesetter.look.points(20.0)
            flow = Flow(_WIDTH - 2 * MARGIN, TOP, bottom, first_top=first_top, checkpoint=self._check)
            flow.add_all(band.overflow)
            flow.add_all(self._pieces(typesetter))
            pages = flow.finish()
            if len(pages) == 1:
                break
        return band, pages, len(pages) > 1

    def _pieces(self, typesetter: Typesetter) -> Iterator[Piece]:
        """All pieces in order, telling how far they are."""
        blocks = self._document.blocks
        total = sum(map(_weight, blocks)) or 1
        done = 0
        for index, block in enumerate(blocks):
            for count, piece in enumerate(pieces_of(index, block, typesetter, self._places)):
                yield piece
                if count % 50 == 49:
                    self._progress(min(done + count, total) * _LAYOUT_STEPS // total, _STEPS)
            done += _weight(block)
            self._progress(done * _LAYOUT_STEPS // total, _STEPS)

    def _draw(self, front: Piece, pages: Sequence[Sequence[Placement]], date: datetime) -> bytes:
        canvas = PageCanvas(self._document.language)
        describe(canvas, self._document, date)
        section = ""
        for number, placements in enumerate(pages, start=1):
            self._check()
            section = self._section(placements, section, first=True)
            if number == 1:
                front.draw(canvas, 0, 0)
            else:
                self._running.header(canvas, section)
            for piece, top in placements:
                piece.draw(canvas, MARGIN, top)
            if number > 1 or self._document.one_page:
                self._running.footer(canvas, number, len(pages))
            section = self._section(placements, section, first=False)
            canvas.showPage()
            done = _LAYOUT_STEPS + number * (_STEPS - _LAYOUT_STEPS) // len(pages)
            self._progress(min(done, _STEPS - 1), _STEPS)
        self._bookmark(canvas)
        return canvas.finish(self._typesetter.book)

    @staticmethod
    def _section(placements: Sequence[Placement], section: str, first: bool) -> str:
        """The part in force: as a page begins (a heading on its very top counts), or as it ends."""
        for piece, _ in placements[:1] if first else placements:
            if isinstance(piece, HeadingPiece) and piece.place and piece.place.level <= 1:
                section = piece.place.title
        return section

    def _bookmark(self, canvas: PageCanvas) -> None:
        """The outline: headings as they are, nested by level without leaving a level out."""
        canvas.bookmark([place for place in self._places.values() if place.page])


def _unheard(done: int, total: int) -> None:
    """Nobody asked how far the rendering is."""


def _weight(block: Block) -> int:
    """Roughly how much work a block is, in pieces."""
    match block:
        case Table():
            return len(block.rows) + 1
        case Bullets():
            return len(block.items) + 1
        case Paragraph():
            return 1 + sum(len(run.text) for run in block.runs) // 1000
        case _:
            return 1
