"""The library as the import will leave it: its rows as they are, rows to be made, and fields to be filled.

Only what is empty in the library is filled. What a person has entered or changed there is never overwritten: a value
that differs is kept and reported, and one that was cleared on purpose stays empty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from facilitator.features.imports.rows import Action, Change, Insert
from facilitator.translation import tr

if TYPE_CHECKING:
    from facilitator.features.imports.planning.building import RowBuilder

NEW = "+"
"""Begins the ids of rows that are made when the plan is applied."""
_KEPT = "=id/"


def keeping(row_id: str) -> str:
    """The name for ``Draft.add`` of a row that is to have this id, which it has in the library it comes from."""
    return _KEPT + row_id


def kept_id(key: str) -> str:
    """The id that a row to be made is to have; empty where it is to have any."""
    name = key.removeprefix(NEW).partition("/")[2]
    return name.removeprefix(_KEPT) if name.startswith(_KEPT) else ""


@dataclass(frozen=True)
class Library:
    """What an import has to know of a library: its rows by table, and how they were before people changed them."""

    rows: Mapping[str, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    former: Mapping[str, Mapping[str, tuple[Mapping[str, Any], ...]]] = field(default_factory=dict)
    """By table and row id: the row before each change that stands, oldest first."""
    journal_seq: int = 0


@dataclass(eq=False)
class DraftRow:
    """A row of the library, or one to be made (``made_by`` is then the row of the file that asks for it)."""

    table: str
    id: str
    values: dict[str, Any]
    former: tuple[Mapping[str, Any], ...] = ()
    made_by: RowBuilder | None = None
    changes: dict[str, Any] = field(default_factory=dict)

    @property
    def new(self) -> bool:
        """Whether the row is to be made."""
        return self.id.startswith(NEW)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def images(self) -> Iterator[Mapping[str, Any]]:
        """The row as it is, then as it was before people changed it."""
        yield self.values
        yield from self.former

    def ever(self, name: str, value: Any) -> bool:
        """Whether a field has or had the value."""
        return any(image.get(name) == value for image in self.images())


class Draft:
    """All rows, and what has to be written."""

    def __init__(self, library: Library) -> None:
        self._rows: dict[str, dict[str, DraftRow]] = defaultdict(dict)
        self._by_session: dict[tuple[str, str], list[DraftRow]] = defaultdict(list)
        self._made: list[DraftRow] = []
        self._changed: dict[str, DraftRow] = {}
        for table, rows in library.rows.items():
            former = library.former.get(table, {})
            for values in rows:
                self._keep(DraftRow(table, values["id"], dict(values), former.get(values["id"], ())))

    def rows(self, table: str) -> Iterator[DraftRow]:
        """The rows of a table, those to be made last."""
        return iter(self._rows[table].values())

    def row(self, table: str, row_id: str | None) -> DraftRow | None:
        """The row of an id."""
        return self._rows[table].get(row_id) if row_id else None

    def of_session(self, table: str, session_id: str) -> list[DraftRow]:
        """The rows of a table that belong to a session."""
        return self._by_session[table, session_id]

    def add(self, at: RowBuilder, table: str, name: str, title: str, /, **values: Any) -> DraftRow:
        """A row to be made. Its id comes from ``name``, so that the same files give the same plan again."""
        row_id, number = f"{NEW}{table}/{name}", 1
        while row_id in self._rows[table]:
            number += 1
            row_id = f"{NEW}{table}/{name}#{number}"
        row = DraftRow(table, row_id, {**values, "id": row_id}, made_by=at)
        self._keep(row)
        self._made.append(row)
        at.effect(row, Action.ADD, title, values)
        return row

    def fill(
        self, at: RowBuilder, row: DraftRow, name: str, value: Any, title: str = "", source: str = ""
    ) -> bool:
        """Give a field a value when it is empty, and say so when it holds another. True when the value was set.

        ``source`` is the field of the file that the value comes from, where it has another name.
        """
        if value is None or value == "" or self._same(row[name], value):
            return False
        if self._empty(row[name]) and not any(self._same(image.get(name), value) for image in row.former):
            row.values[name] = value
            if not row.new:
                row.changes[name] = value
                self._changed[row.id] = row
            at.effect(row, Action.UPDATE, title, {name: value})
            return True
        self._differs(at, row, name, value, source or name)
        return False

    def move(self, row: DraftRow, name: str, value: Any) -> None:
        """Set a field that no person fills in, such as a position."""
        row.values[name] = value
        if not row.new:
            row.changes[name] = value
            self._changed[row.id] = row

    def writes(self) -> tuple[Insert | Change, ...]:
        """What is to be written, in the order in which it was decided."""
        inserts = [
            Insert(row.table, row.id, {name: value for name, value in row.values.items() if name != "id"})
            for row in self._made
        ]
        return (*inserts, *(Change(row.table, row.id, dict(row.changes)) for row in self._changed.values()))

    def _keep(self, row: DraftRow) -> None:
        self._rows[row.table][row.id] = row
        if session_id := row["session_id"]:
            self._by_session[row.table, session_id].append(row)

    def _differs(self, at: RowBuilder, row: DraftRow, name: str, value: Any, source: str) -> None:
        if name.endswith("_id"):
            mine, theirs = self.title_of(row[name]), self.title_of(value)
        else:
            mine, theirs = str(row[name] or ""), str(value)
        at.say(
            "differs_kept",
            tr("“{heading}”: the file has “{theirs}”; the library’s “{mine}” is kept.").format(
                heading=at.heading(source), theirs=theirs, mine=mine
            ),
            source,
        )

    def title_of(self, row_id: str | None) -> str:
        """The name or title of a row, for messages."""
        for rows in self._rows.values():
            if row_id in rows:
                values = rows[row_id].values
                return str(values.get("name") or values.get("title") or values.get("label") or "")
        return ""

    @staticmethod
    def _empty(value: Any) -> bool:
        return value is None or value == ""

    @staticmethod
    def _same(mine: Any, theirs: Any) -> bool:
        if isinstance(mine, str) and isinstance(theirs, str):
            return mine == theirs or mine.split() == theirs.split()
        return bool(mine == theirs)
