"""The time of a session that is held outlives the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.running import Event, EventKind
from facilitator.features.clock.commands import AddEvents
from facilitator.kit.held_time import HeldTime
from facilitator.kit.library import Library
from facilitator.kit.timekeeping import Timekeeper
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store, new_library
from tests.kit.clocks import HOUR, MINUTE, START, YEAR, Computer


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A library with a session."""
    opened = new_library(tmp_path / "library.lle")
    opened.run(AddRow(LearningSessionRecord, {"id": "session", "title": "Housing"}, "Add session"))
    yield opened
    opened.close()


def run(store: Store, computer: Computer) -> Timekeeper:
    """Another run of the program on the library."""
    library, time = Library(store), computer.timekeeper()
    HeldTime(library, time, library)
    time.setParent(library)
    return time


def happen(store: Store, kind: EventKind, at: int) -> None:
    store.run(AddEvents("session", [Event(f"{kind}{at}", at, kind)], "Ann", "Clock"))


def test_a_session_that_was_killed_goes_on_by_its_own_time(store: Store, qapp: object) -> None:
    computer = Computer()
    time = run(store, computer)
    happen(store, EventKind.BEGAN, time.now())
    computer.set_clock(10 * YEAR)
    computer.wait(20 * MINUTE)
    again = run(store, computer)

    assert (time.now(), again.now()) == (START + 20 * MINUTE, START + 20 * MINUTE)
    assert again.set_by == 10 * YEAR


def test_on_another_start_of_the_computer_its_clock_is_believed(store: Store, qapp: object) -> None:
    computer = Computer()
    happen(store, EventKind.BEGAN, run(store, computer).now())
    computer.restart()
    computer.wait(20 * MINUTE)

    assert run(store, computer).now() == START + 20 * MINUTE


def test_after_the_end_the_time_follows_the_clock_again(store: Store, qapp: object) -> None:
    computer = Computer()
    time = run(store, computer)
    happen(store, EventKind.BEGAN, time.now())
    computer.set_clock(HOUR)
    assert time.now() == START
    happen(store, EventKind.ENDED, time.now() + 1)

    assert time.now() == START + HOUR
    assert store.drafts("time:") == {}
    store.undo()
    assert time.is_held


def test_a_session_that_was_left_a_day_ago_is_not_held(store: Store, qapp: object) -> None:
    computer = Computer()
    happen(store, EventKind.BEGAN, computer.wall)
    computer.wait(25 * HOUR)

    assert not run(store, computer).is_held
