"""The plan as a list of rows, and beside it the row that is selected."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from facilitator.features.imports.plan_table import COLUMNS, SHOWN, ShownRow, shown_rows
from facilitator.features.imports.row_panel import RowPanel
from facilitator.features.imports.rows import Plan
from facilitator.kit.fields import ChoiceField
from facilitator.kit.lists import EmptyState, ListPanel, RowTable
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.kit.sidebyside import ListAndEditor
from facilitator.translation import tr


class PlanView(QWidget):
    """Shows a plan; says what the person answers, corrects or leaves out."""

    chosen = Signal(str, object)
    """A key of the choices and its value; None takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._choices: dict[str, str] = {}
        self.table = RowTable(COLUMNS, tr("What will be done"), self)
        none = EmptyState(
            tr("No such rows"), tr("Nothing in the plan is of that kind."), tr("Show all rows"), self
        )
        none.acted.connect(self._on_all_rows)
        self.list = ListPanel(self.table, none, self)
        self.row_panel = RowPanel(self)
        self.row_panel.chosen.connect(self.chosen)
        self.body = ListAndEditor(self.list, self.row_panel, self)
        self.body.went_back.connect(self.table.setFocus)
        self.which = ChoiceField([(key, tr(text)) for key, text in SHOWN.items()], self)
        self.which.setAccessibleName(tr("Which rows are shown"))
        self.which.committed.connect(lambda _: self._show_rows())
        self.next = QPushButton(tr("Next question"), self)
        self.next.clicked.connect(self.next_question)
        top = QHBoxLayout()
        top.addWidget(self.which)
        top.addWidget(self.next)
        top.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.body, 1)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.table.opened.connect(self._on_opened)

    def show_plan(self, plan: Plan, choices: dict[str, str]) -> None:
        """Show a plan, keeping the row and the field that the person is at."""
        self._plan, self._choices = plan, choices
        self.next.setEnabled(bool(plan.open_questions))
        self._show_rows()

    def next_question(self) -> None:
        """Go to the next row with an open question."""
        model = self.table.filter
        shown: list[ShownRow] = [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]
        asking = [number for number, row in enumerate(shown) if row.asks]
        if not asking:
            return
        here = self.table.currentIndex().row()
        self.table.select(shown[next((number for number in asking if number > here), asking[0])].id)
        self.body.show_editor()
        self.row_panel.focus_question()

    def _show_rows(self) -> None:
        rows = shown_rows(self._plan, str(self.which.currentData())) if self._plan else []
        self.list.set_rows(rows)
        if rows and self.table.current_row() is None:
            self.table.selectRow(0)
        self._show_current()

    def _show_current(self) -> None:
        row: ShownRow | None = self.table.current_row()
        self.row_panel.show_row(row, self._plan, self._choices)

    def _on_all_rows(self) -> None:
        self.which.show_value("all")
        self._show_rows()

    def _on_opened(self) -> None:
        self.body.show_editor()
        self.row_panel.focus_question()
