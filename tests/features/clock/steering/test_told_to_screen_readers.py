"""What is read out without being asked for: what begins, the phases, that it runs late; nothing twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.features.clock.steering import bar as bar_module
from facilitator.features.clock.steering.bar import ClockBar
from tests.features.clock.steering.conftest import Press
from tests.features.clock.steering.steered import StandingTime, moment

F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9


@pytest.fixture
def said(bar: ClockBar, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    sentences: list[str] = []

    def keep(_widget: QWidget, text: str) -> None:
        sentences.append(text)

    monkeypatch.setattr(bar_module, "announce", keep)
    return sentences


def test_the_phases_are_said_once_each(said: list[str], press: Press, time: StandingTime) -> None:
    time.go(moment(15))
    press(F8)
    for _ in range(16 * 60):
        time.pass_by(seconds=1)
    assert said == [
        "Now: Opening",
        "Opening: 5 minutes left",
        "Opening: 2 minutes left",
        "Opening: 1 minute left",
        "Opening: time is over",
    ]


def test_pause_and_what_follows_are_said(said: list[str], press: Press, time: StandingTime) -> None:
    press(F8)
    time.pass_by(minutes=1)
    press(F9)
    time.pass_by(minutes=1)
    press(F9)
    time.pass_by(minutes=1)
    press(F8)
    assert said == ["Now: Opening", "Paused", "Going on", "Now: City round"]


def test_that_it_becomes_late_is_said_once(said: list[str], press: Press, time: StandingTime) -> None:
    time.go(moment(15, 5))
    press(F8)
    time.go(moment(15, 19, 50))
    said.clear()
    for _ in range(140):
        time.pass_by(seconds=1)
    assert said == [
        "Opening: time is over",
        "The session runs late: the end is expected 1 min after the plan.",
    ]


def test_while_another_stage_is_shown_nothing_is_said(
    said: list[str], bar: ClockBar, press: Press, time: StandingTime
) -> None:
    press(F8)
    said.clear()
    stage = bar.window()
    stage.hide()
    time.pass_by(minutes=20)
    stage.show()
    assert said == []
    assert bar.readout.big.words == "Over by 5:00"
