"""The picture as it is scrolled: clocks stay at the left and heads above, while the columns move beneath them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from facilitator.features.agenda.picture.arranging import FIT, LEAST, MOST, SPACE, Arranged, arrange
from facilitator.features.agenda.picture.blocks import BlockPainter
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.look import Look, make_look
from facilitator.features.agenda.picture.shapes import Block, Box
from facilitator.reading.plan_rows import Plan
from facilitator.translation import tr


class PictureView(QAbstractScrollArea):
    """Paints a plan and scrolls it. ``here`` is the zone of this computer. ``laid_out`` tells that there is another
    layout, with perhaps other clocks."""

    laid_out = Signal()

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._here = here
        self._plan: Plan | None = None
        self._segments: Mapping[str, str] = {}
        self._per_minute = 0.0
        self.arranged: Arranged | None = None
        self.look: Look = make_look(self.font(), self.palette(), {})

    @property
    def scene(self) -> Scene | None:
        """What is drawn; None while there is nothing."""
        return self.arranged.scene if self.arranged else None

    def show_scene(self, plan: Plan | None, segments: Mapping[str, str]) -> None:
        """Show a plan, at the scale and the place where it is."""
        self._plan, self._segments = plan, segments
        self._dress()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Make a minute higher or lower; the time at a y of the viewport (its middle if None) stays where it is."""
        if self.arranged is None:
            return
        y = self.viewport().height() / 2 if at is None else at
        scale = self.arranged.scene.scale
        minute = scale.minute(y - self.origin().y())
        self._per_minute = min(max(scale.per_minute * factor, LEAST), MOST)
        self._lay_out()
        place = self.arranged.scene.scale.y(minute) + self.look.head
        self.verticalScrollBar().setValue(round(place - y))

    def fit(self) -> None:
        """Make all of the plan seen, until the scale is changed."""
        self._per_minute = FIT
        self._lay_out()

    def origin(self) -> QPointF:
        """Where the upper left corner of the columns stands in the viewport."""
        assert self.arranged is not None
        left = self.arranged.dials.width - self.horizontalScrollBar().value()
        return QPointF(left, self.look.head - self.verticalScrollBar().value())

    def in_columns(self, at: QPointF, *, clamped: bool = False) -> QPointF | None:
        """A point of the viewport in the coordinates of the columns; None where it lies outside of them, unless it is
        to be ``clamped`` into them."""
        if self.arranged is None:
            return None
        body = self._body()
        if clamped:
            x, y = max(at.x(), body.x()), max(at.y(), body.y())
            return QPointF(x, y) - self.origin()
        return at - self.origin() if body.contains(at) else None

    def reveal(self, block: Block) -> None:
        """Scroll so that a block is seen."""
        body, box = self._body(), block.box
        end = block.tag.bottom if block.tag else box.bottom
        _reveal(self.verticalScrollBar(), box.y - 2 * self.look.line, end + self.look.line, body.height())
        _reveal(self.horizontalScrollBar(), box.x, box.right + SPACE, body.width())

    def paint_over(self, painter: QPainter) -> None:
        """Paint over the columns, in their coordinates."""

    def shown_choice(self) -> tuple[Collection[str], str]:
        """The ids that are selected, and the one that the keyboard is on."""
        return (), ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.look.tints.ground))
        if self.arranged is None:
            self._paint_empty(painter)
        else:
            self._paint_scene(painter, self.arranged)
        painter.end()

    def _dress(self) -> None:
        self.look = make_look(self.font(), self.palette(), self._segments)
        self._lay_out()

    def _lay_out(self) -> None:
        size = QSizeF(self.viewport().size())
        self.arranged = arrange(self._plan, self.look, self._here, size, self._per_minute)
        if self.arranged is not None:
            self._set_bars(self.arranged)
        self.laid_out.emit()
        self.viewport().update()

    def _set_bars(self, arranged: Arranged) -> None:
        seen, whole = self.viewport().size(), arranged.size
        for bar, all_of_it, part, step in (
            (self.horizontalScrollBar(), whole.width(), seen.width(), self.look.letter * 4),
            (self.verticalScrollBar(), whole.height(), seen.height(), self.look.line * 2),
        ):
            bar.setRange(0, max(round(all_of_it - part), 0))
            bar.setPageStep(part)
            bar.setSingleStep(round(step))

    def _body(self) -> QRectF:
        """The part of the viewport in which the columns are seen."""
        assert self.arranged is not None
        return QRectF(self.viewport().rect()).adjusted(self.arranged.dials.width, self.look.head, 0, 0)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.look.tints.quiet))
        text = tr("Add items, and they stand here true to time.")
        rect = self.viewport().rect().adjusted(16, 16, -16, -16)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)

    def _paint_scene(self, painter: QPainter, arranged: Arranged) -> None:
        body, origin, dials, margins = self._body(), self.origin(), arranged.dials, arranged.margins
        top, bottom = body.y() - origin.y(), body.bottom() - origin.y()

        def columns() -> None:
            width = arranged.scene.width
            margins.paint_grid(painter, top, bottom)
            margins.paint_cuts(painter, width)
            seen = Box(body.x() - origin.x(), top, body.width(), body.height())
            BlockPainter(painter, arranged.scene, self.look, *self.shown_choice()).paint(seen)
            margins.paint_slot_end(painter, width)
            self.paint_over(painter)

        above, left = QRectF(body.x(), 0, body.width(), body.y()), dials.width
        _within(painter, body, origin, columns)
        _within(painter, above, QPointF(origin.x(), 0), lambda: margins.paint_heads(painter))
        beside = QRectF(0, body.y(), left, body.height())
        _within(painter, beside, QPointF(0, origin.y()), lambda: dials.paint(painter, top, bottom))
        _within(painter, QRectF(0, 0, left, body.y()), QPointF(0, 0), lambda: dials.paint_heads(painter))
        painter.setPen(QPen(QColor(self.look.tints.edge), 1))
        painter.drawLine(QPointF(0, body.y() - 1), QPointF(body.right(), body.y() - 1))


def _reveal(bar: QScrollBar, begins: float, ends: float, room: float) -> None:
    """Scroll as little as needed to see from one place to another, or its beginning where there is no room for all."""
    if begins < bar.value() or ends - begins > room:
        if not bar.value() <= begins < bar.value() + room / 2:
            bar.setValue(int(begins))
    elif ends > bar.value() + room:
        bar.setValue(int(ends - room))


def _within(painter: QPainter, clip: QRectF, origin: QPointF, paint: Callable[[], None]) -> None:
    """Paint into a part of the viewport, from an origin."""
    painter.save()
    painter.setClipRect(clip)
    painter.translate(origin)
    paint()
    painter.restore()
