"""What the tests of imports share: write real files, plan and apply them, and read the library back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import select

from facilitator.features.imports.commands import ApplyImport
from facilitator.features.imports.queries import plan_import
from facilitator.features.imports.rows import Plan, PlanRow
from facilitator.features.imports.tables import read_tables
from facilitator.storage.records import Base
from facilitator.storage.store import Store

SESSIONS = [
    ["No.", "Date", "Start (local time, zone if known)", "Theme", "Title", "Hosts", "Partners"],
    ["1", "March 25th, 2020", "", "Public service delivery (launch)", "The launch", "Ring; Umbra-Net", ""],
    ["2", "Wednesday (1 April)", "", "Housing", "Staying at home", "Ring", "CCX"],
    [
        "CAL-4",
        "",
        "15:00 to 16h30 (GMT +1)",
        "#Listening – mobility",
        "Sustainable mobility",
        "Ring",
        "Umbra Net",
    ],
]
SPEAKERS = [
    ["Session No.", "Name", "Office/title", "Organisation", "City", "Country", "Role in session", "Gender"],
    ["1", "Emilia Sanz", "Secretary General", "Ring", "", "", "moderator", "Female"],
    ["1", "Mohamed Badra", "Mayor; Ring President", "", "Al-Hosna", "Morocco", "opening", ""],
    ["1", "", "Deputy Mayor", "", "Bogota", "", "city speaker", ""],
    ["1", "", "Deputy Mayor", "", "Rome", "", "city speaker", ""],
    ["2", "Emilia Sanz", "Secretary General", "Ring", "", "", "speaker", ""],
    ["2", "", "Deputy Mayor", "", "Bogota", "", "city speaker", ""],
]
AGENDA = [
    ["Session No.", "Order", "Segment", "Title", "Minutes", "Speakers"],
    ["1", "1", "opening", "", "15", "Mohamed Badra; Nadia Nueva"],
    ["1", "2", "moderation", "", "", "Emilia Sanz"],
    ["1", "3", "city round", "Cities at work", "1h10", ""],
]
CASES = [
    ["Session No.", "City", "Country", "Title", "Theme", "Challenge", "Response", "Result"],
    ["2", "Rome", "Italie", "Pause on evictions", "Housing", "Evictions.", "Put off.", ""],
    ["2", "Bogota", "", "Pause on evictions", "Housing", "Evictions.", "Put off.", ""],
    ["", "Leeds", "", "Support for rough sleepers", "Housing", "", "Street outreach.", "300 rooms"],
    ["1", "", "Netherlands", "A link between levels", "Local government associations", "", "Advice.", ""],
]
NOTES = [
    ["Session No.", "Kind", "Text", "Speaker", "City"],
    ["1", "key message", "Services go on.", "Emilia Sanz", ""],
    ["1", "key message", "Praised the work.", "Mohamed Badra", "Al-Hosna"],
    ["1", "key message", "Praised the work.", "Emilia Sanz", ""],
    ["1", "data point", "More than 100 people followed.", "Participants of the launch", ""],
    ["2", "measure", "Evictions are put off.", "CCX", "Rome; Bogota"],
]
QUOTES = [
    ["Quote", "Name", "Office/title", "Session No."],
    ["stand together", "Jan van Zand", "Mayor of Utrecht", "2"],
]
ALL = {
    "quotes": QUOTES,
    "notes": NOTES,
    "cases": CASES,
    "agenda": AGENDA,
    "speakers": SPEAKERS,
    "sessions": SESSIONS,
}


def csv_text(rows: Iterable[Sequence[object]], separator: str = ",") -> str:
    """Rows as CSV text."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def write_csv(
    path: Path, rows: Iterable[Sequence[object]], *, encoding: str = "utf-8", separator: str = ","
) -> Path:
    """Write a real CSV file."""
    path.write_bytes(csv_text(rows, separator).encode(encoding))
    return path


def write_all(folder: Path, tables: Mapping[str, Iterable[Sequence[object]]] = ALL) -> list[Path]:
    """Write a CSV file for each table."""
    return [write_csv(folder / f"{name}.csv", rows) for name, rows in tables.items()]


def planned(store: Store, *paths: Path, choices: Mapping[str, str] | None = None) -> Plan:
    """The plan of an import of files."""
    tables = [table for path in paths for table in read_tables(path)]
    with store.read() as session:
        return plan_import(session, tables, choices)


def imported(store: Store, *paths: Path, choices: Mapping[str, str] | None = None) -> Plan:
    """Import files."""
    plan = planned(store, *paths, choices=choices)
    store.run(ApplyImport(plan))
    return plan


def rows_of(store: Store, table: str) -> list[dict[str, Any]]:
    """All rows of a table, by position where they have one."""
    columns = Base.metadata.tables[table].c
    order = [
        columns[name] for name in ("position", "label", "name", "title", "text", "id") if name in columns
    ]
    with store.read() as session:
        return [
            dict(row)
            for row in session.execute(select(Base.metadata.tables[table]).order_by(*order)).mappings()
        ]


def content(store: Store) -> dict[str, list[dict[str, Any]]]:
    """All that the library holds."""
    return {name: rows_of(store, name) for name in sorted(Base.metadata.tables)}


def by(rows: Iterable[Mapping[str, Any]], **values: Any) -> Mapping[str, Any]:
    """The one row that has these values."""
    found = [row for row in rows if all(row[name] == value for name, value in values.items())]
    assert len(found) == 1, f"{len(found)} rows have {values}"
    return found[0]


def codes(row: PlanRow) -> set[str]:
    """The codes of a row's messages."""
    return {message.code for message in row.messages}


def actions(plan: Plan) -> list[str]:
    """What is done with each row, in order."""
    return [row.action.value for row in plan.rows]
