"""The plan as a table: a row for each row of the files."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.features.imports.reading.values import TableKind
from facilitator.features.imports.rows import Action, Plan, PlanRow
from facilitator.kit.rowmodel import Column
from facilitator.translation import mark, ntr, tr

ACTIONS = {
    Action.ADD: mark("Add"),
    Action.UPDATE: mark("Complete"),
    Action.UNCHANGED: mark("Unchanged"),
    Action.LEFT_OUT: mark("Leave out"),
    Action.ASK: mark("Waits"),
}
_COUNTED = {
    Action.ADD: mark("{count} to add"),
    Action.UPDATE: mark("{count} to complete"),
    Action.UNCHANGED: mark("{count} unchanged"),
    Action.LEFT_OUT: mark("{count} left out"),
    Action.ASK: mark("{count} waiting"),
}
KINDS = {
    TableKind.SESSIONS: mark("Session"),
    TableKind.SPEAKERS: mark("Person"),
    TableKind.GROUPS: mark("Breakout group"),
    TableKind.AGENDA: mark("Agenda item"),
    TableKind.CASES: mark("Case"),
    TableKind.NOTES: mark("Note"),
}


@dataclass(frozen=True)
class ShownRow:
    """A row of the plan, with whether a question of it is open."""

    id: str
    row: PlanRow
    asks: bool

    @property
    def remarks(self) -> str:
        """What is to be known of the row, as one text."""
        return " ".join(message.text for message in self.row.messages)


SHOWN = {
    "all": mark("All rows"),
    "open": mark("With open questions"),
    "remarks": mark("With remarks"),
    "left_out": mark("Left out or waiting"),
}


def shown_rows(plan: Plan, which: str = "all") -> list[ShownRow]:
    """The rows of a plan: all, or those that a choice of ``SHOWN`` keeps."""
    asked = {question.key for question in plan.open_questions}
    rows = [
        ShownRow(f"{row.file}/{row.sheet}/{row.row}", row, any(key in asked for key in row.questions))
        for row in plan.rows
    ]
    if which == "open":
        return [shown for shown in rows if shown.asks]
    if which == "remarks":
        return [shown for shown in rows if shown.row.messages]
    if which == "left_out":
        return [shown for shown in rows if shown.row.action in (Action.LEFT_OUT, Action.ASK)]
    return rows


def _what(shown: ShownRow) -> str:
    action = tr(ACTIONS[shown.row.action])
    return tr("{action} – asks").format(action=action) if shown.asks else action


def _where(shown: ShownRow) -> str:
    row = shown.row
    if row.sheet:
        return tr("{file}, {sheet}, {row}").format(file=row.file, sheet=row.sheet, row=row.row)
    return tr("{file}, {row}").format(file=row.file, row=row.row)


COLUMNS = (
    Column(mark("What is done"), _what, width=16),
    Column(mark("Kind"), lambda shown: tr(KINDS[shown.row.kind]), width=12),
    Column(mark("Row"), lambda shown: shown.row.title, stretch=True, tip=lambda shown: shown.row.title),
    Column(mark("Remarks"), lambda shown: shown.remarks, stretch=True, tip=lambda shown: shown.remarks),
    Column(mark("File and row"), _where, key=lambda shown: (shown.row.file, shown.row.row), width=20),
)


def summary(plan: Plan) -> str:
    """What the plan comes to, in one line."""
    numbers = {action: sum(row.action is action for row in plan.rows) for action in Action}
    parts = [
        tr(text).format(count=numbers[action])
        for action, text in _COUNTED.items()
        if numbers[action] or (action is Action.ADD and not plan.rows)
    ]
    if questions := len(plan.open_questions):
        parts.append(
            ntr("{count} open question", "{count} open questions", questions).format(count=questions)
        )
    return " · ".join(parts)


def left_out_columns(plan: Plan) -> str:
    """Which columns and sheets are not read, and why; empty when all are."""
    texts = [
        tr("{file}: {why}").format(file=table.file, why=why)
        for table in plan.tables
        for why in (*(column.why for column in table.columns if column.why), table.why, *table.notices)
        if why
    ]
    return " ".join(texts)
