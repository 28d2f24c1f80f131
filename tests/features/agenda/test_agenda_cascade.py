"""Sixty items over three days and four groups: ten minutes more on the second move what follows, up to a hard start."""

from __future__ import annotations

import pytest

from facilitator.domain.identity import new_id
from facilitator.features.agenda import commands
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.features.conftest import SESSION
from tests.storage.content import rows_of

MORNING = 9 * 60


def plan_of(store: Store) -> Plan:
    """The plan as it is."""
    with store.read() as session:
        found = read_plan(session, SESSION)
    assert found
    return found


@pytest.fixture
def three_days(store: Store) -> list[str]:
    """The ids of the plenary's items of the first day: five, a hard start at 11:00, four more with groups in one."""
    store.run(
        SetFields(
            LearningSessionRecord,
            SESSION,
            {"start": MORNING, "date": "2026-10-24", "zone": "Europe/Madrid"},
            "Set",
        )
    )
    groups = [new_id() for _ in range(4)]
    for number, group in enumerate(groups):
        store.run(commands.AddGroup(SESSION, f"Group {number + 1}", group))
    first_day: list[str] = []
    for day in range(3):
        for number in range(8):
            pin = 1440 * day + MORNING if day and not number else 11 * 60 if not day and number == 5 else None
            segment = "breakout" if number == 3 else "city_round"
            item = new_id()
            store.run(
                commands.AddItem(
                    SESSION, f"Day {day + 1}, {number + 1}", segment, 24, pinned_start=pin, id=item
                )
            )
            if not day:
                first_day.append(item)
            for group in groups if number == 3 else ():
                for part in range(3):
                    pinned = 10 * 60 + 35 if group == groups[3] and part == 1 and not day else None
                    add = commands.AddItem(
                        SESSION, f"Part {part + 1}", "", 8, group, holder=item, pinned_start=pinned
                    )
                    if part:
                        last = [one.id for one in plan_of(store).items if one.group_id == group][-1]
                        add = commands.AddItem(
                            SESSION, f"Part {part + 1}", "", 8, group, last, pinned_start=pinned
                        )
                    store.run(add)
    assert len(plan_of(store).items) == 60
    return first_day


def starts(plan: Plan) -> dict[str, int | None]:
    """When each item begins, as the clock shows it."""
    return {item.id: item.start for item in plan.items}


def test_ten_minutes_more_move_each_later_soft_start_up_to_the_next_hard_one(
    store: Store, three_days: list[str]
) -> None:
    before, content = plan_of(store), rows_of(store)
    store.run(commands.edit_item(three_days[1], minutes=34))
    after = plan_of(store)
    moved = {key: (starts(after)[key] or 0) - (start or 0) for key, start in starts(before).items()}
    assert moved == {item.id: expected(item, before, three_days) for item in before.items}
    assert sum(by == 10 for by in moved.values()) == 3 + 4 * 3 - 2
    by_id = {item.id: item for item in after.items}
    assert by_id[three_days[5]].overlap == 10
    assert not any(item.overlap for item in before.items)
    assert [item.id for item in after.items if item.overlap and not item.group_id] == [three_days[5]]
    assert store.undo()
    assert rows_of(store) == content
    assert plan_of(store) == before
    assert store.redo()
    assert plan_of(store) == after


def expected(item: AgendaItemRow, before: Plan, first_day: list[str]) -> int:
    """By how much an item is to move: those of the plenary behind the second and before the hard start, and what groups
    do during one of them, up to a hard start of their own."""
    if not item.group_id:
        return 10 if item.id in first_day[2:5] else 0
    if item.holder_id != first_day[3]:
        return 0
    own = [one for one in before.items if (one.group_id, one.holder_id) == (item.group_id, item.holder_id)]
    pins = [number for number, one in enumerate(own) if one.pinned_start is not None]
    return 0 if pins and own.index(item) >= pins[0] else 10


def test_ten_minutes_less_leave_a_gap_before_the_hard_start(store: Store, three_days: list[str]) -> None:
    store.run(commands.edit_item(three_days[1], minutes=14))
    by_id = {item.id: item for item in plan_of(store).items}
    assert (by_id[three_days[5]].gap, by_id[three_days[5]].overlap) == (10, 0)


def test_an_item_added_after_others_were_deleted_stands_last(store: Store) -> None:
    ids = [new_id() for _ in range(4)]
    for item in ids[:3]:
        store.run(commands.AddItem(SESSION, id=item))
    store.run(commands.delete_items(ids[:1]))
    store.run(commands.AddItem(SESSION, id=ids[3]))
    assert [item.id for item in plan_of(store).items] == ids[1:]


def test_splitting_an_item_without_speakers_by_speakers_changes_nothing(store: Store) -> None:
    item = new_id()
    store.run(commands.AddItem(SESSION, minutes=10, id=item))
    before = rows_of(store)
    store.run(commands.SplitBySpeakers(SESSION, item, []))
    assert rows_of(store) == before


def test_copying_or_splitting_an_item_that_holds_groups_leaves_them_with_it(store: Store) -> None:
    group, holder, part = new_id(), new_id(), new_id()
    store.run(commands.AddGroup(SESSION, "A", group))
    store.run(commands.AddItem(SESSION, segment="breakout", minutes=20, id=holder))
    store.run(commands.AddItem(SESSION, group_id=group, holder=holder, id=part))
    store.run(commands.DuplicateItems(SESSION, [holder], [new_id()]))
    store.run(commands.SplitItem(SESSION, holder, new_id()))
    plan = plan_of(store)
    assert [item.holder_id for item in plan.items if item.group_id] == [holder]
    assert len(plan.items) == 4
