"""Put the used glyphs of a font into a PDF, so that they show anywhere and are read back as the text they stand for."""

from __future__ import annotations

import hashlib
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from facilitator.publishing.pdf.structure.streams import ArchivalStream
from facilitator.publishing.pdf.text.fonts import DocumentFont
from facilitator.publishing.pdf.text.typefaces import Typeface

# What a PDF viewer does not use: shaping is done, names and hints are not needed.
_DROPPED_TABLES = (
    *("GSUB", "GPOS", "GDEF", "BASE", "kern", "vhea", "vmtx", "VORG"),
    *("name", "post", "DSIG", "STAT", "avar", "HVAR", "MVAR", "meta"),
)
_SYMBOLIC = 4
_BFCHARS_AT_ONCE = 100  # the PDF reference's limit for one block of a character map


def embed(font: DocumentFont, document: PDFDocument) -> None:
    """Add the font, cut down to the glyphs used so far, to the document's fonts under ``font.name``."""
    glyphs = sorted({0, *font.texts})
    loaded = font.typeface
    base = PDFName(f"{_subset_tag(glyphs)}+{loaded.postscript_name}")
    descriptor = document.Reference(_descriptor(loaded, base, glyphs, document, font.name))
    kind = "CIDFontType0" if loaded.has_postscript_outlines else "CIDFontType2"
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName(kind),
        "BaseFont": base,
        "CIDSystemInfo": PDFDictionary(system),
        "FontDescriptor": descriptor,
        "W": _widths(loaded, glyphs),
        "DW": 1000,
    }
    if not loaded.has_postscript_outlines:
        descendant["CIDToGIDMap"] = PDFName("Identity")
    whole = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": base,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": document.Reference(_stream({}, _to_unicode(font.texts).encode("ascii"))),
    }
    document.idToObject[BasicFonts].dict[font.name] = document.Reference(PDFDictionary(whole))


def _stream(entries: dict[str, Any], content: bytes) -> PDFStream:
    return ArchivalStream(PDFDictionary(entries), content, [PDFZCompress])


def _subset_tag(glyphs: list[int]) -> str:
    """Six capital letters that name this choice of glyphs, as the PDF reference wants them before a subset's name."""
    digest = hashlib.sha256(repr(glyphs).encode("ascii")).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(
    loaded: Typeface, base: str, glyphs: list[int], document: PDFDocument, name: str
) -> PDFDictionary:
    program = _subset(loaded, glyphs)
    if loaded.has_postscript_outlines:
        entry, file = "FontFile3", _stream({"Subtype": PDFName("CIDFontType0C")}, program)
    else:
        entry, file = "FontFile2", _stream({"Length1": len(program)}, program)
    head = loaded.face.reference_table("head").data
    box = [int.from_bytes(head[at : at + 2], "big", signed=True) * loaded.unit for at in (36, 38, 40, 42)]
    extents = loaded.font.get_font_extents("ltr")
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": base,
            "Flags": _SYMBOLIC,
            "FontBBox": PDFArray([round(edge) for edge in box]),
            "ItalicAngle": -11 if "It" in loaded.postscript_name.rsplit("-", 1)[-1] else 0,
            "Ascent": round(extents.ascender * loaded.unit),
            "Descent": round(extents.descender * loaded.unit),
            "CapHeight": 660,
            "StemV": 84,
            entry: document.Reference(file, f"{name}.program"),
        }
    )


def _subset(loaded: Typeface, glyphs: list[int]) -> bytes:
    """The font program with these glyphs only, under their own numbers."""
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    request.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    if not loaded.has_postscript_outlines:
        request.flags |= hb.SubsetFlags.RETAIN_GIDS
    dropped = request.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for table in _DROPPED_TABLES:
        dropped.add(int.from_bytes(table.ljust(4).encode("ascii"), "big"))
    subset = request.subset(loaded.face)
    if loaded.has_postscript_outlines:
        # The shipped one is CID-keyed with each CID the glyph's number, which its charset keeps through the cut.
        return bytes(subset.reference_table("CFF ").data)
    return bytes(subset.blob.data)


def _widths(loaded: Typeface, glyphs: list[int]) -> PDFArray:
    """The W array: each first glyph of a stretch, and the widths from there."""
    entries: list[Any] = []
    stretch: list[float] = []
    previous = -2
    for glyph in glyphs:
        if glyph != previous + 1:
            stretch = []
            entries.extend((glyph, stretch))
        stretch.append(loaded.width(glyph))
        previous = glyph
    return PDFArray([PDFArray(entry) if isinstance(entry, list) else entry for entry in entries])


def _to_unicode(texts: dict[int, str]) -> str:
    """A character map from glyphs to UTF-16, for search, copying and reading aloud."""
    rows = [
        f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for glyph, text in sorted(texts.items())
        if text
    ]
    blocks = [rows[first : first + _BFCHARS_AT_ONCE] for first in range(0, len(rows), _BFCHARS_AT_ONCE)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")) for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
