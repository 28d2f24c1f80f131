"""The agenda's list: made and edited in place by keys, as quickly as in a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.listing.cells import ChoiceCell, LineCell
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.kit.library import Library
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow
from facilitator.storage.store import Store, open_library

SESSION = "session-8"
KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    return shown_stage(context, qtbot)


def shown_stage(context: Context, qtbot: QtBot) -> AgendaStage:
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


def agenda(store: Store) -> list[tuple[str, int | None, int | None]]:
    return [(row.title, row.minutes, row.start) for row in items(store)]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys where the focus is, as a person would."""
    for key in keys:
        QTest.keyClick(focused(), key, modifier)


def type_(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)


def fill(store: Store, *lengths: int | None) -> list[str]:
    made = [commands.AddItem(SESSION, f"Item {number}", minutes=n) for number, n in enumerate(lengths, 1)]
    for command in made:
        store.run(command)
    return [command.id for command in made]


def current(stage: AgendaStage) -> AgendaItemRow:
    line = stage.table.current_line()
    assert isinstance(line, AgendaItemRow)
    return line


def go_to(stage: AgendaStage, item_id: str, column: Col = Col.TITLE) -> None:
    stage.table.select([item_id])
    stage.table.setCurrentIndex(stage.table.lines.index(stage.table.lines.row_of(item_id), column))
    stage.table.setFocus()


def test_an_agenda_is_typed_without_leaving_the_list(stage: AgendaStage, store: Store) -> None:
    stage.focus_first()
    press(KEY.Key_Return)
    type_("Opening")
    press(KEY.Key_Tab)
    type_("15")
    press(KEY.Key_Insert)
    type_("City round")
    press(KEY.Key_Tab)
    type_("1h10")
    press(KEY.Key_Return)
    assert agenda(store) == [("Opening", 15, 900), ("City round", 70, 915)]
    assert "16:25" in stage.summary.words.text()
    assert focused() is stage.table
    assert current(stage).title == "City round"


def test_tab_goes_on_to_the_next_cell_and_back(stage: AgendaStage, store: Store) -> None:
    first, _ = fill(store, 10, 20)
    go_to(stage, first, Col.START)
    press(KEY.Key_Return)
    seen = []
    for _ in range(6):
        seen.append((current(stage).id == first, Col(stage.table.currentIndex().column())))
        press(KEY.Key_Tab)
    assert seen == [
        (True, Col.START),
        (True, Col.TITLE),
        (True, Col.MINUTES),
        (True, Col.SEGMENT),
        (False, Col.START),
        (False, Col.TITLE),
    ]
    press(KEY.Key_Backtab, KEY.Key_Backtab, KEY.Key_Backtab)
    assert (current(stage).id, stage.table.currentIndex().column()) == (first, Col.SEGMENT)
    assert store.next_undo().label == "Add agenda item"  # nothing was changed by going through


def test_typing_on_a_cell_replaces_it_and_escape_takes_it_back(stage: AgendaStage, store: Store) -> None:
    (item,) = fill(store, 10)
    go_to(stage, item, Col.MINUTES)
    type_("4")
    type_("5")
    press(KEY.Key_Escape)
    assert items(store)[0].minutes == 10
    assert focused() is stage.table
    type_("45")
    press(KEY.Key_Return)
    assert items(store)[0].minutes == 45


@pytest.mark.parametrize(
    ("column", "text"), [(Col.MINUTES, "a while"), (Col.START, "at noon"), (Col.START, "25:00")]
)
def test_what_can_not_be_read_stays_open_says_why_and_changes_nothing(
    stage: AgendaStage, store: Store, column: Col, text: str
) -> None:
    first, _ = fill(store, 10, 20)
    before = agenda(store)
    go_to(stage, first, column)
    type_(text)
    for key in (KEY.Key_Return, KEY.Key_Tab):
        press(key)
        cell = stage.table.open_cell()
        assert isinstance(cell, LineCell)
        assert cell.text() == text
        assert cell.hasFocus()
        assert text in stage.refusal.text()
        assert stage.refusal.isVisible()
        assert text in cell.accessibleDescription()
    assert agenda(store) == before
    press(KEY.Key_Escape)
    assert not stage.refusal.isVisible()
    assert stage.table.open_cell() is None
    assert store.drafts() == {}


