"""Cards: large buttons with an icon, a title and a line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label


class Card(QPushButton):
    """A button as large as its texts need."""

    def __init__(
        self, icon_name: str, title: str, text: str, parent: QWidget, *, keys: QKeySequence | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._icon_name = icon_name
        self._sign = QLabel(self)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._title = plain_label(self, "cardTitle", title)
        self._text = plain_label(self, "quiet", text)
        words.addWidget(self._title)
        words.addWidget(self._text)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(14, 12, 14, 12)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        self._layout.addLayout(words, 1)
        if keys is not None:
            shown = QLabel(keys.toString(QKeySequence.SequenceFormat.NativeText), self)
            shown.setObjectName("keys")
            self._layout.addWidget(shown, alignment=Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._draw_sign()

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()

    def _draw_sign(self) -> None:
        side = int(self.fontMetrics().height() * 1.5)
        self._sign.setPixmap(
            icon(self._icon_name, Tone.ACCENT).pixmap(QSize(side, side), self.devicePixelRatioF())
        )
