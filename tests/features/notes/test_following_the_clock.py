"""The chooser goes where the clock goes, leaves whoever writes of another item alone, and gives the floor."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain.running import Event, EventKind
from facilitator.features.notes.capture import following
from facilitator.features.notes.commands import GiveFloor
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.reading.held import read_events, read_held
from facilitator.storage.edits import AddRow, DeleteRows
from facilitator.storage.records import AgendaItemRecord, BreakoutGroupRecord, RunEventRecord
from tests.features.notes.conftest import SESSION, Press
from tests.features.notes.test_signs_while_typing import type_text

Notes = Callable[[], list[NoteRow]]
Happen = Callable[..., None]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
START = 1_600_000_000_000


class FakeTime:
    """A clock that goes when it is told to, by milliseconds."""

    def __init__(self) -> None:
        self.moment = START

    def now(self) -> int:
        return self.moment


@pytest.fixture(autouse=True)
def clock(context: Context, monkeypatch: pytest.MonkeyPatch) -> FakeTime:
    made = FakeTime()
    monkeypatch.setattr(context.time, "now", made.now)
    return made


@pytest.fixture
def happen(context: Context, clock: FakeTime) -> Happen:
    """Has something happen to the session's clock a minute later."""

    def do(kind: EventKind, item: str = "", person: str = "", group: str = "") -> None:
        clock.moment += 60_000
        values = {
            "session_id": SESSION,
            "at": clock.moment,
            "kind": kind.value,
            "agenda_item_id": item or None,
            "person_id": person or None,
            "group_id": group or None,
        }
        assert context.library.run(AddRow(RunEventRecord, values, "Clock"))

    return do


@pytest.fixture
def floor(context: Context) -> Callable[[], list[Event]]:
    """To whom the floor was given."""

    def read() -> list[Event]:
        with context.library.read() as session:
            return [one for one in read_events(session, SESSION) if one.kind is EventKind.FLOOR]

    return read


@pytest.fixture
def settled(qtbot: QtBot, stage: RunStage) -> Callable[[], None]:
    """Waits until whoever was chosen has the floor."""
    return lambda: qtbot.waitUntil(lambda: not stage.capture.following._settling.isActive())


def at(stage: RunStage) -> tuple[str, str]:
    chooser = stage.capture.chooser
    return chooser.item_words(chooser.item_id()), chooser.name_of(chooser.speaker_id())


def told(stage: RunStage) -> str:
    clock_row = stage.capture.chooser.clock
    return clock_row._words.text() if clock_row.isVisible() else ""


def test_the_item_and_whoever_has_the_floor_come_from_the_clock(stage: RunStage, happen: Happen) -> None:
    happen(EventKind.BEGAN, "opening")
    assert at(stage) == ("Opening", "Ada Example")
    happen(EventKind.BEGAN, "round")
    assert at(stage) == ("City round", "")
    happen(EventKind.FLOOR, person="cy")
    assert at(stage) == ("City round", "Cy Instance")
    happen(EventKind.FLOOR)
    assert at(stage) == ("City round", "")
    assert told(stage) == ""


def test_a_stage_that_is_opened_later_is_where_the_clock_is(
    context: Context, planned: None, happen: Happen, qtbot: QtBot
) -> None:
    happen(EventKind.BEGAN, "round")
    happen(EventKind.FLOOR, person="bo")
    made = RunStage(context, SESSION)
    qtbot.addWidget(made)
    made.show()
    assert at(made) == ("City round", "Bo Sample")


def test_a_note_keeps_item_speaker_and_moment_of_its_first_key_while_the_clock_goes_on(
    stage: RunStage, happen: Happen, press: Press, notes: Notes, clock: FakeTime
) -> None:
    happen(EventKind.BEGAN, "opening")
    type_text("Welcome")
    begun = clock.moment
    happen(EventKind.BEGAN, "round")
    happen(EventKind.FLOOR, person="bo")
    press(Qt.Key.Key_Return)
    type_text("Next")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.item, n.speaker) for n in notes()] == [
        ("Welcome", "Opening", "Ada Example"),
        ("Next", "City round", "Bo Sample"),
    ]
    assert stage.list.notes.rowCount() == 2
    assert begun == START + 60_000
    assert [n.began_at[-6:] for n in notes()] == ["27:40Z", "29:40Z"]


def test_a_note_without_a_speaker_gets_none_from_an_item_that_begins_later(
    stage: RunStage, happen: Happen, press: Press, notes: Notes
) -> None:
    happen(EventKind.BEGAN, "round")
    type_text("Somebody said")
    happen(EventKind.BEGAN, "opening")
    press(Qt.Key.Key_Return)
    assert [(n.item, n.speaker) for n in notes()] == [("City round", "")]


def test_another_item_is_left_alone_until_the_clock_goes_on_and_words_say_so(
    stage: RunStage, happen: Happen, press: Press
) -> None:
    happen(EventKind.BEGAN, "round")
    press(Qt.Key.Key_Up, ALT)
    assert at(stage) == ("Opening", "Ada Example")
    assert told(stage) == "Not the clock’s item: the clock is at “City round”."
    happen(EventKind.PAUSED)
    assert at(stage)[0] == "Opening"
    happen(EventKind.RESUMED)
    happen(EventKind.FLOOR, person="bo")
    assert at(stage) == ("City round", "Bo Sample")
    assert told(stage) == ""


