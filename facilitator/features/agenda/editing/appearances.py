"""Who appears on an agenda item, in which role and for how long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from facilitator.domain.times import length, parse_minutes
from facilitator.domain.vocabulary import APPEARANCE_STATUS_LABELS, Vocabulary
from facilitator.features.agenda import commands
from facilitator.kit.context import Context
from facilitator.kit.fields import ChoiceField, LineField
from facilitator.kit.forms import Form
from facilitator.kit.lists import RowTable
from facilitator.kit.reference import ReferenceField
from facilitator.kit.rowmodel import Column
from facilitator.reading.plan import list_appearances
from facilitator.reading.plan_rows import AgendaItemRow, AppearanceRow
from facilitator.storage import choices
from facilitator.translation import mark, tr


class AppearancePanel(QWidget):
    """Who appears on an item, in which role and for how long."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._item_id: str | None = None
        self.heading = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.heading.setObjectName("formHeading")
        with context.library.read() as session:
            self._roles = dict(choices.codes(session, Vocabulary.ROLE))
        self.table = RowTable(self._columns(), tr("Who speaks"), self)
        self.table.setSortingEnabled(False)
        self.table.deletion_requested.connect(self._on_deletion_requested)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.person = ReferenceField(self, adding=mark("Add “{name}” as a new person"))
        self.person.setAccessibleName(tr("Add a person"))
        line = self.person.lineEdit()
        assert line is not None
        line.setPlaceholderText(tr("Add a person: type a name"))
        self.person.committed.connect(self._on_person_chosen)
        self.person.named.connect(self._on_person_named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.heading, self.table, self.person):
            layout.addWidget(widget)
        layout.addWidget(self._make_details())
        self.load_choices()

    def _columns(self) -> tuple[Column, ...]:
        statuses = {status.value: label for status, label in APPEARANCE_STATUS_LABELS.items()}
        return (
            Column(mark("Name"), lambda row: row.person, stretch=True),
            Column(mark("Role"), lambda row: self._roles.get(row.role, row.role_as_written or row.role)),
            Column(mark("Min"), lambda row: length(row.minutes), numeric=True, width=4),
            Column(mark("Coming"), lambda row: tr(statuses.get(row.status, ""))),
        )

    def _make_details(self) -> QWidget:
        self.details = Form(self._context.library, "appearance", self)
        statuses = [(status.value, tr(label)) for status, label in APPEARANCE_STATUS_LABELS.items()]
        self.details.add("role", mark("Role"), ChoiceField([("", tr("Not stated")), *self._roles.items()]))
        self.details.add("minutes", mark("Minutes of speech"), LineField(parse_minutes, length))
        self.details.add("status", mark("Coming"), ChoiceField([("", tr("Not stated")), *statuses]))
        self.details.edited.connect(
            lambda name, value: self._context.library.run(
                commands.edit_appearance(self.details.row_id, **{name: value})
            )
        )
        self.details.setVisible(False)
        return self.details

    def load_choices(self) -> None:
        """Read the people anew."""
        with self._context.library.read() as session:
            self.person.set_choices(choices.people(session))

    def show_item(self, row: AgendaItemRow) -> None:
        """Show who appears on an item."""
        self._item_id = row.id
        self.heading.setText(tr("Who speaks"))
        self.table.rows.set_rows(row.appearances)
        self._on_selected()

    def show_session(self) -> None:
        """Show who takes part in the session and stands on no item."""
        self._item_id = None
        self.heading.setText(tr("Taking part, on no agenda item yet"))
        with self._context.library.read() as session:
            self.table.rows.set_rows(list_appearances(session, self._session_id).get("", []))
        self._on_selected()

    def _on_selected(self) -> None:
        chosen = self.table.selected_rows()
        row: AppearanceRow | None = chosen[0] if len(chosen) == 1 else None
        self.details.setVisible(row is not None)
        if row:
            self.details.show_row(row.id, {"role": row.role, "minutes": row.minutes, "status": row.status})

    def _on_person_chosen(self, person_id: str | None) -> None:
        if person_id:
            self._add(commands.AddAppearance(self._session_id, self._item_id, person_id=person_id))

    def _on_person_named(self, name: str) -> None:
        self._add(commands.AddAppearance(self._session_id, self._item_id, name=name))
        self._context.notices.tell(tr("Added {name} to the people").format(name=name), offer_undo=True)

    def _add(self, command: commands.AddAppearance) -> None:
        if self._context.library.run(command):
            self.person.empty()
            self.table.select(command.id)

    def _on_deletion_requested(self, rows: list[AppearanceRow]) -> None:
        self._context.library.run(commands.delete_appearances([row.id for row in rows]))
        self._context.notices.tell(tr("Removed from the agenda"), offer_undo=True)
