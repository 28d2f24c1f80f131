"""Words that change every second, and move nothing else when they do."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from facilitator.kit.icons import Tone, tone_colour

_DIGIT = re.compile(r"\d")
_TABULAR = QFont.Tag("tnum")


class TickingText(QLabel):
    """One line of plain text. It asks for room anew only when its form changes (``9:59`` and ``8:00`` have the same),
    and, ``elided``, never: it takes what it is given, ends in dots, and has all of it in its tip."""

    def __init__(
        self,
        parent: QWidget,
        *,
        scale: float = 1.0,
        bold: bool = False,
        elided: bool = False,
        tone: Tone = Tone.TEXT,
    ) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText)
        self._scale, self._bold, self._elided, self._tone = scale, bold, elided, tone
        self._words, self._form = "", ""
        across = QSizePolicy.Policy.Ignored if elided else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """What it shows."""
        return self._words

    def show_words(self, words: str, tone: Tone | None = None) -> bool:
        """Show a text, in a colour; whether that is another one than before."""
        tone = self._tone if tone is None else tone
        if words == self._words and tone is self._tone:
            return False
        self._words, self._tone = words, tone
        self.setAccessibleName(words)
        if self._elided:
            self.setToolTip(words)
        elif (form := _DIGIT.sub("0", words)) != self._form:
            self._form = form
            self.updateGeometry()
        self.update()
        return True

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._shown_font())
        across = metrics.horizontalAdvance(self._words if self._elided else self._form)
        return QSize(across + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0 if self._elided else self.sizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = self._shown_font()
        painter.setFont(font)
        painter.setPen(tone_colour(self._tone))
        shown = QFontMetrics(font).elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        visual = self.style().visualAlignment(self.layoutDirection(), side)
        painter.drawText(self.rect(), visual, shown)

    def _shown_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setBold(self._bold)
        font.setFeature(_TABULAR, 1)
        return font
