"""The fields in which an open thing is settled by typing."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.features.notes import commands, queries
from facilitator.features.notes.editing import fields
from facilitator.features.notes.opens.rows import Code, OpenRow
from facilitator.kit.context import Context
from facilitator.kit.fields import Field, LineField, ReferenceField
from facilitator.kit.forms import Form
from facilitator.storage import choices
from facilitator.storage.edits import SetFields
from facilitator.storage.records import PersonRecord
from facilitator.translation import mark, tr

_NAMES: dict[Code, tuple[str, ...]] = {
    Code.CONSENT: ("consent_note",),
    Code.FIGURE: ("figure", "unit", "source"),
    Code.COMMITMENT: ("responsible", "due"),
    Code.RECOMMENDATION: ("addressee",),
    Code.QUESTION: ("answer",),
    Code.CASE: ("case_id",),
    Code.SPEAKER: ("speaker_id", "voice"),
    Code.KIND: ("kind",),
}
_CONSENT_NOTE = mark("When and how it was given")


def has_form(code: Code) -> bool:
    """Whether there is something to type."""
    return code in _NAMES


class SettlingForm(QWidget):
    """The fields for one kind of open things; ``written`` when one of them was."""

    written = Signal()

    def __init__(self, context: Context, session_id: str, code: Code, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session_id, self._code = context, session_id, code
        self.form = Form(context.library, "person" if code is Code.CONSENT else "note", self)
        self.form.set_inset(0)
        for name in _NAMES[code]:
            label = _CONSENT_NOTE if name == "consent_note" else fields.LABELS[name]
            self.form.add(name, label, _make(name))
        self.form.edited.connect(self._on_edited)
        if code is Code.SPEAKER:
            self._reference("speaker_id").named.connect(self._on_named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)

    def show_point(self, row: OpenRow) -> None:
        """Show what is known of a thing."""
        self._offer()
        self.form.show_row(row.id, {name: getattr(row, name) for name in _NAMES[self._code]})

    def field(self, name: str) -> Field:
        """The field of a column."""
        return self.form.field(name)

    def _reference(self, name: str) -> ReferenceField:
        field = self.form.field(name)
        assert isinstance(field, ReferenceField)
        return field

    def _offer(self) -> None:
        if self._code not in (Code.SPEAKER, Code.CASE):
            return
        with self._context.library.read() as session:
            if self._code is Code.CASE:
                self._reference("case_id").set_choices(choices.cases(session))
                return
            people = dict(choices.people(session))
            speakers = queries.run_frame(session, self._session_id).speakers
        ids = dict.fromkeys([*(row_id for row_id in speakers if row_id in people), *people])
        self._reference("speaker_id").set_choices([(row_id, people[row_id]) for row_id in ids])

    def _on_edited(self, name: str, value: Any) -> None:
        row_id = self.form.row_id
        if self._code is Code.CONSENT:
            label = tr("Change “{field}” of a person").format(field=tr(_CONSENT_NOTE))
            command: Any = SetFields(PersonRecord, row_id, {name: value}, label)
        else:
            command = commands.edit_note(row_id, tr(fields.LABELS[name]), {name: value})
        self._run(command)

    def _on_named(self, name: str) -> None:
        self._run(commands.give_new_speaker(self.form.row_id, name))

    def _run(self, command: Any) -> None:
        if self._context.library.run(command):
            self._context.notices.tell(command.label, offer_undo=True)
            self.written.emit()


def _make(name: str) -> Field:
    """The control of a column, in one line so that Enter settles it."""
    return LineField() if name in ("answer", "consent_note") else fields.make(name)
