"""What the gate and the paper itself tell before it is published; each finding goes to its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.briefing import queries
from facilitator.features.briefing.desk import Desk
from facilitator.kit.context import Context
from facilitator.kit.findings import FindingsPanel
from facilitator.reading.concerned import concerned


class CheckingPanel(QWidget):
    """The findings of the paper that is composed."""

    counted = Signal(int)

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self.findings = FindingsPanel(self)
        self.findings.opened.connect(self._on_opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.findings)
        desk.read.connect(self._on_read)

    def _on_read(self) -> None:
        with self._context.library.read() as session:
            findings = queries.preflight(session, self._desk.session_id, self._desk.paper)
            words = concerned(session, findings)
        self.findings.show_findings(findings, words)
        self.counted.emit(len(findings))

    def _on_opened(self, table: str, row_id: str) -> None:
        if table == "note":
            self._context.navigator.open_stage(self._desk.session_id, "notes", row_id)
        elif table == "person":
            self._context.navigator.open_row("person", row_id)
        elif table == "briefing_paragraph":
            self._desk.find(row_id)
