"""Small pictures side by side: Enter shows one large, Delete takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QWidget

from facilitator.kit.icons import icon
from facilitator.kit.picture_taking import size_words
from facilitator.kit.pictures import Picture, thumbnail
from facilitator.translation import tr


@dataclass(frozen=True)
class Shown:
    """A picture that can be looked at. ``words``: what it shows, or its name."""

    id: str
    words: str
    picture: Picture


class _Thumbnail(QToolButton):
    removed = Signal()

    def __init__(self, parent: QWidget, shown: Shown, number: int, height: int, *, removable: bool) -> None:
        super().__init__(parent)
        self._removable = removable
        room = QSize(height * 2, height)
        picture = QPixmap.fromImage(thumbnail(shown.picture.data, shown.picture.media_type, room))
        self.setIcon(icon("warning") if picture.isNull() else QIcon(picture))
        self.setIconSize(room if picture.isNull() else picture.size())
        words = tr("Picture {number}: {name}, {size}").format(
            number=number, name=shown.words, size=size_words(len(shown.picture.data))
        )
        self.setAccessibleName(words)
        keys = tr("Enter shows it large, Delete takes it away.") if removable else tr("Enter shows it large.")
        self.setToolTip(f"{words}\n{keys}")
        self.setAccessibleDescription(keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class PictureStrip(QScrollArea):
    """Hidden where there are none."""

    opened = Signal(int)
    """The number of the one to be shown large, from 0."""
    removed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_pictures(self, pictures: Sequence[Shown], *, removable: bool = True) -> None:
        """Show these, in this order."""
        height = self.fontMetrics().lineSpacing() * 2
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, shown in enumerate(pictures, start=1):
            button = _Thumbnail(row, shown, number, height, removable=removable)
            button.clicked.connect(lambda *_, at=number - 1: self.opened.emit(at))
            button.removed.connect(lambda one=shown.id: self.removed.emit(one))
            layout.addWidget(button)
            if removable:
                layout.addWidget(self._remover(row, shown, number))
        total = sum(len(shown.picture.data) for shown in pictures)
        words = QLabel(size_words(total), row, textFormat=Qt.TextFormat.PlainText)
        words.setObjectName("quiet")
        layout.addWidget(words)
        layout.addStretch(1)
        self.setWidget(row)
        self.setFixedHeight(row.sizeHint().height())
        self.setVisible(bool(pictures))

    def _remover(self, row: QWidget, shown: Shown, number: int) -> QToolButton:
        button = QToolButton(row)
        button.setIcon(icon("close"))
        words = tr("Take picture {number} away").format(number=number)
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self.removed.emit(shown.id))
        return button
