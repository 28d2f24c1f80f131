"""What can be done when a session runs late."""

from __future__ import annotations

from itertools import count

from facilitator.domain.agenda import Slot
from facilitator.domain.running import (
    Change,
    Event,
    EventKind,
    Outcome,
    Remedy,
    course_of,
    decided,
    expectation,
    outcomes,
)
from tests.domain.running.plans import DAY, MINUTE, at, began, clock, wall

PLAN = [
    Slot("a", "", 10),
    Slot("b", "", 20),
    Slot("pause", "", 5, absorbs=True),
    Slot("c", "", 10),
    Slot("d", "", 15),
    Slot("end", "", 3, absorbs=True),
]


def asked(
    slots: list[Slot], events: list[Event], now: str, minutes: int | None = None
) -> dict[Remedy, Outcome]:
    """The outcomes at a time; of those that drop something the first."""
    found: dict[Remedy, Outcome] = {}
    for one in outcomes(slots, course_of(events), at(now), 15 * 60, minutes, DAY):
        found.setdefault(one.remedy, one)
    return found


def test_nothing_needs_to_be_done_when_the_session_is_in_time() -> None:
    found = asked(PLAN, [began("15:00", "a")], "15:05")

    assert not {Remedy.BUFFERS, Remedy.EVENLY} & set(found)
    assert (found[Remedy.PUSH].changes, found[Remedy.PUSH].late) == ((), 0)


def test_buffers_give_what_is_over_the_last_one_first() -> None:
    found = asked(PLAN, [began("15:04", "a")], "15:05")[Remedy.BUFFERS]

    assert found.changes == (Change("pause", 5, 4), Change("end", 3, 0))
    assert (clock(found.end), found.late) == ("16:03", 0)


def test_buffers_give_no_more_than_they_hold() -> None:
    found = asked(PLAN, [began("15:20", "a")], "15:21")[Remedy.BUFFERS]

    assert found.changes == (Change("pause", 5, 0), Change("end", 3, 0))
    assert found.late == 12 * MINUTE


def test_items_to_come_give_evenly_in_proportion_to_their_length() -> None:
    found = asked(PLAN, [began("15:09", "a")], "15:10")[Remedy.EVENLY]

    assert found.changes == (Change("b", 20, 16), Change("c", 10, 8), Change("d", 15, 12))
    assert found.late == 0


def test_no_item_becomes_shorter_than_a_minute() -> None:
    found = asked(PLAN, [began("17:00", "a")], "17:01")[Remedy.EVENLY]

    assert [change.after for change in found.changes] == [1, 1, 1]
    assert found.late == (120 - 42) * MINUTE


def test_seconds_over_cost_a_whole_minute() -> None:
    found = asked(PLAN, [began("15:00:20", "a")], "15:01")[Remedy.EVENLY]

    assert (sum(one.before - one.after for one in found.changes), found.late) == (1, -40_000)


def test_what_stands_before_a_hard_start_gives_no_more_than_that_is_late() -> None:
    plan = [Slot("a", "", 10), Slot("b", "", 20), Slot("c", "", 20, wall("15:30")), Slot("d", "", 20)]
    found = asked(plan, [began("15:04", "a")], "15:05", 60)[Remedy.EVENLY]

    given = {one.item_id: one.before - one.after for one in found.changes}
    assert given["b"] == 4
    assert found.late == 0


def test_what_stands_before_a_hard_start_that_is_waited_for_gives_nothing() -> None:
    plan = [Slot("a", "", 10), Slot("b", "", 10), Slot("c", "", 20, wall("15:40")), Slot("d", "", 20)]
    found = asked(plan, [began("15:04", "a")], "15:05", 70)[Remedy.EVENLY]

    assert {one.item_id for one in found.changes} == {"c", "d"}


def test_the_item_that_fits_the_lateness_best_is_the_first_that_could_be_dropped() -> None:
    every = outcomes(PLAN, course_of([began("15:14", "a")]), at("15:15"), 15 * 60, None, DAY)
    drops = [one for one in every if one.remedy is Remedy.DROP]

    assert [one.changes[0].item_id for one in drops] == ["d", "c", "b"]
    assert drops[0].late == -1 * MINUTE


def test_of_many_items_those_that_fit_and_those_that_are_asked_for_could_be_dropped() -> None:
    plan = [Slot("now", "", 10), *(Slot(f"{minutes}", "", minutes) for minutes in range(1, 101))]
    course = course_of([began("15:50", "now")])
    every = outcomes(plan, course, at("15:55"), 15 * 60, None, DAY, asked_for={"3"})
    drops = [one.changes[0].item_id for one in every if one.remedy is Remedy.DROP]

    assert len(drops) == 21
    assert drops[0] == "50"
    assert drops[-1] == "3"


def test_what_was_decided_comes_about() -> None:
    events = [began("15:04", "a")]
    outcome = asked(PLAN, events, "15:05")[Remedy.BUFFERS]
    numbers = count()
    made = decided(outcome, at("15:05"), lambda: f"x{next(numbers)}")

    assert [(one.kind, one.item_id, one.minutes) for one in made] == [
        (EventKind.LENGTH, "pause", 4),
        (EventKind.DROPPED, "end", None),
    ]
    told = expectation(PLAN, course_of([*events, *made]), at("15:05"), 15 * 60, None, DAY)
    assert (told.end, told.late) == (outcome.end, outcome.late)
