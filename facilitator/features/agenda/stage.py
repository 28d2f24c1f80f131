"""Plan: the agenda of one session, from the first item to the last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QInputDialog,
    QLabel,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from facilitator.domain.times import clock, length
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.agenda import commands
from facilitator.features.agenda.editing.item_editor import ItemEditor
from facilitator.features.agenda.listing.columns import GROUP_COLUMN, make_columns
from facilitator.kit.context import Context
from facilitator.kit.flow import FlowLayout
from facilitator.kit.forms import scrolled
from facilitator.kit.lists import EmptyState, RowTable
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import ntr, tr

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


class AgendaStage(QWidget):
    """The list of items at the left, the item that is selected at the right."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        with context.library.read() as session:
            segments = dict(choices.codes(session, Vocabulary.SEGMENT))
        self.table = RowTable(make_columns(segments), tr("Agenda"), self)
        self.table.setSortingEnabled(False)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.editor = ItemEditor(context, session_id, self)
        self.table.opened.connect(lambda _: self.editor.focus_title())
        self.table.deletion_requested.connect(lambda _: self._on_delete())
        self.summary = QLabel(self, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.summary.setObjectName("quiet")
        self._lay_out()
        context.library.changed.connect(self._on_changed)
        self.refresh()

    def _lay_out(self) -> None:
        empty = EmptyState(
            tr("No agenda yet"),
            tr("Add items in their order. Give each its minutes, and the times follow."),
            tr("Add the first item"),
        )
        empty.acted.connect(self.add_item)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(empty)
        self._empty = empty
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._make_bar())
        column.addWidget(self._stack, 1)
        column.addWidget(self.summary)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(scrolled(self.editor))
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    def _make_bar(self) -> FlowLayout:
        bar = FlowLayout()
        alt = Qt.KeyboardModifier.AltModifier
        for text, keys, slot in (
            (tr("Add item"), QKeySequence(Qt.Key.Key_Insert), self.add_item),
            (tr("Move up"), QKeySequence(alt | Qt.Key.Key_Up), lambda: self._move(-1)),
            (tr("Move down"), QKeySequence(alt | Qt.Key.Key_Down), lambda: self._move(1)),
            (tr("Delete item"), QKeySequence(), self._on_delete),
            (tr("Add breakout group…"), QKeySequence(), self._on_add_group),
        ):
            bar.addWidget(self._make_button(text, keys, slot))
        return bar

    def _make_button(self, text: str, keys: QKeySequence, slot: Callable[[], None]) -> QToolButton:
        action = QAction(text, self)
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda *_: slot())
        action.setEnabled(not self._context.library.read_only)
        self.addAction(action)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAccessibleName(text)
        return button

    def refresh(self) -> None:
        """Read the agenda anew; selection and scroll stay."""
        with self._context.library.read() as session:
            plan = read_plan(session, self._session_id)
        rows = plan.items if plan else ()
        self.table.rows.set_rows(rows)
        self.table.setColumnHidden(GROUP_COLUMN, not any(row.group_id for row in rows))
        self._stack.setCurrentIndex(0 if rows else 1)
        self.summary.setText(_summary(plan) if plan else "")
        self._on_selected()

    def show_row(self, row_id: str) -> None:
        """Select an item."""
        self.table.select(row_id)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        if not self.table.rows.rowCount():
            self._empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.table.current_row() is None:
            self.table.selectRow(0)

    def add_item(self) -> None:
        """Add an item behind the one that is selected, and put the caret into its title."""
        self.editor.form.commit()
        current: AgendaItemRow | None = self.table.current_row()
        command = commands.AddItem(
            self._session_id,
            after=current.id if current else "",
            group_id=(current.group_id or None) if current else None,
        )
        if self._context.library.run(command):
            self.table.select(command.id)
            self.editor.focus_title()

    def _move(self, places: int) -> None:
        chosen = [row.id for row in self.table.selected_rows()]
        if chosen:
            self._context.library.run(commands.StepItems(self._session_id, chosen, places))

    def _on_delete(self) -> None:
        chosen = [row.id for row in self.table.selected_rows()]
        place = self.table.currentIndex().row()
        if chosen and self._context.library.run(commands.delete_items(chosen)):
            self.table.selectRow(min(max(place - len(chosen) + 1, 0), self.table.rows.rowCount() - 1))
            told = ntr("Deleted {count} agenda item", "Deleted {count} agenda items", len(chosen))
            self._context.notices.tell(told.format(count=len(chosen)), offer_undo=True)

    def _on_add_group(self) -> None:
        name, given = QInputDialog.getText(self, tr("Breakout group"), tr("Name of the group"))
        if given and name.strip():
            self._context.library.run(commands.AddGroup(self._session_id, name.strip()))

    def _on_selected(self) -> None:
        chosen = self.table.selected_rows()
        self.editor.show_item(chosen[0] if len(chosen) == 1 else None)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("breakout_group", "term"):
            self.editor.load_choices()
        if changes.touches("person"):
            self.editor.appearances.load_choices()
        if changes.touches(*_TABLES):
            self.refresh()


def _summary(plan: Plan) -> str:
    """The end against the slot, in words."""
    if not plan.items:
        return ""
    found = plan.summary
    text = tr("Planned {planned}").format(planned=length(found.planned))
    if found.end is not None:
        end = clock(plan.day.wall(found.end))
        text = tr("Planned {planned}, ends {end}").format(planned=length(found.planned), end=end)
    if plan.start is None:
        text = tr("{plan} · give the session a start to see the times").format(plan=text)
    if plan.minutes is None:
        return text
    if found.over:
        return tr("{plan} · {over} over the slot of {slot}").format(
            plan=text, over=length(found.over), slot=length(plan.minutes)
        )
    return tr("{plan} · {left} left of the slot of {slot}").format(
        plan=text, left=length(found.left), slot=length(plan.minutes)
    )
