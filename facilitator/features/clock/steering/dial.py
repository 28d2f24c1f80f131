"""The time of an item as a ring that runs out. Each phase has a form of its own, so that it can be told in grey."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.running import Phase
from facilitator.features.clock.steering.face import Face, Measured, State
from facilitator.kit.icons import Tone, tone_colour

_LINES = 2.4
"""Its side in lines of text."""
_SIGNS = {Phase.FIVE: "5", Phase.TWO: "2", Phase.ONE: "1", Phase.OVER: "!"}
_FULL = 360 * 16

TONES = {
    Phase.WAITING: Tone.QUIET,
    Phase.PLENTY: Tone.ACCENT,
    Phase.FIVE: Tone.TEXT,
    Phase.TWO: Tone.WARNING,
    Phase.ONE: Tone.WARNING,
    Phase.OVER: Tone.DANGER,
    Phase.PAUSED: Tone.TEXT,
}


class Dial(QWidget):
    """Plenty: a ring. Five and two minutes: their figure within it, on a thicker ring. One: a full disc. Over: a full
    square. Paused: two bars. Not begun: dots. Ended: a tick. It says nothing: the words stand beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._phase, self._steps, self._ended = Phase.WAITING, 0, False

    def show_face(self, face: Face) -> None:
        """Show how much of the item is left."""
        self._show(face.item, face.state is State.ENDED)

    def _show(self, item: Measured, ended: bool) -> None:
        share = min(1.0, max(0.0, item.left / item.length)) if item.length else 1.0
        shown = item.phase, round(share * 120), ended
        if shown != (self._phase, self._steps, self._ended):
            self._phase, self._steps, self._ended = shown
            self.update()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().lineSpacing() * _LINES)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 2
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._ended:
            self._draw_tick(painter, square)
        else:
            self._draw_phase(painter, square)

    def _draw_phase(self, painter: QPainter, square: QRectF) -> None:
        colour, ground = tone_colour(TONES[self._phase]), self.palette().color(QPalette.ColorRole.Window)
        if self._phase in (Phase.ONE, Phase.OVER):
            self._fill(painter, square, colour)
            self._write(painter, square, ground)
            return
        self._draw_ring(painter, square, colour)
        if self._phase is Phase.PAUSED:
            _draw_bars(painter, square, colour)
        else:
            self._write(painter, square, colour)

    def _fill(self, painter: QPainter, square: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if self._phase is Phase.OVER:
            painter.drawRoundedRect(square, square.width() / 8, square.width() / 8)
        else:
            painter.drawEllipse(square)

    def _draw_ring(self, painter: QPainter, square: QRectF, colour: QColor) -> None:
        thick = square.width() / (6.5 if self._phase in (Phase.FIVE, Phase.TWO) else 10)
        ring = square.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        style = Qt.PenStyle.DotLine if self._phase is Phase.WAITING else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), max(1.0, thick / 4), style))
        painter.drawEllipse(ring)
        if self._phase is not Phase.WAITING:
            painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(ring, 90 * 16, -round(_FULL * self._steps / 120))

    def _write(self, painter: QPainter, square: QRectF, colour: QColor) -> None:
        font = self.font()
        font.setPixelSize(max(8, round(square.height() * 0.55)))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, _SIGNS.get(self._phase, ""))

    def _draw_tick(self, painter: QPainter, square: QRectF) -> None:
        side = square.width()
        points = [QPointF(0.2 * side, 0.55 * side), QPointF(0.42 * side, 0.75 * side)]
        points.append(QPointF(0.8 * side, 0.28 * side))
        painter.translate(square.topLeft())
        painter.setPen(QPen(tone_colour(Tone.QUIET), side / 9))
        painter.drawPolyline(QPolygonF(points))


def _draw_bars(painter: QPainter, square: QRectF, colour: QColor) -> None:
    side = square.width()
    painter.setPen(QPen(colour, side / 9, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for across in (0.4, 0.6):
        top = square.topLeft() + QPointF(across * side, 0.32 * side)
        painter.drawLine(top, top + QPointF(0, 0.36 * side))
