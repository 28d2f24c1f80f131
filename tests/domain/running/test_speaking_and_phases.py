"""Who had the floor, and what a speaker is shown of the time that is left."""

from __future__ import annotations

from facilitator.domain.running import EventKind, Phase, phase_of, turns
from tests.domain.running.plans import MINUTE, at, began, event

SPEAKERS = {"solo": ("ada",), "panel": ("ada", "bo")}


def told(events: list, now: str) -> list[tuple[str, str, float, bool]]:  # type: ignore[type-arg]
    """Person, item, minutes spoken and whether the turn is over, of each turn."""
    return [
        (one.person_id, one.item_id, one.spoken / MINUTE, one.ended is not None)
        for one in turns(events, SPEAKERS, at(now))
    ]


def test_an_item_with_one_speaker_gives_them_the_floor_and_the_next_takes_it() -> None:
    assert told([began("15:00", "solo"), began("15:06", "panel")], "15:10") == [("ada", "solo", 6, True)]


def test_the_floor_is_given_from_one_to_the_next_and_taken_back() -> None:
    events = [
        began("15:00", "panel"),
        event("15:01", EventKind.FLOOR, person_id="ada"),
        event("15:04", EventKind.FLOOR, person_id="bo"),
        event("15:09", EventKind.FLOOR),
    ]

    assert told(events, "15:20") == [("ada", "panel", 3, True), ("bo", "panel", 5, True)]


def test_a_pause_stops_the_time_of_who_speaks_also_of_who_gets_the_floor_meanwhile() -> None:
    events = [
        began("15:00", "panel"),
        event("15:00", EventKind.FLOOR, person_id="ada"),
        event("15:02", EventKind.PAUSED),
        event("15:05", EventKind.FLOOR, person_id="bo"),
        event("15:10", EventKind.RESUMED),
    ]

    assert told(events, "15:11") == [("ada", "panel", 2, True), ("bo", "panel", 1, False)]


def test_who_is_given_the_floor_again_goes_on_with_their_turn() -> None:
    events = [began("15:00", "solo"), event("15:02", EventKind.FLOOR, person_id="ada")]

    assert told(events, "15:05") == [("ada", "solo", 5, False)]


def test_the_end_of_the_session_ends_the_turns_of_groups_too() -> None:
    events = [
        began("15:00", "panel"),
        began("15:00", "group item", "A"),
        event("15:01", EventKind.FLOOR, track="A", person_id="cy"),
        event("15:04", EventKind.ENDED),
    ]

    assert told(events, "15:30") == [("cy", "group item", 3, True)]


def test_what_happens_later_is_not_told() -> None:
    events = [began("15:00", "solo"), event("15:05", EventKind.FLOOR)]

    assert told(events, "15:03") == [("ada", "solo", 3, False)]


def test_phases_are_those_of_the_time_cards() -> None:
    phases = [phase_of(seconds * 1000, 10 * MINUTE) for seconds in (301, 300, 121, 120, 61, 60, 1, 0, -5)]

    assert phases == [
        Phase.PLENTY,
        Phase.FIVE,
        Phase.FIVE,
        Phase.TWO,
        Phase.TWO,
        Phase.ONE,
        Phase.ONE,
        Phase.OVER,
        Phase.OVER,
    ]


def test_a_card_that_would_be_held_up_at_once_is_left_out() -> None:
    assert phase_of(4 * MINUTE, 5 * MINUTE) is Phase.PLENTY
    assert phase_of(90_000, 2 * MINUTE) is Phase.PLENTY
    assert phase_of(60_000, 2 * MINUTE) is Phase.ONE
    assert phase_of(30_000, MINUTE) is Phase.PLENTY
    assert phase_of(0, MINUTE) is Phase.OVER


def test_without_a_length_there_is_plenty_and_a_pause_is_a_pause() -> None:
    assert phase_of(-MINUTE, 0) is Phase.PLENTY
    assert phase_of(-MINUTE, 5 * MINUTE, paused=True) is Phase.PAUSED