def test_a_click_elsewhere_does_not_lose_what_can_not_be_read(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    first, second = fill(store, 10, 20)
    go_to(stage, first, Col.MINUTES)
    type_("soon")
    there = stage.table.visualRect(stage.table.lines.index(1, Col.TITLE)).center()
    qtbot.mouseClick(stage.table.viewport(), Qt.MouseButton.LeftButton, pos=there)
    cell = stage.table.open_cell()
    assert isinstance(cell, LineCell)
    assert cell.text() == "soon"
    assert cell.hasFocus()
    assert current(stage).id == first
    press(KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Backspace)
    type_("25")
    qtbot.mouseClick(stage.table.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert items(store)[0].minutes == 25
    assert current(stage).id == second


def test_nothing_else_is_done_before_what_can_not_be_read_is_mended(stage: AgendaStage, store: Store) -> None:
    (item,) = fill(store, 10)
    go_to(stage, item, Col.MINUTES)
    type_("soon")
    press(KEY.Key_Insert)
    assert len(items(store)) == 1
    assert isinstance(stage.table.open_cell(), LineCell)


def test_what_is_being_typed_is_kept_within_a_second_and_put_back_after_a_crash(
    stage: AgendaStage, store: Store, context: Context, qtbot: QtBot
) -> None:
    _, second = fill(store, 10, 20)
    go_to(stage, second, Col.TITLE)
    type_("City round of mayors")
    qtbot.waitUntil(
        lambda: store.drafts() == {f"agenda_item:{second}:title": "City round of mayors"}, timeout=1000
    )
    assert items(store)[1].title == "Item 2"
    # The program is killed, and started again:
    again = shown_stage(context, qtbot)
    assert current(again).id == second
    qtbot.waitUntil(lambda: items(store)[1].title == "City round of mayors")
    assert store.drafts() == {}


def test_a_draft_goes_when_the_cell_is_committed(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    (item,) = fill(store, 10)
    go_to(stage, item, Col.TITLE)
    type_("New")
    qtbot.waitUntil(lambda: bool(store.drafts()), timeout=1000)
    press(KEY.Key_Return)
    assert store.drafts() == {}
    assert items(store)[0].title == "New"


def test_a_start_is_fixed_and_freed_by_typing_and_the_day_is_the_row_s_own(
    stage: AgendaStage, store: Store
) -> None:
    first, second = fill(store, 10, 20)
    store.run(commands.edit_item(first, pinned_start=1440 + 540))
    go_to(stage, second, Col.START)
    type_("9:30")
    press(KEY.Key_Return)
    assert items(store)[1].pinned_start == 1440 + 570
    assert "20 min gap" in stage.table.lines.index(2, Col.START).data()
    press(KEY.Key_Return, KEY.Key_Delete)
    press(KEY.Key_Return)
    assert items(store)[1].pinned_start is None
    assert items(store)[1].start == 1440 + 550


def test_a_segment_is_chosen_by_its_letters(stage: AgendaStage, store: Store) -> None:
    (item,) = fill(store, 10)
    go_to(stage, item, Col.SEGMENT)
    type_("city")
    assert isinstance(stage.table.open_cell(), ChoiceCell)
    assert items(store)[0].segment == ""
    press(KEY.Key_Return)
    assert items(store)[0].segment == "city_round"
    assert store.next_undo().label == "Edit agenda item"


def test_a_group_is_chosen_by_its_letters_and_the_item_goes_to_its_round(
    stage: AgendaStage, store: Store
) -> None:
    first, second = fill(store, None, 20)
    store.run(commands.edit_item(first, segment="breakout"))
    for name in ("Housing", "Rental"):
        store.run(commands.AddGroup(SESSION, name))
    go_to(stage, second, Col.GROUP)
    type_("rent")
    press(KEY.Key_Return)
    assert [(row.group, row.holder_id) for row in items(store)] == [("", ""), ("Rental", first)]


def test_undo_during_an_open_cell_shows_what_holds_again(stage: AgendaStage, store: Store) -> None:
    (item,) = fill(store, 10)
    store.run(commands.edit_item(item, minutes=30))
    go_to(stage, item, Col.MINUTES)
    press(KEY.Key_Return)
    store.undo()
    cell = stage.table.open_cell()
    assert isinstance(cell, LineCell)
    assert cell.text() == "10"
    type_("12")
    store.run(commands.edit_item(item, title="Another"))
    assert cell.text() == "12"  # what is typed stays
    store.undo()
    store.undo()  # the item itself
    assert stage.table.open_cell() is None
    assert items(store) == []


def test_a_library_open_elsewhere_is_shown_and_nothing_in_it_can_be_edited(
    store: Store, context: Context, qtbot: QtBot
) -> None:
    (item,) = fill(store, 10)
    reader = Library(open_library(store.path, read_only=True))
    stage = shown_stage(Context(reader, context.navigator, context.jobs, context.notices), qtbot)
    go_to(stage, item)
    type_("x")
    press(KEY.Key_Return, KEY.Key_Insert, KEY.Key_Delete)
    assert stage.table.open_cell() is None
    assert [row.title for row in items(store)] == ["Item 1"]
    assert not stage.table.acceptDrops()
    enabled = {action.text() for action in stage.actions() if action.isEnabled()}
    assert enabled <= {"Copy items as text", "Select all items", "Papers…"}
    reader.close()


def test_long_arabic_and_chinese_titles_are_shown_in_one_line(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    (item,) = fill(store, 10)
    for title in ("word " * 100, "المدن والسكن اللائق " * 25, "城市圆桌讨论" * 80, "two\nlines"):
        store.run(commands.edit_item(item, title=title))
        height = stage.table.rowHeight(0)
        assert height < stage.table.fontMetrics().lineSpacing() * 3
        assert not stage.grab().isNull()
        assert "\n" not in stage.table.lines.index(0, Col.TITLE).data()
    go_to(stage, item)
    press(KEY.Key_Return)
    assert isinstance(stage.table.open_cell(), LineCell)


def test_closing_the_library_commits_what_is_typed_and_keeps_what_can_not_be_read(
    stage: AgendaStage, store: Store, context: Context
) -> None:
    first, second = fill(store, 10, 20)
    go_to(stage, first, Col.TITLE)
    type_("Opening")
    context.library.closing.emit()
    assert items(store)[0].title == "Opening"
    go_to(stage, second, Col.MINUTES)
    press(KEY.Key_Escape)
    go_to(stage, second, Col.MINUTES)
    type_("soon")
    context.library.closing.emit()
    assert store.drafts() == {f"agenda_item:{second}:minutes": "soon"}


def test_a_double_click_opens_a_cell_and_offers_what_can_be_chosen(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    (item,) = fill(store, 10)
    port, left = stage.table.viewport(), Qt.MouseButton.LeftButton
    title = stage.table.visualRect(stage.table.lines.index(0, Col.TITLE)).center()
    qtbot.mouseClick(port, left, pos=title)
    qtbot.mouseDClick(port, left, pos=title)
    cell = stage.table.open_cell()
    assert isinstance(cell, LineCell)
    assert cell.selectedText() == "Item 1"
    press(KEY.Key_Escape)
    segment = stage.table.visualRect(stage.table.lines.index(0, Col.SEGMENT)).center()
    qtbot.mouseClick(port, left, pos=segment)
    qtbot.mouseDClick(port, left, pos=segment)
    choice = stage.table.open_cell()
    assert isinstance(choice, ChoiceCell)
    assert choice.view().isVisible()
    choice.hidePopup()
    assert items(store)[0].id == item
