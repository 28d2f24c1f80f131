"""Consent as small shapes that differ without colour: the fuller the circle, the more may be published."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap

from facilitator.domain.consent import Attribution, Consent, Disclosure

_SHAPES = {
    "named": "full",
    "by_role": "half",
    "chatham_house": "ring",
    "pending": "paused",
    "not_asked": "asked",
    "off_the_record": "barred",
}
_OF_DISCLOSURE = {
    Disclosure.NAMED: "named",
    Disclosure.BY_ROLE: "by_role",
    Disclosure.CHATHAM_HOUSE: "chatham_house",
    Disclosure.WITHHELD: "pending",
    Disclosure.OFF_THE_RECORD: "off_the_record",
}


def consent_icon(value: Consent | Attribution | Disclosure | str) -> QIcon:
    """The shape of a consent, attribution or disclosure, in the colours of the palette as it is now."""
    code = _OF_DISCLOSURE[value] if isinstance(value, Disclosure) else str(value or "not_asked")
    palette = QGuiApplication.palette()
    return _icon(
        _SHAPES.get(code, "asked"),
        palette.color(QPalette.ColorRole.Text).rgba(),
        palette.color(QPalette.ColorRole.Base).rgba(),
    )


def paint_shape(painter: QPainter, rect: QRectF, value: Disclosure | str, colour: QColor) -> None:
    """Draw the shape into a square."""
    code = _OF_DISCLOSURE[value] if isinstance(value, Disclosure) else str(value)
    _draw(painter, rect, _SHAPES.get(code, "asked"), colour)


@lru_cache(maxsize=64)
def _icon(shape: str, text: int, ground: int) -> QIcon:
    icon = QIcon()
    for size in (16, 32, 48):
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor.fromRgba(ground))
        painter.drawEllipse(QRectF(0, 0, size, size))
        _draw(painter, QRectF(0, 0, size, size), shape, QColor.fromRgba(text))
        painter.end()
        # The same when selected: it stands on a ground of its own, whatever the row's colour.
        icon.addPixmap(picture, QIcon.Mode.Normal)
        icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def _draw(painter: QPainter, rect: QRectF, shape: str, colour: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = rect.width() / 16
    circle = rect.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
    painter.setPen(QPen(colour, 1.6 * unit))
    painter.setBrush(colour if shape == "full" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(circle)
    painter.setBrush(colour)
    if shape == "half":
        painter.drawPie(circle, 90 * 16, 180 * 16)
    elif shape == "barred":
        inset = 3.8 * unit
        painter.drawLine(rect.topLeft() + QPointF(inset, inset), rect.bottomRight() - QPointF(inset, inset))
    elif shape == "paused":
        for x in (6.2, 9.8):
            start = rect.topLeft() + QPointF(x * unit, 5.6 * unit)
            painter.drawLine(start, start + QPointF(0, 4.8 * unit))
    elif shape == "asked":
        font = painter.font()
        font.setPixelSize(max(6, round(9 * unit)))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "?")
    painter.restore()
