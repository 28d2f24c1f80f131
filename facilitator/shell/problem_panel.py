"""What failed: below the page, until it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.announcing import announce
from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label
from facilitator.shell.notice_panel import close_button
from facilitator.translation import tr


@dataclass(frozen=True)
class Remedy:
    """What can be done about a refusal: copy what ``text`` gives, ``retry`` (True when it succeeded), ``discard``."""

    text: Callable[[], str] | None = None
    retry: Callable[[], bool] | None = None
    discard: Callable[[], None] | None = None


class ProblemPanel(QFrame):
    """What failed: stays until it is closed or done again. The latest is on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self._refusals: list[tuple[Refused, Remedy]] = []
        self._sign = QLabel(self)
        self._draw_sign()
        self._title = plain_label(self, "problemTitle")
        self._why = plain_label(self)
        self._retry = QPushButton(tr("Try again"), self)
        self._retry.clicked.connect(self._on_retry_clicked)
        self._copy = QPushButton(icon("copy"), tr("Copy text"), self)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._discard = QPushButton(icon("delete"), tr("Discard it"), self)
        self._discard.clicked.connect(self._on_discard_clicked)
        close = close_button(self)
        close.clicked.connect(self._on_close_clicked)
        for button in (self._retry, self._copy, self._discard):
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
        row.addWidget(self._discard)
        row.addWidget(close)
        self.hide()

    def refuse(self, refusal: Refused, remedy: Remedy = Remedy()) -> None:
        """Show a refusal and what can be done about it. What is shown already is not read out once more."""
        was_on_top = bool(self._refusals) and str(self._refusals[-1][0]) == str(refusal)
        self._refusals = [known for known in self._refusals if str(known[0]) != str(refusal)]
        self._refusals.append((refusal, remedy))
        self._show_latest()
        if not was_on_top:
            announce(self, str(refusal), at_once=True)

    def settle(self) -> None:
        """What could be tried again was done: take those messages back."""
        self._refusals = [known for known in self._refusals if known[1].retry is None]
        self._show_latest()

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
        refusal, remedy = self._refusals[-1]
        self._title.setText(refusal.what)
        self._why.setText(" ".join(part for part in (refusal.why, refusal.safe) if part))
        self._retry.setVisible(remedy.retry is not None)
        self._copy.setVisible(remedy.text is not None)
        self._discard.setVisible(remedy.discard is not None)
        self.show()

    def _on_close_clicked(self) -> None:
        self._refusals.pop()
        self._show_latest()

    def _on_retry_clicked(self) -> None:
        retry = self._refusals[-1][1].retry
        if retry is not None and retry():
            self.settle()

    def _on_copy_clicked(self) -> None:
        text = self._refusals[-1][1].text
        if text is not None:
            QApplication.clipboard().setText(text())

    def _on_discard_clicked(self) -> None:
        discard = self._refusals[-1][1].discard
        if discard is not None:
            discard()
        self._on_close_clicked()
