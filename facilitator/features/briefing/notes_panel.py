"""What stands beside the composer: notes that are not used yet, and what to settle before publishing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from facilitator.features.briefing.columns import NOTES
from facilitator.features.briefing.rows import UnusedNoteRow
from facilitator.kit.lists import RowTable
from facilitator.translation import ntr, tr


class NotesPanel(QWidget):
    """Notes that no paragraph rests on: those that belong to the part that is chosen, or all."""

    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notes: Sequence[UnusedNoteRow] = ()
        self._part = ""
        self.count = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.count.setObjectName("quiet")
        self.only_part = QCheckBox(tr("Only those of this part"), self)
        self.only_part.toggled.connect(self._show)
        self.table = RowTable(NOTES, tr("Notes that are not used yet"), self)
        self.table.opened.connect(lambda _: self.used.emit())
        layout = QVBoxLayout(self)
        for widget in (self.count, self.only_part, self.table):
            layout.addWidget(widget)

    def show_notes(self, notes: Sequence[UnusedNoteRow], part: str) -> None:
        """Show the notes that are not used, with the part that is chosen."""
        self._notes, self._part = notes, part
        self._show()

    def selected(self) -> list[UnusedNoteRow]:
        """The notes that are selected."""
        return self.table.selected_rows()

    def _show(self) -> None:
        chosen = [n for n in self._notes if not self.only_part.isChecked() or n.part == self._part]
        self.table.rows.set_rows(chosen)
        told = ntr(
            "{count} note is not used yet. Enter puts it into the part.",
            "{count} notes are not used yet. Enter puts the selected ones into the part.",
            len(self._notes),
        )
        self.count.setText(told.format(count=len(self._notes)) if self._notes else tr("Every note is used."))
