"""Shipped fonts as HarfBuzz sees them: loaded when a document first needs them, kept for the process."""

from __future__ import annotations

from functools import cache, cached_property

import uharfbuzz as hb

from facilitator import assets
from facilitator.domain.errors import Refused
from facilitator.publishing.pdf.text.families import FontFile
from facilitator.translation import tr


class Typeface:
    """One face of one font file: what it covers, how wide its glyphs are, how it shapes text.

    Lengths are in thousandths of the font size, as a PDF counts them.
    """

    def __init__(self, source: FontFile) -> None:
        self.source = source
        self.face = _face(source)
        self.font = hb.Font(self.face)
        self.unit = 1000 / self.face.upem
        self.has_postscript_outlines = "CFF " in self.face.table_tags
        self._widths: dict[int, float] = {}

    @cached_property
    def coverage(self) -> frozenset[int]:
        """The code points that the font has a glyph for."""
        return frozenset(self.face.unicodes)

    @cached_property
    def postscript_name(self) -> str:
        """The font's own name for a PDF, such as ``"SourceSans3-Regular"``."""
        return self.face.get_name(6) or self.source.file.rsplit(".", 1)[0]

    def width(self, glyph: int) -> float:
        """How far a glyph advances, before any adjustment by shaping."""
        known = self._widths.get(glyph)
        if known is None:
            known = self._widths[glyph] = round(self.font.get_glyph_h_advance(glyph) * self.unit, 2)
        return known

    def covers(self, text: str) -> bool:
        """Whether every character of the text has a glyph."""
        return all(ord(character) in self.coverage for character in text)

    def shows(self, text: str) -> bool:
        """Whether HarfBuzz, composing letters and taking them apart, finds a glyph for all of the text."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ltr"
        buffer.language = "en"
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer)
        return all(info.codepoint for info in buffer.glyph_infos)


def _face(source: FontFile) -> hb.Face:
    """The face in its file. HarfBuzz takes anything for a font: one that can't be read has no glyphs."""
    path = assets.path("fonts", source.file)
    if path.is_file():
        face = hb.Face(hb.Blob.from_file_path(str(path)), source.index)
        if face.glyph_count:
            return face
    raise Refused(
        tr("The paper can't be made."),
        tr("The program's font “{name}” can't be read.").format(name=source.file),
        tr("Nothing was written. Installing the program again brings the font back."),
    )


@cache
def typeface(source: FontFile) -> Typeface:
    """The loaded face; raises FileNotFoundError or uharfbuzz's error when the file is missing or damaged."""
    return Typeface(source)
