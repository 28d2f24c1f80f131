"""What reading a file gives: cells, sheets, and tables of a known kind with a field for each column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from facilitator.domain.errors import Cancelled

Cell = str | int | float | bool | date | datetime | time | timedelta | None
"""What a cell holds: text as it stands, or a number, a truth, a date or a time where the workbook says so."""


class TableKind(StrEnum):
    """What the rows of a table are, in the order in which they are imported."""

    SESSIONS = "sessions"
    SPEAKERS = "speakers"
    GROUPS = "groups"
    AGENDA = "agenda"
    CASES = "cases"
    NOTES = "notes"


@dataclass(frozen=True)
class Sheet:
    """Rows of cells as a file has them. ``rows`` are (row number as a spreadsheet counts, cells) without blank rows."""

    file: str
    name: str
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden: bool = False
    encoding: str = ""
    separator: str = ""
    formulas_without_value: int = 0
    unsolved: Mapping[int, set[int]] = field(default_factory=dict)
    """By row, the columns of formulas without a result, or with an error for one."""


@dataclass(frozen=True)
class Column:
    """A column of a table. ``field`` is empty where it is left out, and ``why`` says why."""

    number: int
    heading: str
    field: str
    why: str = ""


@dataclass(frozen=True)
class Line:
    """One row below the headings: its number as a spreadsheet counts, and its cells that hold something, by field."""

    row: int
    cells: Mapping[str, Cell]
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """A table of a known kind, or one that was not recognised (``kind`` None, ``why`` says what was found)."""

    file: str
    sheet: str
    kind: TableKind | None
    heading_row: int = 0
    columns: tuple[Column, ...] = ()
    lines: tuple[Line, ...] = ()
    above: tuple[str, ...] = ()
    """Texts above the headings, such as a title."""
    encoding: str = ""
    separator: str = ""
    why: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Watch:
    """How a long job tells how far it is, and learns that it is to stop."""

    progress: Callable[[int, int], None] = lambda _done, _total: None
    cancelled: Callable[[], bool] = lambda: False

    def step(self, done: int, total: int) -> None:
        """Tell the progress, in rows; raises ``Cancelled`` when the person wants to stop."""
        if self.cancelled():
            raise Cancelled
        self.progress(done, total)
