"""What the tests of steering share: a planned session, a clock that stands until it is moved, and the real stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.clock.steering.bar import ClockBar
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.reading.held import Held, read_held
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import Store, new_library
from tests.features.clock.steering.steered import (
    NO_MODIFIER,
    SESSION,
    StandingTime,
    bar_of,
    made_context,
    moment,
    shown_stage,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """15:00 to 17:00: an opening of 15 minutes, a round of cities (40), a buffer (10), groups (30) and a closing (20):
    115 in a slot of 120."""
    opened = new_library(tmp_path / "library.lle", author="Facilitator")
    people = [("ada", "Ada Example"), ("bo", "Bo Sample"), ("cy", "Cy Instance")]
    items = [
        ("opening", "Opening", 15, "opening", None),
        ("round", "City round", 40, "city_round", None),
        ("buffer", "Buffer", 10, "buffer", None),
        ("groups", "Groups", 30, "breakout", None),
        ("a1", "Water", 10, "discussion", "a"),
        ("a2", "Waste", 20, "discussion", "a"),
        ("b1", "Homes", 30, "discussion", "b"),
        ("closing", "Closing", 20, "closing", None),
    ]
    appearances = [("opening", "ada", None), ("round", "bo", 5), ("round", "cy", 10)]
    values = {"id": SESSION, "label": "8", "date": "2020-04-09", "zone": "UTC+01:00"}
    opened.run(AddRow(LearningSessionRecord, values | {"start": 900, "minutes": 120}, ""))
    commands = [
        *(AddRow(PersonRecord, {"id": i, "name": n}, "") for i, n in people),
        *(
            AddRow(BreakoutGroupRecord, {"id": i, "name": n, "session_id": SESSION, "position": p}, "")
            for p, (i, n) in enumerate([("a", "Group A"), ("b", "Group B")])
        ),
        *(
            AddRow(
                AgendaItemRecord,
                {"id": i, "title": t, "minutes": m, "segment": s, "group_id": g}
                | {"session_id": SESSION, "position": p},
                "",
            )
            for p, (i, t, m, s, g) in enumerate(items)
        ),
        *(
            AddRow(
                AppearanceRecord,
                {"session_id": SESSION, "agenda_item_id": i, "person_id": p, "minutes": m, "position": n},
                "",
            )
            for n, (i, p, m) in enumerate(appearances)
        ),
    ]
    opened.run(Together(commands, "Plan"))
    yield opened
    opened.close()


@pytest.fixture
def time(qapp: object) -> StandingTime:
    """Ten minutes before the start."""
    return StandingTime(moment(14, 50))


@pytest.fixture
def context(store: Store, time: StandingTime) -> Iterator[Context]:
    made = made_context(store, time)
    yield made
    made.jobs.finish()
    made.library.close()


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> RunStage:
    return shown_stage(context, qtbot)


@pytest.fixture
def bar(stage: RunStage) -> ClockBar:
    return bar_of(stage)


Press = Callable[..., None]


@pytest.fixture
def press(bar: ClockBar) -> Press:
    """Presses a key where the focus is, or types."""

    def do(what: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        modal = QApplication.activeModalWidget()
        target = modal.focusWidget() if modal is not None else QApplication.focusWidget()
        assert target is not None
        if isinstance(what, str):
            QTest.keyClicks(target, what)
        else:
            QTest.keyClick(target, what, modifier)

    return do


@pytest.fixture
def held(store: Store) -> Callable[[], Held]:
    """Reads from the library what was held."""

    def read() -> Held:
        with store.read() as session:
            found = read_held(session, SESSION)
        assert found is not None
        return found

    return read
