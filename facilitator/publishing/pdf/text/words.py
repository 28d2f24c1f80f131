"""Shape words with HarfBuzz: from a stretch of text in one style to glyphs that a PDF can show."""

from __future__ import annotations

from typing import NamedTuple

import uharfbuzz as hb

from facilitator.publishing.pdf.text.clusters import clusters, invisible
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import DocumentFont, FontBook
from facilitator.publishing.pdf.text.glyphs import Glyph, encoded
from facilitator.publishing.pdf.text.readings import record_readings
from facilitator.publishing.pdf.text.scripts import CJK_SCRIPTS, script_of

MARKER_SCALE = 0.72
_MAX_CACHED_WORDS = 50_000


class Segment(NamedTuple):
    """Glyphs of one font. ``chunks`` are (rise, operands of TJ) pairs; ``scale`` is relative to the text's size.

    ``emboldened`` asks for a stroke, where the font has no heavier weight. ``marker`` is a visible code point that
    stands for a character which no font has.
    """

    font: DocumentFont
    scale: float
    chunks: tuple[tuple[float, str], ...]
    emboldened: bool = False
    marker: bool = False


class Word(NamedTuple):
    """A shaped stretch of text: its width as a multiple of the font size, its segments from left to right.

    ``actual_text`` is set where the glyphs alone would be read back as another text. ``leading`` is how much more
    height than Latin letters its scripts need.
    """

    width: float
    segments: tuple[Segment, ...]
    actual_text: str | None
    leading: float


class Lettering:
    """One style of text in one language: shapes each word once, and counts what no font could show."""

    def __init__(
        self, book: FontBook, face: Face, language: str, missing: dict[str, None], tabular: bool = False
    ) -> None:
        self._book = book
        self._face = face
        self.language = language
        self._missing = missing
        self._features = {"tnum": True} if tabular else {}
        self._words: dict[tuple[str, bool, str, str], Word] = {}

    def word(self, text: str, rightward: bool, before: str = "", after: str = "") -> Word:
        """The shaped text. ``before`` and ``after`` are neighbouring letters that it joins with, if any."""
        key = (text, rightward, before, after)
        known = self._words.get(key)
        if known is None:
            if len(self._words) >= _MAX_CACHED_WORDS:
                self._words.clear()
            known = self._words[key] = self._shape(text, rightward, before, after)
        return known

    def _shape(self, text: str, rightward: bool, before: str, after: str) -> Word:
        segments: list[Segment] = []
        width, exact, leading = 0.0, True, 1.0
        printed: list[str] = []
        position = 0
        pieces = self._itemise(text)
        for font, piece in pieces:
            if font is None:
                segment, advance, faithful = self._marker(piece)
                piece = _visible_code_point(piece)
            else:
                context = (before + text[:position], text[position + len(piece) :] + after)
                segment, advance, faithful = self._segment(font, piece, rightward, context)
                leading = max(leading, font.source.leading)
            position += len(piece) if font is not None else 1
            printed.append(piece)
            segments.append(segment)
            width += advance
            exact = exact and faithful
        if rightward:
            segments.reverse()
        return Word(width, tuple(segments), None if exact else "".join(printed), leading)

    def _itemise(self, text: str) -> list[tuple[DocumentFont | None, str]]:
        """The text in stretches of one font; a character that no font has is a stretch of its own, without one."""
        if text.isascii():
            return [(self._book.latin(self._face), text)]
        items: list[tuple[DocumentFont | None, str]] = []
        for cluster in clusters(text):
            previous = items[-1][0] if items else None
            for part, font in self._fonts_for(cluster, previous):
                if font is not None and items and items[-1][0] is font:
                    items[-1] = (font, items[-1][1] + part)
                else:
                    items.append((font, part))
        return items

    def _fonts_for(
        self, cluster: str, previous: DocumentFont | None
    ) -> list[tuple[str, DocumentFont | None]]:
        """The cluster with its font, or character by character when no font has all of it."""
        font = self._book.choose(cluster, self._face, self.language, previous)
        if font is not None or len(cluster) == 1:
            return [(cluster, font)]
        return [
            (character, self._book.choose(character, self._face, self.language, previous))
            for character in cluster
            if not invisible(character)
        ]

    def _marker(self, character: str) -> tuple[Segment, float, bool]:
        self._missing[character] = None
        font = self._book.latin(Face.REGULAR)
        segment, width, exact = self._segment(font, _visible_code_point(character), False, ("", ""))
        scaled = segment._replace(scale=MARKER_SCALE, marker=True)
        return scaled, width * MARKER_SCALE, exact

    def _segment(
        self, font: DocumentFont, text: str, rightward: bool, context: tuple[str, str]
    ) -> tuple[Segment, float, bool]:
        """The shaped segment, its width as a multiple of the font size, and whether its glyphs tell its text."""
        buffer = hb.Buffer()
        before, after = context if rightward else ("", "")
        buffer.add_str(before + text + after, len(before), len(text))
        buffer.direction = "rtl" if rightward else "ltr"
        buffer.language = self.language
        buffer.guess_segment_properties()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        # Optional joined forms from the right, such as lam with ya, would be read back in the wrong order.
        hb.shape(
            font.typeface.font, buffer, self._features | {"liga": False} if rightward else self._features
        )
        glyphs = [
            Glyph(info.codepoint, info.cluster - len(before), place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        ]
        exact = record_readings(font, text, glyphs, rightward)
        chunks, advance = encoded(font.typeface, glyphs)
        heavy = self._face.heavy and script_of(text[0]) in CJK_SCRIPTS
        scale = font.source.scale
        return Segment(font, scale, chunks, emboldened=heavy), advance * scale / 1000, exact


def _visible_code_point(character: str) -> str:
    return f"<U+{ord(character):04X}>"
