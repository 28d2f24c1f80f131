"""How far reading and planning are, and a way to stop them; not there while nothing is under way."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from facilitator.features.imports.work import ImportWork
from facilitator.translation import tr


class WorkBar(QWidget):
    """Shows the progress of an import's work."""

    def __init__(self, work: ImportWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(tr("Reading and planning"))
        self.stop = QPushButton(tr("Stop"), self)
        self.stop.clicked.connect(work.cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        layout.addWidget(self.stop)
        work.busy_changed.connect(self._on_busy_changed)
        work.progressed.connect(self._on_progressed)
        self.hide()

    def _on_busy_changed(self, busy: bool) -> None:
        self.setVisible(busy)
        self._bar.setRange(0, 0)

    def _on_progressed(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)
