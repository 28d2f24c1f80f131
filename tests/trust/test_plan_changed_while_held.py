"""The plan is changed while a session is held: what happened is kept, and the clock goes on from there."""

from __future__ import annotations

import random

import pytest

from facilitator.domain.running import EventKind, Remedy, outcomes
from facilitator.features.agenda import commands as planning
from facilitator.features.clock import commands as steering
from facilitator.storage.edits import AddRow
from facilitator.storage.records import RunEventRecord
from facilitator.storage.store import Store
from tests.domain.running.plans import MINUTE, at
from tests.features.clock.commands.conftest import ITEMS, SESSION, Steered, plan_session
from tests.features.conftest import store

__all__ = ["store"]


@pytest.fixture
def steered(store: Store) -> Steered:
    plan_session(store)
    return Steered(store)


def test_an_item_that_is_joined_to_others_while_it_is_held_goes_on_as_what_they_became(
    steered: Steered,
) -> None:
    steered.do(steering.start, at("15:00"))
    steered.do(steering.jump, at("15:05"), "break")
    steered.do(steering.next_item, at("15:08"))
    steered.store.run(planning.JoinItems(SESSION, ["break", "closing"]))
    assert steered.under_way() == {"": "break"}
    held = steered.held()
    assert held.course.used("break", at("15:10")) == 5 * MINUTE
    assert held.expectation(at("15:10")).items["break"].length == 15 * MINUTE
    assert not steered.do(steering.next_item, at("15:10"))
    steered.store.undo()
    assert steered.under_way() == {"": "closing"}


def test_what_was_expected_of_a_part_is_not_expected_of_the_whole(steered: Steered) -> None:
    steered.do(steering.start, at("15:00"))
    for kind, item_id, minutes in (("length", "break", 2), ("dropped", "closing", None)):
        values = {"session_id": SESSION, "at": at("15:01"), "kind": EventKind(kind).value}
        values |= {"agenda_item_id": item_id, "minutes": minutes}
        steered.store.run(AddRow(RunEventRecord, values, ""))
    steered.store.run(planning.JoinItems(SESSION, ["break", "closing"]))
    found = steered.held().expectation(at("15:02")).items["break"]
    assert (found.length, found.state) == (15 * MINUTE, "later")


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_done_to_the_plan_the_clock_can_be_read_and_steered(steered: Steered, seed: int) -> None:
    chance, now = random.Random(seed), at("14:58")
    steps = [steering.forward, steering.next_item, steering.back, steering.pause, steering.resume]
    for number in range(60):
        now += chance.randrange(4 * MINUTE)
        _change_plan(steered, chance, str(number))
        tracks = ["", *(group.id for group in steered.held().plan.groups)]
        steered.do(chance.choice(steps), now, chance.choice(tracks))
        items = steered.held().plan.items
        if items and chance.random() < 0.3:
            steered.do(steering.jump, now, chance.choice(items).id)
        held = steered.held()
        expected = held.expectation(now)
        assert set(expected.items) == {item.id for item in held.plan.items}
        assert sum(turn.spoken for turn in held.turns(now)) >= 0
        plan = held.plan
        found = outcomes(held.slots, held.course, now, plan.start, plan.minutes, plan.day)
        assert {one.remedy for one in found} <= set(Remedy)
        if chance.random() < 0.2:
            steered.store.undo()


def _change_plan(steered: Steered, chance: random.Random, name: str) -> None:
    plan = steered.held().plan
    items, groups = [item.id for item in plan.items], [group.id for group in plan.groups]
    if len(items) < 3:
        steered.store.run(planning.AddItem(SESSION, name, minutes=5, id=name))
        return
    some = chance.sample(items, 2)
    changes = [
        planning.AddItem(SESSION, name, minutes=chance.choice([None, 0, 7]), after=some[0], id=name),
        planning.SplitItem(SESSION, some[0], name),
        planning.JoinItems(SESSION, some),
        planning.delete_items(some[:1]),
        planning.StepItems(SESSION, some, chance.choice([-2, -1, 1, 2])),
        planning.ShiftItems(SESSION, some, chance.choice([-1, 1])),
        planning.edit_item(some[0], segment=chance.choice(["breakout", "buffer", ""])),
        planning.edit_item(some[0], pinned_start=chance.choice([None, 900, 930, 1500])),
        *(planning.DeleteGroup(group) for group in groups if len(items) > len(ITEMS)),
    ]
    steered.store.run(chance.choice(changes))
