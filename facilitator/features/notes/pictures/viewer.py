"""A picture of a note, as large as the screen allows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from facilitator.features.notes.pictures.strip import Shown
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.kit.picture_taking import LONG_EDGE
from facilitator.kit.pictures import thumbnail
from facilitator.translation import tr

_LARGEST, _STEP = 4.0, 1.25


class PictureViewer(QDialog):
    """Left and Right go from one to the next, plus and minus make it larger and smaller, 0 makes it fit."""

    def __init__(self, parent: QWidget, pictures: Sequence[Shown], number: int = 0) -> None:
        super().__init__(parent)
        self._pictures, self._number, self._zoom = pictures, number, 1.0
        self._whole = QPixmap()
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea(self)
        self._area.setWidget(self._picture)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(tr("Picture"))
        self.words = plain_label(self)
        self._back = self._button("back", tr("Previous picture"), lambda: self._go(-1))
        self._forward = self._button("forward", tr("Next picture"), lambda: self._go(1))
        close = self._button("close", tr("Close"), self.accept)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        for button in (self._back, self._forward, close):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(self._area, 1)
        layout.addLayout(row)
        self.resize(parent.window().size() * 0.9)
        for keys, act in (
            ("Left", lambda: self._go(-1)),
            ("Right", lambda: self._go(1)),
            ("+", lambda: self._zoom_to(self._zoom * _STEP)),
            ("-", lambda: self._zoom_to(self._zoom / _STEP)),
            ("0", lambda: self._zoom_to(1.0)),
        ):
            QShortcut(QKeySequence(keys), self, act)
        self._show()
        self._area.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # once the picture has its room

    def _button(self, name: str, text: str, act: object) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _go(self, steps: int) -> None:
        target = self._number + steps
        if 0 <= target < len(self._pictures):
            self._number, self._zoom = target, 1.0
            self._show()

    def _show(self) -> None:
        shown = self._pictures[self._number]
        whole = thumbnail(shown.picture.data, shown.picture.media_type, QSize(LONG_EDGE, LONG_EDGE))
        self._whole = QPixmap.fromImage(whole)
        place = tr("{number} of {count}").format(number=self._number + 1, count=len(self._pictures))
        words = shown.words if not self._whole.isNull() else tr("The picture can't be shown.")
        self.words.setText(f"{words} ({place})" if len(self._pictures) > 1 else words)
        self.setWindowTitle(shown.words)
        self._area.setAccessibleDescription(shown.words)
        self._back.setEnabled(self._number > 0)
        self._forward.setEnabled(self._number < len(self._pictures) - 1)
        self._fit()

    def _zoom_to(self, zoom: float) -> None:
        self._zoom = min(max(zoom, 0.25), _LARGEST)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            self._picture.clear()
            return
        room = self._area.viewport().size() * self._zoom
        size = self._whole.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        smooth = Qt.TransformationMode.SmoothTransformation
        self._picture.setPixmap(self._whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth))
