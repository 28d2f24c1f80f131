"""The panel of a session that was held: an opening with Ada and Bo, two groups, a closing, and three notes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from facilitator.features.clock import commands
from facilitator.features.clock.course.panel import CoursePanel
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage.edits import AddRow
from facilitator.storage.records import NoteRecord
from facilitator.storage.store import Store
from tests.domain.running.plans import at
from tests.features.clock.commands.conftest import SESSION, Steered, plan_session
from tests.kit.clocks import Computer

Open = Callable[[], CoursePanel]


@pytest.fixture
def steered(store: Store) -> Steered:
    """The session, planned and not begun."""
    plan_session(store)
    return Steered(store)


@pytest.fixture
def was_held(steered: Steered) -> Steered:
    """Opening 15:00, round 15:10 with both groups, closing 15:30 to 15:45."""
    steered.do(commands.start, at("15:00"))
    steered.do(commands.give_floor, at("15:06"), "bo", "Bo Sample")
    steered.do(commands.next_item, at("15:10"))
    steered.do(commands.jump, at("15:30"), "closing")
    steered.do(commands.end, at("15:45"))
    for number, time in enumerate(("15:07:10", "15:07:50", "15:31:00")):
        values = {
            "id": f"note-{number}",
            "session_id": SESSION,
            "text": f"Note {number}",
            "began_at": at(time),
        }
        steered.store.run(AddRow(NoteRecord, values, "Add note"))
    return steered


@pytest.fixture
def context(store: Store, qapp: object) -> Context:
    """What the panel is given, at 18:00 of that day."""
    time = Computer(at("18:00")).timekeeper()
    return Context(Library(store), Navigator(), Jobs(), Notices(), time=time)


@pytest.fixture
def open_panel(context: Context, qtbot: QtBot) -> Open:
    """Opens the panel in a window."""

    def do() -> CoursePanel:
        panel = CoursePanel(context, SESSION)
        qtbot.addWidget(panel)
        panel.resize(900, 700)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.activateWindow()
        return panel

    return do
