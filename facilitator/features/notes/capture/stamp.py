"""Below the line: what the note being typed will be kept as."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from facilitator.domain.consent import Disclosure
from facilitator.kit.labels import ElidedLabel
from facilitator.kit.shapes import consent_icon
from facilitator.translation import tr


class NoteStamp(QWidget):
    """Two lines, and the sign of what may be published."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = QLabel(self)
        self.origin = ElidedLabel(self)
        self.details = ElidedLabel(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._sign, 0, 0, 2, 1)
        layout.addWidget(self.origin, 0, 1)
        layout.addWidget(self.details, 1, 1)
        self._measure()
        self._told: tuple[str, str, Disclosure | None] | None = None
        self.tell("", "", None)

    def tell(self, origin: str, details: str, disclosure: Disclosure | None) -> None:
        """Show where the note comes from, its details, and what a publication may show of it; None for no note."""
        if (origin, details, disclosure) == self._told:
            return  # at most keys: a label that is given the same again has the whole stage laid out anew
        self._told = (origin, details, disclosure)
        self.origin.setText(origin)
        self.details.setText(details)
        self.details.setAccessibleName(tr("Kept as: {words}").format(words=details) if details else "")
        self._sign.setPixmap(
            consent_icon(disclosure).pixmap(self.fontMetrics().ascent())
            if disclosure is not None
            else QPixmap()
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.layout() is not None:
            self._measure()

    def _measure(self) -> None:
        """Take the same room whatever is told: it must not move the line."""
        self._sign.setFixedWidth(self.fontMetrics().height())
        for told in (self.origin, self.details):
            told.setFixedHeight(self.fontMetrics().lineSpacing())
