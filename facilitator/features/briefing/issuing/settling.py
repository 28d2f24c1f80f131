"""What a speaker answered on their sheet."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.consent import ATTRIBUTION_MEANINGS, Attribution
from facilitator.domain.dates import parse_date, show_date
from facilitator.domain.errors import Refused
from facilitator.features.briefing.commands import SettleSheet
from facilitator.features.briefing.issuing.in_words import today
from facilitator.features.briefing.issuing.rows import SheetRow
from facilitator.kit.fields import ChoiceField
from facilitator.kit.labels import plain_label
from facilitator.translation import mark, ntr, tr

_ANSWERS = (
    (Attribution.NAMED, mark("With name, office and place")),
    (Attribution.BY_ROLE, mark("By role, without the name")),
    (Attribution.CHATHAM_HOUSE, mark("Without telling who said it")),
    (Attribution.OFF_THE_RECORD, mark("Not at all")),
    (Attribution.PENDING, mark("Some of it: I settle each note")),
)


class SettlingDialog(QDialog):
    """Asks how what was pending may be published. ``command`` is what settles it."""

    def __init__(self, session_id: str, row: SheetRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._session_id, self._row = session_id, row
        self.command: SettleSheet | None = None
        self.setWindowTitle(tr("The sheet of {person} came back").format(person=row.person))
        told = ntr(
            "{count} note waits for this answer.", "{count} notes wait for this answer.", row.pending
        ).format(count=row.pending)
        self.answer = ChoiceField([(value, tr(words)) for value, words in _ANSWERS], self)
        self.meaning = plain_label(self, "quiet")
        self.answer.currentIndexChanged.connect(self._on_answer)
        self.day, self.remark = QLineEdit(show_date(today()), self), QLineEdit(self)
        self.consents = QCheckBox(tr("It is the person’s consent from now on, where none is known yet"), self)
        self.consents.setChecked(True)
        form = QFormLayout()
        for words, field in (
            (tr("May be published"), self.answer),
            (tr("Came back on"), self.day),
            (tr("Remark"), self.remark),
        ):
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.problem = plain_label(self, "refusal")
        self.problem.hide()
        buttons = QDialogButtonBox(self)
        buttons.addButton(tr("Tick off"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._try)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(self, text=told))
        layout.addLayout(form)
        for below in (self.meaning, self.consents, self.problem, buttons):
            layout.addWidget(below)
        self._on_answer()

    def _on_answer(self) -> None:
        self.meaning.setText(tr(ATTRIBUTION_MEANINGS[Attribution(self.answer.currentData())]))

    def _try(self) -> None:
        try:
            day = parse_date(self.day.text()) or today()
        except Refused as refusal:
            self.problem.setText(str(refusal))
            self.problem.show()
            self.day.setFocus()
            return
        self.command = SettleSheet(
            self._session_id,
            self._row.id,
            day,
            Attribution(self.answer.currentData()),
            self.remark.text().strip(),
            self.consents.isChecked(),
        )
        self.accept()
