"""Name cards that stand like a tent: the name on both faces, the upper one upside down until the card is folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.publishing.document import NameCard, NameCards
from facilitator.publishing.pdf.look import HAIRLINE, INK, MUTED
from facilitator.publishing.pdf.page.boxes import Stack
from facilitator.publishing.pdf.page.fitting import Room, cut_to, largest
from facilitator.publishing.pdf.page.piece import FullPage, Piece
from facilitator.publishing.pdf.page.text_piece import TextStyle
from facilitator.publishing.pdf.paper import PORTRAIT
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.plain_text import single_line
from facilitator.translation import papers, tr

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_ON_A_PAGE = 2
_CARD = PORTRAIT.height / _ON_A_PAGE  # points: 148.5 mm; a card is as wide as the sheet, 210 mm
_FACE = _CARD / 2
_SIDE, _ABOVE = 40.0, 26.0  # points free beside the texts, and above and below them
_ACCENT = (64.0, 3.0, 10.0)  # points: width, thickness and distances of the bar below the name
_ONE_LINE = (72.0, 40.0)  # sizes of a name on one line
_TWO_LINES = (46.0, 24.0)
_LONG = (24.0, 11.0)  # of a name that is too long even for two
_DETAIL_SIZES = (19.0, 11.0)
_DETAIL_SHARE = 0.42  # of a face, for what stands below the name
_MOST_DETAILS = 3
_MARK_SIZE = 6.0
_ANY = 99  # lines


def card_pages(block: NameCards, typesetter: Typesetter) -> Iterator[Piece]:
    """A page for every two cards, always upright sheets, whatever the other pages of the paper are."""
    for first in range(0, len(block.cards), _ON_A_PAGE):
        faces = [_Face(card, typesetter) for card in block.cards[first : first + _ON_A_PAGE]]
        yield CardPage(faces, typesetter)


class _Face:
    """One face of a card: the name, a short bar, the lines."""

    def __init__(self, card: NameCard, typesetter: Typesetter) -> None:
        self._colour = typesetter.look.accent
        width, height = PORTRAIT.width - 2 * _SIDE, _FACE - 2 * _ABOVE
        self._details = _details(card, typesetter, Room(width, height * _DETAIL_SHARE, 2))
        self._below = self._details.height + _ACCENT[1] + 2 * _ACCENT[2] if self._details.height else 0.0
        self._name = _name(single_line(card.name), typesetter, width, height - self._below)

    def draw(self, canvas: PageCanvas, top: float) -> None:
        """Draw on the lower face of a card, whose fold is at ``top``."""
        at = top + (_FACE - self._name.height - self._below) / 2
        self._name.draw(canvas, _SIDE, at)
        if self._below:
            width, thickness, gap = _ACCENT
            at += self._name.height + gap
            canvas.fill((PORTRAIT.width - width) / 2, at, width, thickness, self._colour)
            self._details.draw(canvas, _SIDE, at + thickness + gap)


def _name(name: str, typesetter: Typesetter, width: float, height: float) -> Piece:
    """On one line where it can be read from afar so, else on two, else smaller."""

    def style(size: float) -> TextStyle:
        return TextStyle(size, size * 1.1, INK, face=Face.BOLD, align="center", balanced=True)

    long = Room(width, height, _ANY)
    for room, sizes in (
        (Room(width, height, 1), _ONE_LINE),
        (Room(width, height, 2), _TWO_LINES),
        (long, _LONG),
        (replace(long, cutting=True), _LONG),
    ):
        piece = largest(name, typesetter, style, room, sizes)
        if piece is not None:
            return piece
    kept, cut = cut_to(name, typesetter, style(_LONG[1]), long)
    if cut:
        typesetter.note(tr("A name is too long for its card, and was cut."))
    return kept


def _details(card: NameCard, typesetter: Typesetter, room: Room) -> Stack:
    """The lines below the name, all in one size."""

    def style(size: float) -> TextStyle:
        return TextStyle(size, size * 1.24, MUTED, align="center", balanced=True)

    lines = [line for line in map(single_line, card.lines) if line]
    if len(lines) > _MOST_DETAILS:
        lines = [*lines[: _MOST_DETAILS - 1], " · ".join(lines[_MOST_DETAILS - 1 :])]
    share = Room(room.width, room.height / max(1, len(lines)), room.lines)
    found = [largest(line, typesetter, style, share, _DETAIL_SIZES) for line in lines]
    size = min((piece.style.size if piece else _DETAIL_SIZES[1] for piece in found), default=0.0)
    pieces = []
    for line in lines:
        kept, cut = cut_to(line, typesetter, style(size), share)
        pieces.append(kept)
        if cut:
            typesetter.note(tr("A line is too long for its name card, and was cut."))
    stack = Stack(pieces)
    stack.layout(room.width)
    return stack


class CardPage(FullPage):
    """Two cards at most, one above the other, with marks to cut and to fold."""

    def __init__(self, faces: Sequence[_Face], typesetter: Typesetter) -> None:
        super().__init__(PORTRAIT)
        self._faces = faces
        texts = papers(typesetter.language)
        style = TextStyle(_MARK_SIZE, _MARK_SIZE * 1.2, MUTED)
        self._cut = typesetter.plain(texts.gettext("cut here"), style)
        self._fold = typesetter.plain(texts.gettext("fold here"), style)

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        for index, face in enumerate(self._faces):
            fold = top + index * _CARD + _FACE
            with canvas.marking.untold():
                canvas.upside_down(x + self.width / 2, fold)
                face.draw(canvas, fold)
                canvas.upright()
            face.draw(canvas, fold)
            with canvas.marking.untold():
                self._mark(canvas, fold, self._fold, 1.5)
        with canvas.marking.untold():
            self._mark(canvas, top + _CARD, self._cut, 5.0)

    def _mark(self, canvas: PageCanvas, top: float, word: Piece, dash: float) -> None:
        canvas.dashes(0.0, top, self.width, HAIRLINE, dash)
        word.layout(self.width - 2 * _ABOVE)
        word.draw(canvas, _ABOVE, top + 1)
