"""Cards: large buttons with an icon, a title and a line of text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label

_CHARACTERS = 36
"""Width of a card below which fewer stand side by side."""


class Card(QPushButton):
    """A button as large as its texts need."""

    def __init__(
        self, icon_name: str, title: str, text: str, parent: QWidget, *, keys: QKeySequence | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self._icon_name = icon_name
        self._sign = QLabel(self)
        self._words = words = QVBoxLayout()
        words.setSpacing(2)
        self._title = plain_label(self, "cardTitle", title)
        self._text = plain_label(self, "quiet", text)
        words.addWidget(self._title)
        words.addWidget(self._text)
        words.addStretch(1)
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

    def add_below(self, widget: QWidget) -> None:
        """Show something more below the texts, such as a picture; a click on it is one on the card."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words.insertWidget(self._words.count() - 1, widget)

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


class CardGrid(QWidget):
    """Cards in as many columns as there is room for."""

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = columns
        self.cards: list[Card] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards instead of those before."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = list(cards)
        previous: Card | None = None
        for card in self.cards:
            if previous is not None:
                QWidget.setTabOrder(previous, card)
            previous = card
        self._place()
        for card in self.cards:
            card.show()  # now, not when the layout comes to it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    def _place(self) -> None:
        room = self.width() // max(self.fontMetrics().averageCharWidth() * _CHARACTERS, 1)
        columns = min(max(room, 1), self._most)
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
