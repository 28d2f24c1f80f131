"""Print a PDF on paper: its own pages, at the printer's resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.context import Context
from facilitator.kit.jobs import Job, Progress
from facilitator.kit.preview_pages import POINTS_TO_INCH, Leaf, draw_pages
from facilitator.translation import ntr, tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DPI = 300
"""Pictures of more dots than that print no better, and slowly."""


def ask_and_print(
    context: Context, window: QWidget, name: str, data: bytes, leaves: tuple[Leaf, ...]
) -> Job | None:
    """Let the person choose a printer and pages, and print; None when they choose none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, name, leaves)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, len(leaves))
    if not dialog.exec():
        return None
    return print_pages(context, printer, data, leaves)


def can_print() -> bool:
    """Whether a printer is set up on this computer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def no_printer() -> Refused:
    """What is said where nothing can print."""
    return Refused(
        tr("The paper can’t be printed here."),
        tr("No printer is set up on this computer."),
        tr("Nothing was changed. The paper can be saved as PDF and printed elsewhere."),
    )


def prepare(printer: QPrinter, name: str, leaves: tuple[Leaf, ...]) -> None:
    """Tell the printer what comes: pages of this size, the long side as the first one has it, to the very edge."""
    printer.setDocName(name)
    printer.setFullPage(True)
    first = leaves[0]
    wide = first.width > first.height
    size = QSizeF(min(first.width, first.height), max(first.width, first.height))
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )


def print_pages(context: Context, printer: QPrinter, data: bytes, leaves: tuple[Leaf, ...]) -> Job:
    """Print in a job, with progress; a page goes to the printer when it is drawn."""
    numbers = chosen_pages(printer.fromPage(), printer.toPage(), len(leaves))

    def work(progress: Progress) -> int:
        painter = QPainter()
        if not painter.begin(printer):
            raise no_printer()
        try:
            _paint(painter, printer, data, numbers, progress)
        finally:
            painter.end()
        return len(numbers)

    job = context.jobs.run(tr("Printing {name}").format(name=printer.docName()), work)
    job.succeeded.connect(
        lambda count: context.notices.tell(
            ntr("Sent {count} page to the printer.", "Sent {count} pages to the printer.", count).format(
                count=count
            )
        )
    )
    job.failed.connect(lambda error: _on_failed(context, error))
    return job


def chosen_pages(first: int, last: int, count: int) -> range:
    """The pages that were chosen, counted from 0; all where none were (Qt says 0 then)."""
    if not first:
        return range(count)
    return range(min(first, count) - 1, min(last or count, count))


def _paint(painter: QPainter, printer: QPrinter, data: bytes, numbers: range, progress: Progress) -> None:
    scale = min(printer.resolution(), _MOST_DPI) / POINTS_TO_INCH
    for done, picture in enumerate(draw_pages(data, numbers, scale)):
        progress.report(done, len(numbers))
        if done:
            printer.newPage()
        page = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
        fitting = picture.size().scaled(page.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, fitting.width(), fitting.height())
        target.moveCenter(page.toRect().center())
        painter.drawImage(target, picture)


def _on_failed(context: Context, error: BaseException) -> None:
    if not isinstance(error, Refused):
        raise error
    context.notices.refuse(error)
