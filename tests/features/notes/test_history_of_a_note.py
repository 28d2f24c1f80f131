"""The history of a note: who changed what, with names instead of ids, and what it said before brought back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from facilitator.domain import moments
from facilitator.features.notes import commands, queries
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from tests.features.notes.conftest import SESSION, Press

BEGUN = 1_586_437_447_000
"""15:04:07 on 9 April 2020 in Madrid."""

Notes = Callable[[], list[NoteRow]]


@pytest.fixture
def opened(stage: RunStage, context: Context) -> RunStage:
    """The stage with one note of Bo's in its editor."""
    values = {"date": "2020-04-09", "zone": "Europe/Madrid"}
    context.library.run(SetFields(LearningSessionRecord, SESSION, values, "Date"))
    context.library.run(AddNote("note", SESSION, "Rents are frozen. Buses are free.", BEGUN, speaker_id="bo"))
    stage.show_row("note")
    return stage


def told(stage: RunStage) -> list[list[str]]:
    """The lines of each step, latest first, without when it was."""
    history = stage.editor.history
    history.toggle.setChecked(True)
    texts = [history.list.item(row).text() for row in range(history.list.count())]
    return [text.split(" · ", 1)[1].split("\n") for text in texts]


def test_each_step_tells_who_did_what_with_names_before_and_after(opened: RunStage, context: Context) -> None:
    context.library.run(commands.edit_note("note", "Speaker", {"speaker_id": "cy"}))
    context.library.run(commands.edit_note("note", "Agenda item", {"agenda_item_id": "round"}))
    context.library.run(commands.edit_note("note", "Moment", {"began_at": BEGUN + 60_000, "starred": True}))
    steps = told(opened)
    assert [step[1:] for step in steps] == [
        ["Moment: “2020-04-09 15:04:07” became “2020-04-09 15:05:07”", "Starred: “no” became “yes”"],
        ["Agenda item: “empty” became “City round”"],
        ["Speaker: “Bo Sample” became “Cy Instance”"],
        [],
    ]
    assert "Change “Speaker” of a note" in steps[2][0]
    assert "Add note “Rents are frozen" in steps[3][0]


def test_who_was_deleted_is_told_by_name_and_what_was_undone_as_such(
    opened: RunStage, context: Context
) -> None:
    context.library.run(DeleteRows(PersonRecord, ["bo"], "Delete Bo"))
    assert told(opened)[0][1:] == ["Speaker: “Bo Sample” became “empty”"]
    context.library.undo()
    steps = told(opened)
    assert "Undone: Delete Bo" in steps[0][0]
    assert steps[0][1:] == ["Speaker: “empty” became “Bo Sample”"]


def test_tags_that_came_and_went_are_told_too(opened: RunStage, context: Context) -> None:
    context.library.run(commands.give_new_tag(["note"], "rent cap"))
    with context.library.read() as session:
        (tag,) = queries.terms_of_all(session, ["note"])
    context.library.run(commands.ChangeTerms(["note"], removed=[tag]))
    context.library.undo()
    assert [step[1:] for step in told(opened)] == [
        ["Tags and themes: “empty” became “rent cap”"],
        ["Tags and themes: “rent cap” became “empty”"],
        ["Tags and themes: “empty” became “rent cap”"],
        [],
    ]
    assert "Undone: " in told(opened)[0][0]


def test_a_text_of_before_is_brought_back_by_keys(
    opened: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    context.library.run(commands.edit_note("note", "Text", {"text": "Rents fell."}))
    context.library.run(commands.edit_note("note", "Star", {"starred": True}))
    told(opened)
    history = opened.editor.history
    history.list.setFocus()
    history.list.setCurrentRow(0)
    assert not history.bring_back.isEnabled()
    press(Qt.Key.Key_Down)
    assert history.bring_back.isEnabled()
    press(Qt.Key.Key_Return)
    assert notes()[0].text == "Rents are frozen. Buses are free."
    assert context.library.undo() == "Change “Text” of a note"
    assert notes()[0].text == "Rents fell."


def test_a_note_is_split_at_the_caret_with_what_was_just_typed(
    opened: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    opened.editor.focus_first()
    text = opened.editor.form.field("text")
    cursor = text.textCursor()  # type: ignore[union-attr]
    cursor.setPosition(0)
    text.setTextCursor(cursor)  # type: ignore[union-attr, call-arg]
    text.insertPlainText("🙂 ")  # type: ignore[union-attr]
    cursor = text.textCursor()  # type: ignore[union-attr]
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=len("Rents are frozen."))
    text.setTextCursor(cursor)  # type: ignore[union-attr, call-arg]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [note.text for note in notes()] == ["🙂 Rents are frozen.", "Buses are free."]
    assert text.toPlainText() == "Buses are free."  # type: ignore[union-attr]
    assert text.hasFocus()
    assert context.library.undo() == "Split note “🙂 Rents are frozen.”"
    assert [note.text for note in notes()] == ["🙂 Rents are frozen. Buses are free."]
    opened.show_row("note")
    assert text.toPlainText() == "🙂 Rents are frozen. Buses are free."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("near", "typed", "meant"),
    [
        ("2020-04-10 00:05:00", "23:58", "2020-04-09 23:58:00"),
        ("2020-04-09 23:58:00", "00:05", "2020-04-10 00:05:00"),
        ("2020-04-09 15:04:07", "03:00", "2020-04-09 03:00:00"),
        ("2020-04-09 15:04:07", "2020-04-12 09:30", "2020-04-12 09:30:00"),
    ],
)
def test_a_time_that_is_put_right_across_midnight_is_the_one_nearby(
    near: str, typed: str, meant: str
) -> None:
    found = moments.parse_near(typed, "Europe/Madrid", "", moments.parse(near, "Europe/Madrid"))
    assert moments.typed(found, "Europe/Madrid") == meant


def test_of_an_hour_that_comes_twice_the_one_nearby_is_meant() -> None:
    first = moments.parse("2020-10-25 02:30", "Europe/Madrid") or 0
    second = first + 3_600_000
    assert moments.typed(second, "Europe/Madrid") == "2020-10-25 02:30:00"
    for text in ("02:31", "2020-10-25 02:31"):
        assert moments.parse_near(text, "Europe/Madrid", "", second) == second + 60_000
        assert moments.parse_near(text, "Europe/Madrid", "", first) == first + 60_000
