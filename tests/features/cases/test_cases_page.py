"""The page of cases: every field of a case is typed, saved and undone, and terms are given by keys."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.features.cases import fields, queries
from facilitator.features.cases.fields import parse_count, show_count
from facilitator.features.cases.page import CasesPage
from facilitator.features.cases.rows import CaseDetail, CaseRow
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import CaseStudyRecord, LearningSessionRecord, NoteRecord, PersonRecord

SESSION = "session-8"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> CasesPage:
    """The page with one case of nothing but its title."""
    context.library.run(SetFields(LearningSessionRecord, SESSION, {"zone": "Europe/Madrid"}, "Zone"))
    context.library.run(AddRow(CaseStudyRecord, {"id": "rents", "title": "Rents on hold"}, "Add"))
    made = CasesPage(context)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_row("rents")
    return made


def press(what: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    if isinstance(what, str):
        QTest.keyClicks(target, what, modifier)
    else:
        QTest.keyClick(target, what, modifier)


def fill(page: CasesPage, name: str, text: str, leave: Qt.Key = Qt.Key.Key_Tab) -> None:
    page.editor.form.field(name).setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(text)
    press(leave)


def detail(context: Context) -> CaseDetail:
    with context.library.read() as session:
        found = queries.case_detail(session, "rents")
    assert found is not None
    return found


def row(context: Context) -> CaseRow:
    with context.library.read() as session:
        (found,) = queries.list_cases(session)
    return found


TEXTS = [
    *("country", "period", "challenge", "objectives", "measures", "target_groups", "actors", "resources"),
    *("results", "evidence", "obstacles", "lessons", "links", "contact", "source_url"),
]


@pytest.mark.parametrize("name", TEXTS)
def test_each_text_is_saved_when_it_is_left_and_undone_by_its_name(
    name: str, page: CasesPage, context: Context
) -> None:
    fill(page, name, f"What is <written> in {name}")
    assert detail(context).values[name] == f"What is <written> in {name}"
    assert context.library.undo() == f"Change “{fields.LABELS[name]}” of case “Rents on hold”"
    assert detail(context).values[name] == ""


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("kind", "Rec", "recovery_plan"),
        ("phase", "Mit", "mitigate"),
        ("status", "Val", "validated"),
        ("consent", "Cha", "chatham_house"),
        ("section", "Afr", "africa"),
        ("territory", "Reg", "region"),
    ],
)
def test_each_choice_is_saved(name: str, typed: str, value: str, page: CasesPage, context: Context) -> None:
    field = page.editor.form.field(name)
    field.setFocus()
    press(typed)
    assert detail(context).values[name] == value


def test_numbers_dates_and_moments_are_read_as_people_write_them(page: CasesPage, context: Context) -> None:
    fill(page, "session_id", "local fin")
    fill(page, "population", "1 620 000")
    fill(page, "shared_on", "6 May 2020")
    fill(page, "heard_at", "2020-04-09 15:04")
    values = detail(context).values
    assert (values["session_id"], values["population"]) == (SESSION, 1_620_000)
    assert (values["shared_on"], values["heard_at"]) == ("2020-05-06", 1_586_437_440_000)
    assert page.editor.form.field("shared_on").text() == "6 May 2020"


def test_what_can_not_be_read_stays_and_changes_nothing(page: CasesPage, context: Context) -> None:
    fill(page, "population", "many")
    assert detail(context).values["population"] is None
    assert page.editor.form.field("population").text() == "many"


def test_terms_and_a_new_tag_are_given_and_taken_by_keys(page: CasesPage, context: Context) -> None:
    for name, typed in (
        ("theme", "hous"),
        ("theme", "gender"),
        ("sdg", "11"),
        ("decalogue", "4"),
        ("tag", "rent"),
    ):
        fill(page, name, typed, Qt.Key.Key_Return)
    found = row(context)
    assert (found.themes, found.tags) == (("Housing", "Gender"), ("rent",))
    assert (found.sdgs, found.decalogue) == (
        ("Sustainable cities and communities",),
        ("Reaffirm local democracy",),
    )
    page.editor.form.field("theme").setFocus()
    press(Qt.Key.Key_Backspace)
    assert row(context).themes == ("Housing",)
    context.library.undo()
    assert row(context).themes == ("Housing", "Gender")


def test_a_new_city_and_a_new_speaker_are_added_by_name(page: CasesPage, context: Context) -> None:
    fill(page, "place_id", "Sfax")
    fill(page, "speaker_id", "Dee Novel")
    assert (row(context).city, row(context).speaker) == ("Sfax", "Dee Novel")
    with context.library.read() as session:
        assert [person.unlisted for person in session.query(PersonRecord) if person.name == "Dee Novel"] == [
            True
        ]


def test_a_case_is_made_found_and_deleted_by_keys(page: CasesPage, context: Context, qtbot: QtBot) -> None:
    page.new_row()
    press("Free bicycles")
    press(Qt.Key.Key_Tab)
    page.focus_search()
    press("bicyc")
    assert page.table.filter.rowCount() == 1
    note = {"id": "n", "session_id": SESSION, "case_id": page.table.rows.rows()[0].id, "text": "x"}
    context.library.run(AddRow(NoteRecord, note, "Add"))
    page.table.selectRow(0)
    page.table.setFocus()
    with qtbot.waitSignal(context.notices.told) as told:
        press(Qt.Key.Key_Delete)
    assert told.args == ["Deleted case “Free bicycles”.", True]
    with context.library.read() as session:
        assert [found.case_id for found in session.query(NoteRecord)] == [None]
    assert context.library.undo() == "Delete case “Free bicycles”"
    with context.library.read() as session:
        assert len(queries.list_cases(session)) == 2
        assert queries.list_cases(session, SESSION) == []


def test_a_case_lists_as_json(page: CasesPage, context: Context) -> None:
    listed = json.loads(json.dumps(asdict(row(context))))
    assert listed["title"] == "Rents on hold"
    assert (listed["status"], listed["consent"], listed["themes"]) == ("heard", "named", [])


@pytest.mark.parametrize(
    ("typed", "value"),
    [("", None), ("0", 0), ("1620000", 1_620_000), ("1,620,000", 1_620_000), ("1’620’000", 1_620_000)],
)
def test_populations_are_read(typed: str, value: int | None) -> None:
    assert parse_count(typed) == value
    assert parse_count(show_count(value)) == value


@pytest.mark.parametrize("typed", ["1.6 million", "-5", "5k", "9" * 13, "."])
def test_what_is_no_population_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        parse_count(typed)
