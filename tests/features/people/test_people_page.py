"""The page of people: a person is made, edited, found and deleted by keys, and what may be published is plain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.consent import CONSENT_LABELS, CONSENT_MEANINGS, Consent
from facilitator.features.people import queries
from facilitator.features.people.page import PeoplePage
from facilitator.features.people.rows import PersonRow
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import AppearanceRecord, NoteRecord, PersonRecord, PlaceRecord
from facilitator.storage.store import Store

SESSION = "session-8"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> PeoplePage:
    """The page, wide, with Ada Example who speaks in a session, and the unnamed mayor of Durban."""
    adding = [
        AddRow(PlaceRecord, {"id": "durban", "name": "Durban", "country": "South Africa"}, ""),
        AddRow(PersonRecord, {"id": "mayor", "office": "mayor", "place_id": "durban", "unlisted": True}, ""),
        AddRow(PersonRecord, {"id": "zoe", "name": "Zoé Ábaco", "sort_name": "Ábaco, Zoé"}, ""),
        AddRow(AppearanceRecord, {"session_id": SESSION, "person_id": "ada", "role": "moderator"}, ""),
        AddRow(
            NoteRecord, {"id": "n", "session_id": SESSION, "speaker_id": "ada", "text": "Said <i>so</i>"}, ""
        ),
    ]
    context.library.run(Together(adding, "Add"))
    made = PeoplePage(context)
    qtbot.addWidget(made)
    made.resize(1300, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def press(what: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    if isinstance(what, str):
        QTest.keyClicks(target, what, modifier)
    else:
        QTest.keyClick(target, what, modifier)


def fill(page: PeoplePage, name: str, text: str) -> None:
    page.editor.form.field(name).setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(text)
    press(Qt.Key.Key_Tab)


@pytest.fixture
def person(context: Context) -> Callable[[str], PersonRow]:
    """Reads one person from the library, by label."""

    def read(label: str) -> PersonRow:
        with context.library.read() as session:
            return next(row for row in queries.list_people(session) if row.label == label)

    return read


def shown(page: PeoplePage) -> list[str]:
    table = page.table
    return [table.filter.index(row, 0).data() for row in range(table.filter.rowCount())]


def test_people_stand_by_the_name_they_are_sorted_by_and_the_nameless_last(page: PeoplePage) -> None:
    assert shown(page) == ["Zoé Ábaco", "Ada Example", "Mayor, Durban"]


def test_a_new_person_is_made_and_filled_in_by_keys_alone(
    page: PeoplePage, person: Callable[[str], PersonRow], context: Context
) -> None:
    page.new_row()
    press("Ben Ejemplo")
    press(Qt.Key.Key_Tab)
    fill(page, "office_title", "Deputy mayor for housing")
    fill(page, "place_id", "durb")
    fill(page, "organisation_id", "UCLG Africa")
    row = person("Ben Ejemplo")
    assert (row.office_title, row.city, row.country) == ("Deputy mayor for housing", "Durban", "South Africa")
    assert (row.organisation, row.consent, row.sort_name) == ("UCLG Africa", "not_asked", "Ben Ejemplo")
    assert context.library.undo() == "Add organisation UCLG Africa to Ben Ejemplo"
    assert person("Ben Ejemplo").organisation == ""


def test_each_consent_is_shown_in_words_with_what_it_means(
    page: PeoplePage, person: Callable[[str], PersonRow]
) -> None:
    page.show_row("ada")
    field = page.editor.form.field("consent")
    assert page.editor.meaning.text() == CONSENT_MEANINGS[Consent.NOT_ASKED]
    field.setFocus()
    press(Qt.Key.Key_Home)
    for consent in Consent:
        assert person("Ada Example").consent == consent.value
        assert page.editor.meaning.text() == CONSENT_MEANINGS[consent]
        row = page.table.currentIndex().row()
        assert page.table.filter.index(row, 1).data() == CONSENT_LABELS[consent]
        press(Qt.Key.Key_Down)


def test_the_sort_name_follows_the_name_until_it_is_given_apart(
    page: PeoplePage, person: Callable[[str], PersonRow]
) -> None:
    page.show_row("ada")
    fill(page, "name", "Ada Otherwise")
    assert person("Ada Otherwise").sort_name == "Ada Otherwise"
    fill(page, "sort_name", "Otherwise, Ada")
    fill(page, "name", "Ada Again")
    assert person("Ada Again").sort_name == "Otherwise, Ada"


def test_deleting_keeps_the_notes_and_undo_brings_all_back(
    page: PeoplePage, context: Context, store: Store, qtbot: QtBot
) -> None:
    page.table.select("ada")
    page.table.setFocus()
    with qtbot.waitSignal(context.notices.told) as told:
        press(Qt.Key.Key_Delete)
    assert told.args == ["Deleted Ada Example.", True]
    assert "Ada Example" not in shown(page)
    with store.read() as session:
        assert [note.speaker_id for note in session.query(NoteRecord)] == [None]
    assert context.library.undo() == "Delete person Ada Example"
    assert "Ada Example" in shown(page)
    with store.read() as session:
        assert [note.speaker_id for note in session.query(NoteRecord)] == ["ada"]
        assert [row.person_id for row in session.query(AppearanceRecord)] == ["ada"]


def test_appearances_and_notes_are_listed_and_enter_goes_to_them(
    page: PeoplePage, context: Context, qtbot: QtBot
) -> None:
    page.show_row("ada")
    traces = page.editor.traces.list
    assert [traces.item(row).text() for row in range(traces.count())] == [
        "8 · Local finance: Moderator",
        "8 · Local finance: Note, Said <i>so</i>",
    ]
    traces.setFocus()
    traces.setCurrentRow(1)
    with qtbot.waitSignal(context.navigator.stage_requested) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [SESSION, "notes", "n"]


def test_who_is_in_no_list_is_told_so(page: PeoplePage) -> None:
    page.show_row("mayor")
    assert page.editor.badge.isVisible()
    page.show_row("ada")
    assert not page.editor.badge.isVisible()


def test_search_ignores_accents_and_a_change_keeps_selection_and_search(
    page: PeoplePage, context: Context
) -> None:
    page.focus_search()
    press("abaco")
    assert shown(page) == ["Zoé Ábaco"]
    page.table.select("zoe")
    context.library.run(SetFields(PersonRecord, "ada", {"name": "Ada Changed"}, "Change"))
    assert shown(page) == ["Zoé Ábaco"]
    assert [row.id for row in page.table.selected_rows()] == ["zoe"]


def test_in_a_narrow_window_list_and_editor_take_turns(page: PeoplePage, qtbot: QtBot) -> None:
    page.resize(700, 600)
    assert page.panel.isVisible()
    assert not page.editor.isVisible()
    page.table.select("ada")
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    assert page.editor.form.field("name").hasFocus()
    assert not page.panel.isVisible()
    press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    page.resize(1300, 800)
    assert page.panel.isVisible()
    assert page.editor.isVisible()


def test_the_model_keeps_the_rules_of_models(page: PeoplePage, context: Context) -> None:
    QAbstractItemModelTester(page.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.table.filter, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.new_row()
    press("Aaron First")
    press(Qt.Key.Key_Tab)
    context.library.undo()
    context.library.undo()
    assert shown(page) == ["Zoé Ábaco", "Ada Example", "Mayor, Durban"]


def test_the_people_of_one_session_are_those_who_appear_or_speak_in_it(
    page: PeoplePage, store: Store
) -> None:
    store.run(AddRow(NoteRecord, {"session_id": SESSION, "speaker_id": "zoe", "text": "x"}, "Add"))
    with store.read() as session:
        rows = queries.list_people(session, SESSION)
        assert [(row.id, row.sessions) for row in rows] == [("zoe", ("8",)), ("ada", ("8",))]
        assert queries.list_people(session, "no-such-session") == []
        assert [row.sessions for row in queries.list_people(session) if row.id == "mayor"] == [()]
