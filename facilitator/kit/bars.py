"""One aspect of a balance of voices as bars with their numbers: people at the left, time at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from facilitator.reading.balance_lines import Line, Meter

_GAP = 12
_STROKE = 3
"""Pixels across of the stroke that tells what was planned."""


class Bars(QWidget):
    """Paints lines; it can be reached by Tab, and says in words what it paints."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._lines: list[Line] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines, where they are others than before."""
        if self._lines == list(lines):
            return
        grows = len(lines) != len(self._lines)
        before = self._widest_number()
        self._lines = list(lines)
        words = ". ".join(line.words for line in lines)
        self.setAccessibleName(f"{self._name}. {words}")
        self.setToolTip("\n".join(line.words for line in lines))
        if grows or self._widest_number() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self._step() * max(len(self._lines), 1) + 4)

    def minimumSizeHint(self) -> QSize:
        # Where it is narrow the numbers stand below their bars: they alone need the width.
        return QSize(2 * self._widest_number() + _GAP + 4, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # narrower, it needs more lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = self._half(self.width())
        for number, line in enumerate(self._lines):
            top = 2 + number * self._step()
            left = QRect(2, top, half, self._step())
            self._paint_label(painter, QRect(2, top, self.width() - 4, self._step()), line.label)
            self._paint_bar(painter, left, line.heads)
            self._paint_bar(painter, left.translated(half + _GAP, 0), line.time)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_label(self, painter: QPainter, rect: QRect, label: str) -> None:
        shown = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._text(painter, rect, shown, Qt.AlignmentFlag.AlignLeft)

    def _paint_bar(self, painter: QPainter, cell: QRect, meter: Meter) -> None:
        """A framed bar that is as full as the part, and behind it (or below, where it is narrow) the number; the frame
        alone tells of none. A stroke across it tells how much was planned."""
        line, taken = self.fontMetrics().lineSpacing(), 0 if self._is_narrow() else self._number_width()
        height = max(6, line // 2)
        top = cell.top() + line + (line - height) // 2
        frame = QRect(cell.left(), top, cell.width() - taken, height)
        filled = QRect(frame.left(), top, round(frame.width() * meter.part), height)
        palette = self.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self._placed(frame)).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if filled.width() > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(QRectF(self._placed(filled)), 2, 2)
        if meter.planned is not None:
            self._paint_planned(painter, frame, meter.planned)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        if self._is_narrow():
            below = QRect(cell.left(), cell.top() + 2 * line, cell.width(), line)
            self._text(painter, below, meter.words, Qt.AlignmentFlag.AlignLeft)
        else:
            behind = QRect(cell.right() - taken + 1, cell.top() + line, taken, line)
            self._text(painter, behind, meter.words, Qt.AlignmentFlag.AlignRight)

    def _paint_planned(self, painter: QPainter, frame: QRect, planned: float) -> None:
        """The stroke, higher than the bar and apart from what fills it."""
        at = frame.left() + round((frame.width() - _STROKE) * min(planned, 1.0))
        stroke = QRect(at, frame.top() - 2, _STROKE, frame.height() + 4)
        around = self.palette().color(QPalette.ColorRole.Window)
        painter.fillRect(self._placed(stroke.adjusted(-1, 0, 1, 0)), around)
        painter.fillRect(self._placed(stroke), self.palette().color(QPalette.ColorRole.WindowText))

    def _text(self, painter: QPainter, rect: QRect, text: str, side: Qt.AlignmentFlag) -> None:
        aligned = QStyle.visualAlignment(self.layoutDirection(), side)
        middle = (
            Qt.AlignmentFlag.AlignVCenter
            if side == Qt.AlignmentFlag.AlignRight
            else Qt.AlignmentFlag.AlignTop
        )
        painter.drawText(self._placed(rect), int(aligned | middle), text)

    def _placed(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _half(self, width: int) -> int:
        return (width - _GAP - 4) // 2

    def _number_width(self) -> int:
        """With the distance to the bar before it."""
        return self._widest_number() + self.fontMetrics().averageCharWidth()

    def _widest_number(self) -> int:
        words = [meter.words for line in self._lines for meter in (line.heads, line.time)]
        return max(map(self.fontMetrics().horizontalAdvance, ("000 · 100 %", *words)))

    def _is_narrow(self) -> bool:
        return self._half(self.width()) < 2 * self._number_width()

    def _step(self) -> int:
        return self.fontMetrics().lineSpacing() * (3 if self._is_narrow() else 2) + 6
