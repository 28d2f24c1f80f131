"""Steering: every step by one key from the line in which notes are typed, each one step of undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.clock.steering.bar import ClockBar
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.reading.held import Held
from tests.features.clock.steering.conftest import Press
from tests.features.clock.steering.steered import MINUTE, StandingTime, moment

F7, F8, F9 = Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

Read = Callable[[], Held]


def under_way(held: Held, track: str = "") -> str:
    return held.course.track(track).item_id


def test_f8_starts_the_session_and_goes_on_item_by_item(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    assert bar.controls.forward.text() == "Start: Opening"
    time.go(moment(15, 2))
    press(F8)
    assert under_way(held()) == "opening"
    assert held().course.began == moment(15, 2)
    assert bar.controls.forward.text() == "Next: City round"
    time.pass_by(minutes=14)
    press(F8)
    assert under_way(held()) == "round"
    assert [one.ended for one in held().course.stretches] == [moment(15, 16), None]


def test_the_caret_stays_in_the_line_for_notes(stage: RunStage, press: Press, time: StandingTime) -> None:
    press("Half a no")
    press(F8)
    time.pass_by(minutes=1)
    press(F9)
    press("te")
    assert QApplication.focusWidget() is stage.capture.line
    assert stage.capture.line.toPlainText() == "Half a note"


def test_the_same_key_twice_in_a_blink_counts_once(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    time.pass_by(seconds=0.2)
    press(F8)
    assert under_way(held()) == "opening"
    time.pass_by(seconds=0.4)
    press(F8)
    assert under_way(held()) == "round"


def test_a_double_click_on_the_button_counts_once(
    bar: ClockBar, qtbot: QtBot, time: StandingTime, held: Read
) -> None:
    qtbot.mouseClick(bar.controls.forward, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.controls.forward, Qt.MouseButton.LeftButton)
    assert under_way(held()) == "opening"


def test_shift_f8_goes_back_to_the_item_before(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    time.pass_by(minutes=5)
    press(F8)
    time.pass_by(minutes=1)
    press(F8, SHIFT)
    assert under_way(held()) == "opening"
    time.pass_by(minutes=2)
    assert held().course.used("opening", time.now()) == 7 * MINUTE


def test_a_wrong_next_is_one_undo(context: Context, press: Press, time: StandingTime, held: Read) -> None:
    press(F8)
    time.pass_by(minutes=5)
    press(F8)
    before = held().course.began
    context.library.undo()
    assert under_way(held()) == "opening"
    assert held().course.began == before
    context.library.redo()
    assert under_way(held()) == "round"


def test_f9_pauses_and_goes_on(bar: ClockBar, press: Press, time: StandingTime, held: Read) -> None:
    time.go(moment(15))
    press(F8)
    time.pass_by(minutes=5)
    press(F9)
    assert bar.readout.state.words == "Paused since 15:05"
    assert bar.controls.buttons["pause"].text() == "Resume"
    time.pass_by(minutes=20)
    assert bar.readout.big.words == "10:00"
    press(F9)
    time.pass_by(minutes=1)
    assert bar.readout.big.words == "9:00"
    assert held().course.used("opening", time.now()) == 6 * MINUTE


def test_ctrl_f9_ends_the_session_and_says_so_with_its_undo(
    context: Context, bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    told: list[tuple[str, bool]] = []
    context.notices.told.connect(lambda text, undo: told.append((text, undo)))
    press(F8)
    time.go(moment(16, 40))
    press(F9, CTRL)
    assert held().course.ended == moment(16, 40)
    assert bar.readout.state.words == "Ended at 16:40"
    assert bar.readout.title.words == "The session has ended"
    assert [undo for _text, undo in told] == [True]
    assert not bar.controls.forward.isEnabled()


def test_behind_the_last_item_f8_ends_the_session(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    for _ in range(5):
        press(F8)
        time.pass_by(minutes=1)
    assert under_way(held()) == "closing"
    assert bar.controls.forward.text() == "End the session"
    press(F8)
    assert held().course.ended is not None


def test_back_after_the_end_goes_on_with_the_last_item(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    time.pass_by(minutes=1)
    press(F9, CTRL)
    time.pass_by(minutes=1)
    press(F8, SHIFT)
    assert under_way(held()) == "opening"
    assert held().course.is_running


def test_f7_gives_the_floor_to_the_next_speaker_of_the_item(
    bar: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    assert bar.readout.floor.words == "Ada Example"
    time.pass_by(minutes=1)
    press(F8)
    assert bar.readout.floor.words == "Nobody has the floor"
    press(F7)
    time.pass_by(minutes=2)
    assert bar.readout.floor.words == "Bo Sample · 3:00 left of 5 min"
    press(F7)
    time.pass_by(minutes=11)
    assert bar.readout.floor.words == "Cy Instance · over by 1:00"
    press(F7, SHIFT)
    assert bar.readout.floor.words == "Bo Sample · 3:00 left of 5 min"
    assert [one.person_id for one in held().turns(time.now())] == ["ada", "bo", "cy", "bo"]


@pytest.mark.parametrize("name", ["forward", "back", "pause", "jump", "end", "floor_next", "remedies"])
def test_a_key_that_is_held_down_counts_once(bar: ClockBar, name: str) -> None:
    assert not bar.actions_of_clock[name].autoRepeat()


def test_at_the_end_what_is_open_is_what_is_read_last_with_the_undo_of_the_end(
    stage: RunStage, press: Press, context: Context, qtbot: QtBot
) -> None:
    told: list[tuple[str, bool]] = []
    context.notices.told.connect(lambda words, undo: told.append((words, undo)))
    press(F8)
    press("A note without a kind")
    press(Qt.Key.Key_Return)
    press(F9, CTRL)
    qtbot.waitUntil(lambda: bool(told) and "open" in told[-1][0])
    assert told[-1][0].startswith("The session has ended. ")
    assert told[-1][1]
