"""What happened is seen beside the plan, gone through minute by minute, and corrected in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from facilitator.features.clock import commands
from facilitator.features.clock.course import picture
from facilitator.features.clock.course.cells import CorrectedTable
from facilitator.features.clock.course.panel import CoursePanel
from facilitator.kit.context import Context
from facilitator.kit.fields import LineField
from facilitator.storage.edits import AddRow, DeleteRows
from facilitator.storage.records import AgendaItemRecord, RunEventRecord
from tests.domain.running.plans import at, clock
from tests.features.clock.commands.conftest import SESSION, Steered
from tests.features.clock.course.conftest import Open
from tests.steps import steps

Key = Qt.Key


@pytest.fixture
def panel(was_held: Steered, open_panel: Open) -> CoursePanel:
    return open_panel()


@pytest.fixture
def refusals(context: Context) -> list[str]:
    """What was refused, in words."""
    found: list[str] = []
    context.notices.refused.connect(lambda refusal: found.append(str(refusal)))
    return found


def texts(table: CorrectedTable) -> list[list[str]]:
    """What the table shows, row by row."""
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def open_cell(table: CorrectedTable, row: int, column: int) -> LineField:
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, column))
    QTest.keyClick(table, Key.Key_Return)
    return next(one for one in table.findChildren(LineField) if one.isVisible())


def correct(table: CorrectedTable, row: int, column: int, text: str) -> LineField:
    """Type another text into a cell, and Enter."""
    field = open_cell(table, row, column)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)
    return field


def test_a_moment_is_seen_as_a_whole_while_it_is_corrected(panel: CoursePanel) -> None:
    panel.items.setColumnWidth(1, 20)
    field = open_cell(panel.items, 0, 1)
    assert field.cursorRect().right() > field.fontMetrics().horizontalAdvance(field.text())
    assert field.contentsRect().contains(field.cursorRect())


def plenary(steered: Steered) -> list[str]:
    found = steered.held().course.stretches
    return [f"{one.item_id} {clock(one.began)} {clock(one.ended)}" for one in found if not one.track]


def test_before_anything_happened_it_says_what_will_be_seen(steered: Steered, open_panel: Open) -> None:
    assert open_panel().empty.isVisible()


def test_each_item_stands_with_its_times_and_how_it_went_in_words(panel: CoursePanel) -> None:
    shown = {row[0]: row[1:] for row in texts(panel.items)}

    assert shown["1  Opening"] == ["15:00", "15:10", "in time", "15:00, 10 min", "10:00"]
    assert shown["3  A: A1"] == ["15:10", "15:30", "10 min over", "15:10, 10 min", "20:00"]
    assert shown["6  Second"][:3] == ["", "", "passed over"]
    assert shown["9  Closing"][2] == "5 min over"


def test_the_picture_has_words_for_those_who_do_not_see_it(panel: CoursePanel) -> None:
    words = panel.picture.accessibleDescription()

    assert "1 Opening: planned 15:00 for 10:00; held from 15:00 to 15:10; in time" in words
    assert "Ada Example spoke 6:00" in words
    assert "3 notes" in words


def test_what_was_longer_than_planned_is_hatched_from_there_on(panel: CoursePanel) -> None:
    held = next(lane for lane in panel.picture._picture.lanes if lane.title == "Held")
    assert [(block.text, block.over and clock(block.over)) for block in held.blocks] == [
        ("1", None),
        ("2", None),
        ("9", "15:40"),
    ]


def test_the_replay_goes_by_minutes_and_tells_what_was_then(panel: CoursePanel) -> None:
    slider = panel.replay.slider
    QTest.keyClick(slider, Key.Key_Home)
    assert panel.replay.told.text().startswith("15:00: Opening, minute 1. Floor: Ada Example")
    for key, minute in ((Key.Key_Right, 1), (Key.Key_PageUp, 11), (Key.Key_Left, 10), (Key.Key_PageDown, 0)):
        QTest.keyClick(slider, key)
        assert panel.replay.moment == at("15:00") + minute * 60_000
    QTest.keyClick(slider, Key.Key_End)
    assert panel.replay.told.text() == "15:44: Closing, minute 15. No notes"


def test_the_notes_of_a_minute_are_listed_and_lead_to_the_note(panel: CoursePanel, context: Context) -> None:
    went: list[tuple[str, str, str]] = []
    context.navigator.stage_requested.connect(lambda *where: went.append(where))
    panel.replay.go_to(at("15:07"))

    assert "Floor: Bo Sample" in panel.replay.told.text()
    shown = [panel.replay.notes.item(place).text() for place in range(panel.replay.notes.count())]
    assert shown == ["15:07:10  Note 0", "15:07:50  Note 1"]
    panel.replay.notes.setCurrentRow(1)
    panel.replay.open.click()
    assert went == [(SESSION, "notes", "note-1")]


def test_a_click_into_the_picture_goes_to_that_minute(panel: CoursePanel) -> None:
    middle = QPoint(round(panel.picture._x(at("15:30"))), 10)
    QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=middle)

    assert abs(panel.replay.moment - at("15:30")) <= 60_000


def test_a_start_is_corrected_in_place_and_undo_takes_it_back(panel: CoursePanel, was_held: Steered) -> None:
    correct(panel.items, 1, 1, "15:12:30")

    assert plenary(was_held)[:2] == ["opening 15:00 15:12:30", "round 15:12:30 15:30"]
    assert texts(panel.items)[0][2] == "15:12:30"
    assert not [one for one in panel.items.findChildren(LineField) if one.isVisible()]
    panel._context.library.undo()
    assert texts(panel.items)[0][2] == "15:10"


@pytest.mark.parametrize(
    ("text", "why"),
    [("15:31", "between 15:00:00 and 15:30:00"), ("soon", "can't be read"), ("", "is needed")],
)
def test_what_can_not_be_stays_as_it_was_typed_with_one_message(
    panel: CoursePanel, was_held: Steered, refusals: list[str], text: str, why: str
) -> None:
    before = plenary(was_held)
    field = open_cell(panel.items, 1, 1)
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)

    assert len(refusals) == 1
    assert why in refusals[0]
    assert field.isVisible()
    assert field.text() == text
    assert plenary(was_held) == before
    QTest.keyClick(field, Key.Key_Escape)
    assert not [one for one in panel.items.findChildren(LineField) if one.isVisible()]


def test_enter_without_a_change_writes_nothing(panel: CoursePanel, was_held: Steered) -> None:
    before = was_held.held()
    field = open_cell(panel.items, 0, 2)
    QTest.keyClick(field, Key.Key_Return)

    assert was_held.held() == before


def test_an_item_that_was_not_held_is_removed_by_delete(panel: CoursePanel, was_held: Steered) -> None:
    panel.items.select(panel.items.rows.rows()[-1].id)
    QTest.keyClick(panel.items, Key.Key_Delete)

    assert plenary(was_held) == ["opening 15:00 15:10", "round 15:10 15:45"]


def test_an_item_that_was_forgotten_is_added(panel: CoursePanel, was_held: Steered) -> None:
    panel.replay.go_to(at("15:35"))
    panel.corrections.add_item()
    dialog = panel.corrections.dialog
    assert dialog is not None
    assert (dialog.since.text(), dialog.until.text()) == ("15:35:00", "15:36:00")
    dialog.choice.setCurrentIndex(dialog.choice.findData("break"))
    dialog.until.setText("15:20")
    dialog._try()
    assert dialog.isVisible()
    assert "end before it begins" in dialog.problem.text()
    dialog.until.setText("15:38")
    dialog._try()

    assert plenary(was_held)[2:] == ["closing 15:30 15:35", "break 15:35 15:38", "closing 15:38 15:45"]


def test_who_had_the_floor_is_corrected_in_place(panel: CoursePanel, was_held: Steered) -> None:
    assert [row[:4] for row in texts(panel.turns)] == [
        ["Ada Example", "15:00", "15:06", "6:00"],
        ["Bo Sample", "15:06", "15:10", "4:00"],
    ]
    correct(panel.turns, 1, 1, "15:07")
    assert [row[1:3] for row in texts(panel.turns)] == [["15:00", "15:07"], ["15:07", "15:10"]]
    panel.turns.setCurrentIndex(panel.turns.model().index(1, 0))
    QTest.keyClick(panel.turns, Key.Key_Return)
    box = next(one for one in panel.turns.findChildren(QComboBox) if one.isVisible())
    box.setCurrentIndex(box.findData("ada"))
    box.activated.emit(box.currentIndex())
    assert [row[:3] for row in texts(panel.turns)] == [["Ada Example", "15:00", "15:10"]]


def test_a_turn_is_removed_and_one_is_added(panel: CoursePanel) -> None:
    panel.turns.select(panel.turns.rows.rows()[0].id)
    QTest.keyClick(panel.turns, Key.Key_Delete)
    assert [row[:3] for row in texts(panel.turns)] == [["Bo Sample", "15:06", "15:10"]]
    panel.replay.go_to(at("15:02"))
    panel.corrections.add_turn()
    dialog = panel.corrections.dialog
    assert dialog is not None
    dialog.choice.setCurrentIndex(dialog.choice.findData("ada"))
    dialog._try()
    assert [row[:3] for row in texts(panel.turns)] == [
        ["Ada Example", "15:02", "15:03"],
        ["Bo Sample", "15:06", "15:10"],
    ]


def test_what_was_held_of_an_item_that_was_deleted_since_is_still_there(
    panel: CoursePanel, context: Context
) -> None:
    context.library.run(DeleteRows(AgendaItemRecord, ["closing"], "Delete"))

    assert texts(panel.items)[-1][:3] == ["Without an item", "15:30", "15:45"]
    assert "Without an item: not planned; held from 15:30 to 15:45" in panel.picture.accessibleDescription()


def test_every_control_is_reached_by_tab_and_has_a_name(panel: CoursePanel) -> None:
    for widget in (panel.picture, panel.replay.slider, panel.items, panel.turns):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not panel.findChildren(QLineEdit)


@pytest.mark.parametrize("years", [10, -2_000, 200_000_000])
def test_an_event_years_away_leaves_the_panel_quick(
    steered: Steered, open_panel: Open, monkeypatch: pytest.MonkeyPatch, years: int
) -> None:
    steered.do(commands.start, at("15:00"))
    away = {"session_id": SESSION, "at": at("15:00") + years * 31_557_600_000, "kind": "floor"}
    steered.store.run(AddRow(RunEventRecord, away, "Doctored"))
    marks: list[int] = []
    monkeypatch.setattr(picture, "minute_of", lambda moment, _zone: marks.append(moment) or "15:00")
    panel = open_panel()
    QTest.keyClick(panel.replay.slider, Key.Key_End)
    assert 0 < steps(panel.grab) < 20_000
    assert 0 < len(marks) < 100  # below the picture
