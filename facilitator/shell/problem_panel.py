"""What failed: below the page, until it is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.announcing import announce
from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label
from facilitator.shell.notice_panel import close_button
from facilitator.translation import tr


class ProblemPanel(QFrame):
    """What failed: stays until it is closed or done again. The latest is on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self._refusals: list[tuple[Refused, str, Callable[[], bool] | None]] = []
        self._sign = QLabel(self)
        self._draw_sign()
        self._title = plain_label(self, "problemTitle")
        self._why = plain_label(self)
        self._retry = QPushButton(tr("Try again"), self)
        self._retry.clicked.connect(self._on_retry_clicked)
        self._copy = QPushButton(icon("copy"), tr("Copy text"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        close = close_button(self)
        close.clicked.connect(self._on_close_clicked)
        for button in (self._retry, self._copy):
            button.setAccessibleName(button.text())
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._why)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self._sign)
        row.addLayout(words, 1)
        row.addWidget(self._retry)
        row.addWidget(self._copy)
        row.addWidget(close)
        self.hide()

    def refuse(self, refusal: Refused, unsaved: str = "", retry: Callable[[], bool] | None = None) -> None:
        """Show a refusal, with the text that was not saved and a way to try again."""
        self._refusals = [known for known in self._refusals if str(known[0]) != str(refusal)]
        self._refusals.append((refusal, unsaved, retry))
        self._show_latest()
        announce(self, str(refusal), at_once=True)

    def clear(self) -> None:
        """Take back every message: what had failed was done."""
        self._refusals.clear()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._draw_sign()

    def _draw_sign(self) -> None:
        side = int(self.fontMetrics().height() * 1.4)
        self._sign.setPixmap(icon("warning", Tone.DANGER).pixmap(QSize(side, side), self.devicePixelRatioF()))

    def _show_latest(self) -> None:
        if not self._refusals:
            self.hide()
            return
        refusal, unsaved, retry = self._refusals[-1]
        self._title.setText(refusal.what)
        self._why.setText(" ".join(part for part in (refusal.why, refusal.safe) if part))
        self._retry.setVisible(retry is not None)
        self._copy.setVisible(bool(unsaved))
        self.show()

    def _on_close_clicked(self) -> None:
        self._refusals.pop()
        self._show_latest()

    def _on_retry_clicked(self) -> None:
        refusal, _, retry = self._refusals[-1]
        if retry is not None and retry():
            self._refusals = [known for known in self._refusals if known[0] is not refusal]
            self._show_latest()

    def _on_copy_clicked(self) -> None:
        QApplication.clipboard().setText(self._refusals[-1][1])
