"""Keep a paper that was made: in a file, in a file for each person, on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.domain.errors import Refused
from facilitator.features.papers.making import Made, PaperMaker, Wanted
from facilitator.kit.context import Context
from facilitator.kit.exporting import Exporter, format_of, render_paper
from facilitator.kit.feature import Making
from facilitator.kit.jobs import Progress
from facilitator.kit.preflighting import EXPORT, PRINT, Leaving, may_leave
from facilitator.publishing.document import Rendering


class PaperKeeper(QObject):
    """Asks where to, over a window."""

    def __init__(self, context: Context, maker: PaperMaker, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._maker, self._window = context, maker, window
        self.exporter = Exporter(context, window)

    def save(self, made: Made) -> None:
        """Ask for a file and write the paper there; as it is shown, or in another of its formats."""
        if not self._may_leave(made, EXPORT):
            return
        path = self.exporter.ask(made.document.stem, made.wanted.report.formats)
        if path is None:
            return
        format_ = format_of(path)
        if format_ == made.format:
            self.exporter.write(path, lambda _: made.rendering)
            return
        try:
            make, format_ = self._maker.render_as(made.wanted, format_)
        except Refused as refusal:
            self._context.notices.refuse(refusal)
            return
        self.exporter.write(path, partial(_rendered, make, format_))

    def save_each(self, wanted: Wanted, made: Made | None) -> None:
        """Ask for a folder and write the paper of each person there, each in a file of its own; ``made`` is the paper
        of all of them together, where it is shown."""
        if made is not None and not self._may_leave(made, EXPORT):
            return
        folder = self.exporter.ask_folder()
        if folder is None:
            return
        try:
            make = self._maker.read_apart(wanted)
        except Refused as refusal:
            self._context.notices.refuse(refusal)
            return
        self.exporter.write_apart(folder, make, wanted.report.formats[0])

    def print(self, made: Made) -> None:
        """Print the pages that are shown."""
        from facilitator.kit.printing import ask_and_print, can_print, no_printer

        if not can_print():
            self._context.notices.refuse(no_printer())
        elif made.leaves and self._may_leave(made, PRINT):
            name = made.document.sealed.title
            ask_and_print(self._context, self._window, name, made.rendering.data, made.leaves)

    def _may_leave(self, made: Made, anyway: str) -> bool:
        return may_leave(self._context, Leaving(made.session_id, made.findings, anyway), self._window)


def _rendered(make: Making, format_: str, progress: Progress) -> Rendering:
    return render_paper(make(progress.report), format_, progress)
