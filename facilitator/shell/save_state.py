"""The status bar: whether all is saved, which library is open, and whether it can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from facilitator.kit.announcing import announce
from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label
from facilitator.translation import tr

if TYPE_CHECKING:
    from datetime import datetime


class SaveState(QStatusBar):
    """Says when the last durable save was."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._saved = QLabel(self)
        self._library = plain_label(self)
        self._library.setWordWrap(False)
        self._read_only = QLabel(tr("Read-only"), self)
        self._read_only.setObjectName("readOnly")
        self._read_only.hide()
        self._sign = QLabel(self)
        self._draw_sign()
        self._sign.hide()
        self.addWidget(self._sign)
        self.addWidget(self._saved, 1)
        self.addPermanentWidget(self._read_only)
        self.addPermanentWidget(self._library)
        self._failing = False

    def show_library(self, name: str, *, read_only: bool) -> None:
        """Show which library is open."""
        self._library.setText(name)
        self._read_only.setVisible(read_only)
        self._saved.setText(
            tr("It can be read here, not changed.") if read_only else tr("All changes are saved.")
        )

    def show_saved(self, moment: datetime) -> None:
        """Show that everything up to a moment (local time) is durable."""
        self._show(tr("Saved {time}").format(time=f"{moment:%H:%M}"), is_failure=False)

    def show_failure(self, words: str = "") -> None:
        """Show that the latest change is not saved; ``words`` tell what is not. It stays until all is."""
        self._show(words or tr("Not saved"), is_failure=True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_sign"):
            self._draw_sign()

    def _show(self, words: str, *, is_failure: bool) -> None:
        self._saved.setText(words)
        self._sign.setVisible(is_failure)
        if self._failing and not is_failure:
            announce(self, words)
        self._failing = is_failure

    def _draw_sign(self) -> None:
        side = self.fontMetrics().height()
        self._sign.setPixmap(icon("warning", Tone.DANGER).pixmap(QSize(side, side), self.devicePixelRatioF()))
