"""Ten thousand notes in a session: how much is asked for one more, however long it takes."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from pytestqt.qtbot import QtBot

from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.listing import entries, model
from facilitator.features.notes.rows import NoteLine
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import Together
from tests.features.notes.conftest import SESSION, Press

MANY = 10_000


@pytest.fixture
def many(context: Context, planned: None) -> None:
    """As many notes, a minute and a half apart, of two speakers in turn, on many days: one more has no heading come."""
    notes = [
        AddNote(f"n{n:05}", SESSION, f"Note {n}", n * 90_000, "", "round", ("bo", "cy")[n % 2])
        for n in range(MANY)
    ]
    context.library.run(Together(notes, "Add notes"))


def calls_of(act: Callable[[], object], *modules: Any) -> Counter[str]:
    """How often functions of some modules are called meanwhile, by name."""
    files, called = {module.__file__ for module in modules}, Counter[str]()

    def on_call(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and frame.f_code.co_filename in files:
            called[frame.f_code.co_name] += 1

    before = sys.getprofile()
    sys.setprofile(on_call)
    try:
        act()
    finally:
        sys.setprofile(before)
    return called


@pytest.mark.parametrize("orders", [0, 1, 2])
def test_one_note_more_asks_for_the_rows_in_sight_alone(
    many: None, stage: RunStage, press: Press, qtbot: QtBot, orders: int
) -> None:
    qtbot.waitUntil(lambda: stage.list.notes.count == MANY)
    for _ in range(orders):
        stage.notes.lists.go_to_next_order()
    press("Rents are frozen")
    qtbot.wait(50)

    def enter() -> None:
        press(Qt.Key.Key_Return)
        qtbot.wait(50)

    called = calls_of(enter, model, entries)
    assert stage.list.notes.count == MANY + 1
    assert called["insert"] >= 1
    assert called["data"] > 0  # it was painted
    assert called.total() < 1000


def test_selecting_all_notes_reads_none_of_them(
    many: None, stage: RunStage, press: Press, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: stage.list.notes.count == MANY)
    stage.notes.focus_last()
    qtbot.wait(50)
    asked = asked_lines(stage)
    press("a", Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(50)
    assert len(stage.list.selected_ids()) == MANY
    assert len(asked) < 200


def test_one_key_changes_all_notes_in_a_few_statements_and_they_stay_selected(
    many: None, stage: RunStage, press: Press, qtbot: QtBot, context: Context
) -> None:
    qtbot.waitUntil(lambda: stage.list.notes.count == MANY)
    stage.notes.focus_last()
    press("a", Qt.KeyboardModifier.ControlModifier)
    said: set[str] = set()  # a statement is traced again for each row that a trigger looks at
    raw = context.library.store.raw()
    raw.set_trace_callback(said.add)
    press("s", Qt.KeyboardModifier.AltModifier)
    raw.set_trace_callback(None)
    assert 0 < sum(statement.startswith("UPDATE note SET") for statement in said) < 50
    assert sum(statement.startswith("SELECT note.") for statement in said) < 100
    assert len(stage.list.selected_ids()) == MANY
    assert stage.list.selectionModel().selection().size() < 500  # runs of rows between headings of days
    assert all(line.starred for line in stage.list.selected_lines())
    context.library.undo()
    assert not any(line.starred for line in stage.list.selected_lines())


def test_the_caret_is_on_the_screen_before_thousands_of_notes_are_read(
    many: None, context: Context, qtbot: QtBot
) -> None:
    made = RunStage(context, SESSION)
    qtbot.addWidget(made)
    count_when_painted: list[int] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                count_when_painted.append(made.list.notes.count)
            return False

    watch = Watch(made)
    made.capture.line.viewport().installEventFilter(watch)
    made.resize(1200, 800)
    made.show()
    made.focus_first()
    time.sleep(0.1)  # a slow computer
    qtbot.waitUntil(lambda: made.list.notes.count == MANY)
    assert count_when_painted[0] == 0


def asked_lines(stage: RunStage) -> list[str]:
    """The ids of the notes that are read from now on."""
    asked: list[str] = []
    read = stage.list.notes.lines.reader

    def counting(ids: Sequence[str]) -> Sequence[NoteLine]:
        asked.extend(ids)
        return read(ids)

    stage.list.notes.lines.reader = counting
    return asked
