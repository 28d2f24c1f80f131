"""The status bar: whether all is saved, which library is open, and whether it can only be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from facilitator.kit.announcing import announce
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
        self._saved.setText(tr("Saved {time}").format(time=f"{moment:%H:%M}"))
        if self._failing:
            announce(self, self._saved.text())
        self._failing = False

    def show_failure(self) -> None:
        """Show that the latest change is not saved."""
        self._failing = True
        self._saved.setText(tr("Not saved"))
