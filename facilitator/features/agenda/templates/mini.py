"""A small picture of a template: a bar of its segments, as wide as they are long."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.domain.times import DAY
from facilitator.features.agenda.segment_colours import segment_colour
from facilitator.features.agenda.templates.content import Template

MOST_DAYS = 4
_PAUSES = ("break", "buffer")


@dataclass(frozen=True)
class Block:
    """A part of a bar: from ``start`` to ``end`` in minutes after the session's start, in the lane ``lane`` of
    ``lanes`` where groups meet in parallel."""

    segment: str
    start: int
    end: int
    lane: int = 0
    lanes: int = 1


def bars(template: Template) -> list[list[Block]]:
    """A bar for each of the first days; the day of an item is counted from the session's start."""
    days: dict[int, list[Block]] = {}
    lanes = max(len(template.groups), 1)
    times = template.timings()
    holding = {time.start for item, time in zip(template.items, times, strict=True) if item.group is not None}
    for item, time in zip(template.items, times, strict=True):
        if time.start is None or time.end is None or time.end <= time.start:
            continue
        if item.group is None:
            if item.segment == "breakout" and time.start in holding:
                continue  # its groups stand there
            block = Block(item.segment, time.start, time.end)
        else:
            block = Block(item.segment, time.start, time.end, item.group - 1, lanes)
        days.setdefault((time.start + DAY // 2) // DAY, []).append(block)
    return [days[day] for day in sorted(days)[:MOST_DAYS]]


class MiniPicture(QWidget):
    """Paints the bars. What it shows stands in words beside it, so it is no part of the accessible names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: list[list[Block]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_template(self, template: Template | None) -> None:
        """Show a template, or nothing."""
        self._bars = bars(template) if template else []
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self._bar_height() * max(len(self._bars), 1) + 4 * max(len(self._bars) - 1, 0)
        return QSize(self.fontMetrics().averageCharWidth() * 20, height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        first = min(block.start - _day(row) for row in self._bars for block in row)
        last = max(block.end - _day(row) for row in self._bars for block in row)
        scale = (self.width() - 2) / max(last - first, 1)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        for number, row in enumerate(self._bars):
            top = 1 + number * (self._bar_height() + 4)
            for block in row:
                begin = block.start - _day(row) - first
                lane = self._bar_height() / block.lanes
                place = QRectF(
                    1 + begin * scale, top + block.lane * lane, (block.end - block.start) * scale, lane
                )
                self._paint_block(painter, block, place)
        painter.end()

    def _bar_height(self) -> int:
        return int(self.fontMetrics().height() * 1.5)

    def _paint_block(self, painter: QPainter, block: Block, place: QRectF) -> None:
        """Blocks are parted by gaps and told apart by their widths and minutes; pauses are hatched."""
        text = self.palette().color(QPalette.ColorRole.Text)
        colour = segment_colour(block.segment, text)
        inside = place.adjusted(0.5, 0.5, -1, -0.5)
        fill = QColor(colour)
        fill.setAlpha(80)
        painter.fillRect(inside, fill)
        if block.segment in _PAUSES:
            painter.fillRect(inside, QBrush(fill, Qt.BrushStyle.BDiagPattern))
        painter.fillRect(
            QRectF(inside.left(), inside.top(), min(2.0, inside.width()), inside.height()), colour
        )
        label = str(block.end - block.start)
        metrics = painter.fontMetrics()
        if block.lanes == 1 and metrics.horizontalAdvance(label) + 6 < inside.width():
            painter.setPen(QPen(text))
            painter.save()
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                painter.translate(2 * inside.center().x(), 0)
                painter.scale(-1, 1)
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, label)
            painter.restore()


def _day(row: list[Block]) -> int:
    return (row[0].start + DAY // 2) // DAY * DAY
