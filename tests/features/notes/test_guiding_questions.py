"""The guiding questions beside the notes: what answers them, and linking notes to them by the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import GuidingQuestionRecord
from tests.features.notes.conftest import SESSION, Press

Notes = Callable[[], list[NoteRow]]


@pytest.fixture
def asked(context: Context, planned: None) -> None:
    questions = [("q1", "Which challenges?"), ("q2", "What did you do?")]
    context.library.run(
        Together(
            [
                AddRow(GuidingQuestionRecord, {"id": i, "session_id": SESSION, "text": t, "position": n}, "")
                for n, (i, t) in enumerate(questions)
            ],
            "Add",
        )
    )


def listed(stage: RunStage) -> list[str]:
    model = stage.sides.questions.list.points
    return [model.index(row).data() for row in range(model.rowCount())]


def test_questions_tell_how_many_notes_answer_them_and_which_are_without(
    asked: None, stage: RunStage, context: Context, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: listed(stage)[:1] == ["Without a note yet (2)"])
    notes = [
        AddNote(f"n{n}", SESSION, f"Note {n}", n, kind=kind, question_id="q2")
        for n, kind in enumerate(("lesson", "measure", "lesson"))
    ]
    context.library.run(Together(notes, "Add"))
    qtbot.waitUntil(
        lambda: (
            listed(stage)
            == [
                "Without a note yet (1)",
                "1. Which challenges?\nNo note yet",
                "With notes (1)",
                "2. What did you do?\n3 notes",
            ]
        )
    )
    stage.sides.questions.choose("q2")
    assert stage.sides.questions.detail.text() == "Lesson 2, Measure 1\nLatest: Note 2"


def test_space_links_the_latest_note_and_takes_it_off_again(
    asked: None, stage: RunStage, context: Context, press: Press, notes: Notes
) -> None:
    press("Budgets shrank")
    press(Qt.Key.Key_Return)
    stage.sides.questions.choose("q1")
    press(Qt.Key.Key_Space)
    assert [note.question for note in notes()] == ["Which challenges?"]
    assert stage.sides.questions.list.hasFocus()
    assert stage.sides.questions.link.text() == "Take the latest note off (Space)"
    press(Qt.Key.Key_Space)
    assert [note.question for note in notes()] == [""]
    assert context.library.undo()
    assert [note.question for note in notes()] == ["Which challenges?"]


def test_space_links_the_notes_that_are_selected(
    asked: None, stage: RunStage, context: Context, press: Press, notes: Notes
) -> None:
    added = [AddNote(f"n{n}", SESSION, f"Note {n}", n) for n in range(3)]
    context.library.run(Together(added, "Add notes"))
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    stage.sides.questions.choose("q2")
    assert stage.sides.questions.link.text() == "Link 2 selected notes (Space)"
    press(Qt.Key.Key_Space)
    assert [note.question for note in notes()] == ["", "What did you do?", "What did you do?"]


def test_enter_on_a_question_goes_through_its_notes_and_round(
    asked: None, stage: RunStage, context: Context, press: Press
) -> None:
    for number, question in enumerate(("q1", None, "q1")):
        context.library.run(AddNote(f"n{number}", SESSION, f"Note {number}", number, question_id=question))
    stage.sides.questions.choose("q1")
    seen = []
    for modifier in (None, None, None, Qt.KeyboardModifier.ShiftModifier):
        press(Qt.Key.Key_Return, modifier) if modifier else press(Qt.Key.Key_Return)
        seen.append(stage.list.selected_lines()[0].text)
    assert seen == ["Note 0", "Note 2", "Note 0", "Note 2"]
    assert stage.sides.questions.list.hasFocus()


def test_a_session_without_questions_leads_to_where_they_are_written(
    stage: RunStage, context: Context
) -> None:
    asked: list[tuple[str, str]] = []
    context.navigator.details_requested.connect(lambda *where: asked.append(where))
    stage.sides.questions.empty.button.click()
    assert asked == [(SESSION, "questions")]
