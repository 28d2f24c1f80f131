"""A button whose words go on in the next line where it is narrow or the text large."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from facilitator.kit.labels import plain_label


class WrappedButton(QPushButton):
    """Says what it does; the first one of several stands out. ``more`` tells below what that entails, ``tip`` when it
    is pointed at."""

    def __init__(
        self, text: str, parent: QWidget, *, first: bool = False, tip: str = "", more: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("primary" if first else "")
        self.setAccessibleName(text)
        self.setAccessibleDescription(more or tip)
        self.setToolTip(tip)
        self.setAutoDefault(True)  # Enter presses it, not the space bar alone
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(10, 6, 10, 6)
        self._layout.setSpacing(1)
        for words, name in ((text, ""), (more, "quiet")):
            if words:
                label = plain_label(self, name, words)
                label.setAlignment(Qt.AlignmentFlag.AlignLeading if more else Qt.AlignmentFlag.AlignCenter)
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                self._layout.addWidget(label)

    def sizeHint(self) -> QSize:
        return self._layout.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._layout.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._layout.heightForWidth(width)
