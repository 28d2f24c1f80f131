"""The sample library: made of the tables in resources/sample by the same import that people use."""

from __future__ import annotations

import tempfile
from pathlib import Path

from facilitator import assets
from facilitator.domain.errors import Refused
from facilitator.features.imports.commands import ApplyImport
from facilitator.features.imports.queries import plan_import
from facilitator.features.imports.tables import read_tables
from facilitator.storage.store import Store, new_library
from facilitator.translation import tr

SHOWN_SESSION = "4"
"""The label of the session that is shown first: it has an agenda, people, cases and notes."""

_TABLES = ("sessions.csv", "speakers.csv", "agenda.csv", "cases.csv", "notes.csv")


def make_sample(path: Path) -> None:
    """Make the sample library at a path, whole or not at all. Raises ``Refused`` when something stands there."""
    if path.exists():
        raise Refused(
            tr("The sample library can't be made at “{name}”.").format(name=path.name),
            tr("A file of that name is there already."),
            tr("It was not changed."),
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".sample-", dir=path.parent) as folder:
        beside = Path(folder) / path.name
        store = new_library(beside)
        try:
            import_sample(store)
        finally:
            store.close()
        beside.rename(path)


def import_sample(store: Store) -> None:
    """Import the sample's tables into a library, as one change."""
    tables = [table for name in _TABLES for table in read_tables(assets.path("sample", name))]
    with store.read() as session:
        plan = plan_import(session, tables)
    store.run(ApplyImport(plan))
