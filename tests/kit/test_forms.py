"""Typing is saving: durable within a second, one change when the field is left, nothing when the program writes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.kit.forms import DRAFT_DELAY_MS
from facilitator.kit.library import Library
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store, open_library
from tests.kit.session_form import SessionForm


def entries(store: Store) -> list[str]:
    rows = store.raw().execute("SELECT label FROM journal_entry WHERE label <> '' ORDER BY seq")
    return [row[0] for row in rows]


def test_leaving_a_field_makes_one_labelled_change(session_form: SessionForm, qtbot: QtBot) -> None:
    before = entries(session_form.library.store)
    session_form.title.setFocus()
    session_form.title.selectAll()
    qtbot.keyClicks(session_form.title, "Housing")
    assert session_form.values("one")["title"] == "Session one"
    session_form.elsewhere.setFocus()
    assert session_form.values("one")["title"] == "Housing"
    assert entries(session_form.library.store) == [*before, "Edit title"]


def test_passing_through_fields_changes_nothing(session_form: SessionForm, qtbot: QtBot) -> None:
    before = entries(session_form.library.store)
    for field in (session_form.title, session_form.about, session_form.minutes, session_form.elsewhere):
        field.setFocus()
    session_form.show_session("two")
    session_form.show_session("one")
    assert entries(session_form.library.store) == before
    assert not session_form.library.store.drafts()


def test_typed_text_is_in_the_file_within_a_second_of_the_last_key(
    session_form: SessionForm, library_path: Path, qtbot: QtBot
) -> None:
    session_form.about.setFocus()
    qtbot.keyClicks(session_form.about, "An exchange")
    with qtbot.waitSignal(session_form.library.saved, timeout=1000):
        pass
    copy = sqlite3.connect(f"file:{library_path}?mode=ro", uri=True)
    assert copy.execute("SELECT text FROM draft").fetchall() == [("An exchange",)]
    copy.close()


def test_the_draft_goes_when_it_has_become_a_change(session_form: SessionForm, qtbot: QtBot) -> None:
    session_form.about.setFocus()
    qtbot.keyClicks(session_form.about, "An exchange")
    qtbot.waitUntil(lambda: bool(session_form.library.store.drafts()))
    session_form.elsewhere.setFocus()
    assert not session_form.library.store.drafts()
    assert session_form.values("one")["about"] == "An exchange"


def test_text_typed_before_the_program_was_killed_becomes_a_change_when_its_row_is_shown(
    qt_library: Library, qtbot: QtBot
) -> None:
    qt_library.save_draft("session:two:about", "Not yet entered")
    again = SessionForm(qt_library)
    qtbot.addWidget(again)
    again.show_session("one")
    again.show_session("two")
    assert again.values("two")["about"] == "Not yet entered"
    assert not qt_library.store.drafts()
    qt_library.undo()
    assert again.values("two")["about"] == ""


def test_what_is_typed_into_one_row_never_lands_in_another(session_form: SessionForm, qtbot: QtBot) -> None:
    session_form.minutes.setFocus()
    session_form.minutes.selectAll()
    qtbot.keyClicks(session_form.minutes, "a while")
    session_form.show_session("two")
    assert session_form.minutes.text() == "1:00"
    assert session_form.library.store.drafts() == {"session:one:minutes": "a while"}
    session_form.show_session("one")
    assert session_form.minutes.text() == "a while"
    assert session_form.values("one")["minutes"] == 60


def test_an_unreadable_text_stays_and_the_form_says_why(session_form: SessionForm, qtbot: QtBot) -> None:
    session_form.minutes.setFocus()
    session_form.minutes.selectAll()
    qtbot.keyClicks(session_form.minutes, "soon")
    session_form.elsewhere.setFocus()
    session_form.library.undo()  # a refresh of the row
    assert session_form.minutes.text() == "soon"
    assert "soon" in session_form.form.refusal_text()
    session_form.minutes.setFocus()
    session_form.minutes.selectAll()
    qtbot.keyClicks(session_form.minutes, "45")
    session_form.elsewhere.setFocus()
    assert session_form.values("one")["minutes"] == 45
    assert session_form.form.refusal_text() == ""


def test_a_refresh_does_not_touch_what_is_being_typed(session_form: SessionForm, qtbot: QtBot) -> None:
    session_form.title.setFocus()
    session_form.title.selectAll()
    qtbot.keyClicks(session_form.title, "Hou")
    session_form.save("title", "Set by another hand")
    assert session_form.title.text() == "Hou"
    qtbot.keyClicks(session_form.title, "sing")
    session_form.elsewhere.setFocus()
    assert session_form.values("one")["title"] == "Housing"


def test_escape_takes_back_what_is_being_typed(session_form: SessionForm, qtbot: QtBot) -> None:
    session_form.title.setFocus()
    qtbot.keyClicks(session_form.title, " and more")
    qtbot.keyClick(session_form.title, Qt.Key.Key_Escape)
    session_form.elsewhere.setFocus()
    assert session_form.values("one")["title"] == "Session one"


def test_tab_leaves_a_field_of_several_lines(session_form: SessionForm, qtbot: QtBot) -> None:
    session_form.about.setFocus()
    qtbot.keyClicks(session_form.about, "Words")
    qtbot.keyClick(session_form.about, Qt.Key.Key_Tab)
    qtbot.waitUntil(session_form.minutes.hasFocus)
    assert session_form.values("one")["about"] == "Words"


def test_text_that_a_full_disk_refused_stays_and_is_saved_when_there_is_room(
    session_form: SessionForm, qtbot: QtBot
) -> None:
    raw, library = session_form.library.store.raw(), session_form.library
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    words = "water for everyone " * 4000
    session_form.about.setFocus()
    session_form.about.setPlainText(words)
    with qtbot.waitSignal(library.failed):
        session_form.elsewhere.setFocus()
    session_form.show_session("one")
    assert session_form.about.toPlainText() == words
    assert session_form.values("one")["about"] == ""
    assert library.unsaved.text() == words
    assert not library.retry()
    raw.execute("PRAGMA max_page_count = 1073741823")
    assert library.retry()
    assert session_form.values("one")["about"] == words
    assert not session_form.about.is_dirty
    assert not library.unsaved.commands()


def test_a_refused_text_that_was_typed_anew_is_not_tried_again(
    session_form: SessionForm, qtbot: QtBot
) -> None:
    raw, library = session_form.library.store.raw(), session_form.library
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    session_form.about.setFocus()
    session_form.about.setPlainText("older " * 9000)
    session_form.elsewhere.setFocus()
    raw.execute("PRAGMA max_page_count = 1073741823")
    session_form.about.setFocus()
    session_form.about.setPlainText("newer")
    session_form.elsewhere.setFocus()
    assert library.unsaved.commands() == ()
    assert session_form.values("one")["about"] == "newer"


def test_each_field_has_its_label_as_accessible_name(session_form: SessionForm) -> None:
    names = [
        field.accessibleName() for field in (session_form.title, session_form.about, session_form.minutes)
    ]
    assert names == ["Title", "About", "Minutes"]


def test_what_is_being_typed_when_the_library_is_closed_is_saved_and_nothing_is_written_afterwards(
    session_form: SessionForm, library_path: Path, qtbot: QtBot
) -> None:
    session_form.minutes.setFocus()
    session_form.minutes.selectAll()
    qtbot.keyClicks(session_form.minutes, "a while")
    session_form.about.setFocus()
    qtbot.keyClicks(session_form.about, "An exchange")
    session_form.library.close()
    qtbot.wait(DRAFT_DELAY_MS + 100)
    store = open_library(library_path)
    assert store.drafts() == {"session:one:minutes": "a while"}
    with store.read() as session:
        record = session.get(LearningSessionRecord, "one")
        assert record is not None
        assert (record.about, record.minutes) == ("An exchange", 60)
    store.close()
