"""Breakout groups: each with its own time in a compact row, one of them followed, all steered by the same keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from facilitator.features.clock import commands
from facilitator.features.clock.steering.bar import ClockBar
from facilitator.kit.context import Context
from facilitator.reading.held import Held
from tests.features.clock.steering.conftest import Press
from tests.features.clock.steering.steered import StandingTime, moment

F7, F8, F9 = Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9
CTRL = Qt.KeyboardModifier.ControlModifier

Read = Callable[[], Held]


@pytest.fixture
def met(bar: ClockBar, context: Context, time: StandingTime, held: Read) -> ClockBar:
    """The groups have met since 16:05, for six minutes."""
    for at, item in ((moment(15), "opening"), (moment(16, 5), "groups")):
        command = commands.jump(held(), at, "", item)
        assert command is not None
        assert context.library.run(command)
    time.go(moment(16, 11))
    return bar


def rows(bar: ClockBar) -> list[tuple[str, str]]:
    return [(chip.follow.text(), chip.left.words) for chip in bar.chips.chips]


def under_way(held: Held) -> list[str]:
    return [held.course.track(track).item_id for track in ("", "a", "b")]


def test_no_row_while_the_plenary_is_alone(bar: ClockBar, press: Press) -> None:
    press(F8)
    assert not bar.chips.isVisible()
    assert not bar.actions_of_clock["track"].isEnabled()


def test_each_track_has_its_item_and_its_time_left(met: ClockBar) -> None:
    assert rows(met) == [
        ("▸ Plenary: Groups", "24:00"),
        ("Group A: Water", "4:00"),
        ("Group B: Homes", "24:00"),
    ]


def test_ctrl_f7_goes_round_the_tracks_and_says_which(met: ClockBar, press: Press) -> None:
    followed: list[str] = []
    met.track_chosen.connect(followed.append)
    for title in ("Group A: Water", "Group B: Homes", "Groups"):
        press(F7, CTRL)
        assert met.readout.title.words == title
    assert followed == ["a", "b", ""]


def test_f8_goes_on_with_the_track_that_is_followed(
    met: ClockBar, press: Press, held: Read, time: StandingTime
) -> None:
    press(F7, CTRL)
    assert met.controls.forward.text() == "Next: Waste"
    press(F8)
    assert under_way(held()) == ["groups", "a2", "b1"]
    assert met.controls.forward.text() == "End Group A"
    time.pass_by(minutes=1)
    press(F9)
    assert held().course.track("a").paused_since == time.now()
    assert held().course.track("").paused_since is None


def test_each_row_goes_on_with_its_own_track(met: ClockBar, held: Read) -> None:
    chip = met.chips.chips[1]
    assert chip.next.accessibleName() == "Next in Group A: Waste"
    chip.next.click()
    assert under_way(held()) == ["groups", "a2", "b1"]
    assert met.following.track == ""


def test_a_row_is_followed_by_pressing_it(met: ClockBar) -> None:
    met.chips.chips[2].follow.click()
    assert met.following.track == "b"
    assert [chip.follow.isChecked() for chip in met.chips.chips] == [False, False, True]
    assert met.readout.title.words == "Group B: Homes"


def test_the_end_of_a_group_leads_back_to_the_plenary(
    met: ClockBar, press: Press, time: StandingTime, held: Read
) -> None:
    press(F7, CTRL)
    press(F9, CTRL)
    assert under_way(held()) == ["groups", "", "b1"]
    assert met.following.track == ""
    assert [text for text, _left in rows(met)] == ["▸ Plenary: Groups", "Group B: Homes"]


def test_the_plenary_going_on_ends_the_groups(
    met: ClockBar, context: Context, press: Press, time: StandingTime, held: Read
) -> None:
    press(F8)
    assert under_way(held()) == ["closing", "", ""]
    assert not met.chips.isVisible()
    context.library.undo()
    assert under_way(held()) == ["groups", "a1", "b1"]
    assert met.chips.isVisible()


def test_where_it_is_small_the_one_that_is_followed_is_not_shown_twice(met: ClockBar, press: Press) -> None:
    met.actions_of_clock["fold"].trigger()
    assert [text for text, _left in rows(met)] == ["Group A", "Group B"]
    press(F7, CTRL)
    assert [text for text, _left in rows(met)] == ["Plenary", "Group B"]
    assert met.readout.title.words == "Group A: Water"
