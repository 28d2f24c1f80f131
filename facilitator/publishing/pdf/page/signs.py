"""Pages that are held up, to be read across a room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.publishing import colours
from facilitator.publishing.colours import Colour
from facilitator.publishing.document import Sign
from facilitator.publishing.pdf.look import INK, Look
from facilitator.publishing.pdf.page.fitting import Room, cut_to, largest
from facilitator.publishing.pdf.page.piece import FullPage, Piece
from facilitator.publishing.pdf.page.text_piece import TextStyle
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.plain_text import single_line
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_EDGE = 20.0  # points that most printers leave white
_FRAME = 22.0
_PADDING = 20.0
_TEXT_SIZES = (620.0, 24.0)
_LINE_SIZES = (62.0, 15.0)
_LEAST_SIZE = 9.0  # for texts that are much too long to be held up
_LINE_SHARE = 0.24  # of the height that is free, for the line below
_TEXT_LINES, _LINE_LINES = 4, 3
_ANY = 99  # lines


@dataclass(frozen=True)
class Ground:
    """The colours of a sign. Each ground is darker than the one before, so that they differ in grey, too."""

    paper: Colour
    frame: Colour
    ink: Colour


def ground_of(urgency: int, look: Look) -> Ground:
    """Calm white, pale yellow, orange and deep red; below 0 and above 3 as at the ends."""
    grounds = (
        Ground(colours.WHITE, look.accent_text, INK),
        Ground((1.0, 0.94, 0.70), (0.55, 0.42, 0.0), INK),
        Ground((0.98, 0.68, 0.20), (0.36, 0.19, 0.0), colours.BLACK),
        Ground((0.68, 0.06, 0.10), (0.36, 0.0, 0.03), colours.WHITE),
    )
    return grounds[min(max(urgency, 0), len(grounds) - 1)]


class SignPage(FullPage):
    """The text in the middle, as large as the page allows, and the line at the foot."""

    def __init__(self, sign: Sign, typesetter: Typesetter) -> None:
        super().__init__(typesetter.look.paper)
        self._ground = ground_of(sign.urgency, typesetter.look)
        inset = _EDGE + _FRAME + _PADDING
        width, height = self.paper.width - 2 * inset, self.paper.height - 2 * inset
        self._left, self._top = inset, inset
        line = single_line(sign.line)
        room = Room(width, height * _LINE_SHARE, _LINE_LINES)
        self._line = self._set(line, typesetter, room, Face.SEMIBOLD, _LINE_SIZES) if line else None
        self._free = height - (self._line.height + _PADDING if self._line else 0.0)
        room = Room(width, self._free, _TEXT_LINES)
        self._text = self._set(sign.text.strip(), typesetter, room, Face.BOLD, _TEXT_SIZES)

    def _set(
        self, text: str, typesetter: Typesetter, room: Room, face: Face, sizes: tuple[float, float]
    ) -> Piece:
        def style(size: float) -> TextStyle:
            return TextStyle(size, size * 1.02, self._ground.ink, face=face, align="center", balanced=True)

        long = replace(room, lines=_ANY)
        least = sizes[1], _LEAST_SIZE
        for place, between in ((room, sizes), (long, least), (replace(long, cutting=True), least)):
            piece = largest(text, typesetter, style, place, between)
            if piece is not None:
                return piece
        kept, cut = cut_to(text, typesetter, style(_LEAST_SIZE), room)
        if cut:
            typesetter.note(tr("A text is too long for its sign, and was cut."))
        return kept

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        width, height = self.width - 2 * _EDGE, self.height - 2 * _EDGE
        canvas.fill(x + _EDGE, top + _EDGE, width, height, self._ground.frame)
        inner = _EDGE + _FRAME
        canvas.fill(
            x + inner, top + inner, self.width - 2 * inner, self.height - 2 * inner, self._ground.paper
        )
        middle = top + self._top + (self._free - self._text.height) / 2
        self._text.draw(canvas, x + self._left, middle)
        if self._line is not None:
            self._line.draw(canvas, x + self._left, top + self.height - self._top - self._line.height)
