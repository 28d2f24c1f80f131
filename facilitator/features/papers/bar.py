"""What stands below the papers: how far the making is, what was told, and what can be done with the paper."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from facilitator.kit.icons import Tone, icon
from facilitator.kit.labels import plain_label
from facilitator.translation import tr

_PATIENCE_MS = 400
"""What is made sooner is not worth showing."""


class PapersBar(QWidget):
    """The dialog connects its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = plain_label(self, "quiet")
        self.print_button = QPushButton(icon("print"), tr("Print…"), self)
        self.save_button = QPushButton(icon("export", Tone.ON_ACCENT), tr("Save as…"), self)
        self.save_button.setObjectName("primary")
        self.close_button = QPushButton(tr("Close"), self)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(tr("Making the paper"))
        self.stop = QPushButton(tr("Stop"), self)
        self._working = QWidget(self)
        self._patience = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self._working.show)
        self._lay_out()

    def begin(self) -> None:
        """A paper is being made; that is shown when it takes a while."""
        self._bar.setRange(0, 0)
        self._patience.start()

    def show_progress(self, done: int, of: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def end(self) -> None:
        """Nothing is being made any more."""
        self._patience.stop()
        self._working.hide()

    def _lay_out(self) -> None:
        for button in (self.stop, self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
        above = QHBoxLayout(self._working)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self._bar, 1)
        above.addWidget(self.stop)
        self._working.hide()
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        for button in (self.print_button, self.save_button, self.close_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._working)
        layout.addLayout(row)
