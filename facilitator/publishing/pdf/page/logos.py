"""The logos of hosts and partners, in one row or several, none louder than the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitator.publishing.document import Picture
from facilitator.publishing.pdf.page.images import EmbeddedImage, embedded
from facilitator.publishing.pdf.page.piece import Piece
from facilitator.publishing.pdf.structure.nodes import Node
from facilitator.publishing.plain_text import single_line
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.typesetter import Typesetter

MOST_LOGOS = 6
_SQUARE_OF = 2.2  # width by height: a logo of this shape gets just the height that is asked for
_LOWEST, _TALLEST = 0.62, 1.3  # of that height
_WIDEST = 6.0  # times that height
_POINTS_OF_PIXEL = 72 / 144  # so that no logo is drawn coarser than 144 dots per inch
_GAP = 24.0  # points between logos
_ROW_GAP = 12.0


@dataclass(frozen=True)
class _Logo:
    """A picture with the size in points in which it looks as large as the others."""

    image: EmbeddedImage
    node: Node
    width: float
    height: float


class LogoRows(Piece):
    """Logos in reading direction, wrapping; of no height when there are none."""

    def __init__(self, pictures: Sequence[Picture], typesetter: Typesetter, height: float) -> None:
        self._mirrored = typesetter.look.mirrored
        self._logos: list[_Logo] = []
        for picture in pictures[:MOST_LOGOS]:
            logo = _sized(picture, height, typesetter.parent)
            if logo is None:
                typesetter.note(_unreadable(picture))
            else:
                self._logos.append(logo)
        if len(pictures) > MOST_LOGOS:
            typesetter.note(tr("Only the first {count} logos are shown.").format(count=MOST_LOGOS))
        self._rows: list[list[_Logo]] = []

    def layout(self, width: float) -> float:
        self.width = width
        self._rows = []
        used = width
        for logo in self._logos:
            if used + _GAP + logo.width > width or not self._rows:
                self._rows.append([])
                used = -_GAP
            self._rows[-1].append(logo)
            used += _GAP + logo.width
        self.height = sum(map(_height, self._rows)) + _ROW_GAP * max(0, len(self._rows) - 1)
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        for row in self._rows:
            tallest = _height(row)
            at = 0.0
            for logo in row:
                left = x + self.width - at - logo.width if self._mirrored else x + at
                middle = top + (tallest - logo.height) / 2
                canvas.image(logo.image, left, middle, logo.width, logo.height, logo.node)
                at += logo.width + _GAP
            top += tallest + _ROW_GAP


def _height(row: Sequence[_Logo]) -> float:
    return max(logo.height for logo in row)


def _sized(picture: Picture, height: float, parent: Node) -> _Logo | None:
    """Long ones lower and square ones taller, so that all cover about one area."""
    image = embedded(picture.data)
    if image is None:
        return None
    across, down = image.natural
    share = (_SQUARE_OF / (across / down)) ** 0.5
    wanted = height * min(max(share, _LOWEST), _TALLEST)
    scale = min(wanted / down, _WIDEST * height / across, _POINTS_OF_PIXEL)
    node = parent.child("Figure", alternative=single_line(picture.alternative))
    return _Logo(image, node, across * scale, down * scale)


def _unreadable(picture: Picture) -> str:
    name = single_line(picture.alternative)
    if not name:
        return tr("A logo could not be shown: it is damaged, blank, too large, or neither PNG nor JPEG.")
    return tr(
        "The logo “{name}” could not be shown: it is damaged, blank, too large, or neither PNG nor JPEG."
    ).format(name=name)
