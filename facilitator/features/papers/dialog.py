"""The papers of a session in the window: as they will print, to be printed and saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.errors import Refused
from facilitator.features.papers.bar import PapersBar
from facilitator.features.papers.chooser import PaperChooser
from facilitator.features.papers.making import Made, PaperMaker
from facilitator.features.papers.saving import PaperKeeper
from facilitator.kit.announcing import announce
from facilitator.kit.context import Context
from facilitator.kit.exporting import PAGED, words_on
from facilitator.kit.feature import Report
from facilitator.kit.findings import FindingsPanel, open_finding
from facilitator.kit.preview import PreviewPane
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

_WIDTH_CHARACTERS, _HEIGHT_LINES = 150, 44
_SETTLE_MS = 300
"""Several changes that come together make the paper anew once."""


class PapersDialog(QDialog):
    """Stays open beside the window: what is changed there shows here."""

    def __init__(
        self, context: Context, session_id: str, reports: Sequence[Report], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.session_id = session_id
        self.made: Made | None = None
        self.setWindowTitle(tr("Papers of the session"))
        self.chooser = PaperChooser(context, session_id, reports, self)
        self.preview = PreviewPane(context.jobs, self)
        self.findings = FindingsPanel(self)
        self.maker = PaperMaker(context, session_id, self)
        self.keeper = PaperKeeper(context, self.maker, self)
        self._settle = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._settle.timeout.connect(self._make_anew)
        self.bottom = PapersBar(self)
        self._lay_out()
        self._connect()

    def show_paper(self, report_id: str = "") -> None:
        """Show the dialog, and a paper in it."""
        chosen = self.chooser.choose(report_id)
        self.show()
        self.raise_()
        self.activateWindow()
        self.chooser.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not chosen and self.made is None:
            self.make()

    def make(self) -> None:
        """Make the paper that is chosen."""
        self.preview.to_first()
        self._make_anew()

    def save(self) -> None:
        """Ask for a file and write the paper there."""
        if self.made is not None:
            self.keeper.save(self.made)

    def save_each(self) -> None:
        """Ask for a folder and write the paper of each person there."""
        self.keeper.save_each(self.chooser.wanted(), self.made)

    def print(self) -> None:
        """Print the pages that are shown."""
        if self.made is not None:
            self.keeper.print(self.made)

    def done(self, result: int) -> None:
        self._settle.stop()
        self.maker.cancel()
        super().done(result)

    def sizeHint(self) -> QSize:
        metrics, screen = self.fontMetrics(), self.screen().availableSize()
        wanted = QSize(metrics.averageCharWidth() * _WIDTH_CHARACTERS, metrics.lineSpacing() * _HEIGHT_LINES)
        return wanted.boundedTo(QSize(screen.width() * 19 // 20, screen.height() * 9 // 10))

    def _lay_out(self) -> None:
        middle = QSplitter(Qt.Orientation.Vertical, self)
        middle.addWidget(self.preview)
        middle.addWidget(self.findings)
        middle.setStretchFactor(0, 1)
        middle.setSizes([600, 90])
        panes = QSplitter(Qt.Orientation.Horizontal, self)
        panes.addWidget(self.chooser)
        panes.addWidget(middle)
        panes.setStretchFactor(1, 1)
        for splitter in (middle, panes):
            splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(panes, 1)
        layout.addWidget(self.bottom)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self.make)
        self.maker.begun.connect(self._on_begun)
        self.maker.progressed.connect(self.bottom.show_progress)
        self.maker.made.connect(self._on_made)
        self.maker.refused.connect(self._on_refused)
        self.maker.stopped.connect(self._on_stopped)
        self.bottom.stop.clicked.connect(self.maker.cancel)
        self.bottom.print_button.clicked.connect(self.print)
        self.bottom.save_button.clicked.connect(self.save)
        self.chooser.each_apart.clicked.connect(self.save_each)
        self.bottom.close_button.clicked.connect(self.close)
        self.findings.opened.connect(self._on_finding_opened)
        self._context.library.changed.connect(self._on_library_changed)
        # The window says it too, but this dialog may cover it.
        self._context.notices.told.connect(self._on_told)
        self._context.notices.refused.connect(self._on_notice_refused)

    def _make_anew(self) -> None:
        self.maker.make(self.chooser.wanted())

    def _on_begun(self) -> None:
        self.bottom.begin()
        self._enable(None)

    def _on_made(self, made: Made) -> None:
        if made.leaves:
            self.preview.show_pages(made.rendering.data, made.leaves)
        else:
            self.preview.show_text(made.rendering.data.decode("utf-8"))
        self.findings.show_findings(made.findings, made.concerned)
        self._enable(made)
        count = len(made.leaves)
        pages = ntr("{count} page", "{count} pages", count).format(count=count) if count else ""
        words = " ".join([f"{pages}." if pages else "", *words_on(made.rendering)]).strip()
        self.bottom.told.setText(words)
        announce(
            self, tr("{paper} is ready. {words}").format(paper=tr(made.wanted.report.title), words=words)
        )

    def _on_refused(self, refusal: Refused) -> None:
        self._enable(None)
        self.bottom.end()
        self.findings.list.clear()
        self.preview.say("\n".join((refusal.what, refusal.why, refusal.safe)))
        self.bottom.told.clear()
        announce(self, str(refusal), at_once=True)

    def _on_stopped(self) -> None:
        self._enable(None)
        self.bottom.end()
        self.preview.say(tr("Stopped. Choose the paper again to make it."))

    def _on_told(self, text: str) -> None:
        if self.isVisible():
            self.bottom.told.setText(text)
            announce(self, text)

    def _on_notice_refused(self, refusal: Refused) -> None:
        if self.isVisible():
            self.bottom.told.setText(str(refusal))
            announce(self, str(refusal), at_once=True)

    def _enable(self, made: Made | None) -> None:
        self.made = made
        if made is not None:
            self.bottom.end()
        self.findings.setEnabled(made is not None)
        self.bottom.print_button.setEnabled(made is not None and made.format == PAGED)
        self.bottom.save_button.setEnabled(made is not None)

    def _on_finding_opened(self, table: str, row_id: str) -> None:
        open_finding(self._context.navigator, self.session_id, table, row_id)

    def _on_library_changed(self, _changes: ChangeSet) -> None:
        if self.isVisible():
            # At once: what is shown may tell what no longer may be told, such as somebody who was named until now.
            self._enable(None)
            self.chooser.refresh()
            self._settle.start()
        else:
            self.made = None
