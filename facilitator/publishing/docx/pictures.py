"""Pictures in the line of text, and the map of places as one."""

from __future__ import annotations

import io

from facilitator.publishing.document import Cover, Document, Front, SpotMap
from facilitator.publishing.docx.package import Package
from facilitator.publishing.docx.text import attribute
from facilitator.publishing.pdf.paper import LANDSCAPE, PORTRAIT
from facilitator.publishing.pictures import PrintedPicture

_EMU = 12_700
"""To the point."""
_POINTS_OF_PIXEL = 72 / 150
"""So that no picture is shown coarser than 150 dots per inch."""
_TALLEST = 440.0
"""Points."""
_FINENESS = 3.0
"""Pixels of the map to the point: 216 dots per inch."""


class Pictures:
    """Puts pictures into a package and writes where they stand."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._count = 0

    def inline(self, picture: PrintedPicture, words: str, room: tuple[float, float]) -> str:
        """A run with the picture, as large as it is, within ``room`` (points); ``words`` say what it shows."""
        scale = min(_POINTS_OF_PIXEL, room[0] / picture.width, min(room[1], _TALLEST) / picture.height)
        return self._drawn(picture, words, (picture.width * scale, picture.height * scale))

    def map(self, spots: SpotMap, document: Document, width: float) -> str:
        """A run with the map, in the width of the text (points)."""
        made = _raster(spots, document)
        return self._drawn(made, spots.alternative, (width, made.height * width / made.width))

    def _drawn(self, picture: PrintedPicture, words: str, size: tuple[float, float]) -> str:
        self._count += 1
        relation = self._package.picture(picture.data, picture.media_type)
        extent = f'cx="{max(1, round(size[0] * _EMU))}" cy="{max(1, round(size[1] * _EMU))}"'
        named = f'id="{self._count}" name="Picture {self._count}" descr={attribute(words)}'
        kind = "http://schemas.openxmlformats.org/drawingml/2006/picture"
        shape = (
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        )
        drawn = (
            f"<pic:pic><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f"{shape}</pic:pic>"
        )
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
            f'<wp:docPr {named}/><a:graphic><a:graphicData uri="{kind}">{drawn}</a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r>"
        )


def _raster(spots: SpotMap, document: Document) -> PrintedPicture:
    """The map as it is printed, cut out of a page that holds nothing else."""
    import pypdfium2

    from facilitator.publishing.maps.view import view_of
    from facilitator.publishing.pdf import render

    paper = LANDSCAPE if document.landscape else PORTRAIT
    alone = SpotMap("", spots.spots, spots.alternative)
    page = Document(
        document.title,
        document.language,
        Cover("", "", ""),
        (alone,),
        accent=document.accent,
        front=Front.NONE,
        landscape=document.landscape,
    )
    data = render(page).data
    height = view_of(alone, paper.inside).height
    with pypdfium2.PdfDocument(data) as pdf:
        image = pdf[0].render(scale=_FINENESS).to_pil()
    box = (paper.margin, paper.top, paper.margin + paper.inside, paper.top + height)
    cut = image.crop(tuple(round(length * _FINENESS) for length in box)).convert("RGB")
    target = io.BytesIO()
    cut.save(target, "PNG", optimize=True)
    return PrintedPicture(target.getvalue(), "image/png", cut.width, cut.height)
