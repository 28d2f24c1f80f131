"""The Plan stage: items moved by keys, alone and together, through groups and their headings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.listing.lines import DayHeading, GroupHeading
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.features.agenda.acting import (
    ALT,
    CTRL,
    SESSION,
    SHIFT,
    fill,
    fill_groups,
    items,
    press,
    select,
    selected,
    shown_stage,
    titles,
)


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    return shown_stage(context, qtbot)


@pytest.mark.parametrize(
    ("moving", "key", "order"),
    [
        ("b", Qt.Key.Key_Up, "bacd"),
        ("b", Qt.Key.Key_Down, "acbd"),
        ("ab", Qt.Key.Key_Down, "cabd"),
        ("ac", Qt.Key.Key_Down, "bacd"),
        ("d", Qt.Key.Key_Down, "abcd"),
    ],
)
def test_alt_and_arrows_move_what_is_selected_and_one_undo_puts_it_back(
    stage: AgendaStage, store: Store, qtbot: QtBot, moving: str, key: Qt.Key, order: str
) -> None:
    fill(store, "abcd")
    select(stage, moving)
    press(qtbot, key, ALT)
    assert titles(store) == order
    assert sorted(selected(stage)) == sorted(moving)
    assert stage.table.hasFocus()
    if order != "abcd":
        store.undo()
    assert titles(store) == "abcd"
    assert sorted(selected(stage)) == sorted(moving)


def test_items_of_several_tracks_move_together_each_in_its_own(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill_groups(store)
    select(stage, "cb")
    press(qtbot, Qt.Key.Key_Down, ALT)
    assert titles(store) == "aebdc"
    store.undo()
    assert titles(store) == "abcde"


def test_items_move_to_the_group_beside_and_back(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    fill_groups(store)
    select(stage, "d")
    press(qtbot, Qt.Key.Key_Right, ALT | SHIFT)
    assert [row.group for row in items(store)] == ["", "", "Housing", "Rental", ""]
    press(qtbot, Qt.Key.Key_Left, ALT | SHIFT)
    press(qtbot, Qt.Key.Key_Left, ALT | SHIFT)
    assert [row.group for row in items(store)] == ["", "", "Housing", "", ""]
    assert selected(stage) == "d"


def test_insert_adds_behind_the_row_in_its_group_and_round(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill_groups(store)
    select(stage, "c")
    press(qtbot, Qt.Key.Key_Insert)
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    press(qtbot, Qt.Key.Key_Return)
    assert titles(store) == "abcxde"
    assert [row.group for row in items(store)] == ["", "", "Housing", "Housing", "Housing", ""]


def test_insert_on_the_heading_of_an_empty_group_adds_its_first_item(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill_groups(store)
    heading = next(
        line for line in stage.table.lines.lines() if isinstance(line, GroupHeading) and line.is_empty
    )
    assert "no items" in heading.text
    stage.table.select([heading.id])
    stage.table.setFocus()
    press(qtbot, Qt.Key.Key_Insert)
    qtbot.keyClicks(QApplication.focusWidget(), "x")
    press(qtbot, Qt.Key.Key_Return)
    assert titles(store) == "abcdxe"
    assert items(store)[4].group == "Rental"


def test_headings_are_no_items(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    fill_groups(store)
    store.run(SetFields(LearningSessionRecord, SESSION, {"date": "2020-04-09"}, "Date"))
    store.run(commands.edit_item("e", pinned_start=1440 + 540))
    shown = [
        line.text if isinstance(line, DayHeading | GroupHeading) else line.id
        for line in stage.table.lines.lines()
    ]
    assert shown == [
        "Day 1 · Thursday 9 April",
        "a",
        "b",
        "Housing",
        "c",
        "d",
        "Rental · no items here yet: Insert adds one",
        "Day 2 · Friday 10 April",
        "e",
    ]
    select(stage, "a")
    walked = []
    for _ in range(6):
        line = stage.table.current_line()
        assert line is not None
        walked.append(line.id)
        press(qtbot, Qt.Key.Key_Down)
    assert walked == ["a", "b", "b/housing", "c", "d", "b/rental"]
    assert stage.table.current_line() == items(store)[-1]
    press(qtbot, Qt.Key.Key_A, CTRL)
    assert selected(stage) == "abcde"
    press(qtbot, Qt.Key.Key_Delete)
    assert items(store) == []
    store.undo()
    assert titles(store) == "abcde"


def test_a_heading_says_who_leads_the_group_and_shows_it_beside_the_list(
    stage: AgendaStage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_groups(store)
    store.run(commands.edit_group("housing", room="Room 2", moderator_id="ada"))
    shown: list[str] = []
    monkeypatch.setattr(stage.editor, "show_group", shown.append)
    stage.show_row("housing")
    assert shown == ["housing"]
    line = stage.table.current_line()
    assert isinstance(line, GroupHeading)
    assert line.text == "Housing · Room 2 · moderator Ada Example"
