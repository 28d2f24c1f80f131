"""Texts in lines: broken at words, and with dots where they go on beyond the room."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


def runs_leftward(text: str) -> bool:
    """Whether a text is written from right to left, as its first letter is."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


@lru_cache(maxsize=4096)
def lines_of(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """A text in at most so many lines of a width in pixels; the last one ends in dots where there is more."""
    metrics = QFontMetricsF(font)
    if most <= 1 or metrics.horizontalAdvance(text) <= width:
        return (metrics.elidedText(text, Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    shown = [text[begin:end].strip() for begin, end in zip(starts, ends, strict=True)][:most]
    if len(starts) > most:
        shown[-1] = metrics.elidedText(text[starts[most - 1] :], Qt.TextElideMode.ElideRight, width)
    return tuple(shown)


def on_one_line(title: str, behind: str, font: QFont, width: float) -> str:
    """A title with what must be read ``behind`` it. Where it is too long, what stands before a colon goes first, for
    items of one kind often share it, and then its end."""
    metrics = QFontMetricsF(font)
    room = width - metrics.horizontalAdvance(behind) - 1  # widths of parts are not quite those of the whole
    _, colon, rest = title.partition(": ")
    if colon and metrics.horizontalAdvance(title) > room:
        title = f"…{rest}"
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, max(room, 0)) + behind


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


class Pen:
    """Writes line below line into a box."""

    def __init__(self, painter: QPainter, box: QRectF, line: float) -> None:
        self._painter, self._box, self._line = painter, box, line
        self._y = box.y()

    @property
    def width(self) -> float:
        """The width of a line."""
        return self._box.width()

    @property
    def room(self) -> int:
        """How many lines there still is room for."""
        return int((self._box.bottom() - self._y + 0.5) / self._line)

    def write(self, text: str, font: QFont, colour: str, *, most: int = 1, indent: float = 0) -> None:
        """Write a text in at most so many lines."""
        most = min(most, self.room)
        width = int(self._box.width() - indent)
        if not text or most < 1 or width < self._line:
            return
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignRight if runs_leftward(text) else Qt.AlignmentFlag.AlignLeft
        for line in lines_of(text, font, width, most):
            rect = QRectF(self._box.x() + indent, self._y, width, self._line)
            flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            self._painter.drawText(rect, int(flags), line)
            self._y += self._line

    def write_before(self, text: str, font: QFont, colour: str) -> float:
        """Write a short text where the next line begins, and stay there; how far the next one must be indented."""
        width = QFontMetricsF(font).horizontalAdvance(text)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        ascent = (self._line + QFontMetricsF(font).ascent() - QFontMetricsF(font).descent()) / 2
        self._painter.drawText(QPointF(self._box.x(), self._y + ascent), text)
        return width + self._line * 0.5
