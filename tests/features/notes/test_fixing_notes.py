"""Notes are put right later, by one key each, in the list: each gesture is one step of undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.notes import queries
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.rows import NoteLine, NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import GuidingQuestionRecord, LearningSessionRecord, NoteRecord
from tests.features.notes.conftest import SESSION, Press

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BEGUN = 1_586_437_447_000
"""15:04:07 on 9 April 2020 in Madrid."""

Notes = Callable[[], list[NoteRow]]


@pytest.fixture
def three(stage: RunStage, context: Context) -> RunStage:
    """Three notes of Bo in the city round, a minute apart; the list has the focus, and the first is selected."""
    values = {"date": "2020-04-09", "zone": "Europe/Madrid"}
    context.library.run(SetFields(LearningSessionRecord, SESSION, values, "Date"))
    question = {"id": "q1", "session_id": SESSION, "text": "Which measures work?"}
    context.library.run(AddRow(GuidingQuestionRecord, question, "Add"))
    for number in range(3):
        note = AddNote(f"note-{number}", SESSION, f"Note {number}", BEGUN + 60_000 * number)
        context.library.run(note)
        values = {"speaker_id": "bo", "agenda_item_id": "round"}
        context.library.run(SetFields(NoteRecord, note.id, values, "Of Bo"))
    stage.notes.lists.select("note-0")
    stage.list.setFocus()
    return stage


@pytest.fixture
def lines(context: Context) -> Callable[[], list[NoteLine]]:
    """Reads the notes of the session as the list shows them."""

    def read() -> list[NoteLine]:
        with context.library.read() as session:
            places = queries.places_of(session, SESSION)
            found = {line.id: line for line in queries.note_lines(session, [place.id for place in places])}
            return [found[place.id] for place in places]

    return read


def wait_for_list(stage: RunStage, qtbot: QtBot) -> None:
    """Until the list has the focus again; a window without a screen is not active again by itself after a popup."""
    with qtbot.waitActive(stage):
        stage.activateWindow()
    qtbot.waitUntil(stage.list.hasFocus)


def select_two(press: Press) -> None:
    press(Qt.Key.Key_Down, SHIFT)


def told(spy: QSignalSpy) -> str:
    return str(spy.at(spy.count() - 1)[0])


def test_speakers_are_gone_through_by_key_and_no_note_loses_its_place(
    three: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    select_two(press)
    press(Qt.Key.Key_Down, CTRL)
    assert [note.speaker for note in notes()] == ["Cy Instance", "Cy Instance", "Bo Sample"]
    press(Qt.Key.Key_Up, CTRL)
    press(Qt.Key.Key_Up, CTRL)
    assert [note.speaker for note in notes()] == ["", "", "Bo Sample"]
    assert [line.id for line in three.list.selected_lines()] == ["note-0", "note-1"]
    for _ in range(3):
        assert context.library.undo() == "Change “Speaker” of 2 notes"
    assert {note.speaker for note in notes()} == {"Bo Sample"}
    assert three.capture.chooser.speaker_id() != "cy"


def test_notes_move_through_the_agenda_by_key(three: RunStage, press: Press, notes: Notes) -> None:
    press(Qt.Key.Key_Up, ALT)
    assert [note.item for note in notes()] == ["Opening", "City round", "City round"]
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Up, ALT)
    assert notes()[0].item == ""
    press(Qt.Key.Key_Down, ALT)
    assert notes()[0].item == "Opening"


def test_while_a_note_is_typed_the_same_keys_leave_the_list_alone(
    three: RunStage, press: Press, notes: Notes
) -> None:
    three.capture.line.setFocus()
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Down, CTRL)
    assert {note.item for note in notes()} == {"City round"}
    assert {note.speaker for note in notes()} == {"Bo Sample"}


def test_moments_are_shifted_by_keys_and_the_note_stays_selected_where_it_goes(
    three: RunStage, press: Press, lines: Callable[[], list[NoteLine]]
) -> None:
    press(Qt.Key.Key_Right, CTRL)
    press(Qt.Key.Key_Right, CTRL | SHIFT)
    assert [line.id for line in lines()] == ["note-1", "note-0", "note-2"]
    assert lines()[1].began_at == BEGUN + 70_000
    assert [line.id for line in three.list.selected_lines()] == ["note-0"]
    assert three.list.currentIndex().row() == 1
    press(Qt.Key.Key_Left, CTRL)
    press(Qt.Key.Key_Left, CTRL | SHIFT)
    assert lines()[0].began_at == BEGUN


def test_a_moment_is_typed_in_place_and_the_others_keep_their_distance(
    three: RunStage, press: Press, lines: Callable[[], list[NoteLine]], context: Context, qtbot: QtBot
) -> None:
    select_two(press)
    press(Qt.Key.Key_T, CTRL)
    press("soon")
    press(Qt.Key.Key_Return)
    popup = three.fixing.asking.shown
    assert popup is not None
    assert "can't be read as a moment" in popup.refusal.text()
    assert lines()[0].began_at == BEGUN
    press(Qt.Key.Key_A, CTRL)
    press("16:04:07")
    press(Qt.Key.Key_Return)
    wait_for_list(three, qtbot)
    assert [line.began_at for line in lines()] == [BEGUN + 120_000, BEGUN + 3_600_000, BEGUN + 3_660_000]
    assert context.library.undo() == "Change “Moment” of 2 notes"


@pytest.mark.parametrize("begin", ["@", Qt.Key.Key_F4])
def test_any_person_is_chosen_in_place_or_added(
    begin: str | Qt.Key, three: RunStage, press: Press, notes: Notes, context: Context, qtbot: QtBot
) -> None:
    press(begin)
    press("ada")
    press(Qt.Key.Key_Return)
    wait_for_list(three, qtbot)
    assert notes()[0].speaker == "Ada Example"
    press(begin)
    press("Eve Newcomer")
    press(Qt.Key.Key_Return)
    wait_for_list(three, qtbot)
    assert notes()[0].speaker == "Eve Newcomer"
    assert context.library.undo() == "Change “Speaker” of a note"
    assert notes()[0].speaker == "Ada Example"


def test_escape_leaves_the_note_as_it_is(three: RunStage, press: Press, notes: Notes, qtbot: QtBot) -> None:
    press(Qt.Key.Key_F4)
    assert not three.list.hasFocus()
    press(Qt.Key.Key_Escape)
    wait_for_list(three, qtbot)
    assert notes()[0].speaker == "Bo Sample"


def test_tags_and_themes_are_given_to_all_and_taken_away_in_place(
    three: RunStage, press: Press, notes: Notes, qtbot: QtBot
) -> None:
    select_two(press)
    press("#")
    press("hous")
    press(Qt.Key.Key_Return)
    press("rent cap")
    press(Qt.Key.Key_Return)
    assert [note.themes for note in notes()] == [("Housing",), ("Housing",), ()]
    assert [note.tags for note in notes()] == [("rent cap",), ("rent cap",), ()]
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    assert {(*note.themes, *note.tags) for note in notes()} == {()}
    press(Qt.Key.Key_Escape)
    wait_for_list(three, qtbot)


def test_item_and_guiding_question_are_chosen_in_place(
    three: RunStage, press: Press, notes: Notes, qtbot: QtBot
) -> None:
    for key, typed in ((Qt.Key.Key_L, "open"), (Qt.Key.Key_G, "which")):
        press(key, CTRL)
        press(typed)
        press(Qt.Key.Key_Return)
        wait_for_list(three, qtbot)
    assert (notes()[0].item, notes()[0].question) == ("Opening", "Which measures work?")


def test_questions_are_answered_and_figures_verified_by_one_key_and_open_again_by_the_same(
    three: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    press(Qt.Key.Key_U, ALT)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_D, ALT)
    press(Qt.Key.Key_Z, ALT)
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_R, CTRL)
    assert [(note.answer, note.verified, note.to_verify) for note in notes()[:2]] == [
        ("Answered in the session", False, False),
        ("", True, False),
    ]
    press(Qt.Key.Key_R, CTRL)
    assert [(note.answer, note.verified) for note in notes()[:2]] == [("", False), ("", False)]
    assert context.library.undo() == "Settle notes"


def test_joined_notes_are_selected_as_one_and_undone_as_one(
    three: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    select_two(press)
    press(Qt.Key.Key_J, ALT)
    assert [note.text for note in notes()] == ["Note 0\nNote 1", "Note 2"]
    assert [line.id for line in three.list.selected_lines()] == ["note-0"]
    assert context.library.undo() == "Join 2 notes"
    assert len(notes()) == 3


def test_one_key_makes_a_case_and_goes_to_it_the_second_time(
    three: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    went = QSignalSpy(context.navigator.row_requested)
    said = QSignalSpy(context.notices.told)
    press(Qt.Key.Key_X, ALT)
    assert (notes()[0].case, notes()[0].kind) == ("Note 0", "city_case")
    assert "Alt+X on its note goes to it" in told(said)
    assert went.count() == 0
    press(Qt.Key.Key_X, ALT)
    assert went.count() == 1
    assert went.at(0)[0] == "case"


def test_what_is_typed_is_kept_and_made_a_case_by_the_same_key(
    three: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    three.capture.line.setFocus()
    press("Sfax froze rents")
    press(Qt.Key.Key_X, ALT)
    assert [note.case for note in notes()] == ["", "", "", "Sfax froze rents"]
    assert three.capture.line.hasFocus()
    assert three.capture.line.toPlainText() == ""


def test_up_in_the_empty_line_goes_to_the_note_that_was_just_taken(
    three: RunStage, press: Press, context: Context
) -> None:
    three.notes.lists.go_to_next_order()
    three.notes.lists.go_to_next_order()
    three.capture.chooser.choose_speaker("ada")
    three.capture.line.setFocus()
    press("Ada says this")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Up)
    assert [line.text for line in three.notes.lists.active.selected_lines()] == ["Ada says this"]
    press(Qt.Key.Key_L, ALT)
    assert three.notes.lists.active.selected_lines()[0].kind == "lesson"


def test_the_menu_has_all_of_it_with_the_keys(three: RunStage, qapp: QApplication) -> None:
    menu = three.fixing.make_menu()
    texts = [action.text() for action in menu.actions()]
    kinds = next(action.menu() for action in menu.actions() if action.text() == "Kind")
    assert "Key message\tAlt+K" in [action.text() for action in kinds.actions()]  # type: ignore[attr-defined]
    assert "Star\tAlt+S" in texts
    assert "Make a city case\tAlt+X" in texts
    shown = {action.text(): action.shortcut().toString() for action in menu.actions()}
    assert shown["Speaker of the notes…"] == "F4"
    assert shown["Join the notes"] == "Alt+J"
    menu.deleteLater()
