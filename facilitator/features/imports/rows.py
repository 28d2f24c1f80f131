"""The plan of an import: what will be done with each row of the files, what is asked, and the writes behind it.

All of it is plain values that may cross threads; ``serialised.py`` writes it as JSON.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from facilitator.features.imports.reading.values import Table, TableKind


class Action(StrEnum):
    """What will be done with a row."""

    ADD = "add"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out"
    ASK = "ask"
    """Nothing, until a question is answered."""


@dataclass(frozen=True)
class Message:
    """Something to know about a row: ``code`` is stable, ``text`` is for people, ``field`` a field's name or empty."""

    code: str
    text: str
    field: str = ""


@dataclass(frozen=True)
class Effect:
    """What a row does to one row of the library. ``fields`` are those that are set, with their new values as text."""

    table: str
    action: Action
    title: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PlanRow:
    """What will be done with one row of a file, and why."""

    file: str
    sheet: str
    row: int
    kind: TableKind
    title: str
    action: Action
    effects: tuple[Effect, ...] = ()
    messages: tuple[Message, ...] = ()
    questions: tuple[str, ...] = ()
    """Keys of the questions that this row raises."""


LEAVE_OUT = "leave_out"
"""The choice for a row (see ``row_key``) that nothing shall be done with it."""


def row_key(file: str, sheet: str, row: int) -> str:
    """The key in the choices under which a row can be left out."""
    return f"row/{file}/{sheet}/{row}"


def cell_key(file: str, sheet: str, row: int, field: str) -> str:
    """The key in the choices under which the text of a cell can be corrected."""
    return f"cell/{file}/{sheet}/{row}/{field}"


@dataclass(frozen=True)
class Candidate:
    """A possible answer. ``value`` is what goes into the choices."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """What the files don't tell and nobody should guess. ``key`` is the same each time the same files are planned.

    ``kind`` is ``date``, ``session``, ``same_session``, ``same_person``, ``which_person``, ``same_place``
    or ``same_organisation``. ``answer`` is empty while it is open; ``otherwise`` says what holds then.
    """

    key: str
    kind: str
    file: str
    sheet: str
    row: int
    field: str
    text: str
    prompt: str
    candidates: tuple[Candidate, ...]
    otherwise: str
    answer: str = ""


@dataclass(frozen=True)
class Insert:
    """A row to be made. Ids that begin with ``+`` stand for ids that are made when the plan is applied."""

    table: str
    key: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """Columns to be set in a row that is there."""

    table: str
    row_id: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """A parsed import not yet applied: what becomes of each row, what is asked, and the writes behind it."""

    files: tuple[str, ...]
    tables: tuple[Table, ...]
    rows: tuple[PlanRow, ...]
    questions: tuple[Question, ...]
    writes: tuple[Insert | Change, ...]
    journal_seq: int
    """The last entry of the journal when the plan was made: it fits the library only as it was then."""

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions without an answer."""
        return tuple(question for question in self.questions if not question.answer)

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """Rows by kind of table and action."""
        counts = {kind.value: dict.fromkeys((action.value for action in Action), 0) for kind in TableKind}
        for row in self.rows:
            counts[row.kind.value][row.action.value] += 1
        return counts

    @property
    def added(self) -> dict[str, int]:
        """Rows that the library gets, by its tables; ``unlisted_person`` counts those people among them."""
        inserts = [write for write in self.writes if isinstance(write, Insert)]
        counts = Counter(write.table for write in inserts)
        counts["unlisted_person"] = sum(1 for write in inserts if write.values.get("unlisted"))
        return {table: count for table, count in sorted(counts.items()) if count}

    @property
    def updated(self) -> dict[str, int]:
        """Rows of the library that get values in fields that were empty, by its tables."""
        return dict(
            sorted(Counter(write.table for write in self.writes if isinstance(write, Change)).items())
        )
