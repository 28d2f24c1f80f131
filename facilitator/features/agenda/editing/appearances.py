"""Who appears on an agenda item, in which role and for how long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from facilitator.domain.vocabulary import ROLE_OF_SEGMENT, Vocabulary
from facilitator.features.agenda import commands
from facilitator.features.agenda.dragging import APPEARANCES
from facilitator.features.agenda.dropping import carries_people, put_people
from facilitator.features.agenda.editing.person_details import PersonDetails
from facilitator.features.agenda.editing.person_rows import AppearanceTable
from facilitator.features.agenda.editing.speaking_time import SpeakingTime
from facilitator.features.agenda.editing.words import PersonWords
from facilitator.kit.context import Context
from facilitator.kit.dragging import dropped
from facilitator.kit.fields import ChoiceField
from facilitator.kit.flow import FlowLayout
from facilitator.kit.labels import plain_label
from facilitator.kit.reference import ReferenceField
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow
from facilitator.storage import choices
from facilitator.translation import mark, tr

_ROLE = 20
"""Letters of a role that can be read before it is chosen."""


class AppearancePanel(QWidget):
    """Who appears on an item, or takes part and stands on none: added by name, picked, or dropped here."""

    pick_wanted = Signal()
    """People are to be picked from the library."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.item_id: str | None = None
        """The item whose people are shown; None for those who stand on no item."""
        self._preset = False
        self._usual = ""
        """The role that people usually have on the item that is shown."""
        self.setAcceptDrops(not context.library.read_only)
        with context.library.read() as session:
            roles = dict(choices.codes(session, Vocabulary.ROLE))
            languages = dict(choices.codes(session, Vocabulary.LANGUAGE))
        words = PersonWords(roles, languages)
        self.heading = plain_label(self, "formHeading")
        self.time = SpeakingTime(context, self)
        self.hint = plain_label(self, "quiet", tr("Nobody yet. Type a name, pick people, or drop them here."))
        self.table = AppearanceTable(words, self)
        self.table.deletion_requested.connect(self._on_deletion_requested)
        self.table.opened.connect(lambda row: context.navigator.open_row("person", row.person_id))
        self.table.step_wanted.connect(self._on_step_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self._make_entry(roles)
        self._details = PersonDetails(context, words, self)  # behind the entry, as Tab goes on to it
        self._details.step_wanted.connect(self._on_step_wanted)
        self._details.removal_wanted.connect(lambda: self._on_deletion_requested(self.table.selected_rows()))
        self.details = self._details.form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 0, 9, 9)
        for widget in (self.heading, self.time, self.hint, self.table, self.person):
            layout.addWidget(widget)
        line = FlowLayout()
        line.addWidget(self.role)
        line.addWidget(self.pick)
        layout.addLayout(line)
        layout.addWidget(self._details)
        layout.addStretch(1)
        self.load_choices()

    def _make_entry(self, roles: dict[str, str]) -> None:
        self.person = ReferenceField(self, adding=mark("Add “{name}” as a new person"))
        self.person.setAccessibleName(tr("Add a person"))
        line = self.person.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Add a person: type a name"))
        self.person.committed.connect(self._on_person_chosen)
        self.person.named.connect(self._on_person_named)
        as_role = tr("as {role}")
        listed = [(code, as_role.format(role=label)) for code, label in roles.items()]
        self.role = ChoiceField([("", tr("in no role yet")), *listed], self)
        self.role.setAccessibleName(tr("Role of the person to add"))
        self.role.setMinimumContentsLength(_ROLE)
        self.role.setMinimumWidth(1)  # so long where there is room
        self.pick = QPushButton(tr("Pick people…"), self)
        self.pick.setAutoDefault(True)  # Enter presses it, not the space bar alone
        self.pick.clicked.connect(self.pick_wanted)
        for widget in (self.person, self.role, self.pick):
            widget.setEnabled(not self._context.library.read_only)

    def load_choices(self) -> None:
        """Read the people anew."""
        with self._context.library.read() as session:
            self.person.set_choices(choices.people(session))

    def show_item(self, row: AgendaItemRow) -> None:
        """Show who appears on an item."""
        usual = ROLE_OF_SEGMENT.get(row.segment, "")
        self._show(row.id, tr("Who speaks"), row.appearances, usual if self.role.findData(usual) >= 0 else "")
        self.time.show_item(row)

    def show_session(self, rows: Sequence[AppearanceRow]) -> None:
        """Show who takes part in the session and stands on no item."""
        self._show(None, tr("Taking part, on no agenda item"), rows)
        self.time.show_item(None)

    def preset(self, role: str) -> None:
        """Put the caret where a person is added, who will have this role; the usual one where none is named."""
        self.role.show_value(role or self._usual)
        self._preset = True
        self.person.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(
        self, item_id: str | None, heading: str, rows: Sequence[AppearanceRow], usual: str = ""
    ) -> None:
        if item_id != self.item_id:
            self.person.empty()
        if (item_id, usual) != (self.item_id, self._usual):
            self.item_id, self._usual = item_id, usual
            self._forget_role()
        self.heading.setText(heading)
        self.table.set_people(rows)
        self.table.setVisible(bool(rows))
        self.hint.setVisible(not rows)
        self._on_selected()

    def _forget_role(self) -> None:
        self.role.show_value(self._usual)
        self._preset = False

    def _on_selected(self) -> None:
        chosen = self.table.selected_rows()
        self._details.show_person(chosen[0] if len(chosen) == 1 else None)

    def _on_person_chosen(self, person_id: str | None) -> None:
        if person_id:
            self._add(person_id=person_id)

    def _on_person_named(self, name: str) -> None:
        if self._add(name=name):
            self._context.notices.tell(tr("Added {name} to the people").format(name=name), offer_undo=True)

    def _add(self, *, person_id: str = "", name: str = "") -> bool:
        role = self.role.currentData() or ""
        if there := self._there(person_id, role):
            self.person.empty()
            self.table.select(there.id)
            self._context.notices.tell(tr("{name} is there already").format(name=there.person))
            return False
        command = commands.AddAppearance(self._session_id, self.item_id, person_id, name, role)
        if not self._context.library.run(command):
            return False
        self.person.empty()
        if self._preset:
            self._forget_role()
        self.table.select(command.id)
        return True

    def _there(self, person_id: str, role: str) -> AppearanceRow | None:
        """The row of a person who is there in that role; a person may have two roles, but is not there twice in one."""
        rows = (row for row in self.table.rows.rows() if row.person_id == person_id)
        return next((row for row in rows if not role or row.role in ("", role)), None)

    def _on_step_wanted(self, places: int) -> None:
        chosen = [row.id for row in self.table.selected_rows()]
        if chosen and not self._context.library.read_only:
            step = commands.StepAppearances(self._session_id, self.item_id, chosen, places)
            self._context.library.run(step)

    def _on_deletion_requested(self, rows: list[AppearanceRow]) -> None:
        if rows and self._context.library.run(commands.delete_appearances([row.id for row in rows])):
            self._context.notices.tell(tr("Removed from the agenda"), offer_undo=True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carries_people(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def take(self, data: QMimeData) -> bool:
        """Put who was dropped here on the item that is shown; False where that changes nothing."""
        shown = {row.id for row in self.table.rows.rows()}
        if shown.issuperset(dropped(APPEARANCES, data)) and data.hasFormat(APPEARANCES):
            return False
        command = put_people(data, self._session_id, self.item_id)
        return command is not None and self._context.library.run(command)
