"""The colours of the picture: those of the palette, and some of its own that stand out from their ground."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette

from facilitator.features.agenda.segment_colours import segment_colour
from facilitator.kit.contrast import mixed, readable
from facilitator.kit.icons import Tone, tone_colour

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of texts and of shapes (WCAG 2.2, 1.4.3 and 1.4.11)."""


@dataclass(frozen=True)
class Tints:
    """The colours as ``#RRGGBB``. ``ground`` lies behind everything, ``paper`` is a block's, ``chosen`` that of
    one that is selected; the others stand on all three of them."""

    ground: str
    paper: str
    chosen: str
    text: str
    quiet: str
    line: str
    edge: str
    accent: str
    alarm: str

    def bar(self, segment: str) -> QColor:
        """The bar of a segment, on a block."""
        colour = segment_colour(segment, QColor(self.text)).name()
        for under in (self.ground, self.paper, self.chosen):
            colour = readable(colour, under, SHAPE)
        return QColor(colour)


def tints_of(palette: QPalette) -> Tints:
    """The colours for a palette, light or dark, with more contrast or not."""
    role = QPalette.ColorRole

    def colour(which: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, which).name()

    ground, paper, accent = colour(role.Window), colour(role.Base), colour(role.Link)
    chosen = mixed(paper, accent, 0.16)
    quiet = colour(role.PlaceholderText)
    alarm = tone_colour(Tone.DANGER).name()
    for under in (ground, paper, chosen):
        quiet, alarm = readable(quiet, under, TEXT), readable(alarm, under, TEXT)
    edge = readable(readable(colour(role.Dark), ground, SHAPE), chosen, SHAPE)
    return Tints(ground, paper, chosen, colour(role.Text), quiet, colour(role.Mid), edge, accent, alarm)
