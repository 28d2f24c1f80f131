"""What an import reads of the library, and the plan made from it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from facilitator.features.imports.planning import Library, plan
from facilitator.features.imports.reading.values import Table, TableKind, Watch
from facilitator.features.imports.rows import Plan
from facilitator.storage.records import Base

_ALWAYS = [
    "series",
    "learning_session",
    "session_organisation",
    "guiding_question",
    "organisation",
    "place",
    "person",
    "appearance",
    "term",
    "agenda_item",
    "breakout_group",
    "session_term",
]
_WITH = {TableKind.CASES: ("case_study", "case_term"), TableKind.NOTES: ("note", "note_term")}
_FORMER = text(
    "SELECT c.table_name, c.row_id, c.before FROM journal_change c JOIN journal_entry e ON e.seq = c.entry_seq"
    " WHERE c.operation = 'update' AND e.kind = 'do' AND e.state IN ('done', 'kept')"
    " AND c.table_name IN :tables ORDER BY c.seq"
).bindparams(bindparam("tables", expanding=True))


def plan_import(
    session: Session,
    tables: Sequence[Table],
    choices: Mapping[str, str] | None = None,
    watch: Watch | None = None,
) -> Plan:
    """What an import of the tables would do; nothing is changed. ``choices`` are answers by the keys of questions.
    Raises ``Cancelled`` when ``watch`` says so."""
    library = read_library(session, {table.kind for table in tables if table.kind})
    return plan(library, tables, choices, watch)


def read_library(session: Session, kinds: Iterable[TableKind] = tuple(TableKind)) -> Library:
    """What planning an import of tables of these kinds has to know: a plain value that may go to another thread."""
    names = [*_ALWAYS, *(name for kind in kinds for name in _WITH.get(kind, ()))]
    rows = {name: _rows(session, name) for name in names}
    former: dict[str, dict[str, tuple[Mapping[str, Any], ...]]] = defaultdict(dict)
    for name, row_id, before in session.execute(_FORMER, {"tables": names}):
        former[name][row_id] = (*former[name].get(row_id, ()), json.loads(before))
    return Library(rows, former, last_entry(session))


def last_entry(session: Session) -> int:
    """The number of the last entry of the journal."""
    return int(session.execute(text("SELECT coalesce(max(seq), 0) FROM journal_entry")).scalar_one())


def _rows(session: Session, name: str) -> tuple[Mapping[str, Any], ...]:
    table = Base.metadata.tables[name]
    order = [table.c.position] if "position" in table.c else []
    return tuple(dict(row) for row in session.execute(select(table).order_by(*order, table.c.id)).mappings())
