"""A planned session, a clock that stands until it is moved, and the real stage with the clock above it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.clock.feature import FEATURE
from facilitator.features.clock.steering.bar import ClockBar
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.feature import Panel
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.settings import Settings
from facilitator.kit.timekeeping import Timekeeper
from facilitator.storage.store import Store

SESSION = "session-8"
MINUTE = 60_000
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def moment(hour: int, minute: int = 0, second: int = 0) -> int:
    """A moment on the day of the session, by the clocks there (an hour ahead of UTC)."""
    return int(datetime(2020, 4, 9, hour - 1, minute, second, tzinfo=UTC).timestamp() * 1000)


class StandingTime(Timekeeper):
    """The time of a session that is held, of a laptop whose clocks stand until they are moved. ``ahead`` are the
    milliseconds by which somebody set its clock."""

    def __init__(self, at: int) -> None:
        self.at, self.ahead = at, 0
        super().__init__(None, lambda: self.at + self.ahead, lambda: self.at, lambda: "one start")
        self.is_held = True

    def go(self, at: int) -> None:
        """Let it be another moment."""
        self.at = at
        self.ticked.emit()

    def pass_by(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time go on."""
        self.go(self.at + round(minutes * MINUTE + seconds * 1000))


def made_context(store: Store, time: Timekeeper, settings: Settings | None = None) -> Context:
    """A context in which the stage Run has the clock's bar above it, and nothing beside it."""
    heads = tuple(panel for panel in FEATURE.panels if panel.place == "head")

    def panels(stage: str) -> tuple[Panel, ...]:
        return heads if stage == "notes" else ()

    return Context(Library(store), Navigator(), Jobs(), Notices(), settings, panels, time)


def shown_stage(context: Context, qtbot: QtBot, width: int = 1280, height: int = 900) -> RunStage:
    """The stage in an active window, with the caret in the capture line."""
    made = RunStage(context, SESSION)
    qtbot.addWidget(made)
    made.setMinimumSize(1, 1)  # as in the window, which is made as small as people want it
    made.resize(width, height)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_first()
    return made


def bar_of(stage: RunStage) -> ClockBar:
    """The clock's bar in a stage."""
    found: ClockBar | None = stage.findChild(ClockBar)
    assert found is not None
    return found
