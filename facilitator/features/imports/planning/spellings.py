"""Find rows by name: exactly, by spellings that people said mean the same, and by likeness."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from facilitator.features.imports.planning.building import RowBuilder
from facilitator.features.imports.planning.draft import Draft, DraftRow
from facilitator.features.imports.reading.likeness import near, spelling
from facilitator.features.imports.reading.words import listed
from facilitator.features.imports.rows import Action, Candidate
from facilitator.translation import tr

NEW_ONE = "new"
"""The answer that says: none of these, but another one."""
_LOOKED_AT = 15


class Spellings:
    """An index of the rows of a table by the spellings of their names.

    ``rough`` gives the keys under which likenesses are looked for, ``alike`` decides on each that is found.
    """

    def __init__(
        self,
        draft: Draft,
        table: str,
        rough: Callable[[str], Iterable[str]],
        alike: Callable[[str, str], bool],
    ) -> None:
        self._draft, self._rough, self._alike = draft, rough, alike
        self._exact: dict[str, list[DraftRow]] = defaultdict(list)
        self._keys: list[str] = []
        self._owners: list[tuple[DraftRow, str]] = []
        for row in draft.rows(table):
            self.add(row)

    def add(self, row: DraftRow) -> None:
        """Take up a row under all names that it has or had."""
        for image in row.images():
            names = [
                image.get("name"),
                image.get("short_name"),
                *listed(str(image.get("also_written") or "")),
            ]
            for name in names:
                if name:
                    self.add_name(row, str(name))

    def add_name(self, row: DraftRow, name: str) -> None:
        """Take up a row under one more name."""
        owners = self._exact[spelling(name)]
        if row in owners:
            return
        owners.append(row)
        for key in self._rough(name):
            self._keys.append(key)
            self._owners.append((row, name))

    def exact(self, name: str) -> list[DraftRow]:
        """The rows that have or had exactly this spelling, first those whose name it is."""
        key = spelling(name)
        return sorted(self._exact.get(key, ()), key=lambda row: spelling(str(row["name"])) != key)

    def like(self, name: str) -> list[DraftRow]:
        """The rows of which one spelling is like this one, likeliest first."""
        found: dict[str, DraftRow] = {}
        for key in self._rough(name):
            for position in near(key, self._keys, _LOOKED_AT):
                row, other = self._owners[position]
                if row.id not in found and self._alike(name, other):
                    found[row.id] = row
        return list(found.values())

    def remember(self, at: RowBuilder, row: DraftRow, name: str) -> None:
        """Keep with a row that this spelling means it too."""
        if row in self._exact[spelling(name)]:
            return
        spellings = "; ".join([*listed(str(row["also_written"] or "")), name.replace(";", ",")])
        self._draft.move(row, "also_written", spellings)
        at.effect(row, Action.UPDATE, str(row["name"]), {"also_written": spellings})
        self.add_name(row, name)


def candidates_of(rows: Iterable[DraftRow], describe: Callable[[DraftRow], str], new: str) -> list[Candidate]:
    """The rows as possible answers, and last the answer that it is another one."""
    return [*(Candidate(row.id, describe(row)) for row in rows), Candidate(NEW_ONE, new)]


def chosen(rows: Iterable[DraftRow], answer: str) -> DraftRow | None:
    """The row that an answer names, by id or by spelling of its name."""
    for row in rows:
        if answer == row.id or (row["name"] and spelling(answer) == spelling(str(row["name"]))):
            return row
    return None


def in_plan(row: DraftRow) -> str:
    """Says of a row that it is only being made, for descriptions."""
    return tr("in this import") if row.new else tr("in the library")
