"""The course as a picture: what was planned above what was held, true to time, who spoke, and when notes were taken."""

from __future__ import annotations

import math
from collections import Counter

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.features.clock.course.lanes import Block, Picture
from facilitator.features.clock.course.words import MINUTE, minute_of
from facilitator.translation import tr

_STEPS = (5, 10, 15, 30, 60, 120, 240, 720, 1440)


class CoursePicture(QWidget):
    """``chosen`` gives the moment that was clicked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = Picture((), (), "", "")
        self._moment: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Picture of the course"))

    def show_picture(self, picture: Picture) -> None:
        """Draw another picture."""
        if picture != self._picture:
            self._picture = picture
            self.setAccessibleDescription(picture.words)
            self.updateGeometry()
            self.update()

    def show_moment(self, moment: int) -> None:
        """Put the mark of the replay at a moment."""
        self._moment = moment
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().averageCharWidth() * 40, self._lane() * (len(self._picture.lanes) + 2) + 6
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 20, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        first, last = self._picture.span
        area = self._area()
        part = (event.position().x() - area.left()) / max(area.width(), 1)
        self.chosen.emit(round(first + min(max(part, 0.0), 1.0) * (last - first)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 2.0
        for lane in self._picture.lanes:
            self._label(painter, lane.title, top)
            for block in lane.blocks:
                self._block(painter, block, top, planned=lane.planned)
            top += self._lane()
        self._label(painter, tr("Notes"), top)
        self._notes(painter, top)
        self._hours(painter, top + self._lane())
        self._mark(painter, top + self._lane())
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _block(self, painter: QPainter, block: Block, top: float, *, planned: bool) -> None:
        palette, height = self.palette(), self._lane() - 4
        left, right = self._x(block.start), max(self._x(block.end), self._x(block.start) + 2)
        area = QRectF(left + 0.5, top + 2, right - left - 1, height)
        line = palette.color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(line, 1))
        painter.setBrush(_mixed(palette) if not planned else QBrush(palette.color(QPalette.ColorRole.Base)))
        painter.drawRect(area)
        if block.over is not None and block.over < block.end:
            over = QRectF(self._x(block.over), area.top(), area.right() - self._x(block.over), height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(line, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(over)
        metrics = self.fontMetrics()
        if (
            metrics.horizontalAdvance(block.text) + 4 <= area.width()
            or metrics.averageCharWidth() * 8 <= area.width()
        ):
            painter.setPen(line)
            shown = metrics.elidedText(block.text, Qt.TextElideMode.ElideRight, int(area.width()) - 4)
            painter.drawText(area.adjusted(3, 0, -1, 0), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _notes(self, painter: QPainter, top: float) -> None:
        """A stroke for each minute with notes; the more of them, the higher."""
        counts = Counter(note // MINUTE for note in self._picture.notes)
        most = max(counts.values(), default=1)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2))
        bottom, height = top + self._lane() - 3, self._lane() - 6
        first, last = self._picture.span
        for number, count in counts.items():
            if first <= number * MINUTE + MINUTE and number * MINUTE <= last:
                x = self._x(number * MINUTE + MINUTE // 2)
                painter.drawLine(QPointF(x, bottom), QPointF(x, bottom - max(4.0, height * count / most)))

    def _hours(self, painter: QPainter, top: float) -> None:
        first, last = self._picture.span
        room = self.fontMetrics().horizontalAdvance("00:00") + 14
        width = max(self._area().width(), 1)
        minutes = (last - first) / MINUTE
        least = max(minutes, 1) * room / width
        days = math.ceil(least / _STEPS[-1]) * _STEPS[-1]  # where a clock was set by years meanwhile
        step = next((one for one in _STEPS if one >= least), days) * MINUTE
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        moment = -(-first // step) * step
        while moment <= last:
            x = self._x(moment)
            painter.drawLine(QPointF(x, top), QPointF(x, top + 4))
            text = QRectF(min(x - room / 2, self.width() - room), top + 4, room, self._lane() - 4)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignHCenter), minute_of(moment, self._picture.zone))
            moment += step

    def _mark(self, painter: QPainter, bottom: float) -> None:
        if self._moment is None:
            return
        x, size = self._x(self._moment), self._lane() / 4
        colour = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour)
        painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
        painter.drawPolygon(QPolygonF([QPointF(x - size, 0), QPointF(x + size, 0), QPointF(x, size * 1.5)]))

    def _label(self, painter: QPainter, text: str, top: float) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = QRectF(2, top, self._area().left() - 6, self._lane())
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _area(self) -> QRectF:
        label = self.fontMetrics().averageCharWidth() * 10
        return QRectF(label, 0, max(self.width() - label - 6, 10), self.height())

    def _x(self, moment: int) -> float:
        first, last = self._picture.span
        area = self._area()
        return area.left() + (moment - first) / max(last - first, 1) * area.width()

    def _lane(self) -> int:
        return self.fontMetrics().lineSpacing() + 6


def _mixed(palette: QPalette) -> QColor:
    """A tone between the ground and the text: the text can be read on it, and it differs from an outline in grey."""
    ground, text = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.WindowText)
    mixed = [round(one * 0.75 + other * 0.25) for one, other in zip(_rgb(ground), _rgb(text), strict=True)]
    return QColor(*mixed)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
