"""Each gesture of the clock is one step in the library, and undo takes exactly that back."""

from __future__ import annotations

from facilitator.domain.running import EventKind, Remedy, outcomes
from facilitator.features.clock import commands
from tests.domain.running.plans import MINUTE, at
from tests.features.clock.commands.conftest import Steered


def test_one_key_leads_through_the_session_and_its_groups(steered: Steered) -> None:
    seen = []
    for minute in range(6):
        assert steered.do(commands.forward, at(f"15:{minute * 5:02}"))
        seen.append(steered.under_way())

    assert seen == [
        {"": "opening"},
        {"": "round", "A": "a1", "B": "b1"},
        {"": "second", "A": "a3"},
        {"": "break"},
        {"": "closing"},
        {},
    ]
    assert steered.held().course.ended == at("15:25")
    assert not steered.do(commands.forward, at("15:30"))


def test_undo_takes_back_a_step_with_all_that_its_groups_did(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    before = steered.held()
    steered.do(commands.next_item, at("15:05"))

    assert steered.store.undo().label == "Next: Round"
    assert steered.held() == before
    steered.store.redo()
    assert steered.under_way() == {"": "round", "A": "a1", "B": "b1"}


def test_what_there_is_nothing_to_do_for_writes_nothing(steered: Steered) -> None:
    idle = [commands.next_item, commands.back, commands.pause, commands.resume, commands.end]
    assert [steered.do(gesture, at("15:00")) for gesture in idle] == [False] * 5
    steered.do(commands.start, at("15:00"))
    again = [commands.start, commands.resume]
    assert [steered.do(gesture, at("15:01")) for gesture in again] == [False] * 2
    assert not steered.do(commands.jump, at("15:01"), "opening")
    assert not steered.do(commands.give_floor, at("15:01"), "ada", "Ada Example")


def test_back_gives_the_item_before_the_clock_again_and_keeps_what_happened(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.next_item, at("15:10"))
    steered.do(commands.back, at("15:12"))

    assert steered.under_way() == {"": "opening"}
    assert [one.item_id for one in steered.held().course.stretches if not one.track] == [
        "opening",
        "round",
        "opening",
    ]
    steered.do(commands.next_item, at("15:15"))
    assert steered.under_way() == {"": "round", "A": "a1", "B": "b1"}


def test_back_within_ten_seconds_takes_the_step_for_a_mistake(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    before = steered.held()
    steered.do(commands.next_item, at("15:10"))
    steered.do(commands.back, at("15:10:09"))

    assert steered.held() == before
    assert steered.store.undo().label == "Back: that was too early"
    assert steered.under_way() == {"": "round", "A": "a1", "B": "b1"}


def test_a_step_from_which_a_group_went_on_was_no_mistake(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.next_item, at("15:10"))
    steered.do(commands.next_item, at("15:10:03"), "A")
    steered.do(commands.back, at("15:10:06"))

    assert steered.under_way() == {"": "opening"}
    course = steered.held().course
    assert [(one.item_id, one.began, one.ended) for one in course.stretches if one.track == "A"] == [
        ("a1", at("15:10"), at("15:10:03")),
        ("a2", at("15:10:03"), at("15:10:06")),
    ]
    assert course.used("round", at("15:20")) == 6000


def test_a_group_goes_back_by_itself_and_never_with_the_plenary(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.next_item, at("15:10"))

    assert not steered.do(commands.back, at("15:10:03"), "A")  # what began is the plenary's step
    assert steered.under_way() == {"": "round", "A": "a1", "B": "b1"}

    steered.do(commands.jump, at("15:30"), "closing")
    assert not steered.do(commands.back, at("15:40"), "A")  # its round is over
    assert steered.under_way() == {"": "closing"}


def test_back_twice_goes_back_by_two_items(steered: Steered) -> None:
    for time, item in (("15:00", "break"), ("15:10", "closing")):
        steered.do(commands.jump, at(time), item)
    steered.do(commands.back, at("15:20"))
    steered.do(commands.back, at("15:20:02"))

    assert steered.under_way() == {"": "second", "A": "a3"}


def test_an_end_by_mistake_is_taken_away_and_a_later_one_begins_again(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.end, at("15:05"))
    steered.do(commands.back, at("15:05:05"))
    assert [one.ended for one in steered.held().course.stretches] == [None]

    steered.do(commands.end, at("15:06"))
    steered.do(commands.back, at("15:08"))
    assert [one.ended for one in steered.held().course.stretches] == [at("15:06"), None]
    assert steered.held().course.is_running


def test_a_jump_to_a_group_item_begins_what_holds_it(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.jump, at("15:05"), "a2")

    assert steered.under_way() == {"": "round", "A": "a2", "B": "b1"}


def test_a_group_is_led_and_ended_by_itself(steered: Steered) -> None:
    steered.do(commands.jump, at("15:00"), "round")
    steered.do(commands.forward, at("15:05"), "A")
    assert steered.under_way() == {"": "round", "A": "a2", "B": "b1"}
    steered.do(commands.back, at("15:06"), "A")
    assert steered.under_way()["A"] == "a1"
    steered.do(commands.pause, at("15:07"), "A")
    steered.do(commands.resume, at("15:08"), "A")
    steered.do(commands.end, at("15:09"), "A")
    assert steered.under_way() == {"": "round", "B": "b1"}
    assert steered.held().course.used("a1", at("15:30")) == 7 * MINUTE
    steered.do(commands.next_item, at("15:10"))
    assert steered.under_way() == {"": "second", "A": "a3"}


def test_lengths_and_drops_are_expected_from_then_on_and_can_be_taken_back(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.set_lengths, at("15:01"), {"closing": 4})
    steered.do(commands.drop, at("15:02"), ["break", "opening"])
    expected = steered.held().expectation(at("15:03")).items

    assert (expected["closing"].length, expected["break"].state, expected["opening"].state) == (
        4 * MINUTE,
        "dropped",
        "now",
    )
    assert not steered.do(commands.set_lengths, at("15:03"), {"closing": 4})
    assert steered.do(commands.set_lengths, at("15:03"), {"break": 5})
    assert steered.held().expectation(at("15:03")).items["break"].state == "later"


def test_the_floor_is_given_once_and_goes_with_the_item(steered: Steered) -> None:
    steered.do(commands.start, at("15:00"))
    steered.do(commands.give_floor, at("15:03"), "bo", "Bo Sample")
    steered.do(commands.give_floor, at("15:04"), "", "")
    held = steered.held()

    assert [(one.person_id, one.spoken) for one in held.turns(at("15:05"))] == [
        ("ada", 3 * MINUTE),
        ("bo", MINUTE),
    ]
    assert held.events[-1].kind is EventKind.FLOOR


def test_a_remedy_that_was_chosen_comes_about(steered: Steered) -> None:
    steered.do(commands.jump, at("15:10"), "second")
    held = steered.held()
    asked = (held.slots, held.course, at("15:40"), held.plan.start, held.plan.minutes, held.plan.day)
    outcome = next(one for one in outcomes(*asked) if one.remedy is Remedy.DROP)
    steered.store.run(commands.decide(held, at("15:40"), "Ann", outcome, "Drop: Closing"))

    assert steered.held().expectation(at("15:40")).late == outcome.late
