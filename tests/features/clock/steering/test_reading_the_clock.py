"""The bar at a glance: time left, speaker, end, next, and how each phase is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facilitator.domain.identity import new_id
from facilitator.domain.running import Event, EventKind, Phase
from facilitator.features.clock.commands import AddEvents
from facilitator.features.clock.steering.bar import ClockBar
from facilitator.features.clock.steering.face import Face, Measured, State
from facilitator.features.clock.steering.wording import time_of_day
from facilitator.kit.context import Context
from facilitator.kit.settings import Settings
from facilitator.storage.store import Store
from tests.features.clock.steering.steered import (
    MINUTE,
    SESSION,
    StandingTime,
    bar_of,
    made_context,
    moment,
    shown_stage,
)

DAY = 24 * 60 * MINUTE


def happened(context: Context, at: int, kind: EventKind, **what: str) -> None:
    event = Event(new_id(), at, kind, **what)  # type: ignore[arg-type]
    assert context.library.run(AddEvents(SESSION, [event], "", "Steer"))


def test_before_the_start_it_counts_down(bar: ClockBar, time: StandingTime) -> None:
    assert bar.readout.big.words == "10:00"
    assert bar.readout.state.words == "until the start at 15:00"
    assert bar.readout.title.words == "The session has not begun"
    assert bar.readout.ahead.words == "Next at 15:00: Opening – Ada Example"
    time.go(moment(15, 3, 20))
    assert bar.readout.big.words == "Late by 3:20"


def test_long_before_and_long_after_its_day_nothing_counts(bar: ClockBar, time: StandingTime) -> None:
    time.go(moment(15) - 3 * 24 * 3_600_000)
    assert bar.readout.big.words == ""
    assert bar.readout.state.words == "Planned for 15:00 +3"


def test_another_day_is_told_by_its_date_and_one_of_the_next_by_how_many_come_before_it() -> None:
    evening = moment(20)
    assert time_of_day(moment(9), "UTC+01:00", evening) == "09:00"
    assert time_of_day(moment(9) + DAY, "UTC+01:00", evening) == "09:00 +1"
    assert time_of_day(moment(9), "UTC+01:00", evening + 3 * DAY) == "09:00, 9 April 2020"
    assert time_of_day(moment(9), "UTC+01:00", evening + 3 * DAY, brief=True) == "09:00 -3"


def test_while_an_item_is_held_its_time_left_is_told_to_the_second(
    bar: ClockBar, context: Context, time: StandingTime
) -> None:
    time.go(moment(15, 2, 5))
    happened(context, moment(15, 2), EventKind.BEGAN, item_id="opening")
    assert bar.readout.title.words == "Opening"
    assert bar.readout.big.words == "14:55"
    assert bar.readout.state.words == "left of 15 min"
    assert bar.readout.ahead.words == "Next at 15:17 (planned 15:15): City round – Bo Sample, Cy Instance"
    assert bar.readout.end.words == "Session ends 16:57, planned 17:00 · ▽ 3 min under"


@pytest.mark.parametrize(
    ("at", "big", "state"),
    [
        (moment(15, 10), "5:00", "Last 5 minutes"),
        (moment(15, 13, 30), "1:30", "Last 2 minutes"),
        (moment(15, 14, 1), "0:59", "Last minute"),
        (moment(15, 16, 20), "Over by 1:20", "Time is over"),
    ],
)
def test_each_phase_is_told_in_words(
    bar: ClockBar, context: Context, time: StandingTime, at: int, big: str, state: str
) -> None:
    happened(context, moment(15), EventKind.BEGAN, item_id="opening")
    time.go(at)
    assert (bar.readout.big.words, bar.readout.state.words) == (big, state)


def test_the_forms_of_the_phases_can_be_told_apart_in_grey(
    bar: ClockBar, context: Context, time: StandingTime
) -> None:
    happened(context, moment(15), EventKind.BEGAN, item_id="opening")
    seen: list[QImage] = [grey(bar)]
    for at in (moment(15, 11), moment(15, 13, 30), moment(15, 14, 30), moment(15, 15, 30)):
        time.go(at)
        seen.append(grey(bar))
    happened(context, time.now(), EventKind.PAUSED)
    seen.append(grey(bar))
    happened(context, time.now() + 1, EventKind.ENDED)
    seen.append(grey(bar))
    for number, one in enumerate(seen):
        assert all(share_that_differs(one, other) > 0.04 for other in seen[number + 1 :])


def test_with_the_same_share_left_the_forms_alone_tell_the_phases(bar: ClockBar) -> None:
    seen: list[QImage] = []
    for phase in Phase:
        bar.readout.dial.show_face(Face("", "", State.RUNNING, item=Measured(50, 100, 50, phase)))
        seen.append(grey(bar))
    for number, one in enumerate(seen):
        assert all(share_that_differs(one, other) > 0.02 for other in seen[number + 1 :])


def grey(bar: ClockBar) -> QImage:
    return bar.readout.dial.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def share_that_differs(one: QImage, other: QImage) -> float:
    """How much of two pictures differs by more than can be overlooked."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    apart = (abs(one.pixelColor(*p).lightness() - other.pixelColor(*p).lightness()) for p in points)
    return sum(by > 60 for by in apart) / len(points)


