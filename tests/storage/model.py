"""What the state machine over the journal compares a library with, and commands of its own."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.domain.text import storable
from facilitator.storage import records
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import Base
from facilitator.storage.store import new_library
from tests.storage.content import Rows


def stored(record: type[Base], given: dict[str, Any]) -> dict[str, Any]:
    """A row as it is stored: what was given, and the default of every other column."""
    row = {}
    for column in record.__table__.columns:
        default = (
            column.default.arg if column.default is not None and not callable(column.default.arg) else None
        )
        value = given.get(column.name, default)
        row[column.name] = int(value) if isinstance(value, bool) else value
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


class Model:
    """Rows in memory, with what deleting one does to others."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows

    def delete(self, table: str, row_id: str) -> None:
        """Delete a row, and with it what belongs to it."""
        if self.rows[table].pop(row_id, None) is None:
            return
        for other in Base.metadata.tables.values():
            for column in other.columns:
                for key in column.foreign_keys:
                    if key.column.table.name == table:
                        self._let_go(other.name, column.name, key.ondelete or "", row_id)

    def _let_go(self, table: str, column: str, rule: str, row_id: str) -> None:
        for other_id, row in list(self.rows[table].items()):
            if row[column] == row_id:
                if rule == "CASCADE":
                    self.delete(table, other_id)
                else:
                    row[column] = None


@cache
def empty_library() -> bytes:
    """The bytes of a new library, which is made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.lle"
        new_library(path).close()
        return path.read_bytes()


class AddByMapper:
    """Add a row as commands do that use SQLAlchemy's mapper."""

    label = "Add"

    def __init__(self, record: type[Base], given: dict[str, Any]) -> None:
        self.record, self.given = record, given

    def apply(self, session: Any) -> None:
        session.add(self.record(**self.given))


class Failing:
    """A command that fails after it has written."""

    label = "Fail"

    def __init__(self, session_id: str, title: str) -> None:
        self.session_id, self.title = session_id, title

    def apply(self, session: Any) -> None:
        session.add(records.LearningSessionRecord(title=self.title))
        session.flush()
        DeleteRows(records.LearningSessionRecord, [self.session_id], "Delete").apply(session)
        raise ZeroDivisionError
