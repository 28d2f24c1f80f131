"""A button whose words go on in the next line where it is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.features.agenda.opens.points import Mend
from facilitator.kit.labels import plain_label


class MendButton(QPushButton):
    """Says what a mend does; the first of a point stands out."""

    def __init__(self, mend: Mend, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self.setObjectName("primary" if first else "")
        self.setAccessibleName(mend.label)
        self.setAccessibleDescription(mend.tip)
        self.setToolTip(mend.tip)
        self.setAutoDefault(True)  # Enter presses it, not the space bar alone
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        words = plain_label(self, text=mend.label)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 6, 10, 6)
        self._layout.addWidget(words)

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width)
