"""The picture as it is scrolled: clocks stay at the left and heads above, while the columns move beneath them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollBar, QWidget

from facilitator.features.agenda.picture.blocks import BlockPainter
from facilitator.features.agenda.picture.clocks import Clock, clocks_of
from facilitator.features.agenda.picture.layout import Scene, fitting, make_scene
from facilitator.features.agenda.picture.look import Look, make_look
from facilitator.features.agenda.picture.margins import Margins, clocks_width
from facilitator.features.agenda.picture.shapes import Block, Box
from facilitator.features.agenda.picture.timed import with_times
from facilitator.reading.plan_rows import Plan
from facilitator.translation import tr

_SPACE = 8
_CLOCKS_SHARE = 0.45
"""Of the width, which clocks may take; those that need more are left out."""
_LEAST, _MOST = 0.15, 30.0
"""Pixels for a minute."""
_LINE_MINUTES = 5
"""At first a line is so many minutes high, so that an item of five minutes has its words."""


class PictureView(QAbstractScrollArea):
    """Paints a plan and scrolls it. ``here`` is the zone of this computer. ``laid_out`` tells that there is another
    layout, with perhaps other clocks (``seen_clocks`` of all ``clocks``)."""

    laid_out = Signal()

    def __init__(self, here: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._here = here
        self._plan: Plan | None = None
        self._segments: Mapping[str, str] = {}
        self._per_minute = 0.0
        self._fits = False
        self.scene: Scene | None = None
        self.margins: Margins | None = None
        self.clocks: tuple[Clock, ...] = ()
        self.seen_clocks: tuple[Clock, ...] = ()
        self.look: Look = make_look(self.font(), self.palette(), {})

    def show_scene(self, plan: Plan | None, segments: Mapping[str, str]) -> None:
        """Show a plan, at the scale and the place where it is."""
        self._plan, self._segments = plan, segments
        self._dress()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Make a minute higher or lower; the time at a y of the viewport (its middle if None) stays where it is."""
        if self.scene is None or self.margins is None:
            return
        y = self.viewport().height() / 2 if at is None else at
        minute = self.scene.scale.minute(y - self.origin().y())
        self._fits = False
        self._per_minute = min(max(self.scene.scale.per_minute * factor, _LEAST), _MOST)
        self._lay_out()
        self.verticalScrollBar().setValue(round(self.scene.scale.y(minute) + self.margins.height - y))

    def fit(self) -> None:
        """Make all of the plan seen, until the scale is changed."""
        self._fits = True
        self._lay_out()

    def origin(self) -> QPointF:
        """Where the upper left corner of the columns stands in the viewport."""
        assert self.margins is not None
        left = self.margins.width - self.horizontalScrollBar().value()
        return QPointF(left, self.margins.height - self.verticalScrollBar().value())

    def in_columns(self, at: QPointF, *, clamped: bool = False) -> QPointF | None:
        """A point of the viewport in the coordinates of the columns; None where it lies outside of them, unless it is
        to be ``clamped`` into them."""
        if self.margins is None:
            return None
        body = self._body()
        if clamped:
            x, y = max(at.x(), body.x()), max(at.y(), body.y())
            return QPointF(x, y) - self.origin()
        return at - self.origin() if body.contains(at) else None

    def head_height(self) -> float:
        """The height of what stays above."""
        return self.margins.height if self.margins else 0.0

    def reveal(self, block: Block) -> None:
        """Scroll so that a block is seen."""
        assert self.margins is not None
        body, box = self._body(), block.box
        end = block.tag.bottom if block.tag else box.bottom
        _reveal(self.verticalScrollBar(), box.y - 2 * self.look.line, end + self.look.line, body.height())
        _reveal(self.horizontalScrollBar(), box.x, box.right + _SPACE, body.width())

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
        if self.scene is None or self.margins is None:
            self._paint_empty(painter)
        else:
            self._paint_scene(painter, self.scene, self.margins)
        painter.end()

    def _dress(self) -> None:
        self.look = make_look(self.font(), self.palette(), self._segments)
        self._lay_out()

    def _lay_out(self) -> None:
        self.scene = self.margins = None
        if self._plan is not None and self._plan.items:
            timed, assumed = with_times(self._plan)
            begins = min(item.begins or 0 for item in timed.items)
            ends = max(item.ends or 0 for item in timed.items)
            self.clocks = clocks_of(timed, "" if assumed else self._here, begins, ends)
            self.seen_clocks = self._clocks_with_room()
            room = self.viewport().width() - clocks_width(self.seen_clocks, self.look) - _SPACE
            measures = self.look.measures(room)
            height = self.viewport().height() - self.look.line * 2 - 10
            if self._fits:
                self._per_minute = min(max(fitting(timed, measures, height), _LEAST), _MOST)
            scale = self._per_minute or (self.look.line + 4) / _LINE_MINUTES
            self.scene = make_scene(self._plan, measures, scale)
        if self.scene is not None:
            self.margins = Margins(self.scene, self.seen_clocks, self.look)
            self._set_bars(self.scene, self.margins)
        self.laid_out.emit()
        self.viewport().update()

    def _set_bars(self, scene: Scene, margins: Margins) -> None:
        seen = self.viewport().size()
        for bar, whole, part, step in (
            (
                self.horizontalScrollBar(),
                margins.width + scene.width + _SPACE,
                seen.width(),
                self.look.letter * 4,
            ),
            (self.verticalScrollBar(), margins.height + scene.height, seen.height(), self.look.line * 2),
        ):
            bar.setRange(0, max(round(whole - part), 0))
            bar.setPageStep(part)
            bar.setSingleStep(round(step))

    def _clocks_with_room(self) -> tuple[Clock, ...]:
        """The hosts' clock, and those of the others that leave enough of the width to the columns."""
        seen = [clock for clock in self.clocks if clock.is_hosts]
        for clock in self.clocks:
            wider = tuple(one for one in self.clocks if one in seen or one is clock)
            if clocks_width(wider, self.look) <= self.viewport().width() * _CLOCKS_SHARE:
                seen.append(clock)
        return tuple(clock for clock in self.clocks if clock in seen)

    def _body(self) -> QRectF:
        """The part of the viewport in which the columns are seen."""
        assert self.margins is not None
        rect = QRectF(self.viewport().rect())
        return rect.adjusted(self.margins.width, self.margins.height, 0, 0)

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.look.tints.quiet))
        text = tr("Add items, and they stand here true to time.")
        rect = self.viewport().rect().adjusted(16, 16, -16, -16)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)

    def _paint_scene(self, painter: QPainter, scene: Scene, margins: Margins) -> None:
        body, origin = self._body(), self.origin()
        clocks = QRectF(0, body.y(), margins.width, body.height())
        top, bottom = body.y() - origin.y(), body.bottom() - origin.y()

        def columns() -> None:
            seen = Box(body.x() - origin.x(), top, body.width(), body.height())
            margins.paint_grid(painter, top, bottom)
            margins.paint_cuts(painter, scene.width)
            BlockPainter(painter, scene, self.look, *self.shown_choice()).paint(seen)
            margins.paint_slot_end(painter, scene.width)
            self.paint_over(painter)

        _within(painter, body, origin, columns)
        _within(
            painter,
            clocks,
            QPointF(0, origin.y()),
            lambda: margins.paint_clocks(painter, top, bottom),
        )
        heads = QRectF(body.x(), 0, body.width(), body.y())
        _within(painter, heads, QPointF(origin.x(), 0), lambda: margins.paint_column_heads(painter))
        heads = QRectF(0, 0, margins.width, body.y())
        _within(painter, heads, QPointF(0, 0), lambda: margins.paint_clock_heads(painter))
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
