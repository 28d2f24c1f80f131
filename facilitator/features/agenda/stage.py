"""Plan: the agenda of one session, from the first item to the last."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda.actions import AgendaActions
from facilitator.features.agenda.gestures import Gestures
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.lines import GroupHeading, lines_of
from facilitator.features.agenda.listing.table import AgendaTable
from facilitator.features.agenda.parts import Parts
from facilitator.features.agenda.summary_line import SummaryLine
from facilitator.features.agenda.templates.start import StartPanel
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import scrolled
from facilitator.kit.labels import plain_label
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet

_TABLES = (
    "agenda_item",
    "appearance",
    "breakout_group",
    "learning_session",
    "person",
    "place",
    "organisation",
    "term",
)
_LINES = 8
"""Lines of text that the list is high at least."""


class AgendaStage(QWidget):
    """The list of items, the plan as a picture, and what is selected, open and in balance."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.plan: Plan | None = None
        self._segments: dict[str, str] = {}
        self.table = AgendaTable(
            context.library, self._segments, lambda *change: self.gestures.values.set_value(*change), self
        )
        self.gestures = Gestures(context, session_id, self.table)
        self.commands = AgendaActions(self, self.table, self.gestures, read_only=context.library.read_only)
        self.start = StartPanel(context, session_id, self)
        self._lay_out()
        self.picture, self.editor = self.parts.picture, self.parts.editor
        self._read_segments()
        self._connect_list()
        self._connect_parts()
        context.library.changed.connect(self._on_changed)
        self.refresh()
        self._show_unfinished()

    def _lay_out(self) -> None:
        self.summary = SummaryLine(self)
        self.refusal = plain_label(self, "refusal")
        self.refusal.hide()
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self.refusal, self.summary):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.parts = Parts(self._context, self._session_id, left, self.table.selected_lines)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.parts)
        self._stack.addWidget(scrolled(self.start))
        bar = FlowLayout()
        self.commands.fill(bar, self)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _connect_list(self) -> None:
        table, gestures = self.table, self.gestures
        table.chosen.connect(self.parts.show_selection)
        table.opened.connect(self._on_opened)
        table.deletion_requested.connect(gestures.items.delete)
        table.copied.connect(gestures.beyond.copy)
        table.pasted.connect(gestures.beyond.paste)
        table.placed.connect(gestures.moves.place)
        table.people_dropped.connect(gestures.values.put_people)
        table.delegate.refused.connect(self._on_refused)
        table.delegate.settled.connect(self.refusal.hide)
        self.start.item_wanted.connect(self.new_row)
        self.summary.start_wanted.connect(lambda: gestures.beyond.open_details("start"))

    def _connect_parts(self) -> None:
        picture, opens, gestures = self.picture, self.parts.opens, self.gestures
        picture.chosen.connect(self.table.select)
        picture.opened.connect(self._open_item)
        picture.placed.connect(gestures.moves.place)
        picture.lengthened.connect(gestures.values.lengthen)
        picture.people_dropped.connect(gestures.values.put_people)
        picture.clocks_chosen.connect(gestures.values.set_clocks)
        self.parts.escaped.connect(self.table.setFocus)
        self.editor.group_opened.connect(self.show_row)
        opens.item_wanted.connect(self._open_item)
        opens.person_wanted.connect(self._on_person_wanted)
        opens.group_wanted.connect(self._on_group_wanted)
        opens.details_wanted.connect(gestures.beyond.open_details)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.parts.show_waiting()

    def refresh(self) -> None:
        """Read the plan anew; what is selected, typed and scrolled to stays. Only parts that are seen are painted."""
        with self._context.library.read() as session:
            self.plan = plan = read_plan(session, self._session_id)
        lines = lines_of(plan)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.table.show_lines(lines, plan.groups if plan else ())
        self.summary.show_plan(plan)
        self.parts.show_plan(plan, self._segments)

    def show_row(self, row_id: str) -> None:
        """Select an item, or a group where it first meets."""
        groups = (line for line in self.table.lines.lines() if isinstance(line, GroupHeading))
        self.table.select([next((line.id for line in groups if line.group.id == row_id), row_id)])

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        if self._stack.currentIndex():
            self.start.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current_line() is None:
            self.show_row(next((row.id for row in self.table.lines.items()), ""))

    def new_row(self) -> None:
        """Add an item behind the one that is selected, and open its title for typing."""
        if self.isVisible():  # and not the details of the session in its place
            self.gestures.items.add_item()

    def _read_segments(self) -> None:
        with self._context.library.read() as session:
            self._segments.update(choices.codes(session, Vocabulary.SEGMENT))
        self.table.delegate.segments = list(self._segments.items())
        self.table.viewport().update()

    def _show_unfinished(self) -> None:
        """Select the item in which something was typed that was never kept, so that its form puts that back."""
        for key in self._context.library.store.drafts("agenda_item:"):
            if self.table.select([key.split(":")[1]]):
                self.parts.show_editor()
                return

    def _on_opened(self, line: AgendaItemRow | GroupHeading, column: int) -> None:
        self.parts.show_editor()
        if isinstance(line, GroupHeading):
            self.editor.show_group(line.group.id, "name")
        elif column == Col.SPEAKERS:
            self.editor.choose_person("", line.id)
        else:
            self.editor.focus_title()

    def _open_item(self, item_id: str) -> None:
        if self.table.select([item_id]):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.parts.show_editor()

    def _on_person_wanted(self, role: str, item_id: str) -> None:
        if item_id:
            self._open_item(item_id)
        else:
            self.table.clearSelection()  # so that those who take part in the session stay in sight
        self.parts.show_editor()
        self.editor.choose_person(role, item_id)

    def _on_group_wanted(self, group_id: str, field: str) -> None:
        self.show_row(group_id)
        self.parts.show_editor()
        self.editor.show_group(group_id, field)

    def _on_refused(self, refusal: Refused) -> None:
        self.refusal.setText(str(refusal))
        self.refusal.show()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("person"):
            self.editor.appearances.load_choices()
        if changes.touches("term"):
            self._read_segments()
            self.editor.load_choices()
        if changes.touches(*_TABLES):
            self.refresh()
