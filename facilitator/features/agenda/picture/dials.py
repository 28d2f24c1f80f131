"""Paint the clocks at the left of the picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.clocks import Clock
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.lines import Pen
from facilitator.features.agenda.picture.look import Look
from facilitator.features.agenda.picture.ticks import Ticks


@dataclass(frozen=True)
class Dials:
    """The clocks of a scene. ``ticks`` are the times that are written."""

    scene: Scene
    clocks: tuple[Clock, ...]
    look: Look
    ticks: Ticks

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The width of each clock."""
        return dial_widths(self.clocks, self.look)

    @property
    def width(self) -> float:
        """The width of all clocks."""
        return dials_width(self.clocks, self.look)

    @cached_property
    def _set(self) -> tuple[tuple[int, int, int], ...]:
        """The minutes at which clocks are set: number of the clock, minute, and by how many minutes."""
        day, found = self.scene.plan.day, []
        for stretch in self.scene.scale.stretches:
            for number, clock in enumerate(self.clocks):
                found += [(number, at, by) for at, by in clock.set_at(day, stretch.begins, stretch.ends)]
        return tuple(found)

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        """The times on each clock, in coordinates whose x is that of the first clock."""
        look, day, x = self.look, self.scene.plan.day, 0.0
        for number, clock in enumerate(self.clocks):
            strong = clock.is_hosts
            for tick in self.ticks.between(top - look.line, bottom + look.line):
                time, days = clock.shows(day, tick.minute, tick.day)
                left, width = x + look.letter, self.widths[number] - look.letter
                rect = QRectF(left, tick.y - look.line / 2, width, look.line + 1)
                text = time + words.day_difference(days)
                font = look.strong if strong else look.plain
                Pen(painter, rect, look.line).write(
                    text, font, look.tints.text if strong else look.tints.quiet
                )
            for _, at, by in (one for one in self._set if one[0] == number):
                self._setting(painter, x, self.scene.scale.y(at), self.widths[number], by)
            x += self.widths[number]

    def _setting(self, painter: QPainter, x: float, y: float, width: float, by: int) -> None:
        """A clock that is set: a double line, and by how much."""
        look = self.look
        sign = "+" if by > 0 else "−"
        text = f"{sign}{words.long_length(abs(by))}" if abs(by) >= 60 else f"{sign}{abs(by)}"
        rect = QRectF(x + look.letter, y - look.line * 1.5, width - look.letter, look.line + 1)
        painter.fillRect(rect, QColor(look.tints.ground))
        Pen(painter, rect, look.line).write(
            f"\N{CLOCKWISE OPEN CIRCLE ARROW} {text}", look.small, look.tints.accent
        )
        painter.setPen(QPen(QColor(look.tints.accent), 1))
        for shift in (-1.5, 1.5):
            painter.drawLine(
                QLineF(x + 2, y - look.line / 2 + shift, x + width - 2, y - look.line / 2 + shift)
            )

    def paint_heads(self, painter: QPainter) -> None:
        """City, offset and whose it is, above each clock."""
        x = 0.0
        for clock, width in zip(self.clocks, self.widths, strict=True):
            paint_head(
                painter,
                self.look,
                x + self.look.letter,
                width - self.look.letter,
                clock.city,
                _second_line(clock),
            )
            x += width


def dial_widths(clocks: Sequence[Clock], look: Look) -> tuple[float, ...]:
    """The width of each clock."""
    return tuple(max(map(look.width, _texts(one))) + 1.6 * look.letter for one in clocks)


def _texts(clock: Clock) -> tuple[str, str, str]:
    """The widest texts of a clock."""
    return clock.city, _second_line(clock), "00:00 +1" if clock.strays else "00:00"


def dials_width(clocks: Sequence[Clock], look: Look) -> float:
    """The width of some clocks, with the space behind them."""
    return sum(dial_widths(clocks, look)) + look.letter


def _second_line(clock: Clock) -> str:
    return " · ".join(filter(None, (clock.offset, clock.whose)))


def paint_head(painter: QPainter, look: Look, x: float, width: float, first: str, second: str) -> None:
    """Two lines above a column."""
    pen = Pen(painter, QRectF(x, 4, width, look.line * 2 + 2), look.line)
    pen.write(first, look.strong, look.tints.text)
    pen.write(second, look.small, look.tints.quiet)
