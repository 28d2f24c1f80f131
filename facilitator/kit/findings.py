"""What the gate found in a paper, in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from facilitator.kit.navigator import Navigator
from facilitator.publishing.gate import Finding, Severity
from facilitator.translation import tr


class FindingsPanel(QWidget):
    """What a careful reader would ask before the paper is published; Enter goes to its place."""

    opened = Signal(str, str)
    activated = Signal(object)
    """The ``Finding`` that Enter or a double click means."""
    chosen = Signal(object)
    """The ``Finding`` with the focus; None where there is none."""
    digit_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = _Findings(self)
        self.list.digit_pressed.connect(self.digit_pressed)
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(tr("What to settle before publishing"))
        self.list.itemActivated.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list)

    def show_findings(self, findings: Sequence[Finding], concerned: Mapping[str, str]) -> None:
        """Show the findings, warnings first, each with the words on the row that it ``concerned``."""
        row = max(0, self.list.currentRow())
        blocker = QSignalBlocker(self.list)
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
            item.setData(Qt.ItemDataRole.UserRole, finding)
        if not findings:
            QListWidgetItem(tr("Nothing stands in the way."), self.list)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        blocker.unblock()
        self._on_row_changed(self.list.currentRow())

    def _on_row_changed(self, row: int) -> None:
        item = self.list.item(row) if row >= 0 else None
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole) if item else None)

    def _on_activated(self, item: QListWidgetItem) -> None:
        finding = item.data(Qt.ItemDataRole.UserRole)
        if finding is not None:
            self.activated.emit(finding)
            self.opened.emit(finding.table, finding.row_id)


def open_finding(navigator: Navigator, session_id: str, table: str, row_id: str) -> None:
    """Show where a finding is settled; nothing where it has no place. ``session_id`` is that of the paper, empty for
    one on the whole library."""
    stage = {"note": "notes", "briefing_paragraph": "briefing"}.get(table)
    kind = {"person": "person", "case_study": "case", "note": "note"}.get(table)
    if stage and session_id:
        navigator.open_stage(session_id, stage, row_id)
    elif kind:
        navigator.open_row(kind, row_id)


class _Findings(QListWidget):
    digit_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in tuple("123456789") and not event.isAutoRepeat():
            self.digit_pressed.emit(int(event.text()))
        else:
            super().keyPressEvent(event)
