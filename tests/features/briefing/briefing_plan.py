"""Rows for a library that tests of briefings fill."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from facilitator.domain.identity import new_id
from facilitator.storage import records
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.store import Store


@dataclass
class Plan:
    """Rows to add to a library, and the ids of those that tests ask for by name."""

    store: Store
    rows: list[AddRow] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    def add(self, record: Any, known_as: str = "", /, **values: Any) -> str:
        row_id = new_id()
        self.rows.append(AddRow(record, {"id": row_id, **values}, ""))
        if known_as:
            self.ids[known_as] = row_id
        return row_id

    def note(self, known_as: str, kind: str, text: str, /, **values: Any) -> str:
        position = len(self.rows)
        values = {
            "session_id": self.ids["session"],
            "kind": kind,
            "text": text,
            "position": position,
        } | values
        return self.add(records.NoteRecord, known_as, **values)

    def keep(self) -> None:
        """Write what is planned."""
        self.store.run(Together(tuple(self.rows), "plan"))
        self.rows.clear()
