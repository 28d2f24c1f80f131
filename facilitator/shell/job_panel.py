"""Work under way that takes long: how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from facilitator.kit.jobs import Job, Jobs
from facilitator.kit.labels import plain_label
from facilitator.translation import tr

PATIENCE_MS = 500
"""Work that ends sooner is not worth showing."""


class JobPanel(QFrame):
    """Shows the job that runs, once it has run for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job")
        self._jobs: list[Job] = []
        self._title = plain_label(self)
        self._bar = QProgressBar(self)
        self._cancel = QPushButton(tr("Cancel"), self)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self._title, 1)
        row.addWidget(self._bar, 1)
        row.addWidget(self._cancel)
        self._timer = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._timer.timeout.connect(self.show)
        self.hide()

    def watch(self, jobs: Jobs) -> None:
        """Show the jobs of a runner."""
        jobs.started.connect(self._on_started)
        jobs.ended.connect(self._on_ended)

    def _on_started(self, job: Job) -> None:
        self._jobs.append(job)
        job.progressed.connect(lambda done, of, job=job: self._on_progressed(job, done, of))
        if len(self._jobs) == 1:
            self._show_first()

    def _on_ended(self, job: Job) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
        self._show_first()

    def _show_first(self) -> None:
        if not self._jobs:
            self._timer.stop()
            self.hide()
            return
        job = self._jobs[0]
        self._title.setText(job.title)
        self._bar.setAccessibleName(job.title)
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(True)
        self._cancel.setAccessibleName(tr("Cancel: {job}").format(job=job.title))
        if not self.isVisible():
            self._timer.start()

    def _on_progressed(self, job: Job, done: int, of: int) -> None:
        if self._jobs and job is self._jobs[0]:
            self._bar.setRange(0, of)
            self._bar.setValue(done)

    def _on_cancel_clicked(self) -> None:
        self._cancel.setEnabled(False)
        self._jobs[0].cancel()
