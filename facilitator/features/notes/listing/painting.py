"""The parts of a note in a list, as they are painted."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QPolygonF,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from facilitator.domain.consent import Disclosure
from facilitator.features.notes.listing.orders import Heading
from facilitator.features.notes.pictures.sign import paint_picture_sign
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.wording import disclosure_words, kind_words, lack_words
from facilitator.kit.shapes import paint_shape
from facilitator.translation import tr

TEXT_LINES = 2
_LONGEST = 600
"""Characters of a text that two lines can need at most."""


@dataclass(frozen=True)
class Highlight:
    """Words around a match that a search found, which stands at ``start:end``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Ink:
    """The colours of one row."""

    text: QColor
    quiet: QColor
    accent: QColor
    ground: QColor | None


def ink_of(option: QStyleOptionViewItem) -> Ink:
    """The colours for a row in its state: selected rows of a list without the focus are paler."""
    state, palette = option.state, option.palette
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    if state & QStyle.StateFlag.State_Selected:
        focused = state & QStyle.StateFlag.State_Active and state & QStyle.StateFlag.State_HasFocus
        shade = group.Active if focused else group.Inactive
        text = palette.color(shade, role.HighlightedText)
        return Ink(text, text, text, palette.color(shade, role.Highlight))
    ground = palette.color(role.Midlight) if state & QStyle.StateFlag.State_MouseOver else None
    return Ink(
        palette.color(role.Text), palette.color(role.PlaceholderText), palette.color(role.Accent), ground
    )


def paint_kind(painter: QPainter, room: QRect, line: NoteLine, ink: Ink, metrics: QFontMetrics) -> int:
    """Paint the kind in a frame of its own, dashed where there is none yet; returns where it ends."""
    padding = metrics.averageCharWidth()
    words = metrics.elidedText(kind_words(line.kind), Qt.TextElideMode.ElideRight, room.width() - 2 * padding)
    badge = QRect(room.left(), room.top(), metrics.horizontalAdvance(words) + 2 * padding, room.height())
    colour = ink.accent if line.kind else ink.quiet
    style = Qt.PenStyle.SolidLine if line.kind else Qt.PenStyle.DashLine
    painter.setPen(QPen(colour, 1, style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(colour)
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
    return badge.right() + 2 * padding


def paint_marks(painter: QPainter, head: QRect, line: NoteLine, ink: Ink, metrics: QFontMetrics) -> int:
    """Paint attribution, doubt and star at the end of the line; returns where they begin."""
    gap = metrics.averageCharWidth()
    right = head.right() + 1
    if words := disclosure_words(line):
        right = _paint_word(painter, head, right, words, ink.text, metrics)
    if line.disclosure is not Disclosure.NAMED:
        side = metrics.ascent()
        right -= side + gap // 2
        paint_shape(painter, square(right, head, side), line.disclosure, ink.text)
    if line.to_verify:
        right = _paint_word(painter, head, right - 2 * gap, tr("To verify"), ink.accent, metrics)
    if line.starred:
        side = metrics.ascent()
        right -= side + 2 * gap
        paint_star(painter, square(right, head, side), ink.accent)
    if line.pictures:
        side = metrics.ascent()
        right = (
            _paint_word(painter, head, right - 2 * gap, str(line.pictures), ink.text, metrics)
            - side
            - gap // 2
        )
        paint_picture_sign(painter, square(right, head, side), ink.text)
    for words in (*lack_words(line), *(tr("#{tag}").format(tag=tag) for tag in line.tags)):
        if right - metrics.horizontalAdvance(words) < head.left() + head.width() // 2:
            break
        right = _paint_word(painter, head, right - 2 * gap, words, ink.accent, metrics)
    return right - 2 * gap


def paint_heading(painter: QPainter, font: QFont, inner: QRect, heading: Heading, palette: QPalette) -> None:
    """What a group of notes has in common, and how many they are, on the ground of the row."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    metrics = QFontMetrics(bold)
    line = QRect(inner.left(), inner.bottom() - metrics.height(), inner.width(), metrics.height())
    count = str(heading.count)
    room = inner.width() - metrics.horizontalAdvance(count) - 2 * metrics.averageCharWidth()
    shown = metrics.elidedText(heading.title, Qt.TextElideMode.ElideRight, room)
    painter.setFont(bold)
    painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText))
    line.setLeft(line.left() + metrics.horizontalAdvance(shown) + 2 * metrics.averageCharWidth())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, count)


def paint_text(
    painter: QPainter, font: QFont, room: QRect, line: NoteLine, highlight: Highlight | None, ink: Ink
) -> None:
    """Paint the text, or the words around what was searched for; what is too long ends in dots."""
    text = highlight.text if highlight else " ".join(line.text[:_LONGEST].split())
    layout = _laid_out(text, font, room.width(), highlight, ink)
    last = layout.lineAt(layout.lineCount() - 1)
    if layout.lineCount() == TEXT_LINES and last.textStart() + last.textLength() < len(text):
        rest = QFontMetrics(font).elidedText(
            text[last.textStart() :], Qt.TextElideMode.ElideRight, room.width()
        )
        layout = _laid_out(text[: last.textStart()] + rest, font, room.width(), highlight, ink)
    painter.setPen(ink.text)
    layout.draw(painter, QPointF(room.topLeft()))


def _laid_out(text: str, font: QFont, width: int, highlight: Highlight | None, ink: Ink) -> QTextLayout:
    layout = QTextLayout(text, font)
    if highlight and highlight.end > highlight.start:
        found = QTextLayout.FormatRange()
        found.start, found.length = highlight.start, highlight.end - highlight.start
        found.format = QTextCharFormat()
        found.format.setFontWeight(QFont.Weight.Bold)
        found.format.setFontUnderline(True)
        found.format.setForeground(ink.accent)
        layout.setFormats([found])
    spacing = QFontMetrics(font).lineSpacing()
    layout.beginLayout()
    for number in range(TEXT_LINES):
        part = layout.createLine()
        if not part.isValid():
            break
        part.setLineWidth(width)
        part.setPosition(QPointF(0, number * spacing))
    layout.endLayout()
    return layout


def _paint_word(
    painter: QPainter, head: QRect, right: int, word: str, colour: QColor, metrics: QFontMetrics
) -> int:
    width = metrics.horizontalAdvance(word)
    painter.setPen(colour)
    painter.drawText(
        QRect(right - width, head.top(), width, head.height()), Qt.AlignmentFlag.AlignVCenter, word
    )
    return right - width


def square(left: int, head: QRect, side: int) -> QRectF:
    """A square in the middle of a line's height."""
    return QRectF(left, head.top() + (head.height() - side) / 2, side, side)


def paint_star(painter: QPainter, frame: QRectF, colour: QColor) -> None:
    """A star, filled."""
    points = []
    for number in range(10):
        reach = frame.width() / 2 * (1 if number % 2 == 0 else 0.42)
        angle = math.radians(36 * number - 90)
        points.append(frame.center() + QPointF(reach * math.cos(angle), reach * math.sin(angle)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF(points))
