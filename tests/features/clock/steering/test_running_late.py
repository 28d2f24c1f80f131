"""When it runs late: it is said at once, and each remedy shows what comes of it before it is taken."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.domain.identity import new_id
from facilitator.domain.running import Event, EventKind
from facilitator.features.clock.commands import AddEvents
from facilitator.features.clock.steering.bar import ClockBar
from facilitator.features.clock.steering.options import Option
from facilitator.features.clock.steering.remedies import RemediesDialog
from facilitator.kit.context import Context
from facilitator.reading.held import Held
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import AgendaItemRecord
from tests.features.clock.steering.conftest import Press
from tests.features.clock.steering.steered import SESSION, StandingTime, moment

ALT, B = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_B
DOWN, RETURN, ESCAPE = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def late(bar: ClockBar, context: Context, time: StandingTime) -> ClockBar:
    """The round began 20 minutes late: at 15:35 instead of 15:15, with 5 minutes of the slot to spare."""
    for at, item in ((moment(15), "opening"), (moment(15, 35), "round")):
        event = Event(new_id(), at, EventKind.BEGAN, item_id=item)
        assert context.library.run(AddEvents(SESSION, [event], "", "Steer"))
    time.go(moment(15, 40))
    return bar


def opened(bar: ClockBar) -> RemediesDialog:
    found = [dialog for dialog in bar.findChildren(RemediesDialog) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def chosen(dialog: RemediesDialog) -> Option:
    option = dialog.current()
    assert option is not None
    return option


def test_it_is_said_in_one_line_with_a_way_out(late: ClockBar) -> None:
    assert late.late.isVisible()
    assert late.late.words.words == "▲ The session runs late: the end is expected 15 min after the plan."
    late.late.button.click()
    assert opened(late).state.text() == "The session runs late: the end is expected 15 min after the plan."


def test_a_minute_is_not_late(bar: ClockBar, context: Context, time: StandingTime) -> None:
    event = Event(new_id(), moment(15, 6), EventKind.BEGAN, item_id="opening")
    context.library.run(AddEvents(SESSION, [event], "", "Steer"))
    time.go(moment(15, 7))
    assert not bar.late.isVisible()
    time.go(moment(15, 22, 1))
    assert bar.late.isVisible()


def test_a_hard_start_that_will_be_missed_is_named(
    bar: ClockBar, context: Context, time: StandingTime
) -> None:
    context.library.run(SetFields(AgendaItemRecord, "closing", {"pinned_start": 16 * 60 + 30}, ""))
    event = Event(new_id(), moment(15), EventKind.BEGAN, item_id="round")
    context.library.run(AddEvents(SESSION, [event], "", "Steer"))
    time.go(moment(15, 10))
    assert not bar.late.isVisible()
    time.go(moment(15, 52))
    assert not bar.late.isVisible()
    time.go(moment(15, 59))
    assert bar.late.words.words == "▲ “Closing” is to begin at 16:30 sharp; it will be 4 min late."


def test_each_way_says_its_end_before_it_is_taken(late: ClockBar, press: Press) -> None:
    press(B, ALT)
    dialog = opened(late)
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert lines[:3] == [
        "Push: leave all lengths\nends 17:15 · ▲ 15 min over",
        "Take from the buffers\nends 17:05 · ▲ 5 min over",
        "Shorten those to come evenly\nends 17:00 · ✓ on time",
    ]
    assert {line.split("\n")[0] for line in lines[3:]} == {
        "Drop “Closing” (20 min)",
        "Drop “Groups” (30 min)",
    }
    press(DOWN)
    assert dialog.outcome.text() == "ends 17:05 · ▲ 5 min over"
    assert dialog.changes.text() == "1 item changes:\nBuffer: 10 min → dropped"


@pytest.mark.parametrize("row", range(5))
def test_what_was_shown_is_what_comes(
    late: ClockBar, press: Press, time: StandingTime, held: Callable[[], Held], row: int
) -> None:
    press(B, ALT)
    dialog = opened(late)
    for _ in range(row):
        press(DOWN)
    option = chosen(dialog)
    press(RETURN)
    assert not dialog.isVisible()
    told = held().expectation(time.now())
    assert (told.end, told.late) == (option.end, option.late)
    for change in option.changes:
        item = told.items[change.item_id]
        assert (item.state == "dropped") == (change.after == 0)
        assert item.length == change.after * 60_000 or not change.after


def test_a_remedy_is_one_undo(
    late: ClockBar, context: Context, press: Press, time: StandingTime, held: Callable[[], Held]
) -> None:
    before = held().expectation(time.now())
    press(B, ALT)
    press(DOWN)
    press(DOWN)
    press(RETURN)
    assert not late.late.isVisible()
    context.library.undo()
    assert held().expectation(time.now()) == before
    assert late.late.isVisible()


def test_escape_changes_nothing(late: ClockBar, press: Press, held: Callable[[], Held]) -> None:
    before = held().events
    press(B, ALT)
    press(DOWN)
    press(ESCAPE)
    assert held().events == before
    assert late.late.isVisible()


def test_the_session_goes_on_after_escape(
    late: ClockBar, press: Press, context: Context, qtbot: QtBot
) -> None:
    press(B, ALT)
    dialog = opened(late)
    with qtbot.waitSignal(dialog.destroyed):
        press(ESCAPE)
    event = Event(new_id(), moment(15, 41), EventKind.BEGAN, item_id="buffer")
    assert context.library.run(AddEvents(SESSION, [event], "", "Steer"))
    assert late.findChildren(RemediesDialog) == []


def test_who_chose_to_push_is_not_told_again_until_it_gets_worse(
    late: ClockBar, press: Press, time: StandingTime
) -> None:
    press(B, ALT)
    press(RETURN)
    assert not late.late.isVisible()
    time.go(moment(16, 16))
    assert not late.late.isVisible()
    time.go(moment(16, 18))
    assert late.late.isVisible()


def test_earlier_decisions_can_be_taken_back(
    late: ClockBar, press: Press, time: StandingTime, held: Callable[[], Held]
) -> None:
    press(B, ALT)
    press(DOWN)
    press(RETURN)
    assert held().course.dropped == {"buffer"}
    press(B, ALT)
    dialog = opened(late)
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    assert chosen(dialog).title == "As planned: “Buffer”, 10 min"
    assert chosen(dialog).late == 15 * 60_000
    assert dialog.changes.text() == "1 item changes:\nBuffer: dropped → 10 min"
    press(RETURN)
    assert held().course.dropped == frozenset()
    assert held().expectation(time.now()).late == 15 * 60_000


def test_the_picture_shows_the_change_as_well(late: ClockBar, press: Press) -> None:
    press(B, ALT)
    dialog = opened(late)
    pushed = dialog.strips.grab().toImage()
    press(DOWN)
    assert dialog.strips.grab().toImage() != pushed


def test_it_can_be_asked_while_it_is_not_late(bar: ClockBar, press: Press, time: StandingTime) -> None:
    press(Qt.Key.Key_F8)
    time.pass_by(minutes=1)
    press(B, ALT)
    dialog = opened(bar)
    assert dialog.list.item(0).text().startswith("Push: leave all lengths\nends 16:")
    assert "under" in dialog.state.text()
    assert all(
        label.textFormat() == Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text()
    )


def test_the_outcomes_follow_the_time_while_the_list_is_open(
    late: ClockBar, press: Press, time: StandingTime
) -> None:
    press(B, ALT)
    dialog = opened(late)
    press(DOWN)
    option = chosen(dialog)
    time.go(moment(16, 20))
    assert chosen(dialog).id == option.id
    assert chosen(dialog).late == option.late + 5 * 60_000


def test_of_very_many_items_any_other_is_dropped_by_typing_its_name(
    context: Context, bar: ClockBar, press: Press, time: StandingTime
) -> None:
    many = [
        AddRow(
            AgendaItemRecord,
            {
                "id": f"i{n:02}",
                "title": f"City {n:02}",
                "minutes": 1,
                "session_id": SESSION,
                "position": 9 + n,
            },
            "",
        )
        for n in range(30)
    ]
    context.library.run(Together(many, "Add"))
    press(Qt.Key.Key_F8)
    time.pass_by(minutes=40)
    press(B, ALT)
    dialog = opened(bar)
    offered = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert sum("Drop" in words for words in offered) == 20
    assert not any("City 29" in words for words in offered)
    assert dialog.others.isVisible()
    dialog.others.setFocus()
    dialog.others.committed.emit("i29")
    option = dialog.current()
    assert option is not None
    assert option.title == "Drop “City 29” (1 min)"
    assert dialog.focusWidget() is dialog.list
