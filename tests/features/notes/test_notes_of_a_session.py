"""The list of a session's notes: it follows changes note by note, and keeps what a person was looking at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from facilitator.features.notes import commands, queries
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.listing.model import NoteListModel
from facilitator.features.notes.rows import NoteLine, NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.rowmodel import ROW_ROLE
from facilitator.storage.edits import SetFields, Together
from facilitator.storage.records import NoteRecord, PersonRecord
from tests.features.notes.conftest import SESSION, Press

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def five(context: Context, planned: None) -> list[str]:
    """Five notes, a minute apart."""
    ids = [f"note-{number}" for number in range(5)]
    for number, row_id in enumerate(ids):
        note = AddNote(row_id, SESSION, f"Note {number}", 60_000 * number, speaker_id="bo")
        context.library.run(note)
    return ids


def texts(stage: RunStage) -> list[str]:
    model = stage.list.notes
    return [model.index(row).data(ROW_ROLE).text for row in range(model.rowCount())]


def test_notes_stand_in_the_order_in_which_they_were_begun(
    five: list[str], stage: RunStage, context: Context
) -> None:
    context.library.run(AddNote("between", SESSION, "Between", 90_000))
    assert texts(stage) == ["Note 0", "Note 1", "Between", "Note 2", "Note 3", "Note 4"]
    context.library.run(commands.edit_note("between", "Moment", {"began_at": 300_000}))
    assert texts(stage)[-1] == "Between"


def test_changes_keep_the_selection(five: list[str], stage: RunStage, context: Context) -> None:
    stage.list.select("note-3")
    context.library.run(AddNote("first", SESSION, "Before all", 1))
    context.library.run(commands.delete_notes(["note-1"], ""))
    context.library.run(commands.edit_note("note-3", "Text", {"text": "Changed"}))
    assert [line.text for line in stage.list.selected_lines()] == ["Changed"]


def test_deleting_by_key_is_told_and_undone(
    five: list[str], stage: RunStage, press: Press, context: Context, qtbot: QtBot
) -> None:
    stage.list.setFocus()
    stage.list.select("note-2")
    with qtbot.waitSignal(context.notices.told) as told:
        press(Qt.Key.Key_Delete)
    assert told.args == ["Deleted the note.", True]
    assert "Note 2" not in texts(stage)
    assert context.library.undo() == "Delete note “Note 2”"
    assert texts(stage) == [f"Note {number}" for number in range(5)]


def test_a_kind_key_in_the_list_gives_the_selected_notes_that_kind_and_takes_it_away(
    five: list[str], stage: RunStage, press: Press, notes: Callable[[], list[NoteRow]], context: Context
) -> None:
    stage.list.setFocus()
    stage.list.select("note-0")
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_L, ALT)
    assert [note.kind for note in notes()] == ["lesson", "lesson", "", "", ""]
    assert stage.capture.line.toPlainText() == ""
    press(Qt.Key.Key_L, ALT)
    assert {note.kind for note in notes()} == {""}
    context.library.undo()
    context.library.undo()
    assert {note.kind for note in notes()} == {""}


def test_arrows_go_from_the_empty_line_to_the_list_and_back(
    five: list[str], stage: RunStage, press: Press
) -> None:
    press(Qt.Key.Key_Up)
    assert stage.list.hasFocus()
    assert [line.text for line in stage.list.selected_lines()] == ["Note 4"]
    press(Qt.Key.Key_Down)
    assert stage.capture.line.hasFocus()


def test_a_speakers_new_name_and_consent_show_at_once(
    five: list[str], stage: RunStage, context: Context
) -> None:
    assert stage.list.notes.index(0).data().count("Bo Sample") == 1
    values = {"name": "Bo Renamed", "consent": "chatham_house"}
    context.library.run(SetFields(PersonRecord, "bo", values, "Change"))
    spoken = stage.list.notes.index(0).data()
    assert "Bo Renamed" in spoken
    assert "Chatham House" in spoken


def test_taking_back_a_note_leaves_the_caret_where_it_is(
    stage: RunStage, press: Press, context: Context
) -> None:
    press("One")
    press(Qt.Key.Key_Return)
    stage.show_row(stage.list.notes.ids()[0])
    stage.capture.line.setFocus()
    context.library.undo()
    assert stage.list.notes.rowCount() == 0
    assert stage.capture.line.hasFocus()
    assert not stage.editor.isVisible()


def test_one_note_more_among_ten_thousand_reads_few_lines(
    context: Context, planned: None, qtbot: QtBot
) -> None:
    many = [AddNote(f"n{number:05}", SESSION, f"Note {number}", number) for number in range(10_000)]
    context.library.run(Together(many, "Add notes"))
    stage = RunStage(context, SESSION)
    qtbot.addWidget(stage)
    stage.resize(1000, 700)
    stage.show()
    qtbot.waitExposed(stage)
    qtbot.waitUntil(lambda: stage.list.notes.rowCount() == 10_000)
    asked: list[str] = []
    read = stage.list.notes.lines.reader

    def counting(ids: Sequence[str]) -> Sequence[NoteLine]:
        asked.extend(ids)
        return read(ids)

    stage.list.notes.lines.reader = counting
    context.library.run(AddNote("new", SESSION, "One more", 20_000))
    stage.list.scrollToBottom()
    stage.grab()
    assert stage.list.notes.rowCount() == 10_001
    assert "new" in asked
    assert len(asked) < 200


def test_the_model_keeps_the_rules_of_models_through_any_change(
    five: list[str], context: Context, qapp: object
) -> None:
    def read(ids: Sequence[str]) -> list[NoteLine]:
        with context.library.read() as session:
            return queries.note_lines(session, ids)

    model = NoteListModel(read)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    with context.library.read() as session:
        places = queries.places_of(session, SESSION)
    model.set_places(places[:3])
    model.refresh([places[4].id, places[0].id], [places[4]])
    assert model.ids() == [places[1].id, places[2].id, places[4].id]
    model.refresh([places[1].id], [type(places[1])(10**7, 0, places[1].id)])
    assert model.ids() == [places[2].id, places[4].id, places[1].id]
    assert model.row_of(places[1].id) == 2
    assert model.row_of("unknown") == -1


def test_the_note_record_of_another_session_is_not_shown(stage: RunStage, context: Context) -> None:
    from facilitator.storage.edits import AddRow
    from facilitator.storage.records import LearningSessionRecord

    context.library.run(AddRow(LearningSessionRecord, {"id": "other", "title": "Other"}, "Add"))
    context.library.run(AddNote("elsewhere", "other", "Elsewhere", 5))
    assert stage.list.notes.rowCount() == 0
    context.library.run(SetFields(NoteRecord, "elsewhere", {"session_id": SESSION}, "Move"))
    assert texts(stage) == ["Elsewhere"]
