"""Shaped glyphs, and how a PDF's content writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from facilitator.publishing.pdf.text.typefaces import Typeface

_NEGLIGIBLE = 0.4  # thousandths of the font size: not worth an adjustment


class Glyph(NamedTuple):
    """A glyph as HarfBuzz placed it, in the font's own units; ``cluster`` is where its text begins."""

    number: int
    cluster: int
    advance: int
    shift: int
    rise: int


def encoded(loaded: Typeface, glyphs: Sequence[Glyph]) -> tuple[tuple[tuple[float, str], ...], float]:
    """Operands of TJ, in chunks that share a rise, and the width of all; in thousandths of the font size."""
    chunks: list[tuple[float, list[str]]] = []
    total = 0.0
    for glyph in glyphs:
        rise, advance, shift = (part * loaded.unit for part in (glyph.rise, glyph.advance, glyph.shift))
        total += advance
        if not chunks or chunks[-1][0] != rise:
            chunks.append((rise, []))
        _append(chunks[-1][1], glyph.number, shift, loaded.width(glyph.number) - advance + shift)
    return tuple((rise, " ".join(parts).replace("> <", "")) for rise, parts in chunks), total


def _append(parts: list[str], number: int, shift: float, correction: float) -> None:
    """Add one glyph; numbers in TJ move to the left."""
    if abs(shift) > _NEGLIGIBLE:
        parts.append(f"{-shift:.1f}")
    parts.append(f"<{number:04X}>")
    if abs(correction) > _NEGLIGIBLE:
        parts.append(f"{correction:.1f}")
