"""One row of the plan: what is done with it and why, its questions, and its cells, which can be corrected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from facilitator.features.imports.plan_table import ACTIONS, ShownRow
from facilitator.features.imports.planning.building import as_text
from facilitator.features.imports.rows import LEAVE_OUT, Plan, Question, cell_key, row_key
from facilitator.kit.labels import plain_label
from facilitator.translation import tr

_SAID_BY_QUESTIONS = frozenset(("date_unclear", "possible_duplicate", "which_session", "which_person"))


class RowPanel(QScrollArea):
    """Shows a row; says what the person answers, corrects or leaves out."""

    chosen = Signal(str, object)
    """A key of the choices and its value; None takes it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("The row that is selected"))
        self._content = QWidget(self)
        self.setWidget(self._content)
        self._layout = QVBoxLayout(self._content)
        self._heading = plain_label(self, "formHeading")
        self._messages = plain_label(self)
        self._questions = QWidget(self)
        self._question_layout = QVBoxLayout(self._questions)
        self._question_layout.setContentsMargins(0, 0, 0, 0)
        self.leave_out = QCheckBox(tr("Leave this row out"), self)
        self.leave_out.toggled.connect(self._on_leave_out)
        self._cells = QWidget(self)
        self._form = QFormLayout(self._cells)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for widget in (self._heading, self._messages, self._questions, self.leave_out, self._cells):
            self._layout.addWidget(widget)
        self._layout.addStretch(1)
        self._row: ShownRow | None = None
        self._asked: tuple[Question, ...] = ()
        self.boxes: dict[str, QComboBox] = {}
        self.days: dict[str, QLineEdit] = {}
        self.fields: dict[str, QLineEdit] = {}

    def show_row(self, shown: ShownRow | None, plan: Plan | None, choices: dict[str, str]) -> None:
        """Show a row of a plan, keeping what the person is at when it is the same one."""
        self._content.setVisible(shown is not None)
        if shown is None or plan is None:
            self._row = None
            return
        other = self._row is None or self._row.id != shown.id
        self._row = shown
        row = shown.row
        self._heading.setText(
            tr("{file}, row {row}: {action}").format(
                file=row.file, row=row.row, action=tr(ACTIONS[row.action])
            )
        )
        said = [message.text for message in row.messages if message.code not in _SAID_BY_QUESTIONS]
        self._messages.setText("\n".join(said))
        self._messages.setVisible(bool(said))
        with QSignalBlocker(self.leave_out):
            self.leave_out.setChecked(choices.get(row_key(row.file, row.sheet, row.row)) == LEAVE_OUT)
        asked = tuple(question for question in plan.questions if question.key in row.questions)
        if other or [(q.key, q.candidates) for q in asked] != [(q.key, q.candidates) for q in self._asked]:
            self._asked = asked
            self._show_questions()
        if other:
            self._show_cells(plan, choices)

    def focus_question(self) -> None:
        """Put the focus on the first question, or on the first cell."""
        for widget in (*self.boxes.values(), *self.fields.values()):
            widget.setFocus()
            return

    def _show_questions(self) -> None:
        _clear(self._question_layout)
        self.boxes, self.days = {}, {}
        for question in self._asked:
            box = QComboBox(self._questions)
            box.setAccessibleName(question.prompt)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(16)
            box.addItem(tr("Leave open"), None)
            for candidate in question.candidates:
                box.addItem(candidate.label, candidate.value)
            box.setCurrentIndex(max(0, box.findData(question.answer)) if question.answer else 0)
            box.activated.connect(partial(self._on_answered, box, question.key))
            label = plain_label(self._questions, "", question.prompt)
            label.setBuddy(box)
            self._question_layout.addWidget(label)
            self._question_layout.addWidget(box)
            self.boxes[question.key] = box
            if question.kind == "date":
                self._add_day(question)
            self._question_layout.addWidget(
                plain_label(
                    self._questions,
                    "quiet",
                    tr("While it is open: {otherwise}").format(otherwise=question.otherwise),
                )
            )

    def _add_day(self, question: Question) -> None:
        """Days that nobody thought of can be typed."""
        day = QLineEdit(self._questions)
        day.setAccessibleName(tr("Another day, as year-month-day"))
        day.setPlaceholderText(tr("Another day: YYYY-MM-DD"))
        if question.answer and self.boxes[question.key].findData(question.answer) < 0:
            day.setText(question.answer)
        day.editingFinished.connect(partial(self._on_day_typed, day, question.key))
        self._question_layout.addWidget(day)
        self.days[question.key] = day

    def _on_day_typed(self, day: QLineEdit, key: str) -> None:
        if day.text().strip():
            self.chosen.emit(key, day.text().strip())

    def _on_answered(self, box: QComboBox, key: str, number: int) -> None:
        if key in self.days:
            self.days[key].clear()
        self.chosen.emit(key, box.itemData(number))

    def _show_cells(self, plan: Plan, choices: dict[str, str]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self.fields = {}
        row = self._row.row if self._row else None
        table = next((t for t in plan.tables if row and (t.file, t.sheet) == (row.file, row.sheet)), None)
        line = next((line for line in table.lines if row and line.row == row.row), None) if table else None
        if row is None or table is None or line is None:
            return
        for column in table.columns:
            if not column.field or column.field in self.fields:
                continue
            key = cell_key(row.file, row.sheet, row.row, column.field)
            read = as_text(line.cells.get(column.field))
            field = QLineEdit(choices.get(key, read), self._cells)
            field.setAccessibleName(column.heading)
            field.setCursorPosition(0)
            field.editingFinished.connect(
                lambda field=field, key=key, read=read: self._on_edited(field, key, read)
            )
            label = QLabel(column.heading, self._cells, textFormat=Qt.TextFormat.PlainText)
            self._form.addRow(label, field)
            self.fields[column.field] = field

    def _on_edited(self, field: QLineEdit, key: str, read: str) -> None:
        text = field.text()
        self.chosen.emit(key, None if text == read else text)

    def _on_leave_out(self, leave_out: bool) -> None:
        if self._row is not None:
            row = self._row.row
            self.chosen.emit(row_key(row.file, row.sheet, row.row), LEAVE_OUT if leave_out else None)


def _clear(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
