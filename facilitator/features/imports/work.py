"""Reads files and plans their import in the background, again after each answer and correction."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from facilitator.domain.errors import Refused
from facilitator.features.imports.planning import plan
from facilitator.features.imports.queries import read_library
from facilitator.features.imports.reading.values import Table, Watch
from facilitator.features.imports.rows import Plan
from facilitator.features.imports.tables import read_tables
from facilitator.kit.context import Context
from facilitator.kit.jobs import Job, Progress
from facilitator.translation import tr

_PAUSE_MS = 150
"""Answers that follow each other sooner are planned together."""


class ImportWork(QObject):
    """Files in, plans out. Nothing is changed in the library."""

    planned = Signal(object)
    """A ``Plan`` that fits the library as it is."""
    refused = Signal(object)
    """A ``Refused``: a file that is not read."""
    busy_changed = Signal(bool)
    progressed = Signal(int, int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._tables: dict[Path, list[Table]] = {}
        self._job: Job | None = None
        self._again = self._paused = self._stopped = False
        self.choices: dict[str, str] = {}
        self.plan: Plan | None = None
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._plan)
        context.library.changed.connect(self._on_library_changed)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that were read."""
        return tuple(self._tables)

    @property
    def busy(self) -> bool:
        """Whether something is read or planned, or is about to be."""
        return self._job is not None or self._timer.isActive()

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read files, then plan the import of all that were read."""
        wanted = tuple(path for path in paths if path not in self._tables)
        if wanted:
            self._run(tr("Reading files"), lambda progress: _read(wanted, progress), self._on_read)

    def choose(self, key: str, value: str | None) -> None:
        """Give an answer or a correction, or take it back, and plan again."""
        if self.choices.get(key) == value:
            return
        if value is None:
            self.choices.pop(key, None)
        else:
            self.choices[key] = value
        self._plan_soon()

    def cancel(self) -> None:
        """Stop what is under way; the files that were being read are forgotten, the last plan stands."""
        self._timer.stop()
        self._again = False
        if self._job is not None:
            self._stopped = True
            self._job.cancel()

    def pause(self) -> None:
        """Stop, and plan nothing more, also when the library changes."""
        self._paused = True
        self.cancel()

    def resume(self) -> None:
        """Plan again."""
        self._paused = False
        self._plan_soon()

    def _plan_soon(self) -> None:
        self._timer.start()
        self.busy_changed.emit(True)

    def _plan(self) -> None:
        if self._job is not None:
            self._again = True
            self._job.cancel()
            return
        tables = [table for tables in self._tables.values() for table in tables]
        with self._context.library.read() as session:
            library = read_library(session, {table.kind for table in tables if table.kind})
        choices = dict(self.choices)
        self._run(
            tr("Planning the import"),
            lambda progress: plan(library, tables, choices, _watch(progress)),
            self._on_planned,
        )

    def _run(self, title: str, work: Any, done: Any) -> None:
        self._stopped = False
        self._job = self._context.jobs.run(title, work)
        self._job.progressed.connect(self.progressed)
        self._job.succeeded.connect(done)
        self._job.failed.connect(self._on_failed)
        self._job.cancelled.connect(self._on_cancelled)
        self.busy_changed.emit(True)

    def _on_read(self, found: list[tuple[Path, list[Table] | Refused]]) -> None:
        if self._stopped:  # it had ended just before it was asked to
            self._on_cancelled()
            return
        self._job = None
        for path, tables in found:
            if isinstance(tables, Refused):
                self.refused.emit(tables)
            else:
                self._tables[path] = tables
        if self._tables:
            self._plan()
        else:
            self.busy_changed.emit(False)

    def _on_planned(self, made: Plan) -> None:
        if self._stopped:
            self._on_cancelled()
            return
        self._job = None
        if self._again:
            self._again = False
            self._plan()
            return
        self.plan = made
        self.busy_changed.emit(self.busy)
        self.planned.emit(made)

    def _on_cancelled(self) -> None:
        self._job = None
        if self._again:
            self._again = False
            self._plan()
        else:
            self.busy_changed.emit(False)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.busy_changed.emit(False)
        if not isinstance(error, Refused):
            raise error
        self.refused.emit(error)

    def _on_library_changed(self) -> None:
        if self._tables and not self._paused:
            self._plan_soon()


def _watch(progress: Progress) -> Watch:
    return Watch(progress.report, progress.cancelled)


def _read(paths: tuple[Path, ...], progress: Progress) -> list[tuple[Path, list[Table] | Refused]]:
    found: list[tuple[Path, list[Table] | Refused]] = []
    for number, path in enumerate(paths):
        progress.report(number, len(paths))
        try:
            found.append((path, read_tables(path, Watch(cancelled=progress.cancelled))))
        except Refused as refusal:
            found.append((path, refusal))
    return found
