"""What the gate found in a paper, in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.publishing.gate import Finding, Severity
from facilitator.translation import tr


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
