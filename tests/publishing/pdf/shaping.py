"""Shape single words, as the text engine does it, and look at their glyphs."""

from __future__ import annotations

from facilitator.publishing.pdf.text import families
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import FontBook
from facilitator.publishing.pdf.text.typefaces import typeface
from facilitator.publishing.pdf.text.words import Lettering, Word


def word(text: str, rightward: bool = False, language: str = "en", face: Face = Face.REGULAR) -> Word:
    return Lettering(FontBook(), face, language, {}).word(text, rightward)


def glyphs(shaped: Word) -> list[int]:
    numbers = []
    for segment in shaped.segments:
        for _, operands in segment.chunks:
            codes = "".join(part.split("<")[-1] for part in operands.split(">"))
            numbers.extend(int(codes[at : at + 4], 16) for at in range(0, len(codes) // 4 * 4, 4))
    return numbers


def nominal(text: str, font: families.FontFile) -> list[int]:
    return [typeface(font).font.get_nominal_glyph(ord(character)) for character in text]
