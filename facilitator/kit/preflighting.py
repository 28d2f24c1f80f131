"""What is open is told before a paper leaves the library: go and settle it, or go on all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from facilitator.kit.context import Context
from facilitator.kit.findings import FindingsPanel, open_finding
from facilitator.kit.labels import plain_label
from facilitator.publishing.gate import Finding, Severity
from facilitator.reading.concerned import concerned
from facilitator.translation import mark, ntr, tr

_WIDTH_CHARACTERS, _HEIGHT_LINES = 96, 30

EXPORT = mark("Export all the same")
PRINT = mark("Print all the same")
SIGN = mark("Go on all the same")


@dataclass(frozen=True)
class Leaving:
    """What a paper that is to leave the library would be asked about. ``anyway`` is what the button says that goes on
    (one of this module's, marked for translation); ``session_id`` says where findings are settled, empty for none."""

    session_id: str
    findings: Sequence[Finding]
    anyway: str = EXPORT


class PreflightDialog(QDialog):
    """Lists the findings by weight. Enter goes to the first, or to the one with the focus; nothing is waved through
    that consent withholds, for that is out of the paper already."""

    def __init__(self, leaving: Leaving, words: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: Finding | None = None
        self.setWindowTitle(tr("Before it leaves the library"))
        self.findings = FindingsPanel(self)
        self.findings.show_findings(leaving.findings, words)
        self.findings.list.setCurrentRow(self._first())
        self.findings.activated.connect(self._go)
        buttons = QDialogButtonBox(self)
        self.to_place = QPushButton(tr("Go there"), buttons)
        self.to_place.setObjectName("primary")
        buttons.addButton(self.to_place, QDialogButtonBox.ButtonRole.ActionRole)
        self.anyway = buttons.addButton(tr(leaving.anyway), QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel = buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.to_place.clicked.connect(self._on_to_place)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.findings.chosen.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(self, "formHeading", _counted(leaving.findings)))
        layout.addWidget(plain_label(self, "quiet", tr("Enter goes to the place of what is chosen.")))
        layout.addWidget(self.findings, 1)
        stays = tr("What consent withholds stays out of the paper, whatever you choose here.")
        layout.addWidget(plain_label(self, "quiet", stays))
        layout.addWidget(buttons)
        self._on_chosen(self._current())
        self.findings.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        metrics, screen = self.fontMetrics(), self.screen().availableSize()
        wanted = QSize(metrics.averageCharWidth() * _WIDTH_CHARACTERS, metrics.lineSpacing() * _HEIGHT_LINES)
        return wanted.boundedTo(QSize(screen.width() * 19 // 20, screen.height() * 9 // 10))

    def _first(self) -> int:
        """The row of the weightiest finding that has a place."""
        rows = range(self.findings.list.count())
        return next((row for row in rows if _has_place(self._at(row))), 0)

    def _at(self, row: int) -> Finding | None:
        item = self.findings.list.item(row)
        found: Finding | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found

    def _current(self) -> Finding | None:
        return self._at(self.findings.list.currentRow())

    def _on_chosen(self, finding: Finding | None) -> None:
        """Enter never does by mistake what can't be taken back: where there is nowhere to go, it cancels."""
        self.to_place.setEnabled(_has_place(finding))
        usual: QPushButton = self.to_place if _has_place(finding) else self.cancel
        usual.setDefault(True)

    def _on_to_place(self) -> None:
        self._go(self._current())

    def _go(self, finding: Finding | None) -> None:
        if _has_place(finding):
            self.chosen = finding
            self.reject()


def may_leave(context: Context, leaving: Leaving, window: QWidget) -> bool:
    """Whether the paper goes on: nothing is open, or the person says so. Otherwise the place of a finding is shown,
    where one was chosen, or nothing happens."""
    if not any(found.severity is Severity.WARNING for found in leaving.findings):
        return True
    with context.library.read() as session:
        words = concerned(session, leaving.findings)
    dialog = PreflightDialog(leaving, words, window)
    goes_on = bool(dialog.exec())
    chosen = dialog.chosen
    dialog.deleteLater()
    if chosen is not None:
        about = chosen.session_id or leaving.session_id
        open_finding(context.navigator, about, chosen.table, chosen.row_id)
    return goes_on


def _has_place(finding: Finding | None) -> bool:
    return bool(finding and finding.row_id)


def _counted(findings: Sequence[Finding]) -> str:
    count = sum(one.severity is Severity.WARNING for one in findings)
    told = ntr("{count} thing is open in this paper.", "{count} things are open in this paper.", count)
    return told.format(count=count)
