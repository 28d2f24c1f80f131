"""The page with all notes: searched, filtered, and from each the way to its session."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.listing.model import HIGHLIGHT_ROLE
from facilitator.features.notes.searching.page import NotesPage
from facilitator.kit.context import Context
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord
from tests.features.notes.conftest import SESSION, Press


@pytest.fixture
def page(context: Context, planned: None, qtbot: QtBot) -> NotesPage:
    """The page over two sessions with two notes each."""
    later = {"id": "later", "label": "9", "title": "Housing", "date": "2020-05-06"}
    context.library.run(AddRow(LearningSessionRecord, later, "Add"))
    for number, (session_id, text, kind, speaker) in enumerate(
        (
            (SESSION, "Water is <b>cut</b> & dear in São Paulo", "challenge", "bo"),
            (SESSION, "A fund pays the rents", "measure", "cy"),
            ("later", "Rents were frozen", "measure", "bo"),
            ("later", "The waterworks stay open", "lesson", None),
        )
    ):
        note = AddNote(f"n{number}", session_id, text, 1000 * number, kind=kind, speaker_id=speaker)
        context.library.run(note)
    made = NotesPage(context)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def ids(page: NotesPage) -> list[str]:
    return page.list.notes.ids()


def test_all_notes_stand_by_session_the_latest_first(page: NotesPage) -> None:
    assert ids(page) == ["n2", "n3", "n0", "n1"]
    assert page.filters.count.text() == "4 notes"


def test_a_search_finds_beginnings_of_words_and_shows_them_in_their_context(
    page: NotesPage, press: Press, qtbot: QtBot
) -> None:
    page.focus_search()
    press("sao pau")
    qtbot.waitUntil(lambda: ids(page) == ["n0"])
    index = page.list.notes.index(0)
    found = index.data(HIGHLIGHT_ROLE)
    assert found.text[found.start : found.end] == "São"
    assert "<b>cut</b> & dear" in found.text
    assert index.data(ROW_ROLE).session == "8 · Local finance"
    page.grab()


def test_filters_and_words_hold_together_and_are_cleared_at_once(
    page: NotesPage, press: Press, qtbot: QtBot
) -> None:
    page.filters.kind.setFocus()
    press("Meas")
    page.filters.kind.activated.emit(page.filters.kind.currentIndex())
    assert ids(page) == ["n2", "n1"]
    page.filters.speaker.setFocus()
    press("bo")
    press(Qt.Key.Key_Return)
    assert ids(page) == ["n2"]
    page.focus_search()
    press("fund")
    qtbot.waitUntil(lambda: ids(page) == [])
    page.filters.clear()
    assert len(ids(page)) == 4


def test_enter_goes_to_the_note_in_its_session(
    page: NotesPage, press: Press, context: Context, qtbot: QtBot
) -> None:
    page.focus_search()
    press("rents")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.list.hasFocus())
    wanted = page.list.current_line()
    assert wanted is not None
    with qtbot.waitSignal(context.navigator.stage_requested) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [wanted.session_id, "notes", wanted.id]


def test_a_change_keeps_the_current_note(page: NotesPage, context: Context) -> None:
    page.list.select("n0")
    context.library.run(AddNote("n9", "later", "Newer", 5, kind="lesson"))
    assert len(ids(page)) == 5
    current = page.list.current_line()
    assert current is not None
    assert current.id == "n0"
