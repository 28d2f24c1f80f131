"""The pages of the paper that is composed, made anew while one types."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.features.briefing import queries
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.previewing.places import page_of, paragraph_at
from facilitator.kit.context import Context
from facilitator.kit.exporting import PAGED, render_paper, words_on
from facilitator.kit.feature import Making
from facilitator.kit.jobs import Job, Progress
from facilitator.kit.labels import plain_label
from facilitator.kit.preview import PreviewPane
from facilitator.kit.preview_pages import Leaf, read_leaves
from facilitator.publishing.document import Rendering
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

_SETTLE_MS = 250
"""The paper is made anew when nothing was changed for so long."""


@dataclass(frozen=True)
class Pages:
    """A paper as it was made: what is shown here is what is written into a file."""

    paper: str
    rendering: Rendering
    leaves: tuple[Leaf, ...]


class PreviewPanel(QWidget):
    """Nothing is read or made while it is not in sight; of what is under way only the latest is shown."""

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._job: Job | None = None
        self._pages: Pages | None = None
        self._is_stale = True
        self.pane = PreviewPane(context.jobs, self)
        self.told = plain_label(self, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.told)
        layout.addWidget(self.pane, 1)
        self.pane.pointed.connect(self._on_pointed)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._make)
        desk.read.connect(self._on_read)
        desk.placed.connect(self._follow)
        desk.data_wanted.connect(self._on_read)
        context.library.changed.connect(self._on_changed)
        context.library.closing.connect(self._on_closing)

    @property
    def current(self) -> Rendering | None:
        """The paper as it is shown, where nothing was changed since; else None, also while it is made anew."""
        if self._pages is None or self._is_stale or self._job is not None:
            return None
        return self._pages.rendering if self._pages.paper == self._desk.paper else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._settle.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle.stop()

    def _on_changed(self, _changes: ChangeSet) -> None:
        """Whatever was changed: what was made before is not written any more."""
        self._is_stale = True

    def _on_read(self, *_: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self._settle.start(_SETTLE_MS if self._pages else 0)

    def _make(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        paper = self._desk.paper
        try:
            with self._context.library.read() as session:
                make = queries.making(session, self._desk.session_id, paper, with_data=self._desk.with_data)
        except Refused as refusal:
            self.pane.say(str(refusal))
            return
        self._is_stale = False
        job = self._context.jobs.run(tr("Making the preview"), lambda progress: _work(paper, make, progress))
        self._job = job
        # Methods of this panel, and no functions: they are called no more when it is gone.
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_failed)

    def _on_made(self, pages: Pages) -> None:
        if self.sender() is not self._job:
            return
        self._job, self._pages = None, pages
        self.pane.show_pages(pages.rendering.data, pages.leaves)
        count = len(pages.leaves)
        told = ntr("{count} page.", "{count} pages.", count).format(count=count)
        self.told.setText(" ".join((told, *words_on(pages.rendering))))
        self._follow()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        if self.sender() is self._job:
            self._job = None
            self._is_stale = True
            self.pane.say(str(error))

    def _follow(self) -> None:
        """Show the page that is being written."""
        if self._pages is not None and self.isVisible():
            page = page_of(self._pages.leaves, self._desk.section, self._desk.paragraph)
            self.pane.show_page(page)
            self.pane.point_out(self._desk.paragraph.text if self._desk.paragraph and page else "")

    def _on_pointed(self, _page: int, before: str, behind: str) -> None:
        """Go to the paragraph that was clicked."""
        if self._desk.briefing is None:
            return
        section, paragraph = paragraph_at(self._desk.briefing, before, behind)
        if section:
            self._desk.go(section, paragraph)

    def _on_closing(self) -> None:
        self._settle.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _work(paper: str, make: Making, progress: Progress) -> Pages:
    document = make(progress.report)
    rendering = render_paper(document, PAGED, progress)
    return Pages(paper, rendering, read_leaves(rendering.data, progress.cancelled))
