"""Gather what becomes of one row of a file, and the questions that the files raise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from facilitator.features.imports.planning.draft import DraftRow
from facilitator.features.imports.reading.values import Cell, Line, Table, TableKind
from facilitator.features.imports.reading.words import tidy
from facilitator.features.imports.rows import Action, Candidate, Effect, Message, PlanRow, Question
from facilitator.translation import tr

_MAIN = {
    TableKind.SESSIONS: ("learning_session",),
    TableKind.SPEAKERS: ("person", "appearance"),
    TableKind.GROUPS: ("breakout_group",),
    TableKind.AGENDA: ("agenda_item",),
    TableKind.CASES: ("case_study",),
    TableKind.NOTES: ("note",),
}
"""The tables of the library that a row of a kind is about: a row that makes one adds, other writes update."""


_WRITTEN_OUT = frozenset(
    [
        *(
            "text",
            "quote",
            "title",
            "about",
            "questions",
            "biography",
            "consent_note",
            "cue",
            "notes",
            "room",
            "answer",
            "challenge",
        ),
        *(
            "measures",
            "results",
            "objectives",
            "target_groups",
            "actors",
            "resources",
            "evidence",
            "obstacles",
        ),
        *("lessons", "period", "links", "contact", "source", "source_url", "link", "figure", "unit"),
    ]
)
"""Fields whose texts stay as they are written, with their no-break spaces."""


class RowBuilder:
    """One row of a file while it is being planned."""

    def __init__(self, table: Table, line: Line) -> None:
        self.table, self.line = table, line
        self.title = ""
        self._effects: dict[str, Effect] = {}
        self._messages: list[Message] = []
        self._questions: list[str] = []
        self._ends: Action | None = None
        self._headings = {column.field: column.heading for column in table.columns if column.field}

    def text(self, name: str) -> str:
        """The cell of a field as text; empty when it holds nothing. Names come with plain spaces and without signs that
        nobody sees, so that they are the same name."""
        text = as_text(self.line.cells.get(name))
        return text if name in _WRITTEN_OUT else tidy(text)

    def cell(self, name: str) -> Cell:
        """The cell of a field as it was read."""
        return self.line.cells.get(name)

    def heading(self, name: str) -> str:
        """The heading under which a field stands in the file."""
        return self._headings.get(name) or name

    @property
    def where(self) -> str:
        """File, sheet and row, as people say it."""
        if self.table.sheet:
            return tr("{file}, sheet “{sheet}”, row {row}").format(
                file=self.table.file, sheet=self.table.sheet, row=self.line.row
            )
        return tr("{file}, row {row}").format(file=self.table.file, row=self.line.row)

    def say(self, code: str, text: str, field: str = "") -> None:
        """Add a message, once."""
        message = Message(code, text, field)
        if message not in self._messages:
            self._messages.append(message)

    def leave_out(self, code: str, text: str) -> None:
        """Do nothing with the row, for this reason."""
        self._ends = Action.LEFT_OUT
        self.say(code, text)

    def wait(self) -> None:
        """Do nothing with the row until its question is answered."""
        self._ends = Action.ASK

    @property
    def ended(self) -> bool:
        """Whether it is settled that nothing is done with the row."""
        return self._ends is not None

    def asks(self, key: str) -> None:
        """Note that the row raises a question."""
        if key not in self._questions:
            self._questions.append(key)

    def effect(self, row: DraftRow, action: Action, title: str, values: Mapping[str, Any]) -> None:
        """Note what is done to a row of the library."""
        shown = {
            name: str(value)
            for name, value in values.items()
            if value not in (None, "", False) and not name.endswith("_id") and name not in ("id", "position")
        }
        if before := self._effects.get(row.id):
            shown = {**before.fields, **shown}
            action, title = before.action, before.title or title
        self._effects[row.id] = Effect(row.table, action, title, shown)

    def made_nothing(self) -> bool:
        """Whether the row changes nothing."""
        return not self._effects

    def result(self) -> PlanRow:
        """What becomes of the row."""
        return PlanRow(
            self.table.file,
            self.table.sheet,
            self.line.row,
            self.table.kind or TableKind.NOTES,
            self.title,
            self._action(),
            tuple(self._effects.values()),
            tuple(self._messages),
            tuple(self._questions),
        )

    def _action(self) -> Action:
        if self._ends:
            return self._ends
        if self.made_nothing():
            return Action.UNCHANGED
        main = _MAIN[self.table.kind or TableKind.NOTES]
        adds = any(done.action is Action.ADD and done.table in main for done in self._effects.values())
        return Action.ADD if adds else Action.UPDATE


class Questions:
    """What is asked, each question once, with the answers that were given."""

    def __init__(self, choices: Mapping[str, str]) -> None:
        self._choices = choices
        self.asked: dict[str, Question] = {}

    def answer(
        self,
        at: RowBuilder,
        key: str,
        kind: str,
        field: str,
        text: str,
        prompt: str,
        candidates: list[Candidate],
        otherwise: str,
    ) -> str:
        """Ask, unless it was asked already. Returns the answer; empty while there is none."""
        answer = self._choices.get(key, "").strip()
        at.asks(key)
        if key not in self.asked:
            self.asked[key] = Question(
                key,
                kind,
                at.table.file,
                at.table.sheet,
                at.line.row,
                field,
                text,
                prompt,
                tuple(candidates),
                otherwise,
                answer,
            )
        return answer


def as_text(cell: Cell) -> str:
    """A cell as the text that a person sees: whole numbers without a point, truths as yes and no."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return str(cell).strip()
