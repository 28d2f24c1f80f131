"""The colour of each segment, in the list and in the picture alike. It only repeats what the segment's name says."""

from __future__ import annotations

from PySide6.QtGui import QColor

_HUES = {
    "technical_check": 190,
    "welcome": 205,
    "opening": 220,
    "framing": 265,
    "city_round": 150,
    "association": 110,
    "partners": 80,
    "poll": 290,
    "discussion": 330,
    "leadership": 10,
    "wrap_up": 45,
    "closing": 30,
    "breakout": 175,
}
"""In degrees."""
_GREY = {"", "break", "buffer", "other"}


def segment_colour(code: str, text: QColor) -> QColor:
    """The colour of a segment beside texts of the colour ``text``, which tells whether the ground is dark."""
    hue = _HUES.get(code, sum(code.encode()) * 37 % 360)
    return QColor.fromHsl(hue, 0 if code in _GREY else 120, 160 if text.lightness() > 127 else 115)
