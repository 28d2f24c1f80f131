"""Compose a paper: lay out all pages first, then draw them, so that every page number is known when it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from facilitator.domain.errors import Cancelled
from facilitator.publishing.direction import language_level
from facilitator.publishing.document import (
    Document,
    Front,
    Rendering,
    headings_of,
)
from facilitator.publishing.moments import moment
from facilitator.publishing.pdf.canvas import PageCanvas
from facilitator.publishing.pdf.effort import weight
from facilitator.publishing.pdf.look import Look
from facilitator.publishing.pdf.metadata import describe
from facilitator.publishing.pdf.page.blocks import pieces_of, places_of
from facilitator.publishing.pdf.page.cover import CompactBand, CoverPage
from facilitator.publishing.pdf.page.flow import Flow, Placement
from facilitator.publishing.pdf.page.headings import HeadingPiece
from facilitator.publishing.pdf.page.piece import FullPage, Piece
from facilitator.publishing.pdf.page.running import RunningTexts
from facilitator.publishing.pdf.paper import LANDSCAPE, PORTRAIT
from facilitator.publishing.pdf.structure.nodes import Node
from facilitator.publishing.pdf.typesetter import Typesetter

# Body text is 10.4 points at scale 1 and so never below 8.
_ONE_PAGE_SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.77)
_STEPS = 1000  # what progress counts to
_LAYOUT_STEPS = 600

Progress = Callable[[int, int], None]
Layout = tuple[Piece | None, list[list[Placement]], bool, Node]
"""What is on the first page beside its pieces, the pieces of each page, whether one page was not enough, and what all
of it says."""


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
            heading.key: self._places[id(heading)].name
            for heading in reversed(list(headings_of(document.blocks)))
        }
        self._paper = LANDSCAPE if document.landscape else PORTRAIT
        look = Look(document.accent, language_level(document.language), paper=self._paper)
        # What must fit one page has no page for a title.
        banded = document.one_page and document.front is Front.PAGE
        self._front = Front.BAND if banded else document.front
        self._typesetter = Typesetter(document.language, look, keys, document.typeface)
        self._running = RunningTexts(document, self._typesetter)

    def fits(self) -> bool:
        """Whether a one-page paper fits its page, if only in the smallest size; True for every other paper."""
        return not self._document.one_page or not self._banded(_ONE_PAGE_SCALES[-1])[2]

    def render(self, date: datetime | None) -> Rendering:
        """The finished paper; raises Cancelled as soon as a check says so."""
        front, pages, overfull, told = self._laid_out()
        data = self._draw(front, pages, told, moment(date))
        self._progress(_STEPS, _STEPS)
        missing, notes = sorted(self._typesetter.missing), tuple(self._typesetter.notes)
        return Rendering(data, len(pages), tuple(missing), overfull, notes)

    def pages(self) -> dict[str, int]:
        """On which page, counted from 1, each heading stands, by its key."""
        self._laid_out()
        found = reversed(list(headings_of(self._document.blocks)))
        return {heading.key: self._places[id(heading)].page for heading in found}

    def _laid_out(self) -> Layout:
        return self._scaled() if self._front is Front.BAND else self._long()

    def _check(self) -> None:
        if self._cancelled():
            raise Cancelled

    def _flow(self, bottom: float, first_page: int = 1, first_top: float | None = None) -> Flow:
        paper = self._paper
        return Flow(paper.inside, paper.top, bottom, first_page, first_top, checkpoint=self._check)

    def _long(self) -> Layout:
        """Pages at the usual size, after the cover if there is one."""
        bottom = self._paper.height - self._paper.bottom
        if self._front is Front.NONE:
            flow = self._flow(bottom)
            flow.add_all(self._pieces(self._typesetter))
            return None, flow.finish(), False, self._typesetter.tree.root
        cover = CoverPage(self._document.cover, self._typesetter)
        flow = self._flow(bottom, first_page=2)
        flow.add_all(cover.overflow)
        flow.add_all(self._pieces(self._typesetter))
        pages = flow.finish()
        return cover, [[], *(pages if pages[0] else [])], False, self._typesetter.tree.root

    def _banded(self, scale: float) -> Layout:
        """Pages at a scale, the first with a band on top."""
        paper, look = self._paper, replace(self._typesetter.look, scale=scale)
        typesetter = self._typesetter.anew(look)
        band = CompactBand(self._document.cover, typesetter)
        band.layout(paper.width)
        # One page is used as far as the footer lets it.
        bottom = paper.footer_top - 12 if self._document.one_page else paper.height - paper.bottom
        flow = self._flow(bottom, first_top=band.height + look.points(20.0))
        flow.add_all(band.overflow)
        flow.add_all(self._pieces(typesetter))
        pages = flow.finish()
        return band, pages, self._document.one_page and len(pages) > 1, typesetter.tree.root

    def _scaled(self) -> Layout:
        """For one page the largest scale at which all fits it; when none does, the smallest, over several pages."""
        for scale in _ONE_PAGE_SCALES if self._document.one_page else _ONE_PAGE_SCALES[:1]:
            layout = self._banded(scale)
            if not layout[2]:
                break
        return layout

    def _pieces(self, typesetter: Typesetter) -> Iterator[Piece]:
        """All pieces in order, telling how far they are."""
        blocks = self._document.blocks
        total = sum(map(weight, blocks)) or 1
        done = 0
        for block in blocks:
            for count, piece in enumerate(pieces_of(block, typesetter, self._places)):
                yield piece
                if count % 50 == 49:
                    self._progress(min(done + count, total) * _LAYOUT_STEPS // total, _STEPS)
            done += weight(block)
            self._progress(done * _LAYOUT_STEPS // total, _STEPS)

    def _draw(
        self, front: Piece | None, pages: Sequence[Sequence[Placement]], told: Node, date: datetime
    ) -> bytes:
        canvas = PageCanvas(self._document.language)
        describe(canvas, self._document, date)
        section = ""
        for number, placements in enumerate(pages, start=1):
            self._check()
            section = self._section(placements, section, first=True)
            self._draw_page(canvas, front if number == 1 else None, placements, section, (number, len(pages)))
            section = self._section(placements, section, first=False)
            canvas.showPage()
            done = _LAYOUT_STEPS + number * (_STEPS - _LAYOUT_STEPS) // len(pages)
            self._progress(min(done, _STEPS - 1), _STEPS)
        self._bookmark(canvas)
        return canvas.finish(self._typesetter.book, told)

    def _draw_page(
        self,
        canvas: PageCanvas,
        front: Piece | None,
        placements: Sequence[Placement],
        section: str,
        counted: tuple[int, int],
    ) -> None:
        whole = placements[0].piece if placements else None
        if isinstance(whole, FullPage):
            canvas.use(whole.paper)
            whole.draw(canvas, 0, 0)
            return
        canvas.use(self._paper)
        if front is not None:
            front.draw(canvas, 0, 0)
        else:
            with canvas.marking.untold():
                self._running.header(canvas, section)
        for piece, top in placements:
            piece.draw(canvas, self._paper.margin, top)
        if front is None or self._front is Front.BAND:
            with canvas.marking.untold():
                self._running.footer(canvas, *counted)

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
