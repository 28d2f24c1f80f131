"""What the gate and the paper itself tell before it is published; each is settled there, or gone to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.features.briefing import queries
from facilitator.features.briefing.checking.mends import mends_of
from facilitator.features.briefing.checking.print_mends import Mend
from facilitator.features.briefing.checking.rules import Occasion
from facilitator.features.briefing.desk import Desk
from facilitator.kit.context import Context
from facilitator.kit.findings import FindingsPanel, open_finding
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.publishing.gate import Finding
from facilitator.reading.concerned import concerned
from facilitator.translation import tr

_MOST_KEYS = 9


class CheckingPanel(QWidget):
    """Digits settle the finding with the focus; Enter goes to its place."""

    counted = Signal(int)

    def __init__(self, context: Context, desk: Desk) -> None:
        super().__init__()
        self._context, self._desk = context, desk
        self._occasion = Occasion()
        self._mends: Sequence[Mend] = ()
        self._chosen: Finding | None = None
        self.findings = FindingsPanel(self)
        self.findings.opened.connect(self._on_opened)
        self.findings.chosen.connect(self._show_mends)
        self.findings.digit_pressed.connect(self.settle)
        self.told = plain_label(self, "quiet")
        self._buttons = QWidget(self)
        self._row = FlowLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.findings, 1)
        layout.addWidget(self.told)
        layout.addWidget(self._buttons)
        desk.read.connect(self._on_read)

    def settle(self, number: int) -> None:
        """Settle the finding with the focus in one of its ways, 1 being the first."""
        if 1 <= number <= len(self._mends) and not self._desk.read_only:
            self._desk.run(self._mends[number - 1].command)

    def _on_read(self) -> None:
        desk = self._desk
        with self._context.library.read() as session:
            found = queries.preflight(session, desk.session_id, desk.paper)
            language = desk.briefing.language if desk.briefing else "en"
            self._occasion = queries.read_occasion_facts(session, desk.session_id, language)
            words = concerned(session, found)
        self.findings.show_findings(found, words)
        self.counted.emit(len(found))

    def _show_mends(self, finding: Finding | None) -> None:
        self._chosen = finding
        self._mends = mends_of(finding, self._desk.briefing, self._occasion)[:_MOST_KEYS] if finding else ()
        self._row.clear()
        for number, mend in enumerate(self._mends, start=1):
            button = QPushButton(tr("{number}  {mend}").format(number=number, mend=mend.words), self._buttons)
            button.setToolTip(mend.meaning)
            button.setEnabled(not self._desk.read_only)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda *_, number=number: self.settle(number))
            self._row.addWidget(button)
            button.show()
        place = tr("Enter goes to its place.") if finding and finding.row_id else ""
        here = tr("The digits settle it here.") if self._mends else ""
        self.told.setText(" ".join(filter(None, (here, place))))

    def _on_opened(self, table: str, row_id: str) -> None:
        if table == "briefing_paragraph":
            self._desk.find(row_id)
            if self._chosen and self._chosen.code.startswith("second_"):
                self._desk.second_wanted.emit()
        else:
            open_finding(self._context.navigator, self._desk.session_id, table, row_id)
