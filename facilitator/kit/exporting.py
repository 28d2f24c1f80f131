"""Papers from the window into files: ask where to, render beside the window's thread, replace the file whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.context import Context
from facilitator.kit.feature import MakingApart
from facilitator.kit.jobs import Job, Progress
from facilitator.publishing.document import Rendering
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage.files import write_whole
from facilitator.translation import mark, ntr, tr

FORMAT_FILTERS = {
    "pdf": mark("PDF (*.pdf)"),
    "docx": mark("Word document (*.docx)"),
    "html": mark("Web page (*.html)"),
    "md": mark("Markdown (*.md)"),
    "csv": mark("Table as text (*.csv)"),
    "xlsx": mark("Workbook (*.xlsx)"),
    "ics": mark("Calendar (*.ics)"),
}
PAGED = "pdf"

Render = Callable[[Progress], Rendering]


def render_paper(document: ClearedDocument, format_: str, progress: Progress) -> Rendering:
    """Render a sealed paper in a job."""
    from facilitator.publishing.export import render

    if format_ == PAGED:
        return render(document, format_, progress=progress.report, cancelled=progress.cancelled)
    return render(document, format_)


class Exporter(QObject):
    """Asks where to, and writes papers there. The suggested names have passed the gate."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._folder = ""

    def ask(self, stem: str, formats: Sequence[str]) -> Path | None:
        """The file that the person chooses, with the ending of a format; None when they choose none."""
        dialog = self._make_dialog(stem, formats)
        if not dialog.exec():
            return None
        chosen = with_ending(Path(dialog.selectedFiles()[0]), formats)
        self._folder = str(chosen.parent)
        return chosen

    def ask_folder(self) -> Path | None:
        """The folder that the person chooses; None when they choose none."""
        dialog = QFileDialog(self._window, tr("Folder for the files"), self._folder or self._usual_folder())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if not dialog.exec():
            return None
        self._folder = dialog.selectedFiles()[0]
        return Path(self._folder)

    def write_apart(self, folder: Path, make: MakingApart, format_: str) -> Job:
        """Make several papers in a job and write each into a file of its own; how many there are is told."""

        def work(progress: Progress) -> int:
            from facilitator.kit.apart import write_apart

            return len(write_apart(make(progress.report), format_, folder, progress.report))

        job = self._context.jobs.run(tr("Writing files into {name}").format(name=folder.name), work)
        job.succeeded.connect(lambda count: self._on_written_apart(folder, count))
        job.failed.connect(self._on_failed)
        return job

    def write(self, path: Path, render: Render) -> Job:
        """Render in a job and write the file whole; what it found is told."""

        def work(progress: Progress) -> Rendering:
            rendering = render(progress)
            write_whole(path, rendering.data)
            return rendering

        job = self._context.jobs.run(tr("Exporting {name}").format(name=path.name), work)
        job.succeeded.connect(lambda rendering: self._on_written(path, rendering))
        job.failed.connect(self._on_failed)
        return job

    def _make_dialog(self, stem: str, formats: Sequence[str]) -> QFileDialog:
        """The file dialog; it gives the ending of the chosen type, and so asks before it replaces a file."""
        dialog = QFileDialog(self._window, tr("Export"), self._folder or self._usual_folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {tr(FORMAT_FILTERS[format_]): format_ for format_ in formats}
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix(formats[0])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters.get(chosen, formats[0])))
        dialog.selectFile(f"{stem}.{formats[0]}")
        return dialog

    def _usual_folder(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return documents if Path(documents).is_dir() else str(self._context.library.store.path.parent)

    def _on_written_apart(self, folder: Path, count: int) -> None:
        told = ntr("Wrote {count} file into {name}.", "Wrote {count} files into {name}.", count)
        self._context.notices.tell(told.format(count=count, name=folder.name or folder))

    def _on_written(self, path: Path, rendering: Rendering) -> None:
        told = tr("Wrote {name}.")
        if format_of(path) == PAGED:
            told = ntr("Wrote {name}, {count} page.", "Wrote {name}, {count} pages.", rendering.pages)
        told = told.format(name=path.name, count=rendering.pages)
        for more in words_on(rendering):
            told = f"{told} {more}"
        self._context.notices.tell(told)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, Refused):
            raise error
        self._context.notices.refuse(error)


def data_box(parent: QWidget) -> QCheckBox:
    """Asks whether a PDF is to carry what it shows as data."""
    box = QCheckBox(tr("With data"), parent)
    box.setAccessibleDescription(
        tr("The PDF carries what it shows as data for programs, as far as it may be told")
    )
    box.setToolTip(box.accessibleDescription())
    return box


def format_of(path: Path) -> str:
    """The format that a file's ending means."""
    return path.suffix.lower().removeprefix(".")


def with_ending(path: Path, formats: Sequence[str]) -> Path:
    """The path with the ending of one of the formats: its own, or else the first one's."""
    return path if format_of(path) in formats else path.with_name(f"{path.name}.{formats[0]}")


def words_on(rendering: Rendering) -> list[str]:
    """What could not be shown as meant, in words."""
    found = []
    if rendering.overfull:
        found.append(tr("It does not fit one page."))
    if rendering.missing:
        told = tr("No font has {characters}: printed by code.")
        found.append(told.format(characters=" ".join(rendering.missing)))
    return [*found, *rendering.notes]
