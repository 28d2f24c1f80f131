"""Draws a note in a list: minute, kind, speaker and attribution in one line, and two lines of its text."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from facilitator.domain import moments
from facilitator.features.notes.listing.model import HIGHLIGHT_ROLE
from facilitator.features.notes.listing.painting import (
    TEXT_LINES,
    Ink,
    ink_of,
    paint_kind,
    paint_marks,
    paint_text,
)
from facilitator.features.notes.rows import NoteLine
from facilitator.kit.rowmodel import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
_BETWEEN = 5
"""Pixels between the first line and the text."""


class NoteDelegate(QStyledItemDelegate):
    """All rows are of one height, so that ten thousand are laid out at once.

    ``with_session`` tells what session a note belongs to, in place of the agenda item.
    """

    def __init__(self, *, with_session: bool = False) -> None:
        super().__init__()
        self._with_session = with_session

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        spacing = option.fontMetrics.lineSpacing()
        height = spacing * (TEXT_LINES + 1) + 2 + _BETWEEN + 2 * _padding(option.fontMetrics)
        return QSize(spacing * 14, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(ROW_ROLE)
        if not isinstance(line, NoteLine):
            return
        ink, metrics = ink_of(option), option.fontMetrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ink.ground is not None:
            painter.fillRect(option.rect, ink.ground)
        padding = _padding(metrics)
        inner = option.rect.adjusted(padding, padding, -padding, -padding)
        gutter = metrics.horizontalAdvance("00:00") + padding
        self._paint_head(painter, option.font, inner, line, ink, gutter)
        text = inner.adjusted(gutter, metrics.lineSpacing() + 2 + _BETWEEN, 0, 0)
        paint_text(painter, option.font, text, line, index.data(HIGHLIGHT_ROLE), ink)
        _paint_edges(painter, option)
        painter.restore()

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
