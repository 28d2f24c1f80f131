"""What happened is corrected afterwards: each correction is one step, and what can't have been is refused."""

from __future__ import annotations

import pytest

from facilitator.domain.errors import Refused
from facilitator.domain.running import Turn
from facilitator.features.clock import commands
from tests.domain.running.plans import MINUTE, at, clock
from tests.features.clock.commands.conftest import Steered

NOW = at("18:00")


@pytest.fixture
def held_session(steered: Steered) -> Steered:
    """Opening 15:00, round 15:10 with both groups, closing 15:30 to 15:40."""
    steered.do(commands.start, at("15:00"))
    steered.do(commands.give_floor, at("15:06"), "bo", "Bo Sample")
    steered.do(commands.next_item, at("15:10"))
    steered.do(commands.jump, at("15:30"), "closing")
    steered.do(commands.end, at("15:40"))
    return steered


def course(steered: Steered, track: str = "") -> list[str]:
    """Each stretch of a track in short."""
    found = steered.held().course.stretches
    return [f"{one.item_id} {clock(one.began)} {clock(one.ended)}" for one in found if one.track == track]


def turns(steered: Steered) -> list[str]:
    found = steered.held().turns(NOW)
    return [f"{one.person_id} {clock(one.began)} {clock(one.ended)}" for one in found]


def turn(steered: Steered, number: int) -> Turn:
    return steered.held().turns(NOW)[number]


def boundary(steered: Steered, item_id: str, time: str) -> None:
    held = steered.held()
    event_id = next(one.event_id for one in held.course.stretches if one.item_id == item_id)
    command = commands.move_boundary(held, event_id, at(time), NOW)
    assert command is not None
    steered.store.run(command)


def test_an_item_began_at_another_moment_and_its_groups_with_it(held_session: Steered) -> None:
    before = held_session.held()
    boundary(held_session, "round", "15:12:30")

    assert course(held_session) == [
        "opening 15:00 15:12:30",
        "round 15:12:30 15:30",
        "closing 15:30 15:40",
    ]
    assert course(held_session, "A") == ["a1 15:12:30 15:30"]
    held_session.store.undo()
    assert held_session.held() == before


def test_the_end_of_the_session_is_a_boundary_too(held_session: Steered) -> None:
    held = held_session.held()
    last = commands.ended_by(held, held.course.stretches[-1])
    assert last is not None
    command = commands.move_boundary(held, last.id, at("15:45"), NOW)
    assert command is not None
    held_session.store.run(command)

    assert held_session.held().course.ended == at("15:45")


@pytest.mark.parametrize("time", ["15:00", "14:59", "15:30", "15:31", "18:01"])
def test_a_start_stays_between_its_neighbours(held_session: Steered, time: str) -> None:
    before = held_session.held()
    with pytest.raises(Refused, match="can't be right") as refused:
        boundary(held_session, "round", time)

    assert "between 15:00:00 and 15:30:00" in str(refused.value.why)
    assert held_session.held() == before


def test_a_boundary_stays_where_it_is_without_a_step(held_session: Steered) -> None:
    held = held_session.held()
    assert commands.move_boundary(held, held.course.stretches[0].event_id, at("15:00"), NOW) is None


def test_what_was_not_held_is_removed_and_what_was_before_it_went_on(held_session: Steered) -> None:
    held = held_session.held()
    stretch = next(one for one in held.course.stretches if one.item_id == "closing")
    held_session.store.run(commands.remove_stretch(held, stretch))

    assert course(held_session) == ["opening 15:00 15:10", "round 15:10 15:40"]


def test_the_only_stretch_is_removed_with_all_that_hung_on_it(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    held = steered.held()
    steered.store.run(commands.remove_stretch(held, held.course.stretches[0]))

    assert steered.held().course.began is None


@pytest.mark.parametrize(
    ("item", "began", "ended", "found"),
    [
        ("break", "15:15", "15:20", ["round 15:10 15:15", "break 15:15 15:20", "round 15:20 15:30"]),
        ("break", "15:20", "15:30", ["round 15:10 15:20", "break 15:20 15:30"]),
        ("break", "15:10", "15:30", ["break 15:10 15:30"]),
        ("break", "15:10", "15:15", ["break 15:10 15:15", "round 15:15 15:30"]),
    ],
)
def test_what_was_forgotten_is_added_within_what_was_held(
    held_session: Steered, item: str, began: str, ended: str, found: list[str]
) -> None:
    command = commands.add_stretch(held_session.held(), item, at(began), at(ended), "Ann", NOW)
    held_session.store.run(command)

    assert course(held_session) == ["opening 15:00 15:10", *found, "closing 15:30 15:40"]


def test_what_was_forgotten_is_added_before_and_behind_the_session(held_session: Steered) -> None:
    for began, ended in (("14:50", "15:00"), ("15:50", "15:55")):
        command = commands.add_stretch(held_session.held(), "break", at(began), at(ended), "Ann", NOW)
        held_session.store.run(command)

    assert course(held_session)[0] == "break 14:50 15:00"
    assert course(held_session)[-2:] == ["closing 15:30 15:40", "break 15:50 15:55"]


@pytest.mark.parametrize(("began", "ended"), [("15:20", "15:10"), ("15:05", "15:20"), ("17:00", "18:01")])
def test_what_can_not_have_been_forgotten_is_refused(held_session: Steered, began: str, ended: str) -> None:
    with pytest.raises(Refused):
        commands.add_stretch(held_session.held(), "break", at(began), at(ended), "Ann", NOW)


def test_who_had_the_floor_is_corrected_and_who_had_it_before_keeps_it_until_then(
    held_session: Steered,
) -> None:
    assert turns(held_session) == ["ada 15:00 15:06", "bo 15:06 15:10"]
    second = turn(held_session, 1)
    correction = commands.correct_turn(
        held_session.held(), second, "cy", at("15:07"), at("15:09"), "Ann", NOW
    )
    assert correction is not None
    held_session.store.run(correction)
    assert turns(held_session) == ["ada 15:00 15:07", "cy 15:07 15:09"]


def test_a_turn_that_the_item_gave_is_corrected_too(held_session: Steered) -> None:
    first = turn(held_session, 0)
    correction = commands.correct_turn(held_session.held(), first, "bo", at("15:02"), at("15:05"), "Ann", NOW)
    assert correction is not None
    held_session.store.run(correction)

    assert turns(held_session) == ["bo 15:02 15:05", "bo 15:06 15:10"]
    held_session.store.undo()
    assert turns(held_session) == ["ada 15:00 15:06", "bo 15:06 15:10"]


def test_a_turn_stays_within_its_item_and_between_the_others(held_session: Steered) -> None:
    second = turn(held_session, 1)
    for began, ended in (("15:05", "15:09"), ("15:07", "15:11"), ("15:09", "15:08")):
        with pytest.raises(Refused):
            commands.correct_turn(held_session.held(), second, "bo", at(began), at(ended), "Ann", NOW)


def test_a_turn_is_removed_and_one_is_added(held_session: Steered) -> None:
    held_session.store.run(commands.remove_turn(held_session.held(), turn(held_session, 1), "Ann"))
    assert turns(held_session) == ["ada 15:00 15:06"]
    added = commands.add_turn(held_session.held(), "", "bo", at("15:02"), at("15:03"), "Ann", NOW)
    held_session.store.run(added)
    assert turns(held_session) == ["ada 15:00 15:02", "bo 15:02 15:03", "ada 15:03 15:06"]
    assert sum(one.spoken for one in held_session.held().turns(NOW)) == 6 * MINUTE
