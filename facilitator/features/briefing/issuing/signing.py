"""Who signs a step of a paper, and with what remark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.issuing import SIGNED, Status
from facilitator.features.briefing.issuing.in_words import ACTIONS
from facilitator.kit.exporting import data_box
from facilitator.kit.labels import plain_label
from facilitator.publishing.gate import Finding
from facilitator.translation import ntr, tr

_SHOWN = 6
"""Findings that are told in full; the list beside the text has them all."""


class SigningDialog(QDialog):
    """Asks for a name and a remark, and tells once more what was found."""

    def __init__(self, status: Status, name: str, findings: Sequence[Finding], parent: QWidget) -> None:
        super().__init__(parent)
        self._must_sign = status in SIGNED
        action = tr(ACTIONS[status]).rstrip("…")
        self.setWindowTitle(action)
        self.name, self.remark = QLineEdit(name, self), QLineEdit(self)
        self.problem = plain_label(self, "refusal")
        self.problem.hide()
        form = QFormLayout()
        for words, field in ((tr("Signed by"), self.name), (tr("Remark"), self.remark)):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.data = data_box(self)
        if status is Status.ISSUED:
            form.addRow("", self.data)
        else:
            self.data.hide()
        buttons = QDialogButtonBox(self)
        self.go = buttons.addButton(action, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        if told := _told(findings):
            layout.addWidget(plain_label(self, text=told))
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _try(self) -> None:
        if self._must_sign and not self.name.text().strip():
            self.problem.setText(tr("It needs the name of whoever signs for it."))
            self.problem.show()
            self.name.setFocus()
            return
        self.accept()


def _told(findings: Sequence[Finding]) -> str:
    lines = list(dict.fromkeys(finding.message for finding in findings))
    if not lines:
        return ""
    more = len(lines) - _SHOWN
    head = ntr("{count} thing to know:", "{count} things to know:", len(lines)).format(count=len(lines))
    tail = [ntr("… and {count} more", "… and {count} more", more).format(count=more)] if more > 0 else []
    return "\n".join((head, *(f"• {line}" for line in lines[:_SHOWN]), *tail))
