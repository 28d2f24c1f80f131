"""The clock in the real window: after a kill, a sleep, a computer clock that is set, over midnight and summer time."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord
from facilitator.storage.store import new_library
from tests.flows.conftest import Start
from tests.flows.program import Program

pytestmark = pytest.mark.window

MINUTE, HOUR = 60_000, 3_600_000
BEGAN = int(datetime(2020, 3, 28, 22, 30, tzinfo=UTC).timestamp() * 1000)
"""23:30 in Madrid; in that night, at 2:00, summer time begins there."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session from 23:30 on, with items of two hours."""
    made = tmp_path / "night.lle"
    store = new_library(made)
    day = {"id": "night", "title": "Night", "date": "2020-03-28", "start": 1410, "zone": "Europe/Madrid"}
    items = [
        AddRow(
            AgendaItemRecord,
            {"session_id": "night", "title": f"Watch {number + 1}", "minutes": 120, "position": number},
            "",
        )
        for number in range(2)
    ]
    store.run(Together([AddRow(LearningSessionRecord, {**day, "minutes": 240}, ""), *items], "Plan"))
    store.close()
    return made


def begun(path: Path, start: Start) -> Program:
    """The program with the first item just begun."""
    program = start(path, at=BEGAN)
    program.keys("Ctrl+2", "Home", "Return", "Alt+2", "F8")
    assert program.run["clock"][0] == "2:00:00"
    return program


def left(program: Program) -> str:
    return str(program.run["clock"][0])


def test_after_a_kill_the_clock_is_right_to_the_second(path: Path, start: Start) -> None:
    begun(path, start).kill()
    again = start(path, at=BEGAN + 10 * MINUTE + 7000).keys("Ctrl+Shift+N")
    assert left(again) == "1:49:53"
    again.quit()


def test_after_a_sleep_the_clock_is_right_at_the_first_look(path: Path, start: Start) -> None:
    program = begun(path, start).at(BEGAN + 55 * MINUTE)
    assert left(program) == "1:05:00"
    program.quit()


@pytest.mark.parametrize("ahead", [HOUR, -HOUR])
def test_a_computers_clock_that_is_set_makes_no_jump(path: Path, start: Start, ahead: int) -> None:
    program = begun(path, start).set_clock(ahead).at(BEGAN + MINUTE)
    assert left(program) == "1:59:00"
    program.kill()
    again = start(path, at=BEGAN + 2 * MINUTE, ahead=ahead).keys("Ctrl+Shift+N")
    assert left(again) == "1:58:00"
    again.type("It is late.").keys("Return").quit()


def test_over_midnight_and_into_summer_time_an_hour_has_sixty_minutes(path: Path, start: Start) -> None:
    program = begun(path, start).at(BEGAN + 45 * MINUTE)
    assert left(program) == "1:15:00"
    assert any("03:30" in words or "04:30" in words for words in program.run["clock"])
    program.at(BEGAN + 2 * HOUR).keys("F8").at(BEGAN + 3 * HOUR)  # 1:30, and then 3:30 by summer time
    assert left(program) == "1:00:00"
    assert any("04:30" in words for words in program.run["clock"])
    program.quit()


def test_the_rooms_window_opens_and_closes_while_the_caret_stays_in_the_line(
    path: Path, start: Start
) -> None:
    program = begun(path, start).type("Half a ").keys("F12").wait(300).type("sentence")
    assert (program.run["line"], program.run["caret"]) == ("Half a sentence", True)
    program.keys("F12").wait(100).type(".").keys("Return")
    assert program.run["latest"] == "Half a sentence."
    program.quit()
