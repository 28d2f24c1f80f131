"""Messages below the page: they take nobody's focus and hide nothing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QWidget,
)

from facilitator.kit.announcing import announce
from facilitator.kit.icons import icon
from facilitator.kit.labels import plain_label
from facilitator.translation import tr

NOTICE_MS = 12_000
"""How long a message stays; longer while the mouse or the focus is on it."""


def close_button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setToolTip(tr("Close this message"))
    button.setAccessibleName(tr("Close this message"))
    button.setIcon(icon("close"))
    return button


class NoticePanel(QFrame):
    """What was done, with its undo."""

    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = plain_label(self)
        self._undo = QPushButton(icon("undo"), tr("Undo"), self)
        self._undo.setAccessibleName(tr("Undo"))
        self._undo.clicked.connect(self._on_undo_clicked)
        close = close_button(self)
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        row.addWidget(close)
        self._timer = QTimer(self, interval=NOTICE_MS, singleShot=True)
        self._timer.timeout.connect(self._on_time_over)
        self.hide()

    def tell(self, text: str, offer_undo: bool) -> None:
        """Show a message."""
        self._text.setText(text)
        self._undo.setVisible(offer_undo)
        self.show()
        self._timer.start()
        announce(self, text)

    def retract_undo(self) -> None:
        """Something else was changed: undo would no longer take back what the message says."""
        self._undo.hide()

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_requested.emit()

    def _on_time_over(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
        else:
            self.hide()
