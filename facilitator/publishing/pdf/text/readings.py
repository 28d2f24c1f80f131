"""What each glyph is read back as, by search, copying and reading aloud.

Glyphs stand on the page from left to right. Readers turn text from the right around glyph by glyph, and mirror its
brackets; so there a glyph is given the bracket that is seen. An ActualText says in the right order what glyphs alone
cannot. pdfium, and so Chrome and Qt, turns that around too where it runs from the right: words with vowel signs are
the ones that it may find only in parts.
"""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.publishing.pdf.text.bidi_classes import MIRRORED
from facilitator.publishing.pdf.text.clusters import invisible
from facilitator.publishing.pdf.text.fonts import DocumentFont
from facilitator.publishing.pdf.text.glyphs import Glyph
from facilitator.publishing.pdf.text.typefaces import Typeface


def record_readings(font: DocumentFont, text: str, glyphs: Sequence[Glyph], rightward: bool) -> bool:
    """Note in the font what each glyph stands for; False when an ActualText has to say what the glyphs cannot."""
    if not rightward and text.isascii() and [glyph.cluster for glyph in glyphs] == list(range(len(text))):
        told = [font.record(glyph.number, character) for glyph, character in zip(glyphs, text, strict=True)]
        return all(told)
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))
    exact = rightward or not any(map(invisible, text))
    for start in starts:
        own = [glyph for glyph in glyphs if glyph.cluster == start]
        cluster = text[start : ends[start]]
        if rightward:
            cluster = "".join(character for character in cluster if not invisible(character)) or cluster
        exact = exact and len(own) == 1 and not (rightward and len(cluster) > 1)
        for glyph, reading in zip(own, _readings(font.typeface, own, cluster), strict=True):
            seen = _seen(font.typeface, glyph.number, reading) if rightward else reading
            exact = font.record(glyph.number, seen) and exact
    return exact


def _readings(loaded: Typeface, glyphs: Sequence[Glyph], cluster: str) -> list[str]:
    """What each glyph of a cluster stands for: the character it is made for, or, for joined forms, what is left."""
    if len(glyphs) == 1:
        return [cluster]
    nominal = {loaded.font.get_nominal_glyph(ord(character)): character for character in cluster}
    left = "".join(
        character for glyph, character in nominal.items() if all(one.number != glyph for one in glyphs)
    )
    return [
        nominal.get(glyph.number) or (left[:1] if glyph.advance else left[1:]) or left or cluster[0]
        for glyph in glyphs
    ]


def _seen(loaded: Typeface, glyph: int, cluster: str) -> str:
    """The character that is seen in text from the right: HarfBuzz draws the mirror image of a bracket."""
    partner = MIRRORED.get(cluster)
    if partner is not None and loaded.font.get_nominal_glyph(ord(partner)) == glyph:
        return partner
    return cluster
