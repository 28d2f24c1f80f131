"""Breakout groups: one that is edited, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.domain.text import shortened
from facilitator.features.agenda import commands
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import Form
from facilitator.kit.labels import plain_label
from facilitator.kit.reference import ReferenceField
from facilitator.reading.plan_rows import GroupRow
from facilitator.storage import choices
from facilitator.translation import mark, tr

_ON_BUTTON = 32
"""Characters of what is known of a group on its button; the tooltip has all of it."""
_FIELDS = ("name", "room", "link", "moderator_id", "rapporteur_id")


class GroupPanel(QWidget):
    """Edits a group; typing is saving."""

    def __init__(self, context: Context, session_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.form = Form(context.library, "breakout_group", self)
        self.form.add_heading(mark("Breakout group"))
        self.form.add("name", mark("Name"), LineField())
        self.form.add("room", mark("Room"), LineField())
        self.form.add("link", mark("Link"), LineField())
        self._people: list[ReferenceField] = []
        for name, label in (("moderator_id", mark("Moderator")), ("rapporteur_id", mark("Rapporteur"))):
            field = ReferenceField(adding=mark("Add “{name}” as a new person"))
            field.named.connect(lambda text, name=name: self._on_named(name, text))
            self.form.add(name, label, field)
            self._people.append(field)
        self.form.edited.connect(self._on_edited)
        self.form.set_inset(0)
        bar = FlowLayout()
        self.left = self._button(tr("Move left"), lambda: self._move(-1))
        self.right = self._button(tr("Move right"), lambda: self._move(1))
        self.delete = self._button(tr("Delete the group"), self._on_delete)
        for button in (self.left, self.right, self.delete):
            bar.addWidget(button)
        help_text = tr("Its items go back to the plenary when the group is deleted. Undo brings it back.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 0, 9, 9)
        layout.addWidget(self.form)
        layout.addLayout(bar)
        layout.addWidget(plain_label(self, "quiet", help_text))
        self.load_choices()

    def load_choices(self) -> None:
        """Read the people anew."""
        with self._context.library.read() as session:
            people = choices.people(session)
        for field in self._people:
            field.set_choices(people)

    def show_group(self, group: GroupRow, place: int, count: int) -> None:
        """Show a group, which is the one at that place (from 0) of so many."""
        values = {name: getattr(group, name) for name in _FIELDS}
        self.form.show_row(group.id, values)
        writable = not self._context.library.read_only
        self.left.setEnabled(writable and place > 0)
        self.right.setEnabled(writable and place < count - 1)
        self.delete.setEnabled(writable)

    def focus_field(self, name: str) -> None:
        """Put the caret into a field."""
        self.form.field(name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(True)  # Enter presses it, not the space bar alone
        button.clicked.connect(lambda: slot())
        return button

    def _on_edited(self, name: str, value: object) -> None:
        self._context.library.run(commands.edit_group(self.form.row_id, **{name: value}))

    def _on_named(self, field: str, name: str) -> None:
        if self._context.library.run(commands.NameLead(self.form.row_id, field, name)):
            self._context.notices.tell(tr("Added {name} to the people").format(name=name), offer_undo=True)

    def _move(self, places: int) -> None:
        self._context.library.run(commands.MoveGroup(self._session_id, self.form.row_id, places))

    def _on_delete(self) -> None:
        if self._context.library.run(commands.DeleteGroup(self.form.row_id)):
            self._context.notices.tell(tr("Deleted the group"), offer_undo=True)


class GroupList(QWidget):
    """The groups of a session, each a way to what is edited of it."""

    group_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        self._ids: list[str] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(9, 0, 9, 9)
        self._layout.addWidget(plain_label(self, "formHeading", tr("Groups")))

    def show_groups(self, groups: Sequence[GroupRow]) -> None:
        """Show these groups."""
        self._ids = [group.id for group in groups]
        texts = [_described(group) for group in groups]
        while len(self.buttons) > len(groups):
            button = self.buttons.pop()
            button.hide()
            button.deleteLater()
        while len(self.buttons) < len(groups):
            self._add_button(len(self.buttons))
        for button, text in zip(self.buttons, texts, strict=True):
            button.setText(shortened(text, _ON_BUTTON).replace("&", "&&"))
            button.setToolTip(text)
            button.setAccessibleName(text)

    def _add_button(self, number: int) -> None:
        button = QPushButton(self)
        button.setObjectName("link")
        button.setAutoDefault(True)  # Enter presses it, not the space bar alone
        button.clicked.connect(lambda: self.group_wanted.emit(self._ids[number]))
        self._layout.addWidget(button)
        self.buttons.append(button)


def _described(group: GroupRow) -> str:
    return " · ".join(filter(None, (group.name, group.room, group.moderator)))
