"""The guiding questions of a session, as a list that is edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from facilitator.features.sessions import commands
from facilitator.features.sessions.lines import LinesPanel, RowLine
from facilitator.features.sessions.rows import QuestionRow
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.storage.store import Command
from facilitator.translation import tr


class _QuestionLine(RowLine[QuestionRow]):
    """One question with what can be done to it."""

    def __init__(self, panel: QuestionsPanel, question: QuestionRow, number: int) -> None:
        super().__init__(panel, question)
        self.field = LineField(parent=self)
        self.field.setAccessibleName(tr("Guiding question {number}").format(number=number))
        self.field.committed.connect(lambda text: panel.edit(question.id, text))
        self.field.returnPressed.connect(lambda: panel.focus_behind(question.id))
        self.parts = (self.field,)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.field, 1)
        for button in self.made_buttons(
            tr("Move question {number} up").format(number=number),
            tr("Move question {number} down").format(number=number),
            tr("Delete question {number}").format(number=number),
        ):
            row.addWidget(button)

    def show_row(self, row: QuestionRow) -> None:
        super().show_row(row)
        self.field.show_value(row.text)


class QuestionsPanel(LinesPanel[QuestionRow]):
    """Enter in a question goes to the next; the last line adds one."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, session_id, tr("Guiding questions"), parent)
        self.new_line.setPlaceholderText(tr("Add a question and press Enter"))
        self.new_line.setAccessibleName(tr("Add a guiding question"))

    def edit(self, question_id: str, text: str) -> None:
        """Change a question; one without words is deleted."""
        if text:
            self._context.library.run(commands.edit_question(question_id, text))
        else:
            self.delete(question_id)

    def _made_line(self, row: QuestionRow, number: int) -> RowLine[QuestionRow]:
        return _QuestionLine(self, row, number)

    def _adding(self, text: str) -> Command:
        return commands.AddQuestion(self._session_id, text)

    def _deleting(self, row_id: str) -> tuple[Command, str]:
        return commands.delete_question(row_id), tr("Deleted a guiding question")

    def _ordering(self, row_ids: Sequence[str]) -> Command:
        return commands.order_questions(row_ids)
