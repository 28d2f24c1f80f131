"""The guiding questions of a session, as a list that is edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from facilitator.features.sessions import commands
from facilitator.features.sessions.rows import QuestionRow
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.kit.icons import icon
from facilitator.translation import tr


class _QuestionLine(QWidget):
    """One question with what can be done to it."""

    def __init__(self, panel: QuestionsPanel, question: QuestionRow, number: int) -> None:
        super().__init__(panel)
        self.question = question
        self.field = LineField(parent=self)
        self.field.setAccessibleName(tr("Guiding question {number}").format(number=number))
        self.field.committed.connect(lambda text: panel.edit(question.id, text))
        self.field.returnPressed.connect(lambda: panel.focus_behind(question.id))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        for icon_name, text, act in (
            ("up", tr("Move question {number} up"), lambda: panel.move_question(question.id, -1)),
            ("down", tr("Move question {number} down"), lambda: panel.move_question(question.id, 1)),
            ("delete", tr("Delete question {number}"), lambda: panel.delete_question(question.id)),
        ):
            button = QToolButton(self)
            button.setIcon(icon(icon_name))
            button.setToolTip(text.format(number=number))
            button.setAccessibleName(text.format(number=number))
            button.clicked.connect(act)
            row.addWidget(button)


class QuestionsPanel(QWidget):
    """Enter in a question goes to the next; the last line adds one."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._lines: list[_QuestionLine] = []
        heading = QLabel(tr("Guiding questions"), self)
        heading.setObjectName("formHeading")
        self.new_line = LineField(parent=self)
        self.new_line.setPlaceholderText(tr("Add a question and press Enter"))
        self.new_line.setAccessibleName(tr("Add a guiding question"))
        self.new_line.committed.connect(self._on_new_committed)
        self._box = QVBoxLayout(self)
        self._box.addWidget(heading)
        self._box.addWidget(self.new_line)
        self.setEnabled(not context.library.read_only)

    def show_questions(self, questions: Sequence[QuestionRow]) -> None:
        """Show these questions, keeping lines and focus of those that stay where they are."""
        if [line.question.id for line in self._lines] != [question.id for question in questions]:
            focused = next((line.question.id for line in self._lines if line.field.hasFocus()), "")
            self._rebuild(questions)
            if focused:
                self._focus(focused)
        for line, question in zip(self._lines, questions, strict=True):
            line.field.show_value(question.text)

    def edit(self, question_id: str, text: str) -> None:
        """Change a question; one without words is deleted."""
        if text:
            self._context.library.run(commands.edit_question(question_id, text))
        else:
            self.delete_question(question_id)

    def delete_question(self, question_id: str) -> None:
        """Delete a question."""
        if self._context.library.run(commands.delete_question(question_id)):
            self._context.notices.tell(tr("Deleted a guiding question"), offer_undo=True)

    def move_question(self, question_id: str, places: int) -> None:
        """Move a question up or down."""
        order = [line.question.id for line in self._lines]
        here = order.index(question_id)
        there = here + places
        if 0 <= there < len(order):
            order.insert(there, order.pop(here))
            self._context.library.run(commands.order_questions(order))

    def focus_behind(self, question_id: str) -> None:
        """Go to the line behind a question."""
        order = [line.question.id for line in self._lines]
        if question_id in order and order.index(question_id) + 1 < len(order):
            self._focus(order[order.index(question_id) + 1])
        else:
            self.new_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, questions: Sequence[QuestionRow]) -> None:
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_QuestionLine(self, question, number) for number, question in enumerate(questions, 1)]
        previous: QWidget | None = None
        for number, line in enumerate(self._lines, start=1):
            self._box.insertWidget(number, line)
            line.show()
            if previous is not None:
                QWidget.setTabOrder(previous, line)
            previous = line
        if previous is not None:
            QWidget.setTabOrder(previous, self.new_line)

    def _focus(self, question_id: str) -> None:
        for line in self._lines:
            if line.question.id == question_id:
                line.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_new_committed(self, text: str) -> None:
        if text and self._context.library.run(commands.AddQuestion(self._session_id, text)):
            self.new_line.show_value("")
