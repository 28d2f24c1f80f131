"""The bar shows the right second after everything that happens to a laptop, a file and a calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.clock.steering.bar import ClockBar
from facilitator.kit.context import Context
from facilitator.reading.held import Held
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store, open_library
from tests.features.clock.steering.conftest import Press
from tests.features.clock.steering.steered import (
    SESSION,
    StandingTime,
    bar_of,
    made_context,
    moment,
    shown_stage,
)

F8 = Qt.Key.Key_F8


def test_after_reopening_the_library_the_same_second_is_shown(
    bar: ClockBar, press: Press, context: Context, store: Store, time: StandingTime, qtbot: QtBot
) -> None:
    time.go(moment(15, 1))
    press(F8)
    time.pass_by(minutes=3, seconds=7)
    shown = bar.readout.big.words
    assert shown == "11:53"
    path = store.path
    context.library.close()
    again = made_context(open_library(path), StandingTime(time.at))
    opened = bar_of(shown_stage(again, qtbot))
    assert opened.readout.big.words == shown
    assert opened.readout.title.words == "Opening"
    again.time.go(again.time.now() + 2000)  # type: ignore[attr-defined]
    assert opened.readout.big.words == "11:51"
    again.library.close()


def test_after_sleep_it_is_right_at_the_first_tick(bar: ClockBar, press: Press, time: StandingTime) -> None:
    time.go(moment(15))
    press(F8)
    time.pass_by(minutes=1)
    time.pass_by(minutes=21, seconds=4)
    assert bar.readout.big.words == "Over by 7:04"
    assert bar.readout.end.words == "Session ends 17:02, planned 17:00 · ▲ 2 min over"


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (3_600_000, "set 1 h 0 min ahead"),
        (-40 * 24 * 3_600_000, "set back by 40 days"),
        (-90_000, "set back by 1:30"),
    ],
)
def test_a_clock_that_is_set_makes_no_jump_and_is_told_once(
    bar: ClockBar, press: Press, context: Context, time: StandingTime, qtbot: QtBot, ahead: int, words: str
) -> None:
    told: list[str] = []
    context.notices.told.connect(lambda text, _undo: told.append(text))
    time.go(moment(15))
    press(F8)
    time.pass_by(minutes=1)
    with qtbot.waitSignal(time.clock_set, timeout=5000):
        time.ahead = ahead
    assert bar.readout.big.words == "14:00"
    time.pass_by(seconds=1)
    assert bar.readout.big.words == "13:59"
    assert len(told) == 1
    assert words in told[0]
    assert "goes on unchanged" in told[0]


def given(context: Context, **values: object) -> None:
    assert context.library.run(SetFields(LearningSessionRecord, SESSION, values, ""))


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def test_over_midnight_the_next_day_is_named(
    bar: ClockBar, press: Press, context: Context, time: StandingTime
) -> None:
    given(context, start=23 * 60 + 30)
    time.go(moment(23, 30))
    press(F8)
    assert bar.readout.end.words == "Session ends 01:25 +1, planned 01:30 +1 · ▽ 5 min under"
    time.pass_by(minutes=14)
    press(F8)
    time.pass_by(minutes=30)
    assert bar.readout.big.words == "10:00"
    assert bar.readout.ahead.words == "Next at 00:24 (planned 00:25): Buffer"


@pytest.mark.parametrize(
    ("date", "start", "begins", "end"),
    [
        ("2020-03-29", 90, "2020-03-29T00:30", "04:25"),  # 02:00 is 03:00
        ("2020-10-25", 90, "2020-10-24T23:30", "02:25"),  # 03:00 is 02:00
    ],
)
def test_over_a_change_of_the_clocks_lengths_stay_true(
    bar: ClockBar,
    press: Press,
    context: Context,
    time: StandingTime,
    held: Callable[[], Held],
    date: str,
    start: int,
    begins: str,
    end: str,
) -> None:
    given(context, date=date, zone="Europe/Madrid", start=start)
    time.go(at(begins))
    assert bar.readout.ahead.words == "Next at 01:30: Opening – Ada Example"
    press(F8)
    assert bar.readout.end.words.startswith(f"Session ends {end}, planned ")
    time.pass_by(minutes=15)
    press(F8)
    time.pass_by(minutes=35)
    assert bar.readout.big.words == "5:00"
    assert held().expectation(time.now()).late == -5 * 60_000


def test_a_rehearsal_on_another_day_is_not_weeks_late(
    bar: ClockBar, press: Press, time: StandingTime
) -> None:
    time.go(moment(15) + 40 * 24 * 3_600_000)
    press(F8)
    time.pass_by(minutes=5)
    assert bar.readout.big.words == "10:00"
    assert bar.readout.end.words == "Session ends 16:55, planned 17:00 · ▽ 5 min under"
    assert not bar.late.isVisible()


def test_a_library_that_is_only_read_shows_and_does_not_steer(
    store: Store, bar: ClockBar, press: Press, time: StandingTime, qtbot: QtBot, tmp_path: Path
) -> None:
    time.go(moment(15))
    press(F8)
    time.pass_by(minutes=2)
    reading = made_context(open_library(store.path, read_only=True), StandingTime(time.at))
    shown = bar_of(shown_stage(reading, qtbot))
    assert shown.readout.big.words == "13:00"
    can = {
        name
        for name in ("forward", "back", "pause", "end", "jump", "remedies")
        if shown.actions_of_clock[name].isEnabled()
    }
    assert can == set()
    assert shown.actions_of_clock["room"].isEnabled()
    reading.jobs.finish()
    reading.library.close()
