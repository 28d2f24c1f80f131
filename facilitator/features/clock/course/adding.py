"""Adding what was forgotten while the session was held."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.kit.fields import ChoiceField
from facilitator.kit.labels import plain_label
from facilitator.storage.store import Command
from facilitator.translation import tr

Making = Callable[[str, str, str], Command]
"""What is to be done with what was chosen, from when, until when. Raises ``Refused``."""


class AddDialog(QDialog):
    """One of several, from one time to another. What can't have been is said below, and stays as it was typed."""

    def __init__(
        self,
        title: str,
        what: str,
        choices: Sequence[tuple[str, str]],
        times: tuple[str, str],
        make: Making,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._make = make
        self.command: Command | None = None
        self.choice = ChoiceField(choices, self)
        self.since, self.until = QLineEdit(times[0], self), QLineEdit(times[1], self)
        self.problem = plain_label(self, "refusal")
        self.problem.hide()
        form = QFormLayout()
        for name, field in ((what, self.choice), (tr("From"), self.since), (tr("To"), self.until)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)

    def _try(self) -> None:
        try:
            self.command = self._make(self.choice.currentData(), self.since.text(), self.until.text())
        except Refused as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            self.since.setFocus()
            return
        self.accept()
