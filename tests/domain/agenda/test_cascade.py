"""The cascade gives the times that a slow and simple second way of working them out gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from facilitator.domain.agenda import LocalDay, Slot, summary, timings
from tests.domain.agenda.oracle import Oracle, Told, elapsed_of, shown
from tests.domain.agenda.plans import DAYS, days, slots, wall_minutes

starts = st.one_of(st.none(), wall_minutes, wall_minutes)
lengths = st.one_of(st.none(), st.integers(0, 300))


def expected(items: list[Slot], start: int | None, minutes: int | None, day: LocalDay) -> dict[str, Told]:
    """What the second way tells."""
    return Oracle(items, start, minutes, lambda wall: elapsed_of(day.date, day.zone, wall)).tell()


def told(items: list[Slot], start: int | None, minutes: int | None, day: LocalDay) -> dict[str, Told]:
    """What the program tells."""
    return {
        key: Told(one.start, one.end, one.minutes, one.gap, one.overlap, one.late)
        for key, one in timings(items, start, minutes, day).items()
    }


@settings(max_examples=300, phases=[Phase.generate])  # shrinking a failure takes minutes
@given(slots, starts, lengths, days)
def test_the_cascade_agrees_with_a_second_way_of_working_it_out(
    items: list[Slot], start: int | None, minutes: int | None, day: LocalDay
) -> None:
    assert told(items, start, minutes, day) == expected(items, start, minutes, day)


@settings(max_examples=150)
@given(slots, starts, lengths, days, st.data())
def test_an_edit_moves_nothing_before_it_nor_behind_the_next_hard_start_of_its_track(
    items: list[Slot], start: int | None, minutes: int | None, day: LocalDay, data: st.DataObject
) -> None:
    plenary = [number for number, slot in enumerate(items) if not slot.track and not slot.absorbs]
    if not plenary:
        return
    number = data.draw(st.sampled_from(plenary))
    more = replace(items[number], minutes=(items[number].minutes or 0) + data.draw(st.integers(1, 60)))
    before = timings(items, start, minutes, day)
    after = timings([*items[:number], more, *items[number + 1 :]], start, minutes, day)
    row = plenary_places(items)
    pins = [place for place in row if items[place].pinned_start is not None]
    first = max((place for place in pins if place <= number), default=0)
    until = min((place for place in pins if place > number), default=len(items))
    for place in row:
        if place < first or place >= until:
            assert after[items[place].id].start == before[items[place].id].start


def plenary_places(items: list[Slot]) -> list[int]:
    """Where the plenary's items stand."""
    return [number for number, slot in enumerate(items) if not slot.track]


@settings(max_examples=150)
@given(slots, starts, lengths, days)
def test_the_summary_counts_what_the_items_say(
    items: list[Slot], start: int | None, minutes: int | None, day: LocalDay
) -> None:
    found = expected(items, start, minutes, day)
    got = summary(items, timings(items, start, minutes, day), start, minutes, day)
    ends = [one.end for one in found.values() if one.end is not None]
    planned = sum(found[slot.id].minutes for slot in items if not slot.track)
    begun = None if start is None else elapsed_of(day.date, day.zone, start)
    used = planned if begun is None or not ends else max(ends) - begun
    plenary = [found[slot.id] for slot in items if not slot.track]
    minutes_taken = [
        now for one in plenary if one.start is not None for now in range(one.start, one.end or 0)
    ]
    early = 0 if begun is None else sum(now < begun for now in minutes_taken)
    assert (got.planned, got.early, got.end) == (planned - early, early, max(ends, default=None))
    assert got.absorbed == sum((slot.minutes or 0) - found[slot.id].minutes for slot in items if slot.absorbs)
    assert (got.over, got.left) == (
        (0, 0) if minutes is None else (max(0, used - minutes), max(0, minutes - used))
    )


@given(slots, st.integers(0, 360), days.filter(lambda day: day.is_known))
def test_without_hard_starts_the_times_do_not_depend_on_the_clocks(
    items: list[Slot], start: int, day: LocalDay
) -> None:
    soft = [replace(slot, pinned_start=None) for slot in items]
    there, nowhere = timings(soft, start, None, day), timings(soft, start, None)
    begins = day.elapsed(start) - start
    assert {key: one.start for key, one in there.items()} == {
        key: one.start + begins for key, one in nowhere.items() if one.start is not None
    }


@given(days.filter(lambda day: day.is_known), st.integers(-300, 4 * 1440))
def test_clocks_show_and_are_read_as_somebody_who_looks_at_them_each_minute(
    day: LocalDay, minute: int
) -> None:
    walls = shown(day.date, day.zone)
    assert day.wall(minute) == walls[minute]
    assert day.elapsed(minute) == elapsed_of(day.date, day.zone, minute)
    assert day.is_left_out(minute) == (minute not in walls.values())


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (LocalDay("2026-03-29", "Europe/Madrid"), 23),
        (LocalDay("2026-10-25", "Europe/Madrid"), 25),
        (LocalDay("2026-04-05", "Australia/Lord_Howe"), 24.5),
        (LocalDay("2026-10-04", "Australia/Lord_Howe"), 23.5),
        (DAYS[-1], 23),
    ],
)
def test_a_day_on_which_the_clocks_change_is_shorter_or_longer(day: LocalDay, hours: float) -> None:
    assert day.elapsed(1440) == hours * 60


def test_a_pause_into_another_day_is_the_night_and_one_within_a_day_a_gap() -> None:
    items = [
        Slot("a", minutes=30),
        Slot("b", minutes=30, pinned_start=1440 + 540),
        Slot("c", pinned_start=1440 + 1000),
    ]
    found = timings(items, 900)
    assert (found["b"].night, found["b"].gap) == (True, 1980 - 930)
    assert (found["c"].night, found["c"].gap) == (False, 2440 - 2010)


def test_a_session_that_runs_over_midnight_has_no_night_in_it() -> None:
    found = timings([Slot("a", minutes=90), Slot("b", minutes=60, pinned_start=1440 + 60)], 1380)
    assert (found["b"].night, found["b"].gap) == (False, 30)
