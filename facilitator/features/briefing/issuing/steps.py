"""Take a step: ask who signs, make the file where it is issued, and keep both."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import Refused
from facilitator.domain.issuing import STATUS_LABELS, Status
from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.commands import IssuedFile, TakeStep
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.issuing.rows import StepRow
from facilitator.features.briefing.issuing.signing import SigningDialog
from facilitator.features.briefing.issuing.words import words_of
from facilitator.kit.context import Context
from facilitator.kit.exporting import PAGED, Exporter, render_paper
from facilitator.kit.jobs import Progress
from facilitator.kit.preflighting import SIGN, Leaving, may_leave
from facilitator.publishing.document import Rendering
from facilitator.publishing.gate import ClearedDocument
from facilitator.translation import tr


class StepTaker(QObject):
    """Nothing is changed before all that a step needs is there."""

    def __init__(self, context: Context, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._desk, self._window = context, desk, window
        self._exporter = Exporter(context, window)

    def take(self, status: Status) -> None:
        """Ask who signs, and take the paper to its next status."""
        briefing = self._desk.briefing
        if briefing is None:
            return
        paper = self._read()
        if status is not Status.DRAFT and not self._is_ready(paper):
            return
        author = self._context.settings.author if self._context.settings else ""
        dialog = SigningDialog(status, author, self._window)
        dialog.data.setChecked(self._desk.with_data)
        if not dialog.exec():
            return
        self._desk.carry_data(dialog.data.isChecked())
        signed = dialog.name.text(), dialog.remark.text()
        if status is Status.ISSUED:
            self._issue(briefing.id, self._read(), *signed)
        else:
            self._keep(TakeStep(briefing.id, status, _now(), signed[0], words_of(paper), signed[1]))

    def save(self, step: StepRow) -> None:
        """Write the bytes that were issued into a file."""
        try:
            with self._context.library.read() as session:
                data = queries.issued_file(session, step)
        except Refused as refusal:
            self._context.notices.refuse(refusal)
            return
        path = self._exporter.ask(Path(step.name).stem, (PAGED,))
        if path is not None:
            self._exporter.write(path, lambda _: Rendering(data, step.pages))

    def _is_ready(self, paper: ClearedDocument) -> bool:
        """Whether nothing is open, or the person goes on all the same."""
        desk = self._desk
        with self._context.library.read() as session:
            found = queries.findings_on(session, desk.session_id, desk.paper, paper)
        return may_leave(self._context, Leaving(desk.session_id, found, SIGN), self._window)

    def _read(self) -> ClearedDocument:
        """The paper as it stands now, through the gate."""
        desk = self._desk
        with self._context.library.read() as session:
            return queries.build(session, desk.session_id, desk.paper, with_data=desk.with_data)

    def _issue(self, briefing_id: str, paper: ClearedDocument, signed_by: str, remark: str) -> None:
        words = words_of(paper)

        def work(progress: Progress) -> TakeStep:
            made = render_paper(paper, PAGED, progress)
            file = IssuedFile(f"{paper.stem}.{PAGED}", made.data, made.pages)
            return TakeStep(briefing_id, Status.ISSUED, _now(), signed_by, words, remark, file)

        job = self._context.jobs.run(tr("Issuing the paper"), work)
        job.succeeded.connect(self._keep)
        job.failed.connect(self._on_failed)

    def _keep(self, command: commands.TakeStep) -> None:
        told = tr("The paper is “{status}”.").format(status=tr(STATUS_LABELS[command.status]))
        if self._desk.run(command, tell="" if command.for_good else told) and command.for_good:
            self._context.notices.tell(told)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._context.notices.refuse(error)


def _now() -> int:
    """Now, in milliseconds since 1970-01-01 UTC."""
    return time.time_ns() // 1_000_000
