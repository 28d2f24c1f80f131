"""Import tables shaped as a secretariat's, several files as one change."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from facilitator.features.imports.rows import Action
from facilitator.storage.store import Store
from tests.features.imports.import_tables import (
    AGENDA,
    CASES,
    NOTES,
    QUOTES,
    SESSIONS,
    SPEAKERS,
    actions,
    by,
    codes,
    content,
    imported,
    planned,
    rows_of,
    write_all,
    write_csv,
)


def test_several_files_are_one_plan_and_one_undo_step(library: Store, tmp_path: Path) -> None:
    before = content(library)
    plan = imported(library, *write_all(tmp_path))

    kinds = {kind: sum(counts.values()) for kind, counts in plan.counts.items()}
    assert kinds == {"sessions": 3, "speakers": 6, "groups": 0, "agenda": 3, "cases": 4, "notes": 6}
    assert set(actions(plan)) == {"add"}
    entry = library.next_undo()
    assert entry is not None
    assert entry.label == "Import 6 files"
    library.undo()
    assert content(library) == before


@pytest.mark.parametrize("order", list(permutations(range(6), 6))[::97])
def test_the_order_of_the_files_does_not_matter(
    library: Store, tmp_path: Path, order: tuple[int, ...]
) -> None:
    files = write_all(tmp_path)
    plan = imported(library, *(files[number] for number in order))
    assert set(actions(plan)) == {"add"}
    assert [row.kind.value for row in plan.rows][:9] == ["sessions"] * 3 + ["speakers"] * 6


def test_one_file_gives_its_name_to_the_undo_step(library: Store, tmp_path: Path) -> None:
    imported(library, write_csv(tmp_path / "speakers.csv", [["Name", "Office"], ["Ada Example", "Mayor"]]))
    entry = library.next_undo()
    assert entry is not None
    assert entry.label == "Import speakers.csv"


def test_sessions_get_what_is_plain_and_keep_what_was_written(library: Store, tmp_path: Path) -> None:
    imported(library, write_csv(tmp_path / "sessions.csv", SESSIONS))
    sessions = rows_of(library, "learning_session")
    launch, housing, listening = (by(sessions, label=label) for label in ("1", "2", "CAL-4"))
    assert (launch["date"], launch["date_as_written"], launch["start"]) == ("2020-03-25", "", None)
    assert (housing["date"], housing["date_as_written"]) == ("", "Wednesday (1 April)")
    assert (listening["start"], listening["minutes"], listening["zone"]) == (900, 90, "UTC+01:00")
    assert launch["theme"] == "Public service delivery (launch)"

    terms = {row["id"]: row["code"] for row in rows_of(library, "term") if row["vocabulary"] == "theme"}
    links = {row["session_id"]: terms[row["term_id"]] for row in rows_of(library, "session_term")}
    assert links == {
        launch["id"]: "public_services",
        housing["id"]: "housing",
        listening["id"]: "mobility",
    }


def test_hosts_and_partners_become_organisations_once(library: Store, tmp_path: Path) -> None:
    plan = imported(library, write_csv(tmp_path / "sessions.csv", SESSIONS))
    names = {row["id"]: row["name"] for row in rows_of(library, "organisation")}
    parts = {(names[row["organisation_id"]], row["part"]) for row in rows_of(library, "session_organisation")}
    assert sorted(names.values()) == ["CCX", "Ring", "Umbra Net", "Umbra-Net"]
    assert parts == {("Ring", "host"), ("Umbra-Net", "host"), ("CCX", "partner"), ("Umbra Net", "partner")}
    (question,) = [question for question in plan.questions if question.kind == "same_organisation"]
    assert question.text == "Umbra Net"


def test_a_person_in_several_sessions_is_one_person(library: Store, tmp_path: Path) -> None:
    imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "speakers": SPEAKERS}))
    emilia = by(rows_of(library, "person"), name="Emilia Sanz")
    appearances = [row for row in rows_of(library, "appearance") if row["person_id"] == emilia["id"]]
    assert {(row["role"], row["role_as_written"]) for row in appearances} == {
        ("moderator", ""),
        ("", "speaker"),
    }
    assert (emilia["office"], emilia["gender"], emilia["consent"], emilia["unlisted"]) == (
        "secretary_general",
        "woman",
        "",
        False,
    )


def test_people_known_by_office_and_city_stay_nameless_and_are_one_for_each_session(
    library: Store, tmp_path: Path
) -> None:
    twice = [*SPEAKERS, ["1", "", "deputy mayor", "", "BOGOTA", "", "City speaker", ""]]
    plan = imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "speakers": twice}))
    places = {row["name"]: row["id"] for row in rows_of(library, "place")}
    deputies = [row for row in rows_of(library, "person") if not row["name"]]
    assert sorted(row["place_id"] for row in deputies) == sorted(
        [places["Bogota"], places["Bogota"], places["Rome"]]
    )
    assert plan.rows[-1].action is Action.UNCHANGED
    assert {row["office"] for row in deputies} == {"deputy_mayor"}


def test_agenda_items_stand_in_order_with_minutes_and_people(library: Store, tmp_path: Path) -> None:
    tables = {"sessions": SESSIONS, "speakers": SPEAKERS, "agenda": [AGENDA[0], *reversed(AGENDA[1:])]}
    plan = imported(library, *write_all(tmp_path, tables))
    items = rows_of(library, "agenda_item")
    assert [
        (item["position"], item["segment"], item["segment_as_written"], item["minutes"]) for item in items
    ] == [
        (0, "opening", "", 15),
        (1, "other", "moderation", None),
        (2, "city_round", "", 70),
    ]
    people = {row["id"]: row for row in rows_of(library, "person")}
    on_items = {
        (people[row["person_id"]]["name"], row["agenda_item_id"], row["role"])
        for row in rows_of(library, "appearance")
        if row["agenda_item_id"]
    }
    assert on_items == {
        ("Mohamed Badra", items[0]["id"], "opening_speaker"),
        ("Nadia Nueva", items[0]["id"], "opening_speaker"),
        ("Emilia Sanz", items[1]["id"], "moderator"),
    }
    assert by(people.values(), name="Nadia Nueva")["unlisted"]
    assert not by(people.values(), name="Mohamed Badra")["unlisted"]
    assert any("unlisted" in codes(row) for row in plan.rows)
    assert plan.added["unlisted_person"] == 1


def test_a_list_that_comes_later_takes_the_mark_away(library: Store, tmp_path: Path) -> None:
    imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "agenda": AGENDA}))
    assert by(rows_of(library, "person"), name="Mohamed Badra")["unlisted"]
    imported(library, write_csv(tmp_path / "speakers.csv", SPEAKERS))
    person = by(rows_of(library, "person"), name="Mohamed Badra")
    assert not person["unlisted"]
    assert person["office_title"] == "Mayor; Ring President"
    appearances = [row for row in rows_of(library, "appearance") if row["person_id"] == person["id"]]
    assert len(appearances) == 1


def test_cases_have_places_countries_and_themes(library: Store, tmp_path: Path) -> None:
    imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "speakers": SPEAKERS, "cases": CASES}))
    cases, places = rows_of(library, "case_study"), {row["id"]: row for row in rows_of(library, "place")}
    rome = next(case for case in cases if case["place_id"] and places[case["place_id"]]["name"] == "Rome")
    assert (rome["country"], rome["measures"], rome["session_id"] is not None) == ("Italie", "Put off.", True)
    assert places[rome["place_id"]]["country"] == "Italie"
    assert by(cases, title="Support for rough sleepers")["session_id"] is None
    link = by(cases, title="A link between levels")
    assert (link["place_id"], link["country"]) == (None, "Netherlands")
    assert len(rows_of(library, "case_term")) == 4


def test_notes_have_speakers_and_bodies_speak_as_voices(library: Store, tmp_path: Path) -> None:
    plan = imported(library, *write_all(tmp_path))
    notes = rows_of(library, "note")
    people = {row["id"]: row["name"] for row in rows_of(library, "person")}
    assert {people[note["speaker_id"]] for note in notes if note["text"] == "Praised the work."} == {
        "Emilia Sanz",
        "Mohamed Badra",
    }
    launch = by(notes, text="More than 100 people followed.")
    assert (launch["voice"], launch["speaker_id"], launch["kind"]) == (
        "Participants of the launch",
        None,
        "data_point",
    )
    evictions = by(notes, text="Evictions are put off.")
    assert evictions["voice"] == "CCX"
    assert "CCX" not in people.values()
    tags = [row["label"] for row in rows_of(library, "term") if row["vocabulary"] == "tag"]
    assert tags == ["Bogota"]
    assert "second_place" in codes(next(row for row in plan.rows if row.title == "Evictions are put off."))


def test_quotes_are_pending_notes_and_add_their_speakers_as_unlisted(library: Store, tmp_path: Path) -> None:
    imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "quotes": QUOTES}))
    (quote,) = rows_of(library, "note")
    (person,) = rows_of(library, "person")
    assert (quote["kind"], quote["attribution"], quote["text"]) == ("quote", "pending", "stand together")
    assert quote["speaker_id"] == person["id"]
    assert (person["name"], person["office_title"], person["office"], person["unlisted"]) == (
        "Jan van Zand",
        "Mayor of Utrecht",
        "mayor",
        True,
    )


def test_a_row_of_an_unknown_session_is_left_out_with_the_reason(library: Store, tmp_path: Path) -> None:
    notes = [
        *NOTES,
        ["99", "measure", "Nobody knows this session.", "", ""],
        ["", "measure", "No session.", "", ""],
    ]
    plan = imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "notes": notes}))
    unknown, none = plan.rows[-2:]
    assert (unknown.action, codes(unknown)) == (Action.LEFT_OUT, {"unknown_session"})
    assert "99" in unknown.messages[0].text
    assert (none.action, codes(none)) == (Action.LEFT_OUT, {"no_session"})
    assert (unknown.file, unknown.row) == ("notes.csv", 7)
    assert len(rows_of(library, "note")) == 5


@pytest.mark.parametrize(
    "reference", ["1", "1.0", "01", "No. 1", "Session 1", "The launch", "2020-03-25", "25/03/2020"]
)
def test_sessions_are_referred_to_by_label_title_or_date(
    library: Store, tmp_path: Path, reference: str
) -> None:
    notes = [["Session", "Text"], [reference, "A note."]]
    plan = planned(library, *write_all(tmp_path, {"sessions": SESSIONS, "notes": notes}))
    assert plan.rows[-1].action is Action.ADD


def test_a_repeated_row_is_left_out_and_columns_without_meaning_are_named(
    library: Store, tmp_path: Path
) -> None:
    rows = [[*NOTES[0], "Mood"], [*NOTES[1], "good"], [*NOTES[1], "good"]]
    plan = imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "notes": rows}))
    assert (plan.rows[-1].action, codes(plan.rows[-1])) == (Action.LEFT_OUT, {"repetition"})
    assert "2" in plan.rows[-1].messages[0].text
    table = next(table for table in plan.tables if table.file == "notes.csv")
    (left_out,) = [column for column in table.columns if not column.field]
    assert left_out.heading == "Mood"
    assert "Mood" in left_out.why


def test_notes_keep_the_order_of_the_file(library: Store, tmp_path: Path) -> None:
    notes = [["Session", "Text"], *(["1", f"Note {number}"] for number in (3, 1, 2))]
    imported(library, *write_all(tmp_path, {"sessions": SESSIONS, "notes": notes}))
    more = [["Session", "Text"], ["1", "Note 0"]]
    imported(library, write_csv(tmp_path / "more.csv", more))
    assert [row["text"] for row in rows_of(library, "note")] == ["Note 3", "Note 1", "Note 2", "Note 0"]
