"""Pictures between the paragraphs, and the map of places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitator.publishing.document import Illustration, SpotMap, plain
from facilitator.publishing.maps.view import View, unlabelled, view_of
from facilitator.publishing.pdf.look import INK, Look
from facilitator.publishing.pdf.page.boxes import Stack
from facilitator.publishing.pdf.page.images import EmbeddedImage, embedded
from facilitator.publishing.pdf.page.piece import Piece
from facilitator.publishing.pdf.page.text_piece import TextPiece
from facilitator.publishing.pdf.structure.nodes import Node
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pictures import printed
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.typography import typography
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

_POINTS_OF_PIXEL = 72 / 150
"""So that no picture is drawn coarser than 150 dots per inch."""
_LARGEST = (1600, 1600)
_TALLEST = 0.62
"""Of the height between the margins: the caption stays with the picture."""
_MAP_TYPE = 7.6
"""Points."""


def illustration_pieces(block: Illustration, typesetter: Typesetter) -> Iterator[Piece]:
    """The picture with its caption below; its alternative in words where it can't be read."""
    look = typesetter.look
    made = printed(block.picture.data)
    image = embedded(made.data, _LARGEST) if made else None
    node = typesetter.parent.child("Figure", alternative=single_line(block.picture.alternative))
    caption = typesetter.text(block.caption, replace(look.small, space_after=look.points(12.0)))
    if image is None:
        typesetter.note(tr("A picture can't be read: its description stands in its place."))
        words = plain(single_line(block.picture.alternative))
        yield Stack([typesetter.text(words, replace(look.body, face=Face.ITALIC)), caption])
        return
    picture = PicturePiece(image, node, look)
    picture.space_before, picture.space_after = look.points(6.0), look.points(4.0)
    yield Whole([picture, caption])


def map_pieces(block: SpotMap, typesetter: Typesetter) -> Iterator[Piece]:
    """The title, the map, and the places that are not on it or found no room for their names."""
    look = typesetter.look
    if block.title:
        yield typesetter.plain(block.title, look.caption)
    view = view_of(block, look.paper.inside, look.points(_MAP_TYPE))
    others = [*unlabelled(view, block), *block.beside]
    told = typesetter.plain(typography(typesetter.language).listed(map(single_line, others)), look.small)
    told.space_after = look.points(12.0)
    if not view.spots:
        yield told
        return
    drawn = MapPiece(view, block.alternative, typesetter)
    drawn.space_after = look.points(4.0)
    yield Whole([drawn, told])


class Whole(Stack):
    """Pieces that are never parted."""

    def least(self) -> float:
        return self.height

    def split(self, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002 - it stays whole
        return None


class PicturePiece(Piece):
    """A picture as wide as there is room and as large as it is, on the side that text is read from."""

    def __init__(self, image: EmbeddedImage, node: Node, look: Look) -> None:
        self._image, self._node, self._look = image, node, look
        self._size = 0.0, 0.0

    def layout(self, width: float) -> float:
        self.width = width
        across, down = self._image.natural
        paper = self._look.paper
        room = _TALLEST * (paper.height - paper.top - paper.bottom)
        scale = min(_POINTS_OF_PIXEL, width / across, room / down)
        self._size = across * scale, down * scale
        self.height = self._size[1]
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        left = x + self.width - self._size[0] if self._look.mirrored else x
        canvas.image(self._image, left, top, *self._size, self._node)


class MapPiece(Piece):
    """The coasts, the discs and the names beside them."""

    def __init__(self, view: View, alternative: str, typesetter: Typesetter) -> None:
        words = single_line(alternative) or _names(view, typesetter.language)
        self._node = typesetter.parent.child("Figure", alternative=words)
        self._view, self._look = view, typesetter.look
        style = replace(typesetter.look.cell, size=view.size, leading=view.size * 1.3, colour=INK)
        self._names: list[TextPiece | None] = [
            typesetter.plain(spot.label, style) if spot.label else None for spot in view.spots
        ]

    def layout(self, width: float) -> float:
        self.width, self.height = width, self._view.height
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        with canvas.figure(self._node, x, top, self.width, self.height):
            self._draw(canvas, x, top)

    def _draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        view, look = self._view, self._look
        canvas.clipped(x, top, view.width, view.height)
        canvas.fill(x, top, view.width, view.height, look.tint)
        canvas.areas([[(x + across, top + down) for across, down in ring] for ring in view.land], look.track)
        canvas.restoreState()
        for spot, name in zip(view.spots, self._names, strict=True):
            across, down = spot.centre
            canvas.disc(x + across, top + down, spot.radius + 0.8, look.tint)
            canvas.disc(x + across, top + down, spot.radius, look.accent_text)
            if name is None:
                continue
            wide = name.natural_width()
            name.layout(wide + 1)
            left = spot.text[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[spot.anchor]
            name.draw(canvas, x + left, top + spot.text[1] - name.first_baseline())


def _names(view: View, language: str) -> str:
    return typography(language).listed(spot.label for spot in view.spots) or "–"
