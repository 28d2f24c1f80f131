"""Below the line: what the note being typed will be kept as."""

from __future__ import annotations

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
        self.origin = ElidedLabel(self, "quiet")
        self.details = ElidedLabel(self, "quiet")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(0)
        layout.setColumnStretch(1, 1)
        layout.addWidget(self._sign, 0, 0, 2, 1)
        layout.addWidget(self.origin, 0, 1)
        layout.addWidget(self.details, 1, 1)
        for told in (self.origin, self.details):  # what is told later must not move the line
            told.setMinimumHeight(told.fontMetrics().lineSpacing())
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
        self._sign.setVisible(disclosure is not None)
        if disclosure is not None:
            self._sign.setPixmap(consent_icon(disclosure).pixmap(self.fontMetrics().ascent()))
