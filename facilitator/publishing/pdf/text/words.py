"""Shape words with HarfBuzz: from a stretch of text in one style to glyphs that a PDF can show."""

from __future__ import annotations

from typing import NamedTuple

import uharfbuzz as hb

from facilitator.publishing.pdf.text.clusters import clusters, invisible
from facilitator.publishing.pdf.text.families import Face
from facilitator.publishing.pdf.text.fonts import DocumentFont, FontBook
from facilitator.publishing.pdf.text.scripts import CJK_SCRIPTS, script_of

MARKER_SCALE = 0.72
_NEGLIGIBLE = 0.4  # thousandths of the font size: not worth an adjustment
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
        self._language = language
        self._missing = missing
        self._features = {"tnum": True} if tabular else None
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
        font = self._book.choose(cluster, self._face, self._language, previous)
        if font is not None or len(cluster) == 1:
            return [(cluster, font)]
        return [
            (character, self._book.choose(character, self._face, self._language, previous))
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
        buffer.language = self._language
        buffer.guess_segment_properties()
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES | hb.BufferFlags.DO_NOT_INSERT_DOTTED_CIRCLE
        hb.shape(font.typeface.font, buffer, self._features)
        chunks, advance, exact = _encode(font, text, buffer, len(before))
        heavy = self._face.heavy and script_of(text[0]) in CJK_SCRIPTS
        scale = font.source.scale
        return Segment(font, scale, chunks, emboldened=heavy), advance * scale / 1000, exact


def _visible_code_point(character: str) -> str:
    return f"<U+{ord(character):04X}>"


def _encode(
    font: DocumentFont, text: str, buffer: hb.Buffer, offset: int
) -> tuple[tuple[tuple[float, str], ...], float, bool]:
    """Write shaped glyphs as operands of TJ, in chunks of one rise, and record what each glyph stands for."""
    loaded, unit = font.typeface, font.typeface.unit
    infos = buffer.glyph_infos
    ends = _cluster_ends([info.cluster for info in infos], offset + len(text))
    counts: dict[int, int] = {}
    for info in infos:
        counts[info.cluster] = counts.get(info.cluster, 0) + 1
    exact = "".join(character for character in text if not invisible(character)) == text
    chunks: list[tuple[float, list[str]]] = []
    total = 0.0
    for info, position in zip(infos, buffer.glyph_positions, strict=True):
        glyph = info.codepoint
        cluster = text[info.cluster - offset : ends[info.cluster] - offset]
        if counts[info.cluster] > 1:
            exact = False
            cluster = loaded.character_of(glyph, cluster)
        exact = font.record(glyph, cluster) and exact
        rise = position.y_offset * unit
        advance, shift = position.x_advance * unit, position.x_offset * unit
        total += advance
        if not chunks or chunks[-1][0] != rise:
            chunks.append((rise, []))
        _append_glyph(chunks[-1][1], glyph, shift, loaded.width(glyph) - advance + shift)
    return tuple((rise, _operands(parts)) for rise, parts in chunks), total, exact


def _append_glyph(parts: list[str], glyph: int, shift: float, correction: float) -> None:
    """Add one glyph; numbers in TJ move to the left, by thousandths of the font size."""
    if abs(shift) > _NEGLIGIBLE:
        parts.append(f"{-shift:.4g}")
    parts.append(f"<{glyph:04X}>")
    if abs(correction) > _NEGLIGIBLE:
        parts.append(f"{correction:.4g}")


def _operands(parts: list[str]) -> str:
    return "".join(parts).replace("><", "")


def _cluster_ends(starts: list[int], end: int) -> dict[int, int]:
    ordered = sorted(set(starts))
    return dict(zip(ordered, [*ordered[1:], end], strict=False))
