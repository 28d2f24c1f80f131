"""What is edited beside the agenda: an item, several of them, a group, or who takes part and stands on no item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.domain.text import shortened
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda.editing.appearances import AppearancePanel
from facilitator.features.agenda.editing.groups import GroupList, GroupPanel
from facilitator.features.agenda.editing.item_form import ItemForm
from facilitator.features.agenda.editing.picking import PickPanel
from facilitator.features.agenda.editing.several import SeveralPanel
from facilitator.kit.context import Context
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage import choices
from facilitator.translation import tr

_IN_HEADING = 60
"""Characters of an item's title in a heading."""


class ItemEditor(QWidget):
    """Edits what is selected; typing is saving."""

    group_opened = Signal(str)
    """The id of a group that a person chose among the groups."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: Plan | None = None
        self._item_ids: list[str] = []
        self._group_id = ""
        self._picking = False
        self.form = ItemForm(context, self)
        self.several = SeveralPanel(context, self)
        self.group = GroupPanel(context, session_id, self)
        self.appearances = AppearancePanel(context, session_id, self)
        self.groups = GroupList(self)
        self.picker = PickPanel(context, session_id, self)
        self.appearances.pick_wanted.connect(self._on_pick_wanted)
        self.picker.left.connect(self._on_picker_left)
        self.groups.group_wanted.connect(self._on_group_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3, 0, 0, 0)
        for widget in (self.form, self.several, self.group, self.appearances, self.groups):
            layout.addWidget(widget)
        layout.addWidget(self.picker, 1)
        layout.addStretch(0)
        self.load_choices()
        self._show()

    def load_choices(self) -> None:
        """Read the vocabularies and people anew."""
        with self._context.library.read() as session:
            segments = choices.codes(session, Vocabulary.SEGMENT)
        self._segments = [("", tr("Not stated")), *segments]
        self.appearances.load_choices()
        self.group.load_choices()
        self._offer_groups()

    def show_plan(self, plan: Plan | None) -> None:
        """Take the plan as it is now; what is shown is shown as it is in it."""
        self._plan = plan
        self._offer_groups()
        self._show()

    def show_items(self, rows: Sequence[AgendaItemRow]) -> None:
        """Show what is selected: an item, several, or with none those who take part and stand on no item."""
        ids = [row.id for row in rows]
        if ids != self._item_ids:
            self._picking = False
            self._group_id = ""
        self._item_ids = ids
        self._show()

    def show_group(self, group_id: str, field: str = "") -> None:
        """Show a group until other items are selected; the caret goes into ``field`` where one is named."""
        self._group_id, self._picking = group_id, False
        self._show()
        if field:
            self.group.focus_field(field)

    def focus_title(self) -> None:
        """Put the caret into the title of the item, or the name of the group."""
        if self.group.isVisibleTo(self):
            self.group.focus_field("name")
            return
        self.form.field("title").setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_person(self, role: str, item_id: str = "") -> None:
        """Put the caret where a person is added, who will have this role: on an item, or in the session as a whole.

        The list should select that item, or nothing, before: the next change of selection shows what is selected.
        """
        self._item_ids, self._group_id, self._picking = [item_id] if item_id else [], "", False
        self._show()
        self.appearances.preset(role)

    def _rows(self) -> list[AgendaItemRow]:
        wanted = set(self._item_ids)
        return [row for row in self._plan.items if row.id in wanted] if self._plan else []

    def _show(self) -> None:
        rows = self._rows()
        groups = self._plan.groups if self._plan else ()
        place = next((n for n, group in enumerate(groups) if group.id == self._group_id), -1)
        shows_group = place >= 0
        shows_people = not shows_group and len(rows) < 2
        if not (len(rows) == 1 and not shows_group):
            self.form.commit()
        for widget, shown in (
            (self.form, len(rows) == 1 and not shows_group),
            (self.several, len(rows) > 1 and not shows_group),
            (self.group, shows_group),
            (self.appearances, shows_people),
            (self.groups, not rows and not shows_group and bool(groups)),
        ):
            widget.setVisible(shown and not self._picking)
        self.picker.setVisible(self._picking)
        if shows_group:
            self.group.show_group(groups[place], place, len(groups))
        elif len(rows) > 1:
            self.several.show_items(rows)
        elif rows:
            self.form.show_item(rows[0])
            self.appearances.show_item(rows[0])
        else:
            self.appearances.show_session(self._plan.taking_part if self._plan else ())
            self.groups.show_groups(groups)

    def _offer_groups(self) -> None:
        groups = self._plan.groups if self._plan else ()
        offered = [(None, tr("Plenary")), *((group.id, group.name) for group in groups)]
        self.form.set_choices(self._segments, offered)
        self.several.set_choices(self._segments, offered)

    def _on_group_wanted(self, group_id: str) -> None:
        self.show_group(group_id, "name")
        self.group_opened.emit(group_id)

    def _on_pick_wanted(self) -> None:
        rows = self._rows()
        title = shortened(rows[0].title or tr("Untitled item"), _IN_HEADING) if rows else ""
        there = {row.person_id for row in self.appearances.table.rows.rows()}
        role = self.appearances.role.currentData() or ""
        self._picking = True
        self._show()
        self.picker.pick_for(self.appearances.item_id, title, role, there)

    def _on_picker_left(self) -> None:
        self._picking = False
        self._show()
        self.appearances.pick.setFocus(Qt.FocusReason.OtherFocusReason)
