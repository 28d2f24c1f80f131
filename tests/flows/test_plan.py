"""The plan of three days in the real window: ten minutes more on the second item, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage.store import new_library, open_library
from tests.flows.conftest import Start
from tests.flows.pointer import Pointer
from tests.flows.program import Program
from tests.plans import ITEMS, SESSION, make_three_days

pytestmark = pytest.mark.window

MINUTES = 2
"""The column of the list."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "three days.lle"
    store = new_library(made)
    make_three_days(store)
    store.close()
    return made


@pytest.fixture
def program(path: Path, start: Start) -> Program:
    """The program at the plan, in a window that has room for list, picture and editor."""
    running = start(path).resize(1700, 1000)
    return running.keys("Ctrl+2", "Down", "Return", "Alt+1").wait(300)


def plan(path: Path) -> Plan:
    store = open_library(path, read_only=True)
    with store.read() as session:
        found = read_plan(session, SESSION)
    store.close()
    assert found is not None
    assert len(found.items) == ITEMS
    return found


def moved(before: Plan, after: Plan) -> dict[str, int]:
    """By how many minutes the starts of the items changed, by title."""
    starts = {item.id: item.start for item in before.items}
    return {item.title: (item.start or 0) - (starts[item.id] or 0) for item in after.items}


def titled(found: Plan, title: str) -> AgendaItemRow:
    return next(item for item in found.items if item.title == title)


def assert_ten_minutes_more(before: Plan, after: Plan) -> None:
    """Every later soft start up to the next hard start moved, with the groups that meet then; nothing else did."""
    soft = {"City round 1", "Groups 1"} | {
        f"{group} 1{talk}" for group in ("Housing", "Finance", "Mobility", "Culture") for talk in "abc"
    }
    assert moved(before, after) == {item.title: 10 if item.title in soft else 0 for item in after.items}
    assert titled(after, "Opening 1").minutes == 40


def test_by_keys_in_the_list(program: Program, path: Path) -> None:
    before = plan(path)
    program.go_to("Agenda").keys("Home", "Down", "Right", "Right").type("40").keys("Return").wait(200)
    assert_ten_minutes_more(before, plan(path))
    program.keys("Ctrl+Z").wait(200)
    assert plan(path) == before
    program.quit()


def test_by_mouse_in_the_list(program: Program, path: Path, pointer: Pointer) -> None:
    before = plan(path)
    pointer.click(program.cell("Agenda", "Opening 1", MINUTES), times=2)
    program.wait(200).keys("Ctrl+A").type("0:40").keys("Return").wait(200)
    assert_ten_minutes_more(before, plan(path))
    program.keys("Ctrl+Z").wait(200)
    assert plan(path) == before
    program.quit()


def test_by_mouse_in_the_picture(program: Program, path: Path, pointer: Pointer) -> None:
    before = plan(path)
    x, edge = program.block("Opening 1", 1.0)
    _, above = program.block("Opening 1", 0.0)
    pointer.drag((x, edge - 2), (x, edge - 2 + round((edge - above) / 3)))  # a third of 30 minutes
    program.wait(300)
    assert_ten_minutes_more(before, plan(path))
    program.keys("Ctrl+Z").wait(200)
    assert plan(path) == before
    program.quit()


def test_an_overlap_with_a_hard_start_is_said_in_the_list(program: Program, path: Path) -> None:
    before = plan(path)
    program.go_to("Agenda").keys("Home", "Down", "Right", "Right").type("2h40").keys("Return").wait(300)
    after = plan(path)
    assert titled(after, "Lunch 1").start == titled(before, "Lunch 1").start
    assert titled(after, "Lunch 1").overlap == 35
    assert program.cell("Agenda", "13:00  fixed  ▲ 35 min overlap", 0)
    program.keys("Ctrl+Z").wait(200)
    assert plan(path) == before
    program.quit()


def test_rows_are_dragged_to_another_place_and_into_a_group(
    program: Program, path: Path, pointer: Pointer
) -> None:
    before = plan(path)
    target = program.cell("Agenda", "Housing 1b", 1)
    pointer.drag(program.cell("Agenda", "City round 1", 1), (target[0], target[1] + 9))
    program.wait(400)
    after = plan(path)
    assert titled(after, "City round 1").group == "Housing"
    housing = [item.title for item in after.items if item.group == "Housing"]
    assert housing[:4] == ["Housing 1a", "Housing 1b", "City round 1", "Housing 1c"]
    program.keys("Ctrl+Z").wait(200)
    assert plan(path) == before
    program.quit()


def test_alt_and_arrows_move_several_items_as_one_step(program: Program, path: Path) -> None:
    before = plan(path)
    program.go_to("Agenda").keys("Home", "Down", "Shift+Down", "Alt+Down").wait(200)
    assert [item.title for item in plan(path).items][:2] == ["Welcome 1", "Groups 1"]
    program.keys("Ctrl+Z").wait(200)
    assert plan(path) == before
    program.quit()
