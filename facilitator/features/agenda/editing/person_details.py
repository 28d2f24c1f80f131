"""The person on an item who is chosen: role, minutes, language, and whether they come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from facilitator.domain.times import length, parse_minutes
from facilitator.domain.vocabulary import APPEARANCE_STATUS_LABELS
from facilitator.features.agenda import commands
from facilitator.features.agenda.editing.words import PersonWords
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import Form
from facilitator.kit.icons import icon
from facilitator.reading.plan_rows import AppearanceRow
from facilitator.translation import mark, tr

_FIELDS = ("role", "minutes", "language", "status")


class PersonDetails(QWidget):
    """Edits one appearance; typing is saving."""

    step_wanted = Signal(int)
    """Move the person by this many places among the others."""
    removal_wanted = Signal()

    def __init__(self, context: Context, words: PersonWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._person_id = ""
        self.form = Form(context.library, "appearance", self)
        not_stated = ("", tr("Not stated"))
        statuses = [(status.value, tr(label)) for status, label in APPEARANCE_STATUS_LABELS.items()]
        self.form.add("role", mark("Role"), ChoiceField([not_stated, *words.roles.items()]))
        self.form.add("minutes", mark("Minutes of speech"), LineField(parse_minutes, length))
        self.form.add("language", mark("Will speak in"), ChoiceField([not_stated, *words.languages.items()]))
        self.form.add("status", mark("Coming"), ChoiceField([not_stated, *statuses]))
        self.form.edited.connect(self._on_edited)
        self.form.set_inset(0)
        bar = FlowLayout()
        self.open = self._button(tr("Open the person"), "", self.open_person)
        self.up = self._button(tr("Move this speaker up"), "up", lambda: self.step_wanted.emit(-1))
        self.down = self._button(tr("Move this speaker down"), "down", lambda: self.step_wanted.emit(1))
        self.remove = self._button(tr("Take off"), "", self.removal_wanted.emit)
        for button in (self.open, self.up, self.down, self.remove):
            bar.addWidget(button)
        for button in (self.up, self.down, self.remove):
            button.setEnabled(not context.library.read_only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addLayout(bar)

    def show_person(self, row: AppearanceRow | None) -> None:
        """Show a person's appearance, or nothing."""
        self.setVisible(row is not None)
        if row is None:
            self.form.commit()
            return
        self._person_id = row.person_id
        self.form.show_row(row.id, {name: getattr(row, name) for name in _FIELDS})

    def open_person(self) -> None:
        """Go to the person."""
        self._context.navigator.open_row("person", self._person_id)

    def _button(self, text: str, sign: str, slot: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setObjectName("lettered")
        button.setText(text)
        button.setAccessibleName(text)
        if sign:
            button.setIcon(icon(sign))
            button.setToolTip(text)
        style = Qt.ToolButtonStyle
        button.setToolButtonStyle(style.ToolButtonIconOnly if sign else style.ToolButtonTextOnly)
        button.clicked.connect(lambda: slot())
        return button

    def _on_edited(self, name: str, value: object) -> None:
        self._context.library.run(commands.edit_appearance(self.form.row_id, **{name: value}))
