"""One aspect of the balance as bars with their numbers: people at the left, minutes at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from facilitator.features.agenda.balance.voices import Line

_GAP = 12


class Bars(QWidget):
    """Paints lines; it can be reached by Tab, and says in words what it paints."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._lines: list[Line] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        self._lines = list(lines)
        words = ". ".join(line.words for line in lines)
        self.setAccessibleName(f"{self._name}. {words}")
        self.setToolTip("\n".join(line.words for line in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 30, self._step() * max(len(self._lines), 1) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 24, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = (self.width() - _GAP - 4) // 2
        for number, line in enumerate(self._lines):
            top = 2 + number * self._step()
            left = QRect(2, top, half, self._step())
            self._paint_label(painter, QRect(2, top, self.width() - 4, self._step()), line.label)
            self._paint_bar(painter, left, line.people_part, line.people_words)
            self._paint_bar(painter, left.translated(half + _GAP, 0), line.minutes_part, line.minutes_words)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_label(self, painter: QPainter, rect: QRect, label: str) -> None:
        shown = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, rect.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        self._text(painter, rect, shown, Qt.AlignmentFlag.AlignLeft)

    def _paint_bar(self, painter: QPainter, cell: QRect, part: float, words: str) -> None:
        """A framed bar that is as full as the part, and behind it the number; the frame alone tells of none."""
        metrics = self.fontMetrics()
        taken = metrics.horizontalAdvance("000 · 100 %") + 6
        height = max(6, metrics.height() // 2)
        top = cell.top() + metrics.lineSpacing() + (metrics.lineSpacing() - height) // 2
        frame = QRect(cell.left(), top, max(cell.width() - taken, 12), height)
        filled = QRect(frame.left(), top, round(frame.width() * part), height)
        palette = self.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self._placed(frame)).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        if filled.width() > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(QRectF(self._placed(filled)), 2, 2)
        painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        number = QRect(
            cell.right() - taken + 1, cell.top() + metrics.lineSpacing(), taken, metrics.lineSpacing()
        )
        self._text(painter, number, words, Qt.AlignmentFlag.AlignRight)

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

    def _step(self) -> int:
        return self.fontMetrics().lineSpacing() * 2 + 6
