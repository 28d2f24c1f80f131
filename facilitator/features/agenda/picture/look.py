"""Fonts, sizes and colours with which the picture is painted; made anew when the text or the colours change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QPalette

from facilitator.features.agenda.picture.shapes import Measures
from facilitator.features.agenda.picture.tints import Tints, tints_of


@dataclass(frozen=True)
class Look:
    """``line`` is the height of a line in pixels, ``letter`` the mean width of a character."""

    plain: QFont
    strong: QFont
    small: QFont
    line: float
    letter: float
    tints: Tints
    segments: Mapping[str, str]

    @property
    def head(self) -> float:
        """The height of the heads above the columns."""
        return self.line * 2 + 10

    def measures(self, width: float) -> Measures:
        """What the layout needs to know, where the columns have a width in pixels."""
        return Measures(self.line, self.letter, width)

    def width(self, text: str) -> float:
        """The width of a text in the strong font, which is the widest."""
        return QFontMetricsF(self.strong).horizontalAdvance(text)


def make_look(font: QFont, palette: QPalette, segments: Mapping[str, str]) -> Look:
    """The look for a font and a palette; ``segments`` are the labels of segments by code."""
    strong, small = QFont(font), QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    metrics = QFontMetricsF(font)
    line = max(metrics.lineSpacing(), QFontMetricsF(strong).lineSpacing())
    return Look(font, strong, small, line, metrics.averageCharWidth(), tints_of(palette), segments)
