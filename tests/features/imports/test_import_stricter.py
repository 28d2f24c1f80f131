"""Of two rows or two imports that say different things the stricter holds; quotes wait; names are read as they look."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.storage.edits import SetFields
from facilitator.storage.records import PersonRecord
from facilitator.storage.store import Store
from tests.features.imports.import_tables import codes, imported, rows_of, write_csv

_SESSIONS = [["No.", "Title", "Date"], ["1", "Cities and care", "20 May 2020"]]
_PEOPLE = ["Name", "Office", "City", "Consent"]
_NOTES = ["Session No.", "Kind", "Text", "Speaker", "Attribution"]
_PAIRS = [
    ("named", "off the record", "off_the_record"),
    ("off the record", "named", "off_the_record"),
    ("named", "pending", "pending"),
    ("named", "by role", "by_role"),
    ("by role", "Chatham House", "chatham_house"),
    ("", "off the record", "off_the_record"),
]


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize(
    ("one", "other", "expected"), [*_PAIRS, ("not asked", "named", "named"), ("named", "not asked", "named")]
)
def test_the_stricter_consent_of_a_person_holds(
    library: Store, tmp_path: Path, one: str, other: str, expected: str, at_once: bool
) -> None:
    first, second = ["Ada Example", "Mayor", "Umbra", one], ["Ada Example", "Mayor", "Umbra", other]
    if at_once:
        imported(library, write_csv(tmp_path / "speakers.csv", [_PEOPLE, first, second]))
    else:
        imported(library, write_csv(tmp_path / "speakers.csv", [_PEOPLE, first]))
        imported(library, write_csv(tmp_path / "speakers.csv", [_PEOPLE, second]))
    assert [person["consent"] for person in rows_of(library, "person")] == [expected]


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize(("one", "other", "expected"), _PAIRS)
def test_the_stricter_attribution_of_the_same_words_holds(
    library: Store, tmp_path: Path, one: str, other: str, expected: str, at_once: bool
) -> None:
    sessions = write_csv(tmp_path / "sessions.csv", _SESSIONS)
    first, second = (["1", "key message", "Care first.", "Ada Example", said] for said in (one, other))
    if at_once:
        imported(library, sessions, write_csv(tmp_path / "notes.csv", [_NOTES, first, second]))
    else:
        imported(library, sessions, write_csv(tmp_path / "notes.csv", [_NOTES, first]))
        imported(library, write_csv(tmp_path / "notes.csv", [_NOTES, second]))
    assert {note["attribution"] for note in rows_of(library, "note")} == {expected}


def test_a_stricter_consent_is_told_and_one_that_was_eased_on_purpose_stays(
    library: Store, tmp_path: Path
) -> None:
    row = ["Ada Example", "Mayor", "Umbra"]
    imported(library, write_csv(tmp_path / "speakers.csv", [_PEOPLE, [*row, "named"]]))
    strict = write_csv(tmp_path / "stricter.csv", [_PEOPLE, [*row, "off the record"]])
    plan = imported(library, strict)
    assert plan.rows[0].action.value == "update"
    assert "stricter" in codes(plan.rows[0])
    person = str(rows_of(library, "person")[0]["id"])
    library.run(SetFields(PersonRecord, person, {"consent": "by_role"}, "Ease"))
    assert "differs_kept" in codes(imported(library, strict).rows[0])
    assert rows_of(library, "person")[0]["consent"] == "by_role"


@pytest.mark.parametrize(
    "kind",
    [
        *("direct quote", "quote (verbatim)", "quote / citation", "Citation textuelle", "soundbite", "Zitat"),
        *("cita textual", "verbatim", "a memorable quote"),
    ],
)
def test_every_kind_of_quote_waits_until_it_is_cleared(library: Store, tmp_path: Path, kind: str) -> None:
    notes = write_csv(tmp_path / "notes.csv", [_NOTES, ["1", kind, "Care first.", "Ada Example", ""]])
    imported(library, write_csv(tmp_path / "sessions.csv", _SESSIONS), notes)
    note = rows_of(library, "note")[0]
    assert (note["kind"], note["attribution"]) == ("quote", "pending")


def test_a_filled_column_of_quotes_makes_a_quote_whatever_the_kind_says(
    library: Store, tmp_path: Path
) -> None:
    rows = [["Session No.", "Kind", "Quote", "Speaker"], ["1", "key message", "Care first.", "Ada Example"]]
    imported(
        library, write_csv(tmp_path / "sessions.csv", _SESSIONS), write_csv(tmp_path / "notes.csv", rows)
    )
    note = rows_of(library, "note")[0]
    assert (note["kind"], note["attribution"]) == ("quote", "pending")


@pytest.mark.parametrize(
    "written",
    ["Ada\u00a0Example", "Ada\u202fExample", "A\u200bda Example", "Ada  Example", "Ada Exam\u00adple\u200e"],
)
def test_spaces_and_signs_that_nobody_sees_make_no_other_name(
    library: Store, tmp_path: Path, written: str
) -> None:
    people = write_csv(
        tmp_path / "speakers.csv", [_PEOPLE, ["Ada Example", "Mayor", "Umbra", "off the record"]]
    )
    notes = write_csv(tmp_path / "notes.csv", [_NOTES, ["1", "key message", "Care first.", written, ""]])
    imported(library, write_csv(tmp_path / "sessions.csv", _SESSIONS), people, notes)
    (person,) = rows_of(library, "person")
    (note,) = rows_of(library, "note")
    assert (note["speaker_id"], note["voice"]) == (person["id"], "")
