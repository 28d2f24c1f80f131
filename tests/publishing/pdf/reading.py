"""Read a PDF back: as a viewer shows it (pdfium), and glyph by glyph as it is written (pikepdf)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pikepdf
import pypdfium2

from facilitator.publishing import pdf
from facilitator.publishing.document import Block, Cover, Document, Rendering

DATE = datetime(2020, 4, 9, 12, 30, tzinfo=UTC)
NO_COVER = Cover("", "", "Title")


def rendered(*blocks: Block, language: str = "en", **fields: object) -> Rendering:
    """A document of these blocks, rendered at a fixed date."""
    cover = fields.pop("cover", NO_COVER)
    return pdf.render(Document("Title", language, cover, blocks, **fields), date=DATE)  # type: ignore[arg-type]


def page_texts(rendering: Rendering) -> list[str]:
    """What pdfium finds on each page."""
    with pypdfium2.PdfDocument(rendering.data) as document:
        texts = [page.get_textpage().get_text_bounded() for page in document]
    # pdfium joins the parts of a divided word, with this between them.
    return [text.replace("\r\n", "\n").replace("\x02", "") for text in texts]


def text_of(rendering: Rendering) -> str:
    """What pdfium finds in the whole file, any white space as one space."""
    return " ".join(" ".join(page_texts(rendering)).split())


def opened(rendering: Rendering) -> pikepdf.Pdf:
    """The file for a look at its structure."""
    return pikepdf.open(io.BytesIO(rendering.data))


def shown_pages(rendering: Rendering) -> list[list[tuple[str, int, float, str]]]:
    """Each page's glyphs, as ``shown_glyphs`` gives them."""
    with opened(rendering) as file:
        return [list(shown_glyphs(page)) for page in file.pages]


def shown_glyphs(page: pikepdf.Page) -> Iterator[tuple[str, int, float, str]]:
    """Each glyph in the order in which it is drawn: its font, number, baseline from the foot, and its ActualText span.

    The span is empty outside of one, and for all but the first glyph within.
    """
    font, baseline, span = "", 0.0, ""
    marks: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "Tf":
                font = str(operands[0])
            case "Tm":
                baseline = float(operands[5])
            case "BMC":
                marks.append(False)
            case "BDC":
                marks.append("/ActualText" in operands[1])
                if marks[-1]:
                    span = bytes(operands[1].ActualText).decode("utf-16")
            case "EMC":
                span = "" if marks.pop() else span
            case "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        for at in range(0, len(codes), 2):
                            yield font, int.from_bytes(codes[at : at + 2], "big"), baseline, span
                            span = "\0" if span else ""


def character_maps(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    """By font name: the text that each glyph stands for."""
    maps = {}
    for name, font in page.Resources.Font.items():
        rows = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", font.ToUnicode.read_bytes(), re.MULTILINE)
        maps[name] = {
            int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in rows
        }
    return maps


def written_text(rendering: Rendering) -> str:
    """What the glyphs say by their character maps and ActualText, line by line in the order they stand on the page."""
    lines: list[tuple[float, list[str]]] = []
    file = opened(rendering)
    for page in file.pages:
        maps = character_maps(page)
        for font, glyph, baseline, span in shown_glyphs(page):
            if not lines or lines[-1][0] != baseline:
                lines.append((baseline, []))
            lines[-1][1].append(maps[font][glyph] if not span else span.strip("\0"))
    # Hyphens at the ends of lines are no part of what is said.
    return "\n".join("".join(parts) for _, parts in lines).replace("\u00ad", "")


def glyph_numbers(rendering: Rendering) -> list[int]:
    """Every glyph number used in the file."""
    return [glyph for page in shown_pages(rendering) for _, glyph, _, _ in page]


def addresses(rendering: Rendering) -> list[str]:
    """The addresses that links of the file open."""
    file = opened(rendering)
    return [
        str(annotation.A.URI)
        for page in file.pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation
    ]


def places(rendering: Rendering, page: int) -> list[tuple[str, float, float]]:
    """Each character on a page with its left edge and its height from the foot, in points."""
    with pypdfium2.PdfDocument(rendering.data) as document:
        found = document[page].get_textpage()
        boxes = [(found.get_text_range(at, 1), found.get_charbox(at)) for at in range(found.count_chars())]
        return [(character, box[0], box[1]) for character, box in boxes if not character.isspace()]
