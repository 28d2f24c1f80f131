"""A note in one line: minute, the letter of its kind, who speaks, and as much of the text as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF

from facilitator.domain import moments
from facilitator.domain.consent import Disclosure
from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes.keys import KIND_LETTERS
from facilitator.features.notes.listing.painting import Ink, paint_star, square
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.wording import lack_words
from facilitator.kit.shapes import paint_shape
from facilitator.translation import tr

_LETTERS = {kind.value: letter for kind, letter in KIND_LETTERS.items()}
_WIDE = 90
"""Characters from which on a line has room for a longer name, and for what is open in words."""
_SPEAKER, _SPEAKER_WIDE = 13, 20


def paint_dense(
    painter: QPainter, font: QFont, inner: QRect, line: NoteLine, ink: Ink, *, with_speaker: bool
) -> None:
    """Paint a note into one line; without the speaker where a heading names them."""
    metrics = QFontMetrics(font)
    gap = metrics.averageCharWidth()
    is_wide = inner.width() > _WIDE * gap
    painter.setFont(font)
    painter.setPen(ink.quiet)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, moments.minute(line.began_at, line.zone) or "–")
    left = inner.left() + metrics.horizontalAdvance("00:00") + gap
    left = _paint_sign(painter, left, inner, line, ink, metrics) + gap
    if line.consent:
        paint_shape(painter, square(left, inner, metrics.ascent()), line.consent, ink.text)
    left += metrics.ascent() + gap // 2
    if with_speaker:
        room = (_SPEAKER_WIDE if is_wide else _SPEAKER) * gap
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        _paint_words(painter, bold, QRect(left, inner.top(), room, inner.height()), line.speaker, ink)
        left += room + gap
    right = _paint_marks(painter, font, inner, line, ink, in_words=is_wide)
    text = QRect(left, inner.top(), max(0, right - left), inner.height())
    _paint_words(painter, font, text, " ".join(line.text[:400].split()), ink)


def _paint_sign(
    painter: QPainter, left: int, inner: QRect, line: NoteLine, ink: Ink, metrics: QFontMetrics
) -> int:
    """The letter that gives the kind, in a frame: dashed and empty where there is none yet."""
    side = metrics.height()
    frame = square(left, inner, side)
    colour = ink.accent if line.kind else ink.quiet
    painter.setPen(QPen(colour, 1, Qt.PenStyle.SolidLine if line.kind else Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, _LETTERS.get(line.kind, "?" if line.kind else ""))
    return left + side


def _paint_marks(
    painter: QPainter, font: QFont, inner: QRect, line: NoteLine, ink: Ink, *, in_words: bool
) -> int:
    """What may be published, doubt, star and what is open, from the right; returns where they begin."""
    metrics = QFontMetrics(font)
    side, gap = metrics.ascent(), metrics.averageCharWidth()
    right = inner.right() + 1
    painter.setFont(font)
    if line.disclosure is not Disclosure.NAMED or line.kind == NoteKind.LOGISTICS.value:
        right -= side
        paint_shape(painter, square(right, inner, side), line.disclosure, ink.text)
        right -= gap
    if line.to_verify:
        right -= side
        _paint_triangle(painter, square(right, inner, side), ink)
        right -= gap
    if line.starred:
        right -= side
        paint_star(painter, square(right, inner, side), ink.accent)
        right -= gap
    for words in (
        (*lack_words(line), *(tr("#{tag}").format(tag=tag) for tag in line.tags[:2])) if in_words else ()
    ):
        width = metrics.horizontalAdvance(words)
        if right - width < inner.left() + inner.width() * 2 // 3:
            break
        right -= width
        painter.setPen(ink.accent)
        painter.drawText(
            QRect(right, inner.top(), width, inner.height()), Qt.AlignmentFlag.AlignVCenter, words
        )
        right -= gap
    if line.lacks and not in_words:
        right -= metrics.horizontalAdvance("…?")
        painter.setPen(ink.accent)
        painter.drawText(
            QRect(right, inner.top(), inner.right() - right, inner.height()),
            Qt.AlignmentFlag.AlignVCenter,
            "…?",
        )
        right -= gap
    return right


def _paint_words(painter: QPainter, font: QFont, place: QRect, words: str, ink: Ink) -> None:
    metrics = QFontMetrics(font)
    painter.setFont(font)
    painter.setPen(ink.text)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_triangle(painter: QPainter, frame: QRectF, ink: Ink) -> None:
    """A sign of warning: to verify."""
    inner = frame.adjusted(1, 1, -1, -1)
    painter.setPen(QPen(ink.accent, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    top = QPointF(inner.center().x(), inner.top())
    painter.drawPolygon(QPolygonF([top, inner.bottomRight(), inner.bottomLeft()]))
    middle = inner.center().x()
    painter.drawLine(
        QPointF(middle, inner.top() + inner.height() * 0.42),
        QPointF(middle, inner.top() + inner.height() * 0.7),
    )
    painter.drawPoint(QPointF(middle, inner.bottom() - 1.6))
