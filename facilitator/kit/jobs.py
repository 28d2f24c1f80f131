"""Work that takes long, on one other thread: frozen value in, value out. The only place that touches threads."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThreadPool, Signal

from facilitator.domain.errors import Cancelled

Work = Callable[["Progress"], Any]


class Progress:
    """What the work is given: it reports how far it is, and asks whether it was cancelled."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def report(self, done: int, of: int) -> None:
        """Say how many steps of how many are done. Raises ``Cancelled`` when the person cancelled."""
        if self._cancelled.is_set():
            raise Cancelled
        self._report(done, of)

    def cancelled(self) -> bool:
        """Whether the person cancelled."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()


class Job(QObject):
    """One piece of work under way. Its signals arrive on the GUI thread; exactly one of the last three comes."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _ended = Signal(str, object)

    def __init__(self, title: str, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._work = work
        self._progress = Progress(self.progressed.emit)
        self._ended.connect(self._on_ended)

    def cancel(self) -> None:
        """Ask it to stop; ``cancelled`` comes when it has, with everything as it was before."""
        self._progress.cancel()

    def perform(self) -> None:
        """Do the work; called on the other thread."""
        try:
            result = self._work(self._progress)
        except Cancelled:
            self._ended.emit("cancelled", None)
        except Exception as error:
            self._ended.emit("failed", error)
        else:
            self._ended.emit("succeeded", result)

    def _on_ended(self, how: str, value: object) -> None:
        if how == "succeeded":
            self.succeeded.emit(value)
        elif how == "failed":
            self.failed.emit(value)
        else:
            self.cancelled.emit()


class Jobs(QObject):
    """Runs jobs one after the other on one thread."""

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._running: list[Job] = []

    def run(self, title: str, work: Work) -> Job:
        """Start work, or queue it behind what runs. Connect to the job's signals before returning to the event loop."""
        job = Job(title, work, self)
        self._running.append(job)
        for ending in (job.succeeded, job.failed, job.cancelled):
            ending.connect(lambda *_, job=job: self._on_job_ended(job))
        self.started.emit(job)
        self._pool.start(job.perform)
        return job

    def finish(self, milliseconds: int = 5000) -> bool:
        """Cancel what runs and wait for it, before the program ends."""
        for job in self._running:
            job.cancel()
        return self._pool.waitForDone(milliseconds)

    def _on_job_ended(self, job: Job) -> None:
        if job in self._running:
            self._running.remove(job)
            self.ended.emit(job)
            job.deleteLater()
