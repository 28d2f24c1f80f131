"""What is expected comes about when everybody keeps to it, also over hard starts, nights and summer time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import LocalDay, Slot, timings
from facilitator.domain.running import (
    Event,
    EventKind,
    Expectation,
    Remedy,
    course_of,
    decided,
    expectation,
    outcomes,
)
from facilitator.domain.running.planned import MINUTE
from tests.domain.agenda.plans import DAYS, slots, wall_minutes

DATED = [day for day in DAYS if day.is_known]
"""Those whose minutes are moments."""


def began(numbers: count[int], at: int, item_id: str) -> Event:
    return Event(f"{next(numbers):04}", at, EventKind.BEGAN, "", item_id)


def plenary(plan: Sequence[Slot]) -> list[str]:
    return [slot.id for slot in plan if not slot.track]


def followed(
    plan: Sequence[Slot], events: list[Event], now: int, asked: tuple[int, int | None, LocalDay]
) -> dict[str, int]:
    """When the plenary's items to come begin, if each begins the moment it is expected to."""
    found: dict[str, int] = {}
    numbers = count(len(events))
    while True:
        expected = expectation(plan, course_of(events), now, *asked).items
        following = next((one for one in expected.values() if one.state == "next" and not one.track), None)
        if following is None or following.start is None:
            return found
        now = found[following.item_id] = following.start
        events = [*events, began(numbers, now, following.item_id)]


plans = slots.filter(lambda plan: len(plenary(plan)) > 0)


@given(plans, st.sampled_from(DATED), wall_minutes, st.integers(-30, 90), st.data())
def test_what_is_expected_comes_about_when_everybody_keeps_to_it(
    plan: list[Slot], day: LocalDay, start: int, late: int, data: st.DataObject
) -> None:
    asked = (start, None, day)
    first = data.draw(st.sampled_from(plenary(plan)))
    moment = day.moment(timings(plan, start, None, day)[first].start or 0)
    assert moment is not None
    begin = round(moment.timestamp() * 1000) + late * MINUTE
    events = [began(count(), begin, first)]
    now = begin + data.draw(st.integers(0, 100 * MINUTE))
    expected = expectation(plan, course_of(events), now, *asked)

    told = {one.item_id: one.start for one in expected.items.values() if not one.track and one.is_to_come}
    came = followed(plan, events, now, asked)
    assert came == told


@given(plans, st.sampled_from(DATED), wall_minutes)
def test_a_session_in_time_is_expected_as_it_is_planned(plan: list[Slot], day: LocalDay, start: int) -> None:
    """Where nothing overlaps, before it begins, and no group begins before its plenary."""
    times = timings(plan, start, None, day)
    moment = day.moment(day.elapsed(start))
    assert moment is not None
    early = round(moment.timestamp() * 1000) - 4 * 24 * 60 * MINUTE
    expected = expectation(plan, course_of(()), early, start, None, day)
    if any(timing.overlap or timing.late for timing in times.values()):
        return
    ordered = [one for one in expected.items.values() if not one.track]
    assert all(one.start == one.planned_start for one in ordered)


@given(plans, st.sampled_from(DATED), st.integers(0, 360), st.integers(0, 120), st.integers(1, 300))
def test_remedies_bring_what_they_say_and_waste_no_minute(
    plan: list[Slot], day: LocalDay, start: int, late: int, slot_minutes: int
) -> None:
    moment = day.moment(day.elapsed(start))
    assert moment is not None
    now = round(moment.timestamp() * 1000) + late * MINUTE
    events = [began(count(), now, plenary(plan)[0])]
    asked = (start, slot_minutes, day)
    before: Expectation = expectation(plan, course_of(events), now, *asked)
    for outcome in outcomes(plan, course_of(events), now, *asked):
        ids = count()
        made = decided(outcome, now, lambda ids=ids: f"x{next(ids):03}")  # type: ignore[misc]
        after = expectation(plan, course_of([*events, *made]), now, *asked)
        assert (after.end, after.late) == (outcome.end, outcome.late)
        given_minutes = sum(one.before - one.after for one in outcome.changes)
        assert all(
            0 <= one.after < one.before for one in outcome.changes if outcome.remedy is not Remedy.DROP
        )
        if outcome.remedy is Remedy.BUFFERS:
            assert before.late - after.late == given_minutes * MINUTE
        if outcome.remedy is Remedy.EVENLY:
            assert all(one.after >= 1 for one in outcome.changes)
            assert 0 < before.late - after.late <= given_minutes * MINUTE
