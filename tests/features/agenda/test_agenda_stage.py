"""The Plan stage: what is done with items, and what the stage keeps, shows and survives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.lines import GroupHeading
from facilitator.features.agenda.stage import AgendaStage
from facilitator.features.agenda.templates.choosing import ChooseTemplateDialog
from facilitator.kit.context import Context
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from facilitator.storage.store import Store
from tests.features.agenda.acting import (
    ALT,
    CTRL,
    SESSION,
    act,
    fill,
    fill_groups,
    items,
    point,
    press,
    select,
    selected,
    shown_stage,
    titles,
)


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    return shown_stage(context, qtbot)


def test_delete_offers_undo_and_the_next_row_is_selected(
    stage: AgendaStage, store: Store, context: Context, qtbot: QtBot
) -> None:
    fill(store, "abc")
    store.run(commands.AddAppearance(SESSION, "b", person_id="ada"))
    told: list[tuple[str, bool]] = []
    context.notices.told.connect(lambda *given: told.append(given))
    select(stage, "b")
    press(qtbot, Qt.Key.Key_Delete)
    assert (titles(store), selected(stage)) == ("ac", "c")
    assert told == [("Deleted 1 agenda item", True)]
    store.undo()
    assert items(store)[1].speakers == ("Ada Example",)
    select(stage, "c")
    press(qtbot, Qt.Key.Key_Backspace)
    assert selected(stage) == "b"


def test_duplicate_split_and_join_are_one_step_each(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    fill(store, "ab")
    select(stage, "a")
    press(qtbot, Qt.Key.Key_D, CTRL)
    assert titles(store) == "aab"
    assert stage.table.selected_items()[0] == items(store)[1]
    store.undo()
    select(stage, "a")
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert [(row.title, row.minutes) for row in items(store)] == [("a", 5), ("a", 5), ("b", 10)]
    assert len(stage.table.selected_items()) == 2
    press(qtbot, Qt.Key.Key_J, CTRL)
    assert [(row.title, row.minutes) for row in items(store)] == [("a", 10), ("b", 10)]
    store.undo()
    store.undo()
    assert titles(store) == "ab"


def test_an_item_is_split_by_its_speakers(stage: AgendaStage, store: Store) -> None:
    fill(store, "a")
    for name in ("Zoe", "Yan"):
        store.run(commands.AddAppearance(SESSION, "a", name=name))
    select(stage, "a")
    act(stage, "Split by speakers")
    assert [(row.minutes, row.speakers) for row in items(store)] == [(5, ("Zoe",)), (5, ("Yan",))]


def test_a_start_is_fixed_where_it_is_and_freed_again(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    fill(store, "abc")
    select(stage, "bc")
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert [row.pinned_start for row in items(store)] == [None, 910, 920]
    assert store.next_undo().label == "Fix the start"
    assert "fixed" in stage.table.lines.index(1, Col.START).data()
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert [row.pinned_start for row in items(store)] == [None, None, None]


def test_ten_minutes_more_move_every_later_soft_start_and_mark_the_overlap(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "abcd")
    store.run(commands.edit_item("d", pinned_start=930))
    select(stage, "b")
    stage.table.setCurrentIndex(stage.table.lines.index(1, Col.MINUTES))
    qtbot.keyClicks(stage.table, "2")
    qtbot.keyClicks(QApplication.focusWidget(), "0")
    press(qtbot, Qt.Key.Key_Return)
    assert [row.start for row in items(store)] == [900, 910, 930, 930]
    assert stage.table.lines.index(3, Col.START).data() == "15:30  fixed  ▲ 10 min overlap"
    store.undo()
    assert [row.start for row in items(store)] == [900, 910, 920, 930]


def test_a_buffer_and_an_item_that_holds_groups_say_how_long_they_are(
    stage: AgendaStage, store: Store
) -> None:
    fill_groups(store)
    assert stage.table.lines.index(1, Col.MINUTES).data() == "groups: 20"
    store.run(commands.AddItem(SESSION, "f", "buffer", 7, after="a", id="f"))
    store.run(commands.edit_item("b", pinned_start=912))
    assert stage.table.lines.index(1, Col.MINUTES).data() == "2 of 7"
    assert "buffers gave 5 min" in stage.summary.words.text()


def test_a_group_is_added_and_shown_where_it_gets_its_name(stage: AgendaStage, store: Store) -> None:
    fill(store, "a")
    act(stage, "Add group")
    line = stage.table.current_line()
    assert isinstance(line, GroupHeading)
    assert line.group.name == "Group 1"
    act(stage, "Add group")
    assert [group.name for group in (stage.plan.groups if stage.plan else ())] == ["Group 1", "Group 2"]


def test_copied_items_are_lines_with_tabs_and_pasted_lines_are_items(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "ab")
    select(stage, "ab")
    press(qtbot, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert [line.split("\t")[:3] for line in copied.splitlines()] == [
        ["a", "10", "15:00"],
        ["b", "10", "15:10"],
    ]
    QGuiApplication.clipboard().setText(
        "Opening\t15\n0:10 Poll\nLunch (60 min)\n15:00–15:20 Panel\n\n- Closing\n"
    )
    select(stage, "a")
    press(qtbot, Qt.Key.Key_V, CTRL)
    assert [(row.title, row.minutes) for row in items(store)] == [
        ("a", 10),
        ("Opening", 15),
        ("Poll", 10),
        ("Lunch", 60),
        ("Panel", 20),
        ("Closing", None),
        ("b", 10),
    ]
    assert len(stage.table.selected_items()) == 5
    store.undo()
    assert titles(store) == "ab"


def test_selection_current_cell_and_scroll_survive_every_refresh(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    for number in range(60):
        store.run(commands.AddItem(SESSION, f"Item {number}", minutes=5, id=f"i{number}"))
    stage.table.select(["i30", "i32"])
    stage.table.setCurrentIndex(stage.table.lines.index(30, Col.SEGMENT))
    stage.table.select(["i30", "i32"])
    scrolled = stage.table.verticalScrollBar().value()
    assert scrolled > 0
    store.run(commands.edit_item("i2", minutes=20))
    store.run(commands.AddItem(SESSION, "New", id="new", after="i31"))
    store.run(commands.StepItems(SESSION, ["i31"], -2))
    assert [row.id for row in stage.table.selected_items()] == ["i30", "i32"]
    assert stage.table.currentIndex().column() == Col.SEGMENT
    line = stage.table.current_line()
    assert line is not None
    assert line.id == "i30"
    assert stage.table.verticalScrollBar().value() == scrolled


def test_a_person_deleted_while_on_stage_leaves_the_list(stage: AgendaStage, store: Store) -> None:
    fill(store, "a")
    store.run(commands.AddAppearance(SESSION, "a", person_id="ada"))
    select(stage, "a")
    assert stage.table.lines.index(0, Col.SPEAKERS).data() == "Ada Example"
    store.run(DeleteRows(PersonRecord, ["ada"], "Delete person"))
    assert stage.table.lines.index(0, Col.SPEAKERS).data() == ""
    store.undo()
    assert stage.table.lines.index(0, Col.SPEAKERS).data() == "Ada Example"


def test_a_session_deleted_while_it_is_shown_leaves_an_empty_stage(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "ab")
    select(stage, "a")
    press(qtbot, Qt.Key.Key_Return)
    store.run(DeleteRows(LearningSessionRecord, [SESSION], "Delete session"))
    assert stage.table.lines.rowCount() == 0
    assert stage.table.open_cell() is None
    assert stage.start.isVisible()
    store.undo()
    assert stage.table.lines.rowCount() == 2


def test_an_empty_agenda_offers_to_begin(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    assert stage.start.isVisible()
    stage.start.item_wanted.emit()
    qtbot.keyClicks(QApplication.focusWidget(), "Opening")
    press(qtbot, Qt.Key.Key_Return)
    assert [row.title for row in items(store)] == ["Opening"]


def test_the_menu_of_a_row_has_every_action(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    fill(store, "a")
    select(stage, "a")
    shown = {action.text() for action in stage.commands.make_menu().actions() if action.text()}
    assert shown == {action.text() for action in stage.actions() if isinstance(action, QAction)}
    asked: list[QPoint] = []
    stage.table.menu_requested.disconnect()
    stage.table.menu_requested.connect(asked.append)
    qtbot.mouseClick(stage.table.viewport(), Qt.MouseButton.RightButton, pos=point(stage, "a", 0.5))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(stage.table.viewport(), event)
    cell = stage.table.visualRect(stage.table.currentIndex())
    assert asked[-1] == stage.table.viewport().mapToGlobal(cell.bottomLeft())


def test_what_a_template_added_is_selected_and_in_sight(
    stage: AgendaStage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, "ab")

    def exec_(dialog: ChooseTemplateDialog) -> int:
        dialog.add_button.click()
        return 1

    monkeypatch.setattr(ChooseTemplateDialog, "exec", exec_)
    stage.gestures.beyond.choose_template()
    added = items(store)[2:]
    assert added
    assert [row.id for row in stage.table.selected_items()] == [row.id for row in added]
    monkeypatch.setattr(ChooseTemplateDialog, "exec", lambda _: 0)
    stage.gestures.beyond.choose_template()
    assert len(stage.table.selected_items()) == len(added)


def test_five_hundred_items_are_shown_moved_and_edited(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    ids = [f"i{number}" for number in range(500)]
    store.run(commands.AddItems(SESSION, ids, ids, [5] * 500))
    assert len(stage.table.lines.items()) == 500
    stage.table.select(["i250"])
    stage.table.setFocus()
    press(qtbot, Qt.Key.Key_Up, ALT)
    assert [row.id for row in items(store)][248:251] == ["i248", "i250", "i249"]
    press(qtbot, Qt.Key.Key_End)
    assert selected(stage) == "i499"
    press(qtbot, Qt.Key.Key_Home)
    assert selected(stage) == "i0"
