"""A button that shows its key by underlining the letter in its text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QAction, QIcon, QKeySequence, QPaintEvent, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from facilitator.translation import tr


class LetteredButton(QToolButton):
    """Checkable; it triggers an action, whose shortcut works from anywhere in the stage."""

    def __init__(self, action: QAction, text: str, letter: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lettered")
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

    def set_compact(self, compact: bool) -> None:
        """Show the sign and the letter alone, or the whole text."""
        self.setText(self._letter if compact else self._whole)
        self.setAccessibleName(self._whole if compact else self._name)

    def wide(self) -> int:
        """The width with the whole text, in pixels."""
        metrics = self.fontMetrics()
        return (
            self.sizeHint().width()
            + metrics.horizontalAdvance(self._whole)
            - metrics.horizontalAdvance(self.text())
        )

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width() + self.fontMetrics().averageCharWidth(), hint.height()), hint.height())

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
        underlined.start, underlined.length = place, 1
        underlined.format = QTextCharFormat()
        underlined.format.setFontUnderline(True)
        layout = QTextLayout(text, self.font())
        layout.setFormats([underlined])
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        return layout
