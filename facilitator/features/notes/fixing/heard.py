"""One key makes a city case of what is at hand: the notes that are selected, the note that is typed, or the latest."""

from __future__ import annotations

from PySide6.QtCore import QObject

from facilitator.features.notes.capture.panel import CapturePanel
from facilitator.features.notes.fixing.steps import Steps
from facilitator.features.notes.listing.pair import NoteLists


class CaseHeard(QObject):
    """What is being typed is kept as a note first; where it can't be kept, nothing more happens."""

    def __init__(self, steps: Steps, capture: CapturePanel, lists: NoteLists) -> None:
        super().__init__(lists)
        self._steps, self._capture, self._lists = steps, capture, lists
        self._waits = False
        capture.kept.connect(self._on_kept)

    def make(self) -> None:
        """Make the case, or go to it where it is made already."""
        if self._steps.means_notes():
            self._steps.make_case()
        elif self._capture.line.toPlainText().strip():
            self._waits = True
            self._capture.line.entered.emit()
            self._waits = False
        elif latest := self._lists.active.notes.latest():
            self._lists.select(latest)
            self._steps.make_case()

    def _on_kept(self, note_id: str) -> None:
        if self._waits:
            self._waits = False
            self._steps.make_case_of([note_id])
