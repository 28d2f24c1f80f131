"""Plan: the agenda of one session, from the first item to the last."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator.domain.errors import Refused
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda.actions import AgendaActions
from facilitator.features.agenda.balance.panel import BalancePanel
from facilitator.features.agenda.editing.item_editor import ItemEditor
from facilitator.features.agenda.gestures import Gestures
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.lines import GroupHeading, lines_of
from facilitator.features.agenda.listing.table import AgendaTable
from facilitator.features.agenda.opens.panel import OpenPanel
from facilitator.features.agenda.panes import Panes
from facilitator.features.agenda.picture.picture import PlanPicture
from facilitator.features.agenda.templates.start import StartPanel
from facilitator.features.agenda.wording import summary_words
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import scrolled
from facilitator.kit.labels import plain_label
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

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
_COUNTING_MS = 250
"""A pause after which what is open is counted anew, where its list is not to be seen."""


class AgendaStage(QWidget):
    """The list of items, the plan as a picture, and what is selected, open and in balance."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.plan: Plan | None = None
        self._waiting: set[QWidget] = set()
        self._segments: dict[str, str] = {}
        self.table = AgendaTable(
            context.library, self._segments, lambda *change: self.gestures.set_value(*change), self
        )
        self._read_segments()
        self.gestures = Gestures(context, session_id, self.table)
        self.commands = AgendaActions(self, self.table, self.gestures, read_only=context.library.read_only)
        self.editor = ItemEditor(context, session_id, self)
        self.picture = PlanPicture(self)
        self.opens = OpenPanel(context, session_id, self)
        self.balance = BalancePanel(context, self)
        self.start = StartPanel(context, session_id, self)
        self._counting = QTimer(self, interval=_COUNTING_MS, singleShot=True)
        self._lay_out()
        self._connect()
        self.refresh()
        self._show_unfinished()

    def _lay_out(self) -> None:
        self.summary = plain_label(self, "quiet")
        self.refusal = plain_label(self, "refusal")
        self.refusal.hide()
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.table, self.refusal, self.summary):
            column.addWidget(widget, 1 if widget is self.table else 0)
        self.panes = Panes(left, self.picture, self)
        self._tabs = {
            self.editor: scrolled(self.editor),
            self.opens: scrolled(self.opens),
            self.balance: scrolled(self.balance),
        }
        for part, title in (
            (self.editor, tr("Item")),
            (self.opens, tr("Open")),
            (self.balance, tr("Balance")),
        ):
            self.panes.add_tab(self._tabs[part], title)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.panes)
        self._stack.addWidget(scrolled(self.start))
        bar = FlowLayout()
        self.commands.fill(bar, self)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        table, picture, opens, gestures = self.table, self.picture, self.opens, self.gestures
        table.chosen.connect(self._on_chosen)
        table.opened.connect(self._on_opened)
        table.deletion_requested.connect(gestures.delete)
        table.copied.connect(gestures.copy)
        table.pasted.connect(gestures.paste)
        table.placed.connect(gestures.place)
        table.people_dropped.connect(gestures.put_people)
        table.delegate.refused.connect(self._on_refused)
        table.delegate.settled.connect(self.refusal.hide)
        picture.chosen.connect(table.select)
        picture.opened.connect(self._open_item)
        picture.placed.connect(gestures.place)
        picture.lengthened.connect(gestures.lengthen)
        picture.people_dropped.connect(gestures.put_people)
        picture.clocks_chosen.connect(gestures.set_clocks)
        picture.set_read_only(self._context.library.read_only)
        self.editor.group_opened.connect(self.show_row)
        opens.counted.connect(self._on_counted)
        opens.item_wanted.connect(self._open_item)
        opens.person_wanted.connect(self._on_person_wanted)
        opens.group_wanted.connect(self._on_group_wanted)
        opens.details_wanted.connect(gestures.open_details)
        self.start.item_wanted.connect(self.add_item)
        self.panes.shown.connect(self._show_waiting)
        self._counting.timeout.connect(lambda: self._show(self.opens))
        self._context.library.changed.connect(self._on_changed)
        self._context.library.closing.connect(self._counting.stop)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_waiting()

    def refresh(self) -> None:
        """Read the plan anew; what is selected, typed and scrolled to stays. Only parts that are seen are painted."""
        with self._context.library.read() as session:
            self.plan = read_plan(session, self._session_id)
        plan = self.plan
        lines = lines_of(plan)
        self._stack.setCurrentIndex(0 if lines else 1)
        self.table.setColumnHidden(Col.GROUP, not (plan and plan.groups))
        self._waiting = {self.editor, self.picture, self.opens, self.balance}
        self.table.show_lines(lines, plan.groups if plan else ())
        self.summary.setText(summary_words(plan))
        self._show_waiting()
        self._counting.start()

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

    def add_item(self) -> None:
        """Add an item behind the one that is selected, and open its title for typing."""
        self.gestures.add_item()

    def _read_segments(self) -> None:
        with self._context.library.read() as session:
            self._segments.update(choices.codes(session, Vocabulary.SEGMENT))
        self.table.delegate.segments = list(self._segments.items())
        self.table.viewport().update()

    def _show_waiting(self) -> None:
        for part in tuple(self._waiting):
            if part.isVisible():
                self._show(part)

    def _show(self, part: QWidget) -> None:
        """Have a part show the plan, if it has not yet."""
        if part not in self._waiting:
            return
        self._waiting.discard(part)
        if part is self.picture:
            self.picture.show_plan(self.plan, self._segments)
            self.picture.select([row.id for row in self.table.selected_items()])
        elif part is self.editor:
            self.editor.show_plan(self.plan)
            self._show_selection()
        elif isinstance(part, OpenPanel | BalancePanel):
            part.show_plan(self.plan)

    def _show_selection(self) -> None:
        lines = self.table.selected_lines()
        if len(lines) == 1 and isinstance(lines[0], GroupHeading):
            self.editor.show_group(lines[0].group.id)
        else:
            self.editor.show_items([line for line in lines if isinstance(line, AgendaItemRow)])

    def _show_unfinished(self) -> None:
        """Select the item in which something was typed that was never kept, so that its form puts that back."""
        for key in self._context.library.store.drafts("agenda_item:"):
            if self.table.select([key.split(":")[1]]):
                return

    def _on_chosen(self) -> None:
        if self.editor not in self._waiting:
            self._show_selection()
        if self.picture not in self._waiting:
            self.picture.select([row.id for row in self.table.selected_items()])

    def _on_opened(self, line: AgendaItemRow | GroupHeading, column: int) -> None:
        self.panes.show_tab(self._tabs[self.editor])
        if isinstance(line, GroupHeading):
            self.editor.show_group(line.group.id, "name")
        elif column == Col.SPEAKERS:
            self.editor.choose_person("", line.id)
        else:
            self.editor.focus_title()

    def _open_item(self, item_id: str) -> None:
        if self.table.select([item_id]):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panes.show_tab(self._tabs[self.editor])

    def _on_person_wanted(self, role: str, item_id: str) -> None:
        if item_id:
            self._open_item(item_id)
        else:
            self.table.clearSelection()
        self.panes.show_tab(self._tabs[self.editor])
        self.editor.choose_person(role, item_id)

    def _on_group_wanted(self, group_id: str, field: str) -> None:
        self.show_row(group_id)
        self.panes.show_tab(self._tabs[self.editor])
        self.editor.show_group(group_id, field)

    def _on_refused(self, refusal: Refused) -> None:
        self.refusal.setText(str(refusal))
        self.refusal.show()

    def _on_counted(self, count: int) -> None:
        self.panes.set_title(self._tabs[self.opens], tr("Open ({count})").format(count=count))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("person"):
            self.editor.appearances.load_choices()
        if changes.touches("term"):
            self._read_segments()
            self.editor.load_choices()
        if changes.touches(*_TABLES):
            self.refresh()
