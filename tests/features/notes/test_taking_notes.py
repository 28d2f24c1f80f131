"""Taking notes by keys alone: kind, item, speaker, moment, and nothing that is typed gets lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.keys import KIND_LETTERS, with_letter
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import AgendaItemRecord, NoteRecord, PersonRecord
from tests.features.conftest import SESSION
from tests.features.notes.conftest import Press

Notes = Callable[[], list[NoteRow]]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def letter(text: str) -> Qt.Key:
    return Qt.Key(ord(text))


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_of_each_kind_is_taken_with_item_and_speaker_by_keys_alone(
    kind: NoteKind, stage: RunStage, press: Press, notes: Notes
) -> None:
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, CONTROL)
    press("Rents are ")
    press(letter(KIND_LETTERS[kind]), ALT)
    press("frozen")
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert (note.text, note.kind, note.item, note.speaker) == (
        "Rents are frozen",
        kind.value,
        "City round",
        "Cy Instance",
    )


def test_the_moment_is_that_of_the_first_key(
    stage: RunStage, press: Press, notes: Notes, qtbot: QtBot
) -> None:
    before = time.time()
    press("W")
    after = time.time()
    qtbot.wait(1100)
    press("ater")
    press(Qt.Key.Key_Return)
    began = datetime.fromisoformat(notes()[0].began_at.replace("Z", "+00:00")).timestamp()
    assert int(before) <= began <= after


def test_item_and_speaker_are_those_of_the_first_key(stage: RunStage, press: Press, notes: Notes) -> None:
    press(Qt.Key.Key_Down, ALT)
    press("First")
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Return)
    press("Second")
    press(Qt.Key.Key_Return)
    assert [(note.text, note.item, note.speaker) for note in notes()] == [
        ("First", "Opening", "Ada Example"),
        ("Second", "City round", "Bo Sample"),
    ]


def test_a_note_that_is_taken_back_and_begun_again_has_the_later_item(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    press("x")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Down, ALT)
    press("y")
    press(Qt.Key.Key_Return)
    assert [(note.text, note.item) for note in notes()] == [("y", "Opening")]


def test_signs_are_kept_as_typed(stage: RunStage, press: Press, notes: Notes) -> None:
    text = "and/or @mayor #housing <b> & 50% *x* k: 'q'"
    press(text)
    press(Qt.Key.Key_Return)
    assert [note.text for note in notes()] == [text]
    assert notes()[0].kind == ""


def test_enter_twice_makes_one_note(stage: RunStage, press: Press, notes: Notes) -> None:
    press("Once")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    press("   ")
    press(Qt.Key.Key_Return)
    assert [note.text for note in notes()] == ["Once"]


def test_shift_and_enter_begin_a_line(stage: RunStage, press: Press, notes: Notes) -> None:
    press("One")
    press(Qt.Key.Key_Return, SHIFT)
    press("two")
    press(Qt.Key.Key_Return)
    assert [note.text for note in notes()] == ["One\ntwo"]


def test_the_first_stroke_of_an_input_method_begins_the_note(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    line = stage.capture.line
    QApplication.sendEvent(line, QInputMethodEvent("shui", []))
    press(Qt.Key.Key_Down, ALT)
    committed = QInputMethodEvent()
    committed.setCommitString("水")
    QApplication.sendEvent(line, committed)
    press(Qt.Key.Key_Return)
    assert [(note.text, note.item) for note in notes()] == [("水", "")]


def test_a_restriction_stays_until_it_is_taken_back_and_the_rest_is_chosen_anew(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    for key in "OSZK":
        press(letter(key), ALT)
    press("First")
    press(Qt.Key.Key_Return)
    press("Second")
    press(Qt.Key.Key_Return)
    press(letter("O"), ALT)
    press("Third")
    press(Qt.Key.Key_Return)
    assert [(n.attribution, n.kind, n.starred, n.to_verify) for n in notes()] == [
        ("off_the_record", "key_message", True, True),
        ("off_the_record", "", False, False),
        ("named", "", False, False),
    ]


def test_a_restriction_that_stays_is_told_while_nothing_is_typed(stage: RunStage, press: Press) -> None:
    told = stage.capture.stamp.details
    press(letter("O"), ALT)
    press("A secret")
    press(Qt.Key.Key_Return)
    assert told.text() == "Next notes: Off the record, until it is taken back"
    press(letter("O"), ALT)
    assert told.text() == ""


def test_the_consent_of_the_speaker_is_told_beside_and_holds_for_the_note(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert stage.capture.chooser.consent_words() == "Named"
    press(Qt.Key.Key_Down, CONTROL)
    assert stage.capture.chooser.consent_words() == "Off the record"
    press("A secret")
    press(Qt.Key.Key_Return)
    assert (notes()[0].attribution, notes()[0].disclosure) == ("named", "off_the_record")


def test_the_speakers_of_the_item_come_first_then_those_of_the_session(stage: RunStage, press: Press) -> None:
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    chooser = stage.capture.chooser
    seen = []
    for _ in range(4):
        seen.append(chooser.name_of(chooser.speaker_id()))
        press(Qt.Key.Key_Down, CONTROL)
    assert seen == ["Bo Sample", "Cy Instance", "Ada Example", ""]


def test_a_name_that_is_not_known_becomes_an_unlisted_person_who_speaks(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    stage.capture.chooser.speaker.setFocus()
    press("Dee Novel")
    press(Qt.Key.Key_Tab)
    press("New words")
    press(Qt.Key.Key_Return)
    assert [(note.text, note.speaker) for note in notes()] == [("New words", "Dee Novel")]
    with context.library.read() as session:
        assert [p.unlisted for p in session.query(PersonRecord) if p.name == "Dee Novel"] == [True]


def test_a_speaker_is_found_by_part_of_the_name_and_the_caret_is_back_in_the_line(
    stage: RunStage, press: Press, notes: Notes, qtbot: QtBot
) -> None:
    stage.capture.chooser.speaker.setFocus()
    press("inst")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(stage.capture.line.hasFocus)
    press("Heard")
    press(Qt.Key.Key_Return)
    assert [(note.text, note.speaker) for note in notes()] == [("Heard", "Cy Instance")]


def test_tab_reaches_every_control_of_the_capture_and_leaves_it(stage: RunStage, press: Press) -> None:
    seen = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
        press(Qt.Key.Key_Tab)
    assert seen[:3] == ["New note", "Key message", "Challenge"]
    assert {"Item", "Speaker", "Off the record"} <= set(seen)
    assert any(name.startswith("To verify") for name in seen)
    assert seen.count("New note") > 1


def test_a_note_is_kept_when_its_item_and_speaker_were_deleted_while_it_was_typed(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    press(Qt.Key.Key_Down, ALT)
    press("Still said")
    context.library.run(DeleteRows(AgendaItemRecord, ["opening"], "Delete"))
    context.library.run(DeleteRows(PersonRecord, ["ada"], "Delete"))
    press(Qt.Key.Key_Return)
    assert [(note.text, note.item, note.speaker) for note in notes()] == [("Still said", "", "")]


@pytest.mark.parametrize("record", [AgendaItemRecord, PersonRecord])
def test_such_a_note_is_withheld_as_the_rule_that_held_is_gone_too_and_the_next_is_not(
    stage: RunStage, press: Press, context: Context, record: type[AgendaItemRecord | PersonRecord]
) -> None:
    rule = {"attribution": "off_the_record"} if record is AgendaItemRecord else {"consent": "off_the_record"}
    row_id = "opening" if record is AgendaItemRecord else "ada"
    context.library.run(SetFields(record, row_id, rule, "Rule"))
    press(Qt.Key.Key_Down, ALT)
    press("Still said")
    context.library.run(DeleteRows(record, [row_id], "Delete"))
    press(Qt.Key.Key_Return)
    press("Something else")
    press(Qt.Key.Key_Return)
    with context.library.read() as session:
        found = {note.text: note.attribution for note in session.scalars(select(NoteRecord))}
    assert found == {"Still said": "pending", "Something else": ""}


def test_a_note_that_waited_for_the_file_is_kept_without_what_was_deleted_meanwhile(
    context: Context, planned: None
) -> None:
    gone = {"agenda_item_id": "gone", "speaker_id": "gone", "question_id": "gone", "term_ids": ("gone",)}
    for note_id, own in (("a", ""), ("b", "off_the_record"), ("c", "named")):
        context.library.run(AddNote(note_id, SESSION, note_id, 5, attribution=own, **gone))
    with context.library.read() as session:
        found = {
            note.id: (note.agenda_item_id, note.attribution) for note in session.scalars(select(NoteRecord))
        }
    assert found == {"a": (None, "pending"), "b": (None, "off_the_record"), "c": (None, "pending")}


def test_undo_takes_back_typing_first_and_then_the_note(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    undo = QAction("Undo", stage)
    undo.setShortcut(QKeySequence("Ctrl+Z"))
    undo.triggered.connect(lambda: context.library.undo())
    stage.addAction(undo)
    press("One")
    press(Qt.Key.Key_Return)
    press("Two")
    press(Qt.Key.Key_Z, CONTROL)
    assert stage.capture.line.toPlainText() == ""
    assert len(notes()) == 1
    press(Qt.Key.Key_Z, CONTROL)
    assert notes() == []


def test_the_newest_note_stands_at_the_end_in_sight(stage: RunStage, press: Press, qtbot: QtBot) -> None:
    for number in range(30):
        press(f"Note {number}")
        press(Qt.Key.Key_Return)
    last = stage.list.notes.index(stage.list.notes.rowCount() - 1)
    assert last.data().endswith("Note 29")
    qtbot.waitUntil(lambda: stage.list.viewport().rect().contains(stage.list.visualRect(last)))


def test_the_keys_are_those_of_no_menu_and_each_is_used_once() -> None:
    letters = [*KIND_LETTERS.values(), "O", "P", "S", "Z"]
    assert set(KIND_LETTERS) == set(NoteKind)
    assert len(set(letters)) == len(letters)
    assert not set(letters) & set("FEVGH")
    assert QKeySequence(with_letter("K")).count() == 1
