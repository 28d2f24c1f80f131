"""What stands beside the composer: notes that are not used yet, and what to settle before publishing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.features.briefing.columns import NOTES
from facilitator.features.briefing.rows import UnusedNoteRow
from facilitator.kit.lists import RowTable
from facilitator.publishing.gate import Finding, Severity
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


class FindingsPanel(QWidget):
    """What a careful reader would ask before the paper is published; Enter goes to its place."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(tr("What to settle before publishing"))
        self.list.itemActivated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)

    def show_findings(self, findings: Sequence[Finding], concerned: Mapping[str, str]) -> None:
        """Show the findings, warnings first, each with the words on the row that it ``concerned``."""
        row = self.list.currentRow()
        self.list.clear()
        for finding in sorted(findings, key=lambda found: found.severity is not Severity.WARNING):
            sign = "▲" if finding.severity is Severity.WARNING else "○"
            about = concerned.get(finding.row_id, "")
            words = (
                tr("{message} ({about})").format(message=finding.message, about=about)
                if about
                else finding.message
            )
            item = QListWidgetItem(f"{sign} {words}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, (finding.table, finding.row_id))
        if not findings:
            QListWidgetItem(tr("Nothing stands in the way."), self.list)
        self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _on_activated(self, item: QListWidgetItem) -> None:
        place = item.data(Qt.ItemDataRole.UserRole)
        if place:
            self.opened.emit(*place)
