"""Texts for a screen that is read from afar: as high as the distance asks for, and never outside their place."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QScreen, QTextLayout, QTextOption

DISTANCE_MM = 3000
CAP_MM = DISTANCE_MM / 200
"""Height of capitals that can be read from three metres: 1/200 of the distance, as the human factors pages of the US
Federal Aviation Administration have it; at 17 minutes of arc above the 16 that ISO 9241-303 asks for at least."""
_LEAST_OF_HEIGHT = 0.07
"""Part of the screen's height that they have in any case: projectors don't know how large their picture is."""
_USUAL_DPI, _LEAST_DPI, _MOST_DPI = 96.0, 40.0, 400.0
_MM_PER_INCH = 25.4
_TRIED = 100


def millimetre(screen: QScreen) -> float:
    """Pixels of a millimetre on a screen. What can't be true (screens tell 0 or 1 mm of size) is taken as usual."""
    dpi = screen.physicalDotsPerInchY()
    return (dpi if _LEAST_DPI <= dpi <= _MOST_DPI else _USUAL_DPI) / _MM_PER_INCH


def cap_for(screen: QScreen) -> float:
    """The height in pixels that capitals need on a screen."""
    return max(CAP_MM * millimetre(screen), _LEAST_OF_HEIGHT * screen.geometry().height())


def bold(font: QFont) -> QFont:
    """The font, bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def font_with_cap(base: QFont, cap: float) -> QFont:
    """The font in the smallest size whose capitals are so many pixels high."""
    font = QFont(base)
    font.setPixelSize(_TRIED)
    size = max(1, math.floor(_TRIED * cap / max(1.0, QFontMetricsF(font).capHeight())))
    font.setPixelSize(size)
    while QFontMetricsF(font).capHeight() < cap:
        size += 1
        font.setPixelSize(size)
    return font


def font_that_fits(base: QFont, text: str, width: float, height: float) -> QFont:
    """The font in the largest size in which one line fits; as wide as if every digit were an 8, so that a time keeps
    its size while it runs."""
    font = QFont(base)
    font.setPixelSize(_TRIED)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(re.sub(r"\d", "8", text)) or 1.0
    font.setPixelSize(max(1, math.floor(_TRIED * min(width / wide, height / metrics.height()))))
    return font


def narrowed(font: QFont, text: str, width: float) -> QFont:
    """The font, smaller where one line would not fit."""
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide <= width:
        return font
    smaller = QFont(font)
    smaller.setPixelSize(max(1, math.floor(font.pixelSize() * width / wide)))
    return smaller


@dataclass(frozen=True)
class Fitted:
    """A text in lines that fit."""

    lines: tuple[str, ...]
    whole: bool
    """Whether nothing was left out."""


def fitted(text: str, font: QFont, width: float, most: int) -> Fitted:
    """A text broken to a width; what does not fit into ``most`` lines ends in dots."""
    return _fitted(" ".join(text.split()), font.toString(), max(1, math.floor(width)), max(1, most))


@lru_cache(maxsize=64)
def _fitted(text: str, font_name: str, width: int, most: int) -> Fitted:
    font = QFont()
    font.fromString(font_name)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid() and len(starts) <= most:
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    if len(starts) <= most:
        return Fitted(_cut(text, starts), whole=True)
    kept = starts[:most]
    rest = text[_index(text, kept[-1]) :]
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return Fitted((*_cut(text, kept)[:-1], last), whole=False)


def _cut(text: str, starts: list[int]) -> tuple[str, ...]:
    at = [*(_index(text, start) for start in starts), len(text)]
    return tuple(text[at[number] : at[number + 1]].strip() for number in range(len(starts)))


def _index(text: str, units: int) -> int:
    """Where so many UTF-16 units, in which Qt counts, end in the text."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))
