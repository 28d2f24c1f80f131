"""Icons drawn in the colours of the theme: one SVG each, stroked in ``currentColor``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from facilitator import assets


class Tone(StrEnum):
    """What an icon stands on, and so which colour it takes."""

    TEXT = "text"
    QUIET = "quiet"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    DANGER = "danger"
    WARNING = "warning"
    DISABLED = "disabled"


_colours: dict[str, str] = {}


def set_tones(colours: Mapping[str, str]) -> None:
    """Take these colours (``#RRGGBB``, by tone) from now on; what is painted next shows them."""
    _colours.update(colours)
    _renderer.cache_clear()


def tone_colour(tone: Tone) -> QColor:
    """The colour of a tone as it is now, for signs that are painted as text."""
    return QColor(_colour(tone, QIcon.Mode.Normal, QIcon.State.Off))


def icon(name: str, tone: Tone = Tone.TEXT) -> QIcon:
    """The icon of a name in resources/icons. Checked, it takes the accent; disabled, the colour of disabled text."""
    return _icon(name, tone)


@cache
def _icon(name: str, tone: Tone) -> QIcon:
    return QIcon(_engine(name, tone))


@cache
def _engine(name: str, tone: Tone) -> _SvgEngine:
    # Kept: QIcon owns the C++ part only, and Python would let go of what paints.
    return _SvgEngine(name, tone)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = assets.read_text("icons", f"{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(drawing.encode())


def _colour(tone: Tone, mode: QIcon.Mode, state: QIcon.State) -> str:
    if mode == QIcon.Mode.Disabled:
        tone = Tone.DISABLED
    elif mode == QIcon.Mode.Selected:
        return QGuiApplication.palette().color(QPalette.ColorRole.HighlightedText).name()
    elif state == QIcon.State.On and tone in (Tone.TEXT, Tone.QUIET):
        tone = Tone.ACCENT
    text = QGuiApplication.palette().color(QPalette.ColorRole.WindowText).name()
    return _colours.get(tone.value, text)


class _SvgEngine(QIconEngine):
    """Paints the drawing at whatever size and pixel ratio is asked for."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self._name, self._tone = name, tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        _renderer(self._name, _colour(self._tone, mode, state)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return drawn

    def key(self) -> str:
        return "facilitator.svg"

    def clone(self) -> QIconEngine:
        return _engine(self._name, self._tone)
