"""Apply a planned import: all of it as one change, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.features.imports.planning.draft import NEW, kept_id
from facilitator.features.imports.queries import last_entry
from facilitator.features.imports.rows import Change, Insert, Plan
from facilitator.storage.records import Base
from facilitator.storage.terms import term_id
from facilitator.translation import ntr, tr


@dataclass(frozen=True)
class ApplyImport:
    """Write what a plan says. Raises ``Refused`` when the library has changed since the plan was made."""

    plan: Plan

    @property
    def label(self) -> str:
        """What undo calls the import: by its file, or by their number."""
        files = self.plan.files
        if len(files) == 1:
            return tr("Import {file}").format(file=files[0])
        return ntr("Import {count} file", "Import {count} files", len(files)).format(count=len(files))

    def apply(self, session: Session) -> None:
        # The journal has opened this change's own entry before it is applied.
        if last_entry(session) - 1 != self.plan.journal_seq:
            raise Refused(
                tr("The import was not made."),
                tr("The library has changed since the import was planned."),
                tr("Nothing was changed; plan the import again."),
            )
        inserts = [write for write in self.plan.writes if isinstance(write, Insert)]
        # Ids made within a millisecond are in no order; sorted, they keep the order of the files.
        fresh = sorted(new_id() for _ in inserts)
        ids = {write.key: _id_of(write, new) for write, new in zip(inserts, fresh, strict=True)}
        rows: dict[tuple[str, tuple[str, ...]], list[dict[str, Any]]] = defaultdict(list)
        for write in inserts:
            values = {**_resolved(write.values, ids), "id": ids[write.key]}
            rows[write.table, tuple(sorted(values))].append(values)
        for (table, _), values_of_rows in rows.items():
            session.execute(insert(Base.metadata.tables[table]), values_of_rows)
        for change in self.plan.writes:
            if isinstance(change, Change):
                changed = Base.metadata.tables[change.table]
                values = _resolved(change.values, ids)
                session.execute(changed.update().where(changed.c.id == change.row_id).values(**values))


def _id_of(write: Insert, new: str) -> str:
    """Terms have the same id in every library, so that libraries can be merged."""
    if write.table == "term":
        return term_id(str(write.values["vocabulary"]), str(write.values["code"]))
    return kept_id(write.key) or new


def _resolved(values: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: ids[value]
        if name.endswith("_id") and isinstance(value, str) and value.startswith(NEW)
        else value
        for name, value in values.items()
    }
