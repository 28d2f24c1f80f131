"""Who signs a step of a paper, and with what remark."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.issuing import SIGNED, Status
from facilitator.features.briefing.issuing.in_words import ACTIONS
from facilitator.kit.exporting import data_box
from facilitator.kit.labels import plain_label
from facilitator.translation import tr


class SigningDialog(QDialog):
    """Asks for a name and a remark."""

    def __init__(self, status: Status, name: str, parent: QWidget) -> None:
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
