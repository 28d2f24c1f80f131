"""Somebody who may be a known person is treated as strictly; a name in a cell that can't be told apart never prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.features.imports.reading.dates import read_date
from facilitator.storage.store import Store
from tests.features.imports.import_tables import codes, imported, rows_of, write_csv

_SESSIONS = [["No.", "Title", "Date"], ["1", "Cities and care", "20 May 2020"]]
_PEOPLE = [
    ["Session No.", "Name", "Office", "Organisation", "City", "Consent"],
    ["1", "Ada Example", "Chair", "UCLG", "Umbra", "named"],
]
_MENTIONS = [
    *("Zelvorin, Quentara", "Zelvorin Quentara", "Q. Zelvorin", "Ms Zelvorin", "Mayor Zelvorin", "Zelvorin"),
    *("Quentara M. Zelvorin", "Quentára Zelvorín", "Deputy Mayor Zelvorin", "UN-Habitat (Quentara Zelvorin)"),
]


def _import(library: Store, folder: Path, people: list[list[str]], speaker: str) -> set[str]:
    notes = [["Session No.", "Kind", "Text", "Speaker"], ["1", "key message", "Care first.", speaker]]
    files = {"sessions": _SESSIONS, "speakers": people, "notes": notes}
    plan = imported(library, *(write_csv(folder / f"{name}.csv", rows) for name, rows in files.items()))
    return codes(plan.rows[-1])


@pytest.mark.parametrize("consent", ["off the record", "pending", "Chatham House"])
@pytest.mark.parametrize("speaker", _MENTIONS)
def test_who_may_be_a_person_with_a_strict_consent_gets_it_too(
    library: Store, tmp_path: Path, speaker: str, consent: str
) -> None:
    strict = ["1", "Quentara Zelvorin", "Warden", "", "Zorbaville", consent]
    told = _import(library, tmp_path, [*_PEOPLE, strict], speaker)
    people = {person["id"]: person for person in rows_of(library, "person")}
    (note,) = rows_of(library, "note")
    assert people[note["speaker_id"]]["consent"] == consent.lower().replace(" ", "_")
    assert len(people) == 2 or {"as_candidate", "possible_duplicate"} <= told


def test_who_may_be_a_person_that_may_be_named_stays_as_nobody_asked(library: Store, tmp_path: Path) -> None:
    _import(library, tmp_path, _PEOPLE, "A. Example")
    assert sorted(person["consent"] for person in rows_of(library, "person")) == ["", "named"]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "Zelvorin, Quentara",
            "Quentara Zelvorin, Bellamina Torquist",
            "Mayor of Zorbaville, Quentara Zelvorin",
        ),
        *("Secretary General, Quentara Zelvorin", "UCLG, Quentara Zelvorin", "UCLG - Quentara Zelvorin"),
        *("UN-Habitat (Quentara Zelvorin)", "Zorbaville (Quentara Zelvorin)", "UCLG Quentara Zelvorin"),
        *("City of Zorbaville, Quentara Zelvorin", "Participants (Zelvorin)", "Umbra (Quentara Zelvorin)"),
        *("Mayor of Zorbaville Quentara Zelvorin", "Representative of Zelvorin family"),
    ],
)
def test_a_cell_that_can_not_be_told_apart_is_a_name_as_a_whole(
    library: Store, tmp_path: Path, cell: str
) -> None:
    _import(library, tmp_path, _PEOPLE, cell)
    people = rows_of(library, "person")
    assert {person["name"] for person in people} == {"Ada Example", cell}
    printed = [person["office_title"] for person in people] + [
        note["voice"] for note in rows_of(library, "note")
    ]
    printed += [row["name"] for row in (*rows_of(library, "organisation"), *rows_of(library, "place"))]
    assert not any("Zelvorin" in text for text in printed)


@pytest.mark.parametrize(
    ("cell", "name", "office"),
    [
        ("Bo Other (Mayor of Umbra)", "Bo Other", "Mayor of Umbra"),
        ("Bo Other, Secretary General", "Bo Other", "Secretary General"),
        ("Bo Other (Umbra)", "Bo Other", ""),
        ("Mayor of Grumble Bay", "", "Mayor of Grumble Bay"),
    ],
)
def test_what_is_plainly_an_office_or_a_place_beside_a_name_is_kept_apart(
    library: Store, tmp_path: Path, cell: str, name: str, office: str
) -> None:
    _import(library, tmp_path, _PEOPLE, cell)
    found = {(person["name"], person["office_title"]) for person in rows_of(library, "person")}
    assert found == {("Ada Example", "Chair"), (name, office)}


@pytest.mark.parametrize(
    "text",
    [
        "about 8 April 2020",
        "vers le 8 avril 2020",
        "hacia el 8 de abril de 2020",
        "c. 8 April 2020",
        "~8 April 2020",
    ],
)
def test_a_day_that_is_only_about_right_is_asked(text: str) -> None:
    reading = read_date(text)
    assert (reading.certain, reading.doubt) == (None, "about")
    assert [day.isoformat() for day in reading.candidates] == ["2020-04-08"]
