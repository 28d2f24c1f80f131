"""What the room sees, painted: the time as large as can be, around it who speaks, the phase, and what is next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from facilitator.domain.running import Phase
from facilitator.features.clock.room.colours import COLOURS, Colours, Look
from facilitator.features.clock.room.fitting import bold, cap_for, font_that_fits, narrowed
from facilitator.features.clock.room.rows import Row, Rows, rows_of
from facilitator.features.clock.room.showing import Shown, View
from facilitator.features.clock.room.signs import paint_sign
from facilitator.kit.announcing import announce

_FILLED = (Phase.ONE, Phase.OVER)
"""Phases whose words stand on their colour."""
_SIGN_OF_BAND = 0.92
"""Side of the sign that stands before the words, as a part of their height."""
_PART_OF_SPEAKERS_SIGN = 0.36
"""Of the width, at most."""


class Canvas(QWidget):
    """Paints what is shown, and says it in words. The pointer hides over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._look = Look.DARK
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(160, 120))

    @property
    def shown(self) -> Shown | None:
        """What is painted."""
        return self._shown

    def show_now(self, shown: Shown) -> None:
        """Paint this, if it is not painted yet; another phase and another message are announced."""
        before, self._shown = self._shown, shown
        if before == shown:
            return
        if self.accessibleName() != shown.told:
            self.setAccessibleName(shown.told)
        if before is not None and before.words != shown.words:
            announce(self, shown.words)
        if before is not None and shown.message and before.message != shown.message:
            announce(self, shown.message)
        self.update()

    def set_look(self, look: Look) -> None:
        """Take other colours."""
        self._look = look
        self.update()

    def rows(self) -> Rows:
        """Where everything stands now."""
        assert self._shown is not None
        return rows_of(self._shown, QRectF(self.rect()), cap_for(self.screen()), self.font())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = COLOURS[self._look]
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.ground))
        if self._shown is None:
            return
        rows = self.rows()
        self._paint_head(painter, rows, self._shown, colours)
        for row in rows.texts:
            self._paint_row(painter, row, colours)

    def _paint_head(self, painter: QPainter, rows: Rows, shown: Shown, colours: Colours) -> None:
        colour = colours.phases[shown.phase]
        if shown.view is View.SPEAKER:
            side = min(rows.head.height(), _PART_OF_SPEAKERS_SIGN * rows.head.width())
            square = QRectF(rows.head.left(), rows.head.center().y() - side / 2, side, side)
            beside = rows.head.adjusted(side + rows.gap, 0, 0, 0)
            paint_sign(painter, self._placed(square), shown.phase, (colour, colours.line), self.font())
            band = QRectF(beside.left(), beside.top(), beside.width(), rows.words.height())
            time = beside.adjusted(0, rows.words.height(), 0, 0)
            self._paint_words(painter, rows, band, shown, colours, signed=False)
        else:
            time = rows.head.adjusted(0, rows.words.height(), 0, 0)
            band = QRectF(rows.head.left(), rows.head.top(), rows.head.width(), rows.words.height())
            self._paint_words(painter, rows, band, shown, colours, signed=True)
        painter.setFont(font_that_fits(bold(self.font()), shown.time, time.width(), time.height()))
        painter.setPen(QColor(colour if shown.phase in _FILLED else colours.text))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # signs before a time stay before it
        painter.drawText(self._placed(time), Qt.AlignmentFlag.AlignCenter, shown.time)
        painter.setLayoutDirection(self.layoutDirection())

    def _paint_words(
        self, painter: QPainter, rows: Rows, band: QRectF, shown: Shown, colours: Colours, *, signed: bool
    ) -> None:
        """The phase in words, behind its sign where that does not stand by itself."""
        filled = shown.phase in _FILLED
        colour = colours.phases[shown.phase]
        if filled:
            painter.fillRect(self._placed(band), QColor(colour))
        ink = colours.ground if filled else colour
        taken = band.height() + rows.gap if signed else 0.0
        font = narrowed(rows.words_font, shown.words, band.width() - taken - 2 * rows.gap)
        width = QFontMetricsF(font).horizontalAdvance(shown.words) + 2
        left = band.left() + (band.width() - taken - width) / 2
        if signed:
            side = band.height() * _SIGN_OF_BAND
            square = QRectF(left, band.center().y() - side / 2, side, side)
            paint_sign(painter, self._placed(square), shown.phase, (ink, colours.line), self.font())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        place = QRectF(left + taken, band.top(), width, band.height())
        painter.drawText(self._placed(place), Qt.AlignmentFlag.AlignCenter, shown.words)

    def _paint_row(self, painter: QPainter, row: Row, colours: Colours) -> None:
        if row.filled:
            painter.fillRect(row.rect, QColor(colours.text))
        painter.setFont(row.font)
        painter.setPen(QColor(colours.ground if row.filled else colours.quiet if row.quiet else colours.text))
        height = row.rect.height() / len(row.fitted.lines)
        for number, line in enumerate(row.fitted.lines):
            place = QRectF(row.rect.left(), row.rect.top() + number * height, row.rect.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, line)

    def _placed(self, rect: QRectF) -> QRectF:
        """Mirrored where the screens are read from the right."""
        visual = QStyle.visualRect(self.layoutDirection(), self.rect(), rect.toAlignedRect())
        return QRectF(visual)
