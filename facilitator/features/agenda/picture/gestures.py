"""What a mouse does to the picture: items are chosen, moved, and made longer or shorter by their lower edge."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.dropping import Target, dragged_minutes, target_at
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.lines import Pen
from facilitator.features.agenda.picture.look import Look
from facilitator.features.agenda.picture.shapes import Block
from facilitator.translation import tr

_EDGE = 5
"""Pixels of the lower edge by which an item is made longer."""
_STEP = 5
"""Minutes by which it becomes longer; 1 while Alt is held."""


def is_edge(block: Block, y: float) -> bool:
    """Whether a y lies on the lower edge of a block, or of its tag."""
    box = block.tag or block.box
    return box.bottom - _EDGE <= y <= box.bottom + 1


@dataclass(frozen=True)
class Gesture:
    """A drag that goes on, in the coordinates of the columns. With ``edge`` it is that of an item's lower edge, else
    ``ids`` are moved. ``target`` and ``minutes`` are what it would do if it ended now; None while it would do
    nothing."""

    start: QPointF
    ids: tuple[str, ...]
    edge: Block | None = None
    moving: bool = False
    target: Target | None = None
    minutes: int | None = None

    def moved(self, scene: Scene, at: QPointF, *, fine: bool) -> Gesture:
        """The gesture as the mouse has come to another place; ``fine`` goes by single minutes."""
        if self.edge is None:
            return replace(self, moving=True, target=target_at(scene, self.ids, at.x(), at.y()))
        step = 1 if fine else _STEP
        minutes = dragged_minutes(scene, self.edge, at.y() - self.start.y(), step)
        return replace(self, moving=True, minutes=None if minutes == self.edge.item.minutes else minutes)

    def paint(self, painter: QPainter, scene: Scene, look: Look) -> None:
        """Show what would happen."""
        if self.edge is not None and self.moving:
            _paint_length(painter, scene, look, self.edge, self.minutes)
        elif self.target is not None:
            paint_target(painter, scene, look, self.target)


def paint_target(painter: QPainter, scene: Scene, look: Look, target: Target) -> None:
    """A line where items would go, and in words behind what."""
    colour = QColor(look.tints.accent)
    painter.setPen(QPen(colour, 3))
    painter.drawLine(QLineF(target.x, target.y, target.x + target.width, target.y))
    before = scene.by_id.get(target.after)
    text = tr("first here")
    if before is not None:
        text = tr("after “{title}”").format(title=words.title_of(before.item, look.segments))
    _paint_label(
        painter, look, QPointF(target.x + look.letter, target.y), text, target.width - 2 * look.letter
    )


def _paint_length(painter: QPainter, scene: Scene, look: Look, block: Block, minutes: int | None) -> None:
    shown = block.item.length if minutes is None else minutes
    box = block.box
    rect = QRectF(box.x, box.y, box.width, shown * scene.scale.per_minute)
    painter.setPen(QPen(QColor(look.tints.accent), 2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    more = shown - block.item.length
    text = tr("{count} min").format(count=shown)
    if more:
        text = tr("{length} ({sign}{count})").format(
            length=text, sign="+" if more > 0 else "−", count=abs(more)
        )
    _paint_label(painter, look, rect.bottomLeft() + QPointF(look.letter, 0), text, box.width)


def _paint_label(painter: QPainter, look: Look, at: QPointF, text: str, most: float) -> None:
    width = min(look.width(text) + 2 * look.letter, most)
    rect = QRectF(at.x(), at.y() - look.line / 2 - 2, width, look.line + 4)
    painter.fillRect(rect, QColor(look.tints.paper))
    painter.setPen(QPen(QColor(look.tints.accent), 1))
    painter.drawRect(rect)
    Pen(painter, rect.adjusted(look.letter, 2, 0, 2), look.line).write(text, look.strong, look.tints.text)
