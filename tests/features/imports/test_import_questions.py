"""What nobody should guess is asked: days, doubtful people, places and sessions. Unanswered, nothing is merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.features.imports.rows import Action, Question
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.features.imports.import_tables import (
    actions,
    by,
    codes,
    imported,
    planned,
    rows_of,
    write_all,
    write_csv,
)


def _sessions(tmp_path: Path, *dates: str) -> Path:
    rows = [[number, f"Session {number} of the row", date] for number, date in enumerate(dates, start=1)]
    return write_csv(tmp_path / "sessions.csv", [["No.", "Title", "Date"], *rows])


def _question(library: Store, path: Path) -> Question:
    (question,) = planned(library, path).questions
    return question


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("Wednesday (1 April)", ["2020-04-01"]),
        ("03/04/2020", ["2020-04-03", "2020-03-04"]),
        ("23th of April", ["2020-04-23", "2019-04-23", "2021-04-23"]),
        ("mercredi 16 avril 2020", ["2020-04-16", "2020-04-15"]),
        ("25/03/20", ["2020-03-25", "2025-03-20"]),
        ("1-2 April 2020", ["2020-04-01", "2020-04-02"]),
        ("some day in spring", []),
    ],
)
def test_a_doubtful_day_is_asked_and_stays_empty_until_it_is_answered(
    library: Store, tmp_path: Path, written: str, candidates: list[str]
) -> None:
    path = _sessions(tmp_path, written, "25 March 2020")
    question = _question(library, path)
    assert (question.kind, question.text, question.row, question.field) == ("date", written, 2, "date")
    assert [candidate.value for candidate in question.candidates] == candidates

    plan = imported(library, path)
    assert actions(plan) == ["add", "add"]
    assert codes(plan.rows[0]) == {"date_unclear"}
    session = by(rows_of(library, "learning_session"), label="1")
    assert (session["date"], session["date_as_written"]) == ("", written)

    answered = imported(library, path, choices={question.key: "2020-04-01"})
    assert actions(answered) == ["update", "unchanged"]
    session = by(rows_of(library, "learning_session"), label="1")
    assert (session["date"], session["date_as_written"]) == ("2020-04-01", written)
    assert not planned(library, path).questions


def test_an_answer_that_is_no_day_is_refused_in_the_plan(library: Store, tmp_path: Path) -> None:
    path = _sessions(tmp_path, "On 4 May")
    plan = planned(library, path, choices={_question(library, path).key: "next week"})
    assert codes(plan.rows[0]) == {"answer_not_understood", "date_unclear"}


def test_a_day_that_somebody_entered_in_the_library_is_not_asked_again(
    library: Store, tmp_path: Path
) -> None:
    path = _sessions(tmp_path, "03/04/2020")
    imported(library, path)
    session = rows_of(library, "learning_session")[0]
    library.run(SetFields(LearningSessionRecord, session["id"], {"date": "2020-04-03"}, "Edit"))
    plan = planned(library, path)
    assert not plan.questions
    assert actions(plan) == ["unchanged"]


def _people(tmp_path: Path, *rows: tuple[str, ...]) -> Path:
    return write_csv(tmp_path / "speakers.csv", [["Name", "Office", "City"], *rows])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Emilia Saiz", "Emilia Sáiz"),
        ("Emilia Saiz", "Saiz Emilia"),
        ("Maimunah Mohd Sharif", "Maimunah Modh Shariff"),
        ("Octavi de la Varga", "Octavi de La Varga Mas"),
        ("Мария Иванова", "Maria Ivanova"),
        ("E. Saiz", "Emilia Saiz"),
    ],
)
def test_another_spelling_of_a_person_is_offered_and_never_merged_silently(
    library: Store, tmp_path: Path, one: str, other: str
) -> None:
    path = _people(tmp_path, (one, "Mayor", ""), (other, "Mayor", ""))
    plan = planned(library, path)
    (question,) = plan.questions
    assert question.kind == "same_person"
    assert [candidate.value for candidate in question.candidates][-1] == "new"
    assert codes(plan.rows[1]) == {"possible_duplicate"}

    imported(library, path)
    assert {row["name"] for row in rows_of(library, "person")} == {one, other}
    library.undo()

    choices = {question.key: question.candidates[0].value}
    imported(library, path, choices=choices)
    (person,) = rows_of(library, "person")
    assert (person["name"], person["also_written"]) == (one, other)
    again = planned(library, path)
    assert not again.questions
    assert actions(again)[0] == "unchanged"
    assert not again.writes


def test_a_spelling_of_somebody_in_the_library_is_offered_with_their_id(
    library: Store, tmp_path: Path
) -> None:
    imported(library, _people(tmp_path, ("Emilia Saiz", "Secretary General", "")))
    saiz = rows_of(library, "person")[0]
    question = _question(library, _people(tmp_path, ("Emilia Sáiz", "", "")))
    assert question.candidates[0].value == saiz["id"]
    assert "Secretary General" in question.candidates[0].label


def test_the_answer_another_person_is_taken_as_it_is(library: Store, tmp_path: Path) -> None:
    path = _people(tmp_path, ("Ana Silva", "Mayor", ""), ("Anna Silva", "Mayor", ""))
    question = _question(library, path)
    plan = imported(library, path, choices={question.key: "new"})
    assert len(rows_of(library, "person")) == 2
    assert not plan.open_questions
    assert codes(plan.rows[1]) == set()


@pytest.mark.parametrize(
    ("one", "other"),
    [("Person 1", "Person 2"), ("Mohamed Sadiki", "Mohamed Boudra"), ("Li Ming", "Li Mingyuan")],
)
def test_names_that_differ_are_not_offered(library: Store, tmp_path: Path, one: str, other: str) -> None:
    assert not planned(library, _people(tmp_path, (one, "Mayor", ""), (other, "Mayor", ""))).questions


def test_the_same_name_in_another_city_is_asked(library: Store, tmp_path: Path) -> None:
    path = _people(tmp_path, ("Ana Silva", "Mayor", "Lisbon"), ("Ana Silva", "Mayor", "Recife"))
    question = _question(library, path)
    assert question.kind == "same_person"
    imported(library, path)
    assert len(rows_of(library, "person")) == 2
    assert set(actions(planned(library, path))) == {"unchanged"}


def test_somebody_with_the_office_place_and_last_name_of_another_is_offered(
    library: Store, tmp_path: Path
) -> None:
    path = _people(
        tmp_path, ("Salvatore Martelo", "Mayor", "Lampione"), ("Totò Martelo", "Mayor", "Lampione")
    )
    assert _question(library, path).kind == "same_person"


def _notes(tmp_path: Path, speaker: str) -> list[Path]:
    tables = {
        "sessions": [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]],
        "notes": [["Session", "Text", "Speaker"], ["1", "Something was said.", speaker]],
    }
    return write_all(tmp_path, tables)


def test_a_note_by_one_of_several_people_of_a_name_names_nobody_until_it_is_answered(
    library: Store, tmp_path: Path
) -> None:
    people = _people(tmp_path, ("Ana Silva", "Mayor", "Lisbon"), ("Ana Silva", "Mayor", "Recife"))
    imported(library, people)
    files = _notes(tmp_path, "Ana Silva")
    plan = imported(library, *files)
    note = rows_of(library, "note")[0]
    assert (note["speaker_id"], note["voice"]) == (None, "")
    assert "which_person" in codes(plan.rows[-1])
    (question,) = plan.questions
    imported(library, *files, choices={question.key: question.candidates[1].value})
    assert rows_of(library, "note")[0]["speaker_id"] == question.candidates[1].value


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bogota", "Bogotá"), ("Al-Hoceima", "Al Hoceima"), ("Rome", "Roma"), ("Москва", "Moscow")],
)
def test_another_spelling_of_a_city_is_offered(library: Store, tmp_path: Path, one: str, other: str) -> None:
    path = _people(tmp_path, ("Ada One", "Mayor", one), ("Berta Two", "Mayor", other))
    question = _question(library, path)
    assert question.kind == "same_place"
    imported(library, path)
    assert len(rows_of(library, "place")) == 2
    library.undo()
    imported(library, path, choices={question.key: question.candidates[0].value})
    (place,) = rows_of(library, "place")
    assert (place["name"], place["also_written"]) == (one, other)
    assert not planned(library, path).writes


def test_cities_of_one_name_in_two_countries_are_two_and_one_without_a_country_is_asked(
    library: Store, tmp_path: Path
) -> None:
    head = ["City", "Country", "Title", "Response"]
    cases = [
        head,
        ["Valencia", "Spain", "A", "a"],
        ["Valencia", "Venezuela", "B", "b"],
        ["Valencia", "España", "C", "c"],
    ]
    plan = imported(library, write_csv(tmp_path / "cases.csv", cases))
    assert not plan.questions
    assert sorted(row["country"] for row in rows_of(library, "place")) == ["Spain", "Venezuela"]
    question = _question(library, write_csv(tmp_path / "more.csv", [head, ["Valencia", "", "D", "d"]]))
    assert question.kind == "same_place"
    assert len(question.candidates) == 3


def test_a_number_given_twice_is_asked_and_its_rows_go_to_the_session_of_their_own_files(
    library: Store, tmp_path: Path
) -> None:
    imported(library, *_notes(tmp_path, ""))
    other = {
        "sessions": [["No.", "Title", "Date"], ["1", "Quite another matter", "2021-09-01"]],
        "notes": [["Session", "Text"], ["1", "Said there."]],
    }
    plan = imported(library, *write_all(tmp_path, other))
    assert [question.kind for question in plan.questions] == ["same_session"]
    sessions = {row["id"]: row["title"] for row in rows_of(library, "learning_session")}
    note = by(rows_of(library, "note"), text="Said there.")
    assert sorted(sessions.values()) == ["Launch", "Quite another matter"]
    assert sessions[note["session_id"]] == "Quite another matter"
    alone = write_csv(tmp_path / "alone.csv", [["Session", "Text"], ["1", "Said where?"]])
    waiting = planned(library, alone)
    assert [row.action for row in waiting.rows] == [Action.ASK]
    assert [question.kind for question in waiting.questions] == ["session"]
    assert not waiting.writes


def test_a_table_without_sessions_belongs_to_the_one_in_its_title_or_asks(
    library: Store, tmp_path: Path
) -> None:
    imported(library, *_notes(tmp_path, ""))
    titled = write_csv(
        tmp_path / "a.csv", [["Agenda of session 1", ""], ["Segment", "Minutes"], ["opening", "15"]]
    )
    assert actions(planned(library, titled)) == ["add"]
    untitled = write_csv(tmp_path / "b.csv", [["Segment", "Minutes"], ["opening", "15"]])
    question = _question(library, untitled)
    assert planned(library, untitled).rows[0].action is Action.ASK
    plan = imported(library, untitled, choices={question.key: question.candidates[0].value})
    assert actions(plan) == ["add"]


def test_questions_have_the_same_keys_each_time_and_in_reordered_files(
    library: Store, tmp_path: Path
) -> None:
    rows = (
        ("Emilia Saiz", "", ""),
        ("Emilia Sáiz", "", ""),
        ("Ana Silva", "", "Bogota"),
        ("Ada One", "", "Bogotá"),
    )
    first = [question.key for question in planned(library, _people(tmp_path, *rows)).questions]
    again = [question.key for question in planned(library, _people(tmp_path, *rows)).questions]
    assert first == again == ["person/emilia sáiz", "place/bogotá"]


def test_the_answer_that_somebody_of_another_city_is_the_same_holds_the_next_time(
    library: Store, tmp_path: Path
) -> None:
    sessions = write_csv(tmp_path / "sessions.csv", [["No.", "Title", "Date"], ["1", "Launch", "2020-03-25"]])
    head = ["Session", "Name", "Office", "City"]
    imported(library, sessions, write_csv(tmp_path / "a.csv", [head, ["1", "Ana Silva", "Mayor", "Lisbon"]]))
    library.undo()
    rows = [head, ["", "Ana Silva", "Mayor", "Lisbon"], ["1", "Ana Silva", "Mayor", "Recife"]]
    path = write_csv(tmp_path / "b.csv", rows)
    (question,) = planned(library, sessions, path).questions
    imported(library, sessions, path, choices={question.key: question.candidates[0].value})
    assert len(rows_of(library, "person")) == 1
    again = planned(library, sessions, path)
    assert not again.questions
    assert not again.writes


def test_letters_that_tell_people_apart_are_no_likeness(library: Store, tmp_path: Path) -> None:
    assert not planned(library, _people(tmp_path, ("Person A", "", ""), ("Person B", "", ""))).questions