def test_a_tick_paints_anew_and_moves_nothing(
    bar: ClockBar, context: Context, time: StandingTime, qtbot: QtBot
) -> None:
    happened(context, moment(15), EventKind.BEGAN, item_id="opening")
    time.go(moment(15, 3))
    reads = count_reads(context)
    settle(reads, qtbot)
    before = bar.readout.big.geometry(), bar.readout.title.geometry()
    reads.clear()
    time.pass_by(seconds=1)
    time.pass_by(seconds=1)
    qtbot.wait(20)
    assert bar.readout.big.words == "11:58"
    assert (bar.readout.big.geometry(), bar.readout.title.geometry()) == before
    assert reads == []


def settle(reads: list[str], qtbot: QtBot) -> None:
    """Wait until what was put off for a moment has been read, however slow the machine."""
    seen = -1
    while seen != len(reads):
        seen = len(reads)
        qtbot.wait(500)


def count_reads(context: Context) -> list[str]:
    """Grows by one with each read of the library."""
    reads: list[str] = []
    read = context.library.read

    def counted() -> object:
        reads.append("read")
        return read()

    context.library.read = counted  # type: ignore[method-assign,assignment]
    return reads


def test_without_an_agenda_it_offers_to_plan_or_to_start(
    store: Store, context: Context, time: StandingTime, qtbot: QtBot
) -> None:
    from facilitator.storage.edits import DeleteRows
    from facilitator.storage.records import AgendaItemRecord

    ids = ["opening", "round", "buffer", "groups", "a1", "a2", "b1", "closing"]
    store.run(DeleteRows(AgendaItemRecord, ids, ""))
    bar = bar_of(shown_stage(context, qtbot))
    asked: list[tuple[str, str, str]] = []
    context.navigator.stage_requested.connect(lambda *what: asked.append(what))
    assert bar.readout.title.words == "This session has no agenda"
    assert bar.controls.plan.isVisible()
    bar.controls.plan.click()
    assert asked == [(SESSION, "agenda", "")]
    bar.controls.forward.click()
    time.pass_by(minutes=2)
    assert bar.readout.title.words == "Without an agenda"
    assert (bar.readout.big.words, bar.readout.state.words) == ("2:00", "so far")
    assert not bar.controls.plan.isVisible()


def test_in_a_small_window_the_time_the_item_and_the_next_remain(
    context: Context, time: StandingTime, qtbot: QtBot
) -> None:
    bar = bar_of(shown_stage(context, qtbot, 900, 430))
    happened(context, moment(15), EventKind.BEGAN, item_id="opening")
    time.go(moment(15, 3))
    shown = [bar.readout.big, bar.readout.title, bar.readout.small_ahead, bar.small_controls.forward]
    assert all(widget.isVisible() for widget in shown)
    assert bar.readout.small_ahead.words.startswith("Next at 15:15: City round")
    assert not bar.readout.end.isVisible()
    assert bar.height() < 4 * bar.fontMetrics().lineSpacing()
    bar.actions_of_clock["fold"].trigger()
    assert bar.readout.end.isVisible()
    assert bar.controls.isVisible()


def test_the_size_that_was_chosen_is_remembered(
    store: Store, time: StandingTime, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    context = made_context(store, time, settings)
    bar_of(shown_stage(context, qtbot)).actions_of_clock["fold"].trigger()
    again = bar_of(shown_stage(context, qtbot))
    assert again.readout.is_small
    assert again.small_controls.isVisible()
    assert not again.controls.isVisible()
    context.library.close()
