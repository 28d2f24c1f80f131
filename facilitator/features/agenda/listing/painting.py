"""How a line of the agenda is painted: quiet, dense, and its signs never by colour alone."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.domain.times import clock
from facilitator.features.agenda.listing.columns import Col, marks
from facilitator.features.agenda.listing.lines import DayHeading, GroupHeading
from facilitator.features.agenda.segment_colours import segment_colour
from facilitator.kit.icons import Tone, icon, tone_colour
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.translation import tr

_PADDING = 6


@dataclass(frozen=True)
class Ink:
    """The colours of one cell."""

    text: QColor
    quiet: QColor
    warning: QColor
    ground: QColor | None
    tone: Tone | None = None
    """Of all signs, where the row is selected."""


def ink_of(option: QStyleOptionViewItem) -> Ink:
    """The colours for a row in its state: selected rows of a list without the focus are paler."""
    state, flag = option.state, QStyle.StateFlag
    selected, active = bool(state & flag.State_Selected), bool(state & flag.State_Active)
    return _ink(_Palette(option.palette), selected, active, bool(state & flag.State_MouseOver))


class _Palette:
    """A palette that equals those with the same colours, as far as Qt can tell."""

    def __init__(self, palette: QPalette) -> None:
        self.palette, self._key = palette, palette.cacheKey()

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Palette) and other._key == self._key


@lru_cache(maxsize=32)
def _ink(shades: _Palette, selected: bool, active: bool, hovered: bool) -> Ink:
    palette, role, group = shades.palette, QPalette.ColorRole, QPalette.ColorGroup
    if selected:
        shade = group.Active if active else group.Inactive
        text = palette.color(shade, role.HighlightedText)
        tone = Tone.ON_ACCENT if active else Tone.TEXT
        return Ink(text, text, text, palette.color(shade, role.Highlight), tone)
    return Ink(
        palette.color(group.Active, role.Text),
        palette.color(group.Active, role.PlaceholderText),
        tone_colour(Tone.WARNING),
        palette.color(role.Midlight) if hovered else None,
    )


def paint_cell(
    painter: QPainter, option: QStyleOptionViewItem, row: AgendaItemRow, column: Col, text: str
) -> None:
    """Paint one cell of an item."""
    ink = ink_of(option)
    rect, metrics = option.rect, option.fontMetrics
    painter.save()
    painter.setFont(option.font)
    if ink.ground is not None:
        painter.fillRect(rect, ink.ground)
    inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    if column == Col.START:
        _paint_start(painter, inner, row, ink, metrics)
    elif column == Col.SEGMENT:
        _paint_segment(painter, inner, row, text, ink, metrics)
    elif column == Col.MINUTES:
        _draw(painter, inner, text, ink.text, metrics, Qt.AlignmentFlag.AlignRight)
    elif column == Col.TITLE:
        if row.group_id:
            inner.setLeft(inner.left() + 2 * metrics.averageCharWidth())
        _draw(painter, inner, text, ink.text if row.title.strip() else ink.quiet, metrics)
    else:
        _draw(painter, inner, text, ink.quiet, metrics)
    _paint_edges(painter, option)
    painter.restore()


def paint_heading(painter: QPainter, option: QStyleOptionViewItem, line: DayHeading | GroupHeading) -> None:
    """Paint the heading of a day or a group across the list."""
    ink = ink_of(option)
    rect, metrics = option.rect, option.fontMetrics
    painter.save()
    painter.fillRect(rect, ink.ground or option.palette.color(QPalette.ColorRole.AlternateBase))
    bold = QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
    if isinstance(line, DayHeading):
        _draw(painter, inner, line.text, ink.text, QFontMetrics(bold))
    else:
        inner.setLeft(inner.left() + 2 * metrics.averageCharWidth())
        side = metrics.ascent()
        mark = QRect(inner.left(), rect.center().y() - side // 2, side, side)
        icon("people", ink.tone or Tone.QUIET).paint(painter, mark)
        inner.setLeft(mark.right() + metrics.averageCharWidth())
        name = line.group.name or tr("Group without a name")
        used = _draw(painter, inner, name, ink.text, QFontMetrics(bold))
        painter.setFont(option.font)
        inner.setLeft(inner.left() + used + metrics.averageCharWidth())
        if line.facts:
            _draw(painter, inner, "·  " + "  ·  ".join(line.facts), ink.quiet, metrics)
    _paint_edges(painter, option)
    painter.restore()


def _paint_start(painter: QPainter, room: QRect, row: AgendaItemRow, ink: Ink, metrics: QFontMetrics) -> None:
    gap = metrics.averageCharWidth()
    rest = QRect(room)
    rest.setLeft(room.left() + _draw(painter, room, clock(row.start), ink.text, metrics) + gap)
    side = metrics.ascent()
    if row.pinned_start is not None and rest.width() > side:
        icon("pin", ink.tone or Tone.ACCENT).paint(
            painter, QRect(rest.left(), rest.center().y() - side // 2, side, side)
        )
        rest.setLeft(rest.left() + side + gap // 2)
        rest.setLeft(rest.left() + _draw(painter, rest, tr("fixed"), ink.quiet, metrics) + gap)
    _draw(painter, rest, marks(row), ink.warning, metrics)


def start_width(row: AgendaItemRow, metrics: QFontMetrics) -> int:
    """The pixels that the start of an item needs."""
    gap = metrics.averageCharWidth()
    width = metrics.horizontalAdvance(clock(row.start)) + 2 * _PADDING + gap
    if row.pinned_start is not None:
        width += metrics.ascent() + gap // 2 + metrics.horizontalAdvance(tr("fixed")) + gap
    return width + metrics.horizontalAdvance(marks(row)) + 2


def _paint_segment(
    painter: QPainter, room: QRect, row: AgendaItemRow, text: str, ink: Ink, metrics: QFontMetrics
) -> None:
    if not text:
        return
    bar = QRect(room.left(), room.center().y() - metrics.ascent() // 2, 4, metrics.ascent() + 2)
    colour = ink.text if ink.tone else segment_colour(row.segment, ink.text)
    painter.fillRect(bar, colour)
    room.setLeft(bar.right() + metrics.averageCharWidth())
    _draw(painter, room, text, ink.text, metrics)


def _draw(
    painter: QPainter,
    room: QRect,
    text: str,
    colour: QColor,
    metrics: QFontMetrics,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> int:
    """Draw a text in one line, with dots where it is too long; its width. It runs the way of its own letters."""
    if not text or room.width() <= 0:
        return 0
    flags = Qt.TextFlag.TextSingleLine
    flags |= Qt.TextFlag.TextForceRightToLeft if is_right_to_left(text) else Qt.TextFlag.TextForceLeftToRight
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width(), int(flags))
    painter.setPen(colour)
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter) | int(flags), shown)
    return min(metrics.horizontalAdvance(shown), room.width())


@lru_cache(maxsize=2048)
def is_right_to_left(text: str) -> bool:
    """Whether a text begins with letters that run from right to left."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def _paint_edges(painter: QPainter, option: QStyleOptionViewItem) -> None:
    palette = option.palette
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    if option.state & QStyle.StateFlag.State_HasFocus:
        selected = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Accent
        painter.setPen(QPen(palette.color(role), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(2, 2, -2, -3))
