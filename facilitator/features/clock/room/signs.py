"""The sign of each phase. They differ in form, and so can be told apart without colour: a whole ring, then 5, 2 and 1
minutes of a clock's face with their number, a stop sign's octagon, two bars, a ring that has not begun, a tick."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from facilitator.domain.running import Phase
from facilitator.features.clock.room.fitting import font_with_cap

NUMBERS: dict[Phase | None, int] = {Phase.FIVE: 5, Phase.TWO: 2, Phase.ONE: 1}
_DEGREES_OF_A_NUMBER = 30
"""As on the face of a clock, where twelve of them go round."""


def paint_sign(
    painter: QPainter, rect: QRectF, phase: Phase | None, colours: tuple[str, str], font: QFont
) -> None:
    """Paint into a square. ``colours`` are that of the sign and that of what is left out of it; numbers are written in
    ``font``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour, line = map(QColor, colours)
    side = rect.width()
    inner = rect.adjusted(0.12 * side, 0.12 * side, -0.12 * side, -0.12 * side)
    if phase is Phase.OVER:
        _octagon(painter, rect, colour)
    elif phase is Phase.PAUSED:
        _bars(painter, inner, colour)
    elif phase is None:
        _tick(painter, inner, colour)
    elif phase is Phase.WAITING:
        painter.setPen(QPen(colour, 0.07 * side, Qt.PenStyle.DotLine, Qt.PenCapStyle.FlatCap))
        painter.drawEllipse(inner)
    else:
        _arc(painter, inner, NUMBERS.get(phase), (colour, line), font)
    painter.restore()


def _arc(
    painter: QPainter, inner: QRectF, number: int | None, colours: tuple[QColor, QColor], font: QFont
) -> None:
    """A whole ring; or the number's part of it, counted from the top, and the number."""
    thick = 0.2 * inner.width()
    ring = inner.adjusted(thick / 4, thick / 4, -thick / 4, -thick / 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if number is None:
        painter.setPen(QPen(colours[0], thick))
        painter.drawEllipse(ring)
        return
    painter.setPen(QPen(colours[1], thick / 8))
    painter.drawEllipse(ring)
    painter.setPen(QPen(colours[0], thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(ring, 90 * 16, -number * _DEGREES_OF_A_NUMBER * 16)
    painter.setFont(font_with_cap(font, 0.4 * inner.height()))
    painter.setPen(colours[0])
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(number))


def _octagon(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    middle, radius = rect.center(), rect.width() / 2
    corners = [math.radians(22.5 + 45 * number) for number in range(8)]

    def octagon(part: float) -> QPolygonF:
        return QPolygonF([middle + QPointF(math.cos(one), math.sin(one)) * radius * part for one in corners])

    painter.setPen(QPen(colour, 0.05 * rect.width()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(octagon(0.95))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(octagon(0.78))


def _bars(painter: QPainter, inner: QRectF, colour: QColor) -> None:
    width = 0.28 * inner.width()
    for left in (inner.left() + 0.12 * inner.width(), inner.right() - 0.12 * inner.width() - width):
        painter.fillRect(QRectF(left, inner.top(), width, inner.height()), colour)


def _tick(painter: QPainter, inner: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 0.16 * inner.width(), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    places = ((0.1, 0.55), (0.4, 0.85), (0.9, 0.2))
    painter.drawPolyline(
        QPolygonF([inner.topLeft() + QPointF(x * inner.width(), y * inner.height()) for x, y in places])
    )
