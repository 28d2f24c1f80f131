"""What every piece of a page can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.publishing.colours import Colour
    from facilitator.publishing.pdf.canvas import PageCanvas
    from facilitator.publishing.pdf.paper import Paper


class Piece:
    """Something that takes up a height of the page at a given width; all lengths are in points.

    ``space_before`` and ``space_after`` are wanted distances, of which the larger holds between two pieces.
    ``repeated`` is drawn again on top of each page on which the pieces that share it go on.
    """

    space_before = 0.0
    space_after = 0.0
    keep_with_next = False
    repeated: Piece | None = None
    width = 0.0
    height = 0.0

    def layout(self, width: float) -> float:
        """Settle on a width, and tell the height that this takes."""
        raise NotImplementedError

    def first_baseline(self) -> float:
        """How far below its upper edge the piece's first line of text stands; 0 when it has none."""
        return 0.0

    def least(self) -> float:
        """The smallest height of page that is worth beginning this piece in."""
        return self.height

    def split(self, height: float) -> tuple[Piece, Piece] | None:  # noqa: ARG002 - other pieces use it
        """The part that fits a height, and the rest, both laid out; None when nothing worth printing fits."""
        return None

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Draw at the place where the piece's upper left corner is to be."""
        raise NotImplementedError

    def stretch(self, height: float) -> None:
        """Take more height, where a neighbour in the same row is taller and it shows."""

    def recolour(self, colour: Colour) -> None:
        """Set all text in another colour, where it goes on upon another ground."""

    def placed(self, page: int) -> None:
        """Hear on which page, counted from 1, the piece begins."""


class Gap(Piece):
    """Empty height, in points."""

    def __init__(self, height: float) -> None:
        self.height = height

    def layout(self, width: float) -> float:
        self.width = width
        return self.height

    def draw(self, canvas: PageCanvas, x: float, top: float) -> None:
        """Nothing is to be seen."""


class FullPage(Piece):
    """A piece that has a page to itself, to the edges of the sheet and without running texts."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.width, self.height = paper.width, paper.height

    def layout(self, width: float) -> float:  # noqa: ARG002 - it takes the whole sheet
        return self.height


class NewPage(Gap):
    """What follows begins on a new page."""

    def __init__(self) -> None:
        super().__init__(0)
