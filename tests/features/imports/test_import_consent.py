"""What files say of consent holds, however the column is headed, and of several words the strictest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from facilitator.storage.store import Store
from tests.features.imports.import_tables import by, codes, imported, planned, rows_of, write_csv

_SESSIONS = [["No.", "Title", "Date"], ["1", "Cities and care", "20 May 2020"]]
_STRICTLY = "off_the_record"


def _import(library: Store, folder: Path, kind: str, *rows: Sequence[str]) -> None:
    sessions = write_csv(folder / "sessions.csv", _SESSIONS)
    imported(library, sessions, write_csv(folder / f"{kind}.csv", rows))


@pytest.mark.parametrize(("one", "other"), [("named", "off the record"), ("off the record", "named")])
@pytest.mark.parametrize(
    "headings",
    [
        ("Consent", "Attribution"),
        ("Attribution", "Confidentiality"),
        ("Permission", "Consent"),
        ("Publication", "Consent"),
    ],
)
def test_of_two_columns_about_consent_the_strictest_holds(
    library: Store, tmp_path: Path, headings: tuple[str, str], one: str, other: str
) -> None:
    session = ["1"]
    _import(
        library,
        tmp_path,
        "speakers",
        ["Session No.", "Name", "Office", "City", *headings],
        [*session, "Ada Example", "Mayor", "Umbra", one, other],
    )
    _import(
        library,
        tmp_path,
        "notes",
        ["Session No.", "Kind", "Text", *headings],
        [*session, "key message", "Care first.", one, other],
    )
    _import(
        library,
        tmp_path,
        "cases",
        ["Session No.", "City", "Title", "Response", *headings],
        [*session, "Umbra", "A plan", "They acted.", one, other],
    )
    assert rows_of(library, "person")[0]["consent"] == _STRICTLY
    assert rows_of(library, "note")[0]["attribution"] == _STRICTLY
    assert rows_of(library, "case_study")[0]["consent"] == _STRICTLY


_HEADINGS = [
    *("Consent status", "Consent to be named", "Consent to publish", "Confidentiality", "Confidentialité"),
    *(
        "Confidencialidad",
        "Publication",
        "Attribution level",
        "Consentement à publier",
        "Consentimiento informado",
    ),
    *(
        "Attribution of note",
        "Attribution rule",
        "Attribution status",
        "Confidential",
        "Attribution de la note",
    ),
    *(
        "Atribución de la nota",
        "Chatham House",
        "Publication consent",
        "Publication date",
        "Status",
        "Remarks",
        "?",
        "",
    ),
]


@pytest.mark.parametrize("heading", _HEADINGS)
def test_consent_is_read_under_any_heading(library: Store, tmp_path: Path, heading: str) -> None:
    strict = "off the record"
    _import(
        library,
        tmp_path,
        "speakers",
        ["Session No.", "Name", "Office", "City", heading],
        ["1", "Ada Example", "Mayor", "Umbra", strict],
        ["1", "Bo Other", "Mayor", "Umbra", ""],
    )
    _import(
        library,
        tmp_path,
        "notes",
        ["Session No.", "Kind", "Text", heading],
        ["1", "key message", "Care first.", strict],
    )
    _import(
        library,
        tmp_path,
        "cases",
        ["Session No.", "City", "Title", "Response", heading],
        ["1", "Umbra", "A plan", "They acted.", strict],
    )
    assert by(rows_of(library, "person"), name="Ada Example")["consent"] == _STRICTLY
    assert by(rows_of(library, "person"), name="Bo Other")["consent"] == ""
    assert rows_of(library, "note")[0]["attribution"] == _STRICTLY
    assert rows_of(library, "case_study")[0]["consent"] == _STRICTLY


@pytest.mark.parametrize("heading", ["Consent", "Attribution rule", "Session rule", "Chatham House rule"])
def test_the_rule_of_a_session_is_read_under_any_heading(
    library: Store, tmp_path: Path, heading: str
) -> None:
    rows = [[*_SESSIONS[0], heading], [*_SESSIONS[1], "Chatham House"]]
    imported(library, write_csv(tmp_path / "sessions.csv", rows))
    assert rows_of(library, "learning_session")[0]["attribution"] == "chatham_house"


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Confidential", "yes", "off_the_record"),
        ("Confidential?", "no", ""),
        ("Chatham House rule", "yes", "chatham_house"),
        ("Consent to publish", "no", "off_the_record"),
        ("Consent to publish", "who knows", "pending"),
        ("Publication date", "20 May 2020", ""),
        ("Vegetarian", "no", ""),
        ("Signed", "pending", ""),
    ],
)
def test_yes_and_no_mean_what_the_heading_asks(
    library: Store, tmp_path: Path, heading: str, cell: str, expected: str
) -> None:
    rows = (["Session No.", "Kind", "Text", heading], ["1", "key message", "Care first.", cell])
    _import(library, tmp_path, "notes", *rows)
    assert rows_of(library, "note")[0]["attribution"] == expected


def test_the_plan_tells_which_column_is_read_as_consent(library: Store, tmp_path: Path) -> None:
    rows = [["Session No.", "Text", "Whatever"], ["1", "Care first.", "off the record"]]
    plan = planned(library, write_csv(tmp_path / "notes.csv", rows))
    assert any("Whatever" in notice for notice in plan.tables[0].notices)


def test_a_formula_of_consent_without_a_result_is_pending(library: Store, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Office", "City", "Consent"])
    sheet.append(["Ada Example", "Mayor", "Umbra", '=IF(1,"off the record","named")'])
    sheet.append(["Bo Other", "Mayor", "Umbra", "named"])
    book.save(tmp_path / "speakers.xlsx")
    plan = imported(library, tmp_path / "speakers.xlsx")
    assert by(rows_of(library, "person"), name="Ada Example")["consent"] == "pending"
    assert by(rows_of(library, "person"), name="Bo Other")["consent"] == "named"
    assert "unknown_consent" in codes(plan.rows[0])
