"""The time of a session is right whatever happens to the computer, its clock and the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from facilitator.domain.moments import minute
from facilitator.kit import counters
from facilitator.kit.timekeeping import Timekeeper
from tests.kit.clocks import HOUR, MINUTE, SECOND, START, YEAR, Computer


@pytest.mark.parametrize("jump", [HOUR, -HOUR, 10 * YEAR, -10 * YEAR, 3 * SECOND])
def test_a_clock_that_is_set_makes_no_jump_and_is_told_of(jump: int) -> None:
    computer = Computer()
    time = computer.timekeeper()
    time.is_held = True
    computer.wait(5 * MINUTE)
    computer.set_clock(jump)
    computer.wait(MINUTE)

    assert (time.now(), time.set_by) == (START + 6 * MINUTE, jump)
    computer.set_clock(-jump)
    assert (time.now(), time.set_by) == (START + 6 * MINUTE, 0)


def test_small_corrections_are_nothing_to_tell() -> None:
    computer = Computer()
    time = computer.timekeeper()
    time.is_held = True
    computer.set_clock(1500)

    assert (time.now(), time.set_by) == (START, 0)


def test_hours_of_sleep_are_counted() -> None:
    computer = Computer()
    time = computer.timekeeper()
    time.is_held = True
    computer.wait(9 * HOUR)

    assert (time.now(), time.set_by) == (START + 9 * HOUR, 0)


def test_while_no_session_is_held_the_time_follows_the_clock() -> None:
    computer = Computer()
    time = computer.timekeeper()
    computer.set_clock(-YEAR)

    assert (time.now(), time.set_by) == (START - YEAR, 0)


@pytest.mark.parametrize("jump", [HOUR, -HOUR, 10 * YEAR, -10 * YEAR])
def test_a_program_that_was_killed_counts_on_on_the_same_start_of_the_computer(jump: int) -> None:
    computer = Computer()
    kept = computer.timekeeper().anchor()
    computer.set_clock(jump)
    computer.wait(2 * HOUR)
    time = computer.timekeeper()

    assert time.count_on(kept)
    time.is_held = True
    assert time.now() == START + 2 * HOUR
    assert time.anchor() == kept


def test_after_another_start_of_the_computer_its_clock_is_believed() -> None:
    computer = Computer()
    kept = computer.timekeeper().anchor()
    computer.restart()
    computer.wait(HOUR)
    time = computer.timekeeper()

    assert not time.count_on(kept)
    assert time.now() == START + HOUR


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "no json", '{"boot": "first", "wall": "x", "steady": 1}', "7"]
)
def test_what_is_no_anchor_changes_nothing(text: str) -> None:
    time = Computer().timekeeper()

    assert not time.count_on(text)
    assert time.now() == START


def test_without_a_way_to_tell_starts_apart_nothing_is_counted_on() -> None:
    computer = Computer()
    computer.boot = ""
    assert computer.timekeeper().anchor() == ""
    assert not computer.timekeeper().count_on('{"boot": "", "wall": 1, "steady": 1}')


def test_moments_are_shown_right_through_midnight_and_both_changes_of_summer_time() -> None:
    zone = "Europe/Madrid"
    spring, autumn = (
        Computer(1585443540_000),
        Computer(1603587540_000),
    )  # 28 March 23:59 UTC, 25 October 00:59 UTC
    seen = []
    for computer in (spring, autumn):
        time = computer.timekeeper()
        time.is_held = True
        for _ in range(3):
            seen.append(minute(time.now(), zone))
            computer.wait(MINUTE + 30 * SECOND)
    assert seen == ["01:59", "03:00", "03:02", "02:59", "02:00", "02:02"]


def test_it_ticks_while_somebody_listens_and_then_stops(qtbot: QtBot) -> None:
    time, heard = Timekeeper(), []
    time.ticked.connect(lambda: heard.append(time.now()))
    with qtbot.waitSignals([time.ticked, time.ticked], timeout=5000):
        pass

    assert len({moment // 1000 for moment in heard}) == len(heard)
    time.ticked.disconnect()
    qtbot.waitUntil(lambda: not time._timer.isActive(), timeout=5000)


def test_who_listens_again_or_is_gone_keeps_it_right(qtbot: QtBot) -> None:
    time, listener = Timekeeper(), QObject()
    time.ticked.connect(listener.objectName)
    listener.deleteLater()
    qtbot.waitUntil(lambda: not time._timer.isActive(), timeout=5000)
    with qtbot.waitSignal(time.ticked, timeout=5000):
        pass


def test_a_tick_says_that_the_clock_was_set(qtbot: QtBot) -> None:
    computer = Computer()
    time = computer.timekeeper()
    time.is_held = True
    told: list[int] = []
    time.clock_set.connect(told.append)
    with qtbot.waitSignal(time.ticked, timeout=5000):
        computer.set_clock(-HOUR)
    with qtbot.waitSignal(time.ticked, timeout=5000):
        pass
    with qtbot.waitSignal(time.ticked, timeout=5000):
        computer.set_clock(HOUR)

    assert told == [-HOUR, 0]


def test_the_counters_of_this_computer_count() -> None:
    before = counters.steady()

    assert counters.steady() >= before
    assert counters.boot_id() == counters.boot_id()
