"""A button that shows its key by underlining the letter in its text."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPaintEvent, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from facilitator.translation import tr

_LEAST, _ABOVE = 24, 3
"""Pixels that a button is high, and that are left above and below its text."""


class Words(Enum):
    """How much a button says."""

    WHOLE = 0
    """Its words, with the letter behind them where none of theirs is the key."""
    PLAIN = 1
    """Its words."""
    LETTER = 2
    """The letter, beside the icon."""


class LetteredButton(QToolButton):
    """Checkable; it triggers an action, whose shortcut works from anywhere in the stage."""

    def __init__(self, action: QAction, text: str, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self._letter, self._name = letter, text
        self._whole = text if letter.lower() in text.lower() else f"{text} ({letter})"
        self.setCheckable(True)
        self.setText(self._whole)
        self.setIconSize(QSize(self.fontMetrics().ascent(), self.fontMetrics().ascent()))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(tr("{action} ({keys})").format(action=text, keys=keys))
        self.setAccessibleName(text)
        self.setAccessibleDescription(keys)
        self.setEnabled(action.isEnabled())
        self.clicked.connect(action.trigger)

    def nextCheckState(self) -> None:
        """Nothing: what is checked is shown by who owns the button."""

    def say(self, words: Words) -> None:
        """Say so much."""
        self.setText(self._said(words))
        self.setAccessibleName(self._whole if words is Words.LETTER else self._name)

    def wide(self, words: Words) -> int:
        """The width, in pixels, of a button that says so much."""
        metrics = self.fontMetrics()
        icon = 0 if self.icon().isNull() else metrics.ascent() + metrics.averageCharWidth()
        return max(
            _LEAST, metrics.horizontalAdvance(self._said(words)) + icon + 2 * metrics.averageCharWidth()
        )

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        icon = 0 if self.icon().isNull() else metrics.ascent() + metrics.averageCharWidth()
        wide = metrics.horizontalAdvance(self.text()) + icon + 2 * metrics.averageCharWidth()
        return QSize(max(_LEAST, wide), max(_LEAST, metrics.lineSpacing() + 2 * _ABOVE))

    def _said(self, words: Words) -> str:
        return {Words.WHOLE: self._whole, Words.PLAIN: self._name, Words.LETTER: self._letter}[words]

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        text = self.text()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        metrics = self.fontMetrics()
        side = 0 if self.icon().isNull() else metrics.ascent()
        left = (self.width() - metrics.horizontalAdvance(text) - side) / 2
        if side:
            left -= metrics.averageCharWidth() / 2
            self.icon().paint(painter, round(left), (self.height() - side) // 2, side, side)
            left += side + metrics.averageCharWidth()
        layout = self._laid_out(text)
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.ButtonText))
        layout.draw(painter, QPointF(left, (self.height() - layout.boundingRect().height()) / 2))

    def _laid_out(self, text: str) -> QTextLayout:
        low, letter = text.lower(), self._letter.lower()
        place = low.rfind(f"({letter})") + 1 or low.find(letter)
        underlined = QTextLayout.FormatRange()
        underlined.start, underlined.length = place, int(place >= 0)
        underlined.format = QTextCharFormat()
        underlined.format.setFontUnderline(True)
        layout = QTextLayout(text, self.font())
        layout.setFormats([underlined])
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout
