"""The Plan stage: an agenda moved, split, shared out among groups and undone by keyboard and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.dragging import APPEARANCES, ITEMS, PEOPLE, dragged
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.lines import DayHeading, GroupHeading
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from facilitator.storage.store import Store

SESSION = "session-8"
NO, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    made = AgendaStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def items(store: Store) -> list[AgendaItemRow]:
    with store.read() as session:
        plan = read_plan(session, SESSION)
    assert plan is not None
    return list(plan.items)


def titles(store: Store) -> str:
    return "".join(row.title for row in items(store))


def fill(store: Store, letters: str, **values: object) -> None:
    """Items whose ids and titles are letters, 10 minutes each."""
    for letter in letters:
        given = {"minutes": 10, **values}
        store.run(commands.AddItem(SESSION, letter, id=letter, **given))  # type: ignore[arg-type]


def fill_groups(store: Store) -> None:
    """a and e in the plenary; during b the groups meet: c and d in Housing, none in Rental."""
    fill(store, "ab")
    store.run(commands.edit_item("b", segment="breakout", minutes=None))
    store.run(commands.AddGroup(SESSION, "Housing", id="housing"))
    store.run(commands.AddGroup(SESSION, "Rental", id="rental"))
    fill(store, "cd", group_id="housing")
    fill(store, "e")


def select(stage: AgendaStage, letters: str) -> None:
    stage.table.select(list(letters))
    stage.table.setFocus()


def selected(stage: AgendaStage) -> str:
    return "".join(row.id for row in stage.table.selected_items())


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(target, key, modifier)


def act(stage: AgendaStage, text: str) -> None:
    """Choose an action from the menu."""
    found = next(action for action in stage.actions() if action.text() == text)
    assert found.isEnabled(), text
    found.trigger()


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
    assert "buffers gave 5 min" in stage.summary.text()


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


def drag(stage: AgendaStage, data: QMimeData, at: QPoint) -> bool:
    """Drag something over a place of the list and let it go there; whether it was taken."""
    port, move = stage.table.viewport(), Qt.DropAction.MoveAction
    button = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(at, move, data, button, NO)
    QApplication.sendEvent(port, enter)
    if not enter.isAccepted():
        return False
    over = QDragMoveEvent(at, move, data, button, NO)
    QApplication.sendEvent(port, over)
    port.grab()
    drop = QDropEvent(QPointF(at), move, data, button, NO)
    QApplication.sendEvent(port, drop)
    return over.isAccepted()


def point(stage: AgendaStage, line_id: str, share: float) -> QPoint:
    rect = stage.table.visualRect(stage.table.lines.index(stage.table.lines.row_of(line_id), Col.TITLE))
    return QPoint(rect.center().x(), int(rect.top() + rect.height() * share))


@pytest.mark.parametrize(
    ("moving", "onto", "share", "order", "groups"),
    [
        ("a", "e", 0.9, "bcdea", {}),
        ("e", "a", 0.1, "eabcd", {}),
        ("ce", "a", 0.9, "acebd", {"c": "", "e": ""}),
        ("a", "c", 0.9, "bcade", {"a": "Housing"}),
        ("a", "c", 0.1, "bacde", {"a": "Housing"}),
        ("a", "b/rental", 0.9, "bcdae", {"a": "Rental"}),
        ("d", "e", 0.1, "abcde", {"d": ""}),
    ],
)
def test_rows_are_dragged_to_another_place_or_group_as_one_step(
    stage: AgendaStage, store: Store, moving: str, onto: str, share: float, order: str, groups: dict[str, str]
) -> None:
    fill_groups(store)
    select(stage, moving)
    assert drag(stage, dragged(ITEMS, list(moving)), point(stage, onto, share))
    assert titles(store) == order
    found = {row.id: row.group for row in items(store)}
    assert {key: found[key] for key in groups} == groups
    assert sorted(selected(stage)) == sorted(moving)
    store.undo()
    assert titles(store) == "abcde"


def test_people_dropped_on_a_row_speak_there(stage: AgendaStage, store: Store) -> None:
    fill(store, "ab")
    assert drag(stage, dragged(PEOPLE, ["ada"]), point(stage, "a", 0.5))
    assert [row.speakers for row in items(store)] == [("Ada Example",), ()]
    appearance = items(store)[0].appearances[0].id
    assert drag(stage, dragged(APPEARANCES, [appearance]), point(stage, "b", 0.5))
    assert [row.speakers for row in items(store)] == [(), ("Ada Example",)]


def test_what_comes_from_elsewhere_is_not_taken(stage: AgendaStage, store: Store, tmp_path: Path) -> None:
    fill(store, "ab")
    file, text, foreign = QMimeData(), QMimeData(), dragged(ITEMS, ["of another session"])
    file.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    text.setText("a")
    for data in (file, text, foreign):
        assert not drag(stage, data, point(stage, "a", 0.9))
    assert titles(store) == "ab"


def test_people_dropped_beside_the_rows_are_not_taken(stage: AgendaStage, store: Store) -> None:
    fill(store, "a")
    below = QPoint(50, stage.table.viewport().height() - 5)
    assert not drag(stage, dragged(PEOPLE, ["ada"]), below)
    assert items(store)[0].speakers == ()


def test_a_drag_by_the_mouse_carries_the_rows_that_are_selected(
    stage: AgendaStage, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, "abc")
    select(stage, "ab")
    carried: list[bytes] = []
    monkeypatch.setattr(
        "facilitator.features.agenda.listing.dragged.QDrag.exec",
        lambda drag, *_: carried.append(bytes(drag.mimeData().data(ITEMS).data())),
    )
    port, start = stage.table.viewport(), point(stage, "a", 0.5)
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for distance in (5, 20, 40):
        qtbot.mouseMove(port, start + QPoint(0, distance))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 40))
    assert carried == [b"a\nb"]


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
    shown = {action.text() for action in stage.commands.menu.actions() if action.text()}
    assert shown == {action.text() for action in stage.actions() if isinstance(action, QAction)}
    asked: list[QPoint] = []
    stage.table.menu_requested.disconnect()
    stage.table.menu_requested.connect(asked.append)
    qtbot.mouseClick(stage.table.viewport(), Qt.MouseButton.RightButton, pos=point(stage, "a", 0.5))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(stage.table.viewport(), event)
    cell = stage.table.visualRect(stage.table.currentIndex())
    assert asked[-1] == stage.table.viewport().mapToGlobal(cell.bottomLeft())


def test_the_picture_stands_beside_the_list_in_a_wide_window_and_else_as_a_tab(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "a")
    tabs = stage.parts.tabs
    assert "Picture" in [tabs.tabText(number) for number in range(tabs.count())]
    stage.resize(2600, 800)
    qtbot.waitUntil(stage.picture.isVisible)
    assert "Picture" not in [tabs.tabText(number) for number in range(tabs.count())]
    stage.resize(1100, 600)
    qtbot.waitUntil(lambda: "Picture" in [tabs.tabText(number) for number in range(tabs.count())])


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
