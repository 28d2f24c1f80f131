"""Paint what stands around the columns: hours, days, nights, the end of the slot, clocks, and the heads above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.dials import paint_head
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.lines import Pen
from facilitator.features.agenda.picture.look import Look
from facilitator.features.agenda.picture.ticks import Ticks, ticks_of
from facilitator.reading.plan_rows import GroupRow
from facilitator.translation import tr

_STEPS = (5, 10, 15, 30, 60, 120, 240)


@dataclass(frozen=True)
class Margins:
    """What belongs to a scene and is no item."""

    scene: Scene
    look: Look

    @property
    def height(self) -> float:
        """The height of the heads."""
        return self.look.head

    @cached_property
    def ticks(self) -> Ticks:
        """The times that are written: full hours of the hosts, and parts of them where there is room."""
        least = self.look.line * 1.7
        step = next((one for one in _STEPS if one * self.scene.scale.per_minute >= least), _STEPS[-1])
        return ticks_of(self.scene, step)

    def paint_grid(self, painter: QPainter, top: float, bottom: float) -> None:
        """A fine line at each time that is written, behind the items."""
        painter.setPen(QPen(QColor(self.look.tints.line), 1))
        for tick in self.ticks.between(top, bottom):
            painter.drawLine(QLineF(0, tick.y, self.scene.width, tick.y))

    def paint_cuts(self, painter: QPainter, width: float) -> None:
        """The heading of each day, and between two days the night, in the columns' coordinates."""
        scene, look = self.scene, self.look
        stretches = scene.scale.stretches
        for number, stretch in enumerate(stretches):
            if len(stretches) > 1:
                rect = QRectF(0, stretch.heading, width, look.line * 2 - 4)
                heading = words.heading_of(scene.plan, stretch.day)
                Pen(painter, rect.adjusted(0, look.line * 0.6, 0, 0), look.line).write(
                    heading, look.strong, look.tints.text
                )
                painter.setPen(QPen(QColor(look.tints.text), 1))
                painter.drawLine(QLineF(0, stretch.top - 3, width, stretch.top - 3))
            if number:
                before = stretches[number - 1]
                y = scene.scale.y(before.ends)
                self._night(painter, y, stretch.heading, width, stretch.begins - before.ends)

    def _night(self, painter: QPainter, top: float, bottom: float, width: float, minutes: int) -> None:
        look, middle = self.look, (top + bottom) / 2
        text = tr("night, {length}").format(length=words.long_length(minutes))
        taken = look.width(text) + 2 * look.letter
        painter.setPen(QPen(QColor(look.tints.edge), 1.5, Qt.PenStyle.DotLine))
        left = min(width * 0.5, 60 * look.letter) / 2
        painter.drawLine(QLineF(0, middle, left, middle))
        painter.drawLine(QLineF(left + taken, middle, width, middle))
        rect = QRectF(left + look.letter, middle - look.line / 2, taken, look.line + 2)
        Pen(painter, rect, look.line).write(text, look.small, look.tints.quiet)

    def paint_slot_end(self, painter: QPainter, width: float) -> None:
        """The line where the slot ends."""
        if self.scene.slot_end is None or self.scene.assumed:
            return
        look, over = self.look, bool(self.scene.plan.summary.over)
        colour = look.tints.alarm if over else look.tints.accent
        y, text = self.scene.slot_end, words.slot_end(self.scene.plan)
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawLine(QLineF(0, y, width, y))
        taken = min(look.width(text) + 2 * look.letter, width)
        place = QRectF(width - taken, y + 1, taken, look.line + 2)
        painter.fillRect(place, QColor(look.tints.ground))
        Pen(painter, place.adjusted(look.letter, 0, 0, 0), look.line).write(text, look.small, colour)

    def paint_heads(self, painter: QPainter) -> None:
        """The plenary, and each group with its room and moderator."""
        columns = self.scene.columns
        if not columns.groups:
            return
        paint_head(painter, self.look, 0, columns.plenary.width, tr("Plenary"), "")
        groups = {group.id: group for group in self.scene.plan.groups}
        for column in columns.groups:
            group = groups[column.group_id]
            paint_head(painter, self.look, column.x, column.width, group.name or tr("Group"), _leads(group))


def _leads(group: GroupRow) -> str:
    return " · ".join(filter(None, (group.room, group.moderator)))