def test_going_back_to_the_clocks_item_follows_it_again(
    stage: RunStage, happen: Happen, press: Press
) -> None:
    happen(EventKind.BEGAN, "round")
    happen(EventKind.FLOOR, person="cy")
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert at(stage) == ("City round", "Cy Instance")
    assert told(stage) == ""


def test_one_key_gives_the_floor_to_the_next_speaker_as_one_step_of_undo(
    stage: RunStage,
    happen: Happen,
    press: Press,
    floor: Callable[[], list[Event]],
    settled: Callable[[], None],
    clock: FakeTime,
    context: Context,
) -> None:
    happen(EventKind.BEGAN, "round")
    clock.moment += 5_000
    pressed = clock.moment
    press(Qt.Key.Key_Down, CONTROL)
    clock.moment += 700
    settled()
    assert [(one.person_id, one.at, one.track) for one in floor()] == [("bo", pressed, "")]
    with context.library.read() as session:
        held = read_held(session, SESSION)
    assert held is not None
    assert [turn.person_id for turn in held.turns(clock.moment)] == ["bo"]
    assert context.library.undo() == "Bo Sample has the floor"
    assert floor() == []
    assert at(stage) == ("City round", "")


def test_names_that_are_passed_over_on_the_way_get_no_floor(
    stage: RunStage,
    happen: Happen,
    press: Press,
    floor: Callable[[], list[Event]],
    settled: Callable[[], None],
) -> None:
    happen(EventKind.BEGAN, "round")
    for _ in range(3):
        press(Qt.Key.Key_Down, CONTROL)
    settled()
    assert [one.person_id for one in floor()] == ["ada"]


def test_typing_settles_who_has_the_floor_at_once(
    stage: RunStage, happen: Happen, press: Press, floor: Callable[[], list[Event]], notes: Notes
) -> None:
    happen(EventKind.BEGAN, "round")
    press(Qt.Key.Key_Down, CONTROL)
    type_text("R")
    assert [one.person_id for one in floor()] == ["bo"]
    press(Qt.Key.Key_Return)
    assert [n.speaker for n in notes()] == ["Bo Sample"]


def test_an_item_that_begins_meanwhile_leaves_the_floor_to_its_own_speaker(
    stage: RunStage, happen: Happen, press: Press, floor: Callable[[], list[Event]], qtbot: QtBot
) -> None:
    happen(EventKind.BEGAN, "round")
    press(Qt.Key.Key_Down, CONTROL)
    happen(EventKind.BEGAN, "opening")
    qtbot.wait(following.SETTLE_MS + 100)
    assert floor() == []
    assert at(stage) == ("Opening", "Ada Example")


def test_without_a_clock_or_on_another_item_only_the_chooser_changes(
    stage: RunStage, happen: Happen, press: Press, floor: Callable[[], list[Event]], qtbot: QtBot
) -> None:
    press(Qt.Key.Key_Down, CONTROL)
    assert at(stage)[1]
    happen(EventKind.BEGAN, "round")
    press(Qt.Key.Key_Up, ALT)
    press(Qt.Key.Key_Down, CONTROL)
    happen(EventKind.ENDED)
    press(Qt.Key.Key_Down, CONTROL)
    qtbot.wait(following.SETTLE_MS + 100)
    assert floor() == []


def test_a_speaker_in_the_field_gets_the_floor_also_one_who_is_in_no_list(
    stage: RunStage,
    happen: Happen,
    press: Press,
    floor: Callable[[], list[Event]],
    settled: Callable[[], None],
) -> None:
    happen(EventKind.BEGAN, "round")
    stage.capture.chooser.speaker.setFocus()
    press("Dee Novel")
    press(Qt.Key.Key_Tab)
    settled()
    (one,) = floor()
    assert stage.capture.chooser.name_of(one.person_id) == "Dee Novel"


def test_the_clock_of_a_group_is_followed_where_the_session_has_groups(
    stage: RunStage, happen: Happen, press: Press, context: Context, floor: Callable[[], list[Event]]
) -> None:
    assert not stage.capture.chooser.clock.group.isVisible()
    context.library.run(AddRow(BreakoutGroupRecord, {"id": "g1", "session_id": SESSION, "name": "Blue"}, "x"))
    item = {"id": "talk", "title": "Talk", "session_id": SESSION, "group_id": "g1", "position": 9}
    context.library.run(AddRow(AgendaItemRecord, item, "x"))
    group = stage.capture.chooser.clock.group
    assert group.isVisible()
    assert group.accessibleName() == "Clock to follow"
    happen(EventKind.BEGAN, "round")
    happen(EventKind.BEGAN, "talk", group="g1")
    assert at(stage)[0] == "City round"
    group.setFocus()
    press(Qt.Key.Key_Down)
    assert at(stage)[0] == "Talk"
    stage.capture.line.setFocus()
    press(Qt.Key.Key_Down, CONTROL)
    type_text("x")
    assert [(one.track, one.person_id) for one in floor()] == [("g1", "ada")]
    happen(EventKind.ENDED, group="g1")
    assert at(stage)[0] == "City round"
    context.library.run(DeleteRows(BreakoutGroupRecord, ["g1"], "x"))
    assert not group.isVisible()


def test_the_floor_that_nobody_has_is_called_so() -> None:
    assert GiveFloor("i", SESSION, 0, "", "", "", "").label == "Nobody has the floor"
