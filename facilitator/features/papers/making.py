"""Make the paper that is asked for: read it here, clear and render it beside the window's thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from facilitator.domain.errors import Refused
from facilitator.kit.context import Context
from facilitator.kit.exporting import PAGED, render_paper
from facilitator.kit.feature import Making, MakingApart, Report, findings_on, load, making
from facilitator.kit.jobs import Job, Progress
from facilitator.kit.preview_pages import Leaf, read_leaves
from facilitator.publishing.document import Rendering
from facilitator.publishing.gate import ClearedDocument, Finding
from facilitator.reading.concerned import concerned
from facilitator.translation import tr


@dataclass(frozen=True)
class Wanted:
    """A paper that is asked for."""

    report: Report
    language: str
    options: Mapping[str, Any] = field(default_factory=dict)
    of_library: bool = False
    """Whether it is about all sessions, where it can be."""


@dataclass(frozen=True)
class Made:
    """A paper that was made: the bytes that are previewed, printed and saved are the same."""

    wanted: Wanted
    document: ClearedDocument
    format: str
    rendering: Rendering
    leaves: tuple[Leaf, ...] = ()
    session_id: str = ""
    """That of the session it is about; empty for all of them."""
    findings: tuple[Finding, ...] = ()
    """All that is to be known before the paper leaves the library."""
    concerned: Mapping[str, str] = field(default_factory=dict)
    """Words on the rows that the findings concern, for the person's own screen."""


class PaperMaker(QObject):
    """Makes one paper at a time; what is asked for anew takes the place of what is under way."""

    begun = Signal()
    progressed = Signal(int, int)
    made = Signal(object)
    refused = Signal(object)
    """A ``Refused``: there is no such paper as things stand."""
    stopped = Signal()

    def __init__(self, context: Context, session_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._job: Job | None = None
        context.library.closing.connect(self._on_closing)

    def make(self, wanted: Wanted) -> None:
        """Make a paper in the format that it is shown in."""
        self.cancel()
        self._job = None
        format_ = wanted.report.formats[0]
        try:
            make = self._read(wanted, format_)
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        self.begun.emit()
        work = partial(_work, wanted, make, format_)
        job = self._context.jobs.run(tr("Making “{paper}”").format(paper=tr(wanted.report.title)), work)
        self._job = job
        # Methods of this object, and no functions: they are called no more when it is gone.
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)

    def cancel(self) -> None:
        """Stop what is under way."""
        if self._job is not None:
            self._job.cancel()

    def render_as(self, wanted: Wanted, format_: str) -> tuple[Making, str]:
        """What makes the same paper in another format. Raises ``Refused`` when the session is gone."""
        return self._read(wanted, format_), format_

    def read_apart(self, wanted: Wanted) -> MakingApart:
        """What makes the paper of each person as one of its own. Raises ``Refused`` when the session is gone."""
        with self._context.library.read() as session:
            make: MakingApart = load(wanted.report.apart)(session, self._session_id, wanted.language)
        return make

    def _read(self, wanted: Wanted, format_: str) -> Making:
        with self._context.library.read() as session:
            return making(
                wanted.report, session, self._about(wanted), wanted.language, format_, **wanted.options
            )

    def _about(self, wanted: Wanted) -> str:
        """The session that a paper is about; empty for one on all of them."""
        return "" if wanted.of_library else self._session_id

    def _on_closing(self) -> None:
        """What is made now is of no use any more, and there is no library to read on."""
        self.cancel()
        self._job = None

    def _is_latest(self) -> bool:
        """Whether what tells is what was asked for last."""
        return self._job is not None and self.sender() is self._job

    def _on_progressed(self, done: int, of: int) -> None:
        if self._is_latest():
            self.progressed.emit(done, of)

    def _on_cancelled(self) -> None:
        if self._is_latest():
            self._job = None
            self.stopped.emit()

    def _on_made(self, made: Made) -> None:
        if not self._is_latest():
            return
        self._job = None
        about = self._about(made.wanted)
        try:
            with self._context.library.read() as session:
                found = findings_on(made.wanted.report, session, about, made.document)
                words = concerned(session, found)
        except Refused as refusal:
            self.refused.emit(refusal)
            return
        self.made.emit(replace(made, session_id=about, findings=found, concerned=words))

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if self._is_latest():
            self._job = None
            self.refused.emit(error)


def _work(wanted: Wanted, make: Making, format_: str, progress: Progress) -> Made:
    document = make(progress.report)
    rendering = render_paper(document, format_, progress)
    leaves = read_leaves(rendering.data, progress.cancelled) if format_ == PAGED else ()
    return Made(wanted, document, format_, rendering, leaves)
