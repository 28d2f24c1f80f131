"""The sign of a note that has pictures."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


def paint_picture_sign(painter: QPainter, square: QRectF, colour: QColor) -> None:
    """A picture in its frame: hills and a sun."""
    frame = square.adjusted(0.5, square.height() * 0.12, -0.5, -square.height() * 0.08)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.2))
    painter.drawRoundedRect(frame, 2, 2)
    width, height = frame.width(), frame.height()
    hills = [(0.1, 0.8), (0.38, 0.42), (0.58, 0.66), (0.72, 0.52), (0.9, 0.8)]
    painter.drawPolyline(
        QPolygonF([QPointF(frame.left() + x * width, frame.top() + y * height) for x, y in hills])
    )
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(frame.left() + 0.7 * width, frame.top() + 0.3 * height), 1.2, 1.2)
