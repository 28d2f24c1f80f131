"""Ten thousand notes in a session: how much is asked for one more, however long it takes."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.listing import entries, model
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
