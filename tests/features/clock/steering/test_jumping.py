"""Going to any item: a list that is searched by typing, with the times of each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from facilitator.features.clock.steering.bar import ClockBar
from facilitator.features.clock.steering.jump import JumpDialog
from facilitator.kit.context import Context
from facilitator.reading.held import Held
from tests.features.clock.steering.conftest import Press
from tests.features.clock.steering.steered import StandingTime

F8 = Qt.Key.Key_F8
CTRL = Qt.KeyboardModifier.ControlModifier

Read = Callable[[], Held]


def under_way(held: Held, track: str = "") -> str:
    return held.course.track(track).item_id


def test_ctrl_f8_jumps_to_an_item_that_is_found_by_typing(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    time.pass_by(minutes=1)
    press(F8, CTRL)
    dialog = bar.findChild(JumpDialog)
    assert dialog is not None
    rows = {row.title: (row.planned, row.expected) for row in dialog.table.rows.rows()}
    assert rows["City round"] == ("15:15", "15:05")
    press("clos")
    press(Qt.Key.Key_Return)
    assert under_way(held()) == "closing"
    assert not dialog.isVisible()


def test_escape_leaves_the_list_and_nothing_is_done(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    press(F8, CTRL)
    press("clos")
    press(Qt.Key.Key_Escape)
    assert under_way(held()) == "opening"


def test_arrows_choose_while_the_caret_stays_in_the_search(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    time.pass_by(minutes=1)
    press(F8, CTRL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert under_way(held()) == "buffer"


def test_a_jump_is_told_with_its_undo(
    bar: ClockBar, context: Context, press: Press, time: StandingTime, held: Read
) -> None:
    told: list[tuple[str, bool]] = []
    context.notices.told.connect(lambda *what: told.append(what))
    press(F8)
    time.pass_by(minutes=1)
    press(F8, CTRL)
    press("waste")
    press(Qt.Key.Key_Return)
    assert told == [("Now: Group A: Waste", True)]
    assert (under_way(held()), under_way(held(), "a"), under_way(held(), "b")) == ("groups", "a2", "b1")
    context.library.undo()
    assert (under_way(held()), under_way(held(), "a")) == ("opening", "")
