"""Export from the window: build from a snapshot, render beside the window's thread, replace the file whole."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.domain.errors import Refused
from facilitator.features.briefing import queries
from facilitator.kit.context import Context
from facilitator.kit.jobs import Progress
from facilitator.publishing.document import Rendering
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage.files import write_whole
from facilitator.translation import ntr, tr


class Exporter(QObject):
    """Asks where to, and writes the paper there."""

    def __init__(self, context: Context, session_id: str, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session_id, self._window = context, session_id, window
        self._folder = ""

    def ask(self, template: str) -> None:
        """Ask for the file, then write it. The suggested name has passed the gate."""
        document = self.build(template)
        dialog = self._make_dialog(f"{document.sealed.stem}.pdf")
        if dialog.exec():
            chosen = Path(dialog.selectedFiles()[0])
            self._folder = str(chosen.parent)
            self.write(document, chosen)

    def _make_dialog(self, name: str) -> QFileDialog:
        """The file dialog; it gives the ending of the chosen type, and so asks before it replaces a file."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = documents if Path(documents).is_dir() else str(self._context.library.store.path.parent)
        dialog = QFileDialog(self._window, tr("Export"), self._folder or usual)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("PDF (*.pdf)"), tr("Markdown (*.md)")])
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(
            lambda chosen: dialog.setDefaultSuffix("md" if "*.md" in chosen else "pdf")
        )
        dialog.selectFile(name)
        return dialog

    def build(self, template: str) -> ClearedDocument:
        """The paper as it stands now, through the gate."""
        with self._context.library.read() as session:
            return queries.build(session, self._session_id, template)

    def write(self, document: ClearedDocument, target: Path) -> None:
        """Render in a job and write the file whole; what it found is told."""
        format_ = "md" if target.suffix.lower() == ".md" else "pdf"
        path = target if target.suffix.lower() in (".md", ".pdf") else target.with_name(f"{target.name}.pdf")

        def work(progress: Progress) -> Rendering:
            from facilitator.publishing.export import render

            if format_ == "pdf":
                rendering = render(document, format_, progress=progress.report, cancelled=progress.cancelled)
            else:
                rendering = render(document, format_)
            write_whole(path, rendering.data)
            return rendering

        job = self._context.jobs.run(tr("Exporting {name}").format(name=path.name), work)
        job.succeeded.connect(lambda rendering: self._on_written(path, rendering))
        job.failed.connect(self._on_failed)

    def _on_written(self, path: Path, rendering: Rendering) -> None:
        told = tr("Wrote {name}.")
        if path.suffix.lower() != ".md":
            told = ntr("Wrote {name}, {count} page.", "Wrote {name}, {count} pages.", rendering.pages)
        told = told.format(name=path.name, count=rendering.pages)
        if rendering.overfull:
            told = tr("{told} It does not fit one page.").format(told=told)
        if rendering.missing:
            told = tr("{told} No font has {characters}: printed by code.").format(
                told=told, characters=" ".join(rendering.missing)
            )
        self._context.notices.tell(told)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._context.notices.refuse(error)
