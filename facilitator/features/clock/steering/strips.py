"""What is to come as two strips on one line of time: as it stands, and as it would with a remedy."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.features.clock.steering.options import Block, Picture
from facilitator.kit.icons import Tone, tone_colour
from facilitator.translation import tr

_LEAST_CHARACTERS = 4


class Strips(QWidget):
    """Items that change are filled, others are hollow, what lies behind the planned end is hatched; a line marks the
    planned end. The words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture | None) -> None:
        """Show what an option changes."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 14, round(line * 4.6))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().lineSpacing() * 8, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self._picture
        if picture is None or not picture.before:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().lineSpacing()
        names = tr("Now"), tr("Then")
        left = max(self.fontMetrics().horizontalAdvance(name) for name in names) + line / 2
        ends = [block.end for block in (*picture.before, *picture.after)]
        scale = (self.width() - left - 3) / max(1, max(*ends, picture.planned_end or 0) - picture.now)
        for number, (name, blocks) in enumerate(zip(names, (picture.before, picture.after), strict=True)):
            top = line * (0.3 + 2.2 * number)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRectF(0, top, left - line / 2, line * 1.6), side, name)
            for block in blocks:
                start = left + (block.start - picture.now) * scale
                width = (block.end - block.start) * scale
                area = QRectF(start, top, width, line * 1.6)
                self._draw_block(painter, area, block.changed)
                self._hatch(painter, area, left, scale)
                self._write(painter, area, block)
        if picture.planned_end is not None and picture.planned_end > picture.now:
            across = round(left + (picture.planned_end - picture.now) * scale)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2))
            painter.drawLine(across, 0, across, self.height())

    def _draw_block(self, painter: QPainter, area: QRectF, changed: bool) -> None:
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if changed else QPalette.ColorRole.Base))
        painter.drawRect(area)

    def _write(self, painter: QPainter, area: QRectF, block: Block) -> None:
        """Write what a block is, where there is room for some of it."""
        metrics = self.fontMetrics()
        inside = area.adjusted(4, 0, -4, 0)
        if inside.width() < metrics.averageCharWidth() * _LEAST_CHARACTERS:
            return
        role = QPalette.ColorRole.HighlightedText if block.changed else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(role))
        words = metrics.elidedText(block.title, Qt.TextElideMode.ElideRight, int(inside.width()))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _hatch(self, painter: QPainter, area: QRectF, left: float, scale: float) -> None:
        """Hatch what lies behind the planned end."""
        if self._picture is None or self._picture.planned_end is None:
            return
        limit = left + (self._picture.planned_end - self._picture.now) * scale
        over = area.intersected(QRectF(limit, area.y(), 1e6, area.height()))
        if over.width() > 1:
            painter.setPen(QPen(tone_colour(Tone.DANGER), 1))
            painter.setBrush(QBrush(tone_colour(Tone.DANGER), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(over)
