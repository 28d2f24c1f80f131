"""Draws a note in a list: minute, kind, speaker and attribution in one line, and two lines of its text; or all of it
in one line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain import moments
from facilitator.features.notes.listing.dense import paint_dense
from facilitator.features.notes.listing.model import HEADING_ROLE, HIGHLIGHT_ROLE
from facilitator.features.notes.listing.orders import By, Heading
from facilitator.features.notes.listing.painting import (
    TEXT_LINES,
    Ink,
    ink_of,
    paint_heading,
    paint_kind,
    paint_marks,
    paint_text,
    square,
)
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.kit.shapes import paint_shape

Index = QModelIndex | QPersistentModelIndex
_ACTIVE = QPalette.ColorGroup.Active
_DENSE_PADDING = 3
_BETWEEN = 5
"""Pixels between the first line and the text."""


class NoteDelegate(QStyledItemDelegate):
    """All rows are of one height, so that ten thousand are laid out at once.

    ``with_session`` tells what session a note belongs to, in place of the agenda item.
    """

    def __init__(self, *, with_session: bool = False) -> None:
        super().__init__()
        self._with_session = with_session
        self.is_dense = False
        """Whether a note takes one line."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        spacing = option.fontMetrics.lineSpacing()
        if self.is_dense:
            return QSize(spacing * 14, max(24, spacing + 2 * _DENSE_PADDING))
        height = spacing * (TEXT_LINES + 1) + 2 + _BETWEEN + 2 * _padding(option.fontMetrics)
        return QSize(spacing * 14, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading, line = index.data(HEADING_ROLE), index.data(ROW_ROLE)
        if not isinstance(line, NoteLine) and not isinstance(heading, Heading):
            return
        ink = ink_of(option)
        painter.save()
        # A row is from left to right in every language; each text in it runs as its letters do.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ink.ground is not None:
            painter.fillRect(option.rect, ink.ground)
        if isinstance(heading, Heading):
            painter.fillRect(option.rect, option.palette.color(_ACTIVE, QPalette.ColorRole.Window))
            paint_heading(painter, option.font, self._inner(option), heading, option.palette)
        elif self.is_dense:
            under = getattr(index.model(), "order", None)
            named = under is None or under.by is not By.SPEAKER
            paint_dense(painter, option.font, self._inner(option), line, ink, with_speaker=named)
        else:
            self._paint_lines(painter, option, index, line, ink)
        _paint_edges(painter, option)
        painter.restore()

    def _inner(self, option: QStyleOptionViewItem) -> QRect:
        padding = _padding(option.fontMetrics)
        above = _DENSE_PADDING if self.is_dense else padding
        return option.rect.adjusted(padding, above, -padding, -above)

    def _paint_lines(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, line: NoteLine, ink: Ink
    ) -> None:
        metrics, inner = option.fontMetrics, self._inner(option)
        padding = _padding(metrics)
        gutter = metrics.horizontalAdvance("00:00") + padding
        self._paint_head(painter, option.font, inner, line, ink, gutter)
        text = inner.adjusted(gutter, metrics.lineSpacing() + 2 + _BETWEEN, 0, 0)
        paint_text(painter, option.font, text, line, index.data(HIGHLIGHT_ROLE), ink)

    def _paint_head(
        self, painter: QPainter, font: QFont, inner: QRect, line: NoteLine, ink: Ink, gutter: int
    ) -> None:
        metrics = QFontMetrics(font)
        head = QRect(inner.left(), inner.top(), inner.width(), metrics.lineSpacing() + 2)
        painter.setFont(font)
        painter.setPen(ink.quiet)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, moments.minute(line.began_at, line.zone) or "–")
        right = paint_marks(painter, head, line, ink, metrics)
        left = head.left() + gutter
        left = paint_kind(painter, QRect(left, head.top(), right - left, head.height()), line, ink, metrics)
        if line.consent:
            side = metrics.ascent()
            paint_shape(painter, square(left, head, side), line.consent, ink.text)
            left += side + metrics.averageCharWidth() // 2
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        beside = line.session if self._with_session else line.item
        for words, face, colour in ((line.speaker, bold, ink.text), (beside, font, ink.quiet)):
            room = right - left
            if not words or room < 4 * metrics.averageCharWidth():
                continue
            painter.setFont(face)
            painter.setPen(colour)
            shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, room)
            place = QRect(left, head.top(), room, head.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            left += QFontMetrics(face).horizontalAdvance(shown) + 2 * metrics.averageCharWidth()


def _padding(metrics: QFontMetrics) -> int:
    return max(6, metrics.lineSpacing() // 2)


def _paint_edges(painter: QPainter, option: QStyleOptionViewItem) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Mid), 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
    both = QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected
    if option.state & both == QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
