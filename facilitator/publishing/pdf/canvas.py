"""The page as we draw on it: points from the top left corner, downward, over reportlab's canvas."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString, PDFZCompress
from reportlab.pdfgen.canvas import Canvas

from facilitator.publishing.colours import Colour
from facilitator.publishing.pdf.paper import PORTRAIT, Paper
from facilitator.publishing.pdf.structure.archive import make_archival
from facilitator.publishing.pdf.structure.marking import Marking
from facilitator.publishing.pdf.structure.nodes import Node
from facilitator.publishing.pdf.structure.streams import ArchivalStream
from facilitator.publishing.pdf.structure.writing import write_structure
from facilitator.publishing.pdf.text.embedding import embed
from facilitator.publishing.pdf.text.fonts import FontBook

if TYPE_CHECKING:
    from facilitator.publishing.pdf.page.headings import Place
    from facilitator.publishing.pdf.page.images import EmbeddedImage

_PRINTED = 4
"""The flag of an annotation that is there on paper too (ISO 19005-2, 6.3.2)."""


def colour_operands(colour: Colour) -> str:
    """Red, green and blue from 0 to 1, as a content stream writes them."""
    red, green, blue = colour
    return f"{red:.3g} {green:.3g} {blue:.3g}"


class PageCanvas(Canvas):
    """Draws rectangles, rules, text, links and decoded pictures: no method here reads markup or opens a file."""

    def __init__(self, language: str) -> None:
        size = PORTRAIT.width, PORTRAIT.height
        super().__init__(
            io.BytesIO(), pagesize=size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=language
        )
        self.width, self.height = size
        self.marking = Marking()

    def use(self, paper: Paper) -> None:
        """Draw the page that begins now on another sheet."""
        if (self.width, self.height) != (paper.width, paper.height):
            self.width, self.height = paper.width, paper.height
            self.setPageSize((paper.width, paper.height))

    def _make_preamble(self) -> None:
        """Leave out the font that reportlab would select on each page and never embed."""
        self._preamble = ""

    def fill(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle whose upper left corner is at ``x``, ``top``."""
        bottom = self.height - top - height
        self.marking.decoration(self._code)
        self._code.append(f"{colour_operands(colour)} rg {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f")

    def stripes(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        """A rectangle with slanting stripes, and its outline."""
        self.marking.decoration(self._code)
        low, high, step = self.height - top - height, self.height - top, 4.0
        self._code.append(
            f"q {x:.2f} {low:.2f} {width:.2f} {height:.2f} re W n {colour_operands(colour)} RG 1.7 w"
        )
        for number in range(int((width + height) / step) + 1):
            at = x - height + number * step
            self._code.append(f"{at:.2f} {low:.2f} m {at + height:.2f} {high:.2f} l")
        self._code.append(
            f"S Q {colour_operands(colour)} RG 0.5 w {x:.2f} {low:.2f} {width:.2f} {height:.2f} re S"
        )

    def areas(self, rings: Sequence[Sequence[tuple[float, float]]], colour: Colour) -> None:
        """Filled areas, each within a ring of points from the page's left upper corner."""
        self.marking.decoration(self._code)
        self._code.append(f"{colour_operands(colour)} rg")
        for ring in rings:
            path = " l ".join(f"{x:.1f} {self.height - top:.1f}" for x, top in ring[1:])
            self._code.append(f"{ring[0][0]:.1f} {self.height - ring[0][1]:.1f} m {path} l h")
        self._code.append("f")

    def rule(self, x: float, top: float, width: float, colour: Colour, thickness: float = 0.5) -> None:
        """A horizontal line."""
        self.fill(x, top - thickness / 2, width, thickness, colour)

    def dots(self, x: float, top: float, end: float, colour: Colour) -> None:
        """A dotted line from ``x`` to ``end``, for the eye to follow across a gap."""
        y = self.height - top
        self.marking.decoration(self._code)
        self._code.append(
            f"q {colour_operands(colour)} RG 0.9 w 1 J [0 3.6] 0 d {x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S Q"
        )

    def disc(self, x: float, top: float, radius: float, colour: Colour) -> None:
        """A filled circle around a centre."""
        y, k = self.height - top, radius * 0.5523
        self.marking.decoration(self._code)
        self._code.append(
            f"{colour_operands(colour)} rg {x - radius:.2f} {y:.2f} m "
            f"{x - radius:.2f} {y + k:.2f} {x - k:.2f} {y + radius:.2f} {x:.2f} {y + radius:.2f} c "
            f"{x + k:.2f} {y + radius:.2f} {x + radius:.2f} {y + k:.2f} {x + radius:.2f} {y:.2f} c "
            f"{x + radius:.2f} {y - k:.2f} {x + k:.2f} {y - radius:.2f} {x:.2f} {y - radius:.2f} c "
            f"{x - k:.2f} {y - radius:.2f} {x - radius:.2f} {y - k:.2f} {x - radius:.2f} {y:.2f} c f"
        )

    def clipped(self, x: float, top: float, width: float, height: float) -> None:
        """Show what follows, until ``restoreState``, only within a rectangle."""
        self.saveState()
        self._code.append(f"{x:.2f} {self.height - top - height:.2f} {width:.2f} {height:.2f} re W n")

    def upside_down(self, x: float, top: float) -> None:
        """Turn what follows, until ``upright``, by half a circle around a point."""
        self.saveState()
        self._code.append(f"-1 0 0 -1 {2 * x:.2f} {2 * (self.height - top):.2f} cm")

    def upright(self) -> None:
        """End what ``upside_down`` began."""
        self.restoreState()

    def dashes(self, x: float, top: float, end: float, colour: Colour, length: float) -> None:
        """A thin dashed line, to cut or to fold along; ``length`` of a dash in points."""
        y = self.height - top
        self.marking.decoration(self._code)
        self._code.append(
            f"q {colour_operands(colour)} RG 0.5 w [{length:.1f} {length:.1f}] 0 d "
            f"{x:.2f} {y:.2f} m {end:.2f} {y:.2f} l S Q"
        )

    @contextmanager
    def figure(self, node: Node, x: float, top: float, width: float, height: float) -> Iterator[None]:
        """All that is drawn within is one figure in this place."""
        bottom = self.height - top - height
        box = [round(edge, 2) for edge in (x, bottom, x + width, bottom + height)]
        node.attributes = {"O": "Layout", "Placement": "Block", "BBox": box}
        with self.marking.figure(node, self._code):
            yield

    def image(
        self, image: EmbeddedImage, x: float, top: float, width: float, height: float, node: Node
    ) -> None:
        """A decoded picture, which is put into the file once; one that nothing is said of is decoration."""
        if not node.alternative:
            self.marking.decoration(self._code)
            self._paint(image, x, top, width, height)
            return
        with self.figure(node, x, top, width, height):
            self._paint(image, x, top, width, height)

    def _paint(self, image: EmbeddedImage, x: float, top: float, width: float, height: float) -> None:
        name = self._doc.getXObjectName(image.name)
        if name not in self._doc.idToObject:
            image_object = image.pdf_object()
            self._setXObjects(image_object)
            self._doc.Reference(image_object, name)
            self._doc.addForm(image.name, image_object)
        self._currentPageHasImages = 1
        self._formsinuse.append(image.name)
        bottom = self.height - top - height
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {x:.2f} {bottom:.2f} cm /{name} Do Q")

    def show_text(self, operators: list[str], *, marked: bool) -> None:
        """One text object, from operators that the text engine made, and which tell what they are for if ``marked``."""
        if marked:
            self.marking.end_artifact(self._code)
        else:
            self.marking.decoration(self._code)
        self._code.append(f"BT {' '.join(operators)} ET")

    def link(
        self,
        area: tuple[float, float, float, float],
        address: str,
        target: str,
        node: Node | None,
        words: str = "",
    ) -> None:
        """Make an area (left, top, width and height) open a safe address, or go to a place in this document. ``words``
        say where it leads. There is no link where a text is only repeated."""
        if node is None or not self.marking.is_told or not (address or target):
            return
        x, top, width, height = area
        corners = (x, self.height - top - height, x + width, self.height - top)
        link = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": PDFArray([round(edge, 2) for edge in corners]),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(words or address or "–"),
            }
        )
        if address:
            link["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})
        else:
            link["Dest"] = self._bookmarkReference(target)
        name = f"L{len(self.marking.links)}"
        self._addAnnotation(link, name)
        self.marking.link(node, self._doc.annotationName(name), link)

    def anchor(self, name: str, top: float) -> None:
        """Name this height of the page as a place that links and bookmarks go to."""
        self.bookmarkHorizontalAbsolute(name, self.height - top)

    def bookmark(self, places: Sequence[Place]) -> None:
        """Make the outline from headings whose places have been drawn, nested without leaving a level out."""
        levels: list[int] = []
        for place in places:
            while levels and levels[-1] >= place.level:
                levels.pop()
            self.addOutlineEntry(place.title or "–", place.name, len(levels))
            levels.append(place.level)
        if places:
            self.showOutline()

    def showPage(self) -> None:  # noqa: N802 - reportlab calls it so
        """The page is drawn; another one begins."""
        self.marking.end_page(self._code)
        super().showPage()

    def finish(self, book: FontBook, tree: Node) -> bytes:
        """The whole file, with the fonts that were used, and ``tree`` as what it says."""
        for font in book:
            if font.texts:
                embed(font, self._doc)
        for page in self._doc.Pages.pages:
            page.Contents = ArchivalStream(None, page.stream.encode("ascii"), [PDFZCompress])
            self._doc.updateSignature(page.stream)
        make_archival(self._doc)
        write_structure(tree, self.marking, self._doc)
        return bytes(self.getpdfdata())
