"""Paint what stands in the columns: items, and the marks beside them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from facilitator.features.agenda.picture import words
from facilitator.features.agenda.picture.layout import Scene
from facilitator.features.agenda.picture.lines import Pen, on_one_line
from facilitator.features.agenda.picture.look import Look
from facilitator.features.agenda.picture.shapes import Block, Box, Mark, MarkKind
from facilitator.features.agenda.picture.tags import is_low
from facilitator.features.agenda.picture.timed import is_buffer
from facilitator.kit.icons import Tone, icon
from facilitator.reading.plan_rows import AgendaItemRow

_BAR, _PAD, _ABOVE, _LEAST = 5, 7, 3, 3
_NARROW = 26
"""Letters below which the time stands below the title and not before it."""


def rect_of(box: Box) -> QRectF:
    """A box for Qt."""
    return QRectF(box.x, box.y, box.width, box.height)


class BlockPainter:
    """Paints items and marks of a scene. ``chosen`` are the ids of those that are selected, ``current`` is the one that
    the keyboard is on; empty while it is elsewhere."""

    def __init__(
        self, painter: QPainter, scene: Scene, look: Look, chosen: Collection[str], current: str
    ) -> None:
        self._painter, self._scene, self._look, self._tints = painter, scene, look, look.tints
        self._chosen, self._current = chosen, current

    def paint(self, seen: Box) -> None:
        """Paint what is seen: a part of the picture."""
        marks = [mark for mark in self._scene.marks if mark.box.meets(seen)]
        blocks = [block for block in self._scene.blocks if _reach(block).meets(seen)]
        tags = [block.tag for block in blocks if block.tag is not None]
        for mark in marks:
            if mark.kind is MarkKind.GAP:
                self._gap(mark, covered=any(tag.meets(mark.box) for tag in tags))
        for block in blocks:
            self._block(block)
        for mark in marks:
            if mark.kind is not MarkKind.GAP:
                self._fault(mark)
        for block in blocks:
            if block.tag is not None:
                self._tag(block, block.tag)

    def _block(self, block: Block) -> None:
        item, painter = block.item, self._painter
        rect = _drawn(block.box)
        self._ground(rect, item)
        bar = QRectF(rect.x(), rect.y(), _BAR, rect.height())
        painter.fillRect(bar, self._tints.bar(item.segment))
        if block.tag is None and not is_low(block.box.height, self._look.measures(0)):
            text = rect_of(block.text).adjusted(_BAR + _PAD, 0, -_PAD, 0)
            # A little room above where there is some; in the middle where there is a single line.
            spare = text.height() - self._look.line
            text.setTop(text.top() + (spare / 2 - 1 if spare < self._look.line else _ABOVE))
            self._words(Pen(painter, self._beside_pin(text, item), self._look.line), item)

    def _ground(self, rect: QRectF, item: AgendaItemRow) -> None:
        painter, tints, chosen = self._painter, self._tints, item.id in self._chosen
        quiet = tints.ground if item.segment == "break" else tints.paper
        painter.fillRect(rect, QColor(tints.chosen if chosen else quiet))
        pen = QPen(QColor(tints.accent if chosen else tints.edge), 2 if chosen else 1)
        if is_buffer(item):
            pen.setStyle(Qt.PenStyle.DotLine)
            painter.fillRect(rect, QBrush(QColor(tints.line), Qt.BrushStyle.Dense7Pattern))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if item.id == self._current:
            painter.setPen(QPen(QColor(tints.text), 1, Qt.PenStyle.DashLine))
            painter.drawRect(
                rect.adjusted(3, 3, -3, -3)
                if rect.height() > 2 * self._look.line
                else rect.adjusted(-2, -2, 2, 2)
            )

    def _words(self, pen: Pen, item: AgendaItemRow) -> None:
        look, tints = self._look, self._tints
        time, facts = words.time_of(item), self._facts(item)
        title = words.title_of(item, look.segments)
        narrow = pen.width < _NARROW * look.letter
        indent = 0.0
        if pen.room < 2:
            if pen.room:
                self._one_line(pen, item)
            return
        if narrow:
            facts = f"{time} · {facts}"
        else:
            indent = pen.write_before(time, look.plain, tints.quiet)
        pen.write(title, look.strong, tints.text, most=max(min(3, pen.room - 1), 1), indent=indent)
        pen.write(facts, look.small, tints.quiet, most=2 if narrow else 1, indent=indent)
        pen.write(", ".join(item.speakers), look.small, tints.text, most=pen.room, indent=indent)

    def _beside_pin(self, text: QRectF, item: AgendaItemRow) -> QRectF:
        """What room for words there is beside the sign of a hard start, which it paints."""
        side = round(self._look.line * 0.85)
        if item.pinned_start is None or text.width() < 6 * side:
            return text
        place = QRect(round(text.right()) - side, round(text.top() + 1), side, side)
        icon("pin", Tone.ACCENT).paint(self._painter, place)
        return text.adjusted(0, 0, -side - 4, 0)

    def _one_line(self, pen: Pen, item: AgendaItemRow) -> None:
        look = self._look
        indent = pen.write_before(words.time_of(item), look.plain, self._tints.quiet)
        title, minutes = words.title_of(item, look.segments), f" · {words.minutes_of(item)}"
        text = on_one_line(title, minutes, look.strong, pen.width - indent)
        pen.write(text, look.strong, self._tints.text, indent=indent)

    def _facts(self, item: AgendaItemRow) -> str:
        gap = self._scene.gaps.get(item.id)
        facts = words.facts_of(item, self._look.segments)
        if gap is not None and gap.box.height < self._look.line:
            return f"{words.words_of(gap)} · {facts}"
        return facts

    def _tag(self, block: Block, tag: Box) -> None:
        rect, item = rect_of(tag).adjusted(0.5, 1.5, -0.5, -1.5), block.item
        self._ground(rect, item)
        self._painter.fillRect(QRectF(rect.x(), rect.y(), _BAR, rect.height()), self._tints.bar(item.segment))
        text = self._beside_pin(rect.adjusted(_BAR + _PAD, 0, -_PAD, 2), item)
        pen = Pen(self._painter, text, self._look.line)
        self._one_line(pen, item)

    def _gap(self, mark: Mark, *, covered: bool) -> None:
        rect = rect_of(mark.box).adjusted(1.5, 1.5, -1.5, -2.5)
        self._painter.setPen(QPen(QColor(self._tints.edge), 1, Qt.PenStyle.DashLine))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        if rect.height() > 0:
            self._painter.drawRect(rect)
        if mark.box.height >= self._look.line and not covered:
            self._centred(mark, rect, self._tints.quiet)

    def _fault(self, mark: Mark) -> None:
        """An overlap, or the end of a group that is late: hatched, with its words on it."""
        rect, alarm = rect_of(mark.box).adjusted(0, 1, -2, -1), QColor(self._tints.alarm)
        self._painter.fillRect(rect, QColor(self._tints.paper))
        self._painter.fillRect(rect, QBrush(alarm, Qt.BrushStyle.BDiagPattern))
        self._painter.setPen(QPen(alarm, 1.5))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(rect)
        self._centred(mark, rect, self._tints.alarm, patch=True)

    def _centred(self, mark: Mark, rect: QRectF, colour: str, *, patch: bool = False) -> None:
        text, line = words.words_of(mark), self._look.line
        width = min(self._look.width(text) + _PAD, rect.width())
        place = QRectF(rect.center().x() - width / 2, rect.center().y() - line / 2, width, line)
        if patch:
            self._painter.fillRect(place.adjusted(0, 1, 0, -1), QColor(self._tints.paper))
        Pen(self._painter, place.adjusted(2, 0, 0, 2), line).write(text, self._look.small, colour)


def _drawn(box: Box) -> QRectF:
    """An item as it is drawn: a hair apart from the next one, and never too low to be seen."""
    return QRectF(box.x + 0.5, box.y + 0.5, box.width - 1, max(box.height - 2, _LEAST))


def _reach(block: Block) -> Box:
    """The block with its tag, and with what is drawn of one that has no length."""
    bottom = max(block.box.bottom + _LEAST, block.tag.bottom if block.tag else 0)
    return Box(block.box.x, block.box.y, block.box.width, bottom - block.box.y)
