"""Random gestures on the agenda of a real library: nothing is lost, the order stays the one that is read, and each
gesture is one step that undo takes back and redo makes again."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from facilitator.domain.agenda import LocalDay
from facilitator.domain.identity import new_id
from facilitator.features.agenda import commands
from facilitator.reading.plan import read_plan, slot_of
from facilitator.reading.plan_rows import AgendaItemRow, Plan
from facilitator.storage.store import Store, open_library
from tests.domain.agenda.oracle import Oracle, elapsed_of
from tests.domain.agenda.plans import DAYS, wall_minutes
from tests.storage.content import Rows, add_person, add_session, rows_of
from tests.storage.model import empty_library

_SEGMENTS = ["", "city_round", "breakout", "buffer"]


class AgendaMachine(RuleBasedStateMachine):
    """What people may do to an agenda."""

    @initialize(
        day=st.sampled_from(DAYS), start=st.none() | wall_minutes, minutes=st.none() | st.integers(0, 200)
    )
    def open_a_library(self, day: LocalDay, start: int | None, minutes: int | None) -> None:
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "library.lle"
        path.write_bytes(empty_library())
        self.store: Store = open_library(path)
        self.day, self.minutes = day, minutes
        self.session = add_session(self.store, date=day.date, zone=day.zone, start=start, minutes=minutes)
        self.people = [add_person(self.store, name) for name in ("Ada", "Bo", "Cy")]
        self.ids: set[str] = set()
        self.groups: list[str] = []
        for name in "AB":
            self._group(name)
        for number in range(3):
            self._item(f"Item {number}", "breakout" if number == 1 else "", 10, None, "", "")

    def _plan(self) -> Plan:
        with self.store.read() as session:
            found = read_plan(session, self.session)
        assert found
        return found

    def _run(self, command: Any) -> tuple[Rows, Rows]:
        """Run a command, take it back and make it again; the content before and after."""
        before = rows_of(self.store)
        changes = self.store.run(command)
        after = rows_of(self.store)
        if changes:
            assert self.store.undo()
            assert rows_of(self.store) == before
            assert self.store.redo()
            assert rows_of(self.store) == after
        else:
            assert before == after
        return before, after

    def _group(self, name: str) -> None:
        self.groups.append(new_id())
        self._run(commands.AddGroup(self.session, name, self.groups[-1]))

    def _item(
        self, title: str, segment: str, minutes: int | None, group: str | None, after: str, holder: str
    ) -> None:
        row_id = new_id()
        self._run(
            commands.AddItem(self.session, title, segment, minutes, group or None, after, holder, id=row_id)
        )
        self.ids.add(row_id)

    def _some(self, data: st.DataObject) -> list[AgendaItemRow]:
        items = self._plan().items
        places = st.lists(st.integers(0, max(0, len(items) - 1)), unique=True, min_size=1, max_size=3)
        return [items[place] for place in data.draw(places)] if items else []

    def _one_of(self, data: st.DataObject, *choices: str) -> str:
        return choices[data.draw(st.integers(0, len(choices) - 1))]

    @rule(data=st.data(), segment=st.sampled_from(_SEGMENTS), minutes=st.none() | st.integers(0, 30))
    def add_item(self, data: st.DataObject, segment: str, minutes: int | None) -> None:
        if len(self.ids) < 14:
            group = self._one_of(data, "", *self.groups)
            same = [item.id for item in self._plan().items if item.group_id == group]
            holder = self._one_of(data, "", *(one.id for one in self._plan().items if not one.group_id))
            after = self._one_of(data, "", *same)
            self._item("New", segment, minutes, group, after, holder)
            order = [item.id for item in self._plan().items if item.group_id == group]
            if after:
                assert set(order) - set(same) == {order[order.index(after) + 1]}

    @rule(data=st.data(), places=st.integers(-3, 3))
    def step(self, data: st.DataObject, places: int) -> None:
        self._run(commands.StepItems(self.session, [item.id for item in self._some(data)], places))

    @rule(data=st.data(), tracks=st.integers(-3, 3))
    def shift(self, data: st.DataObject, tracks: int) -> None:
        self._run(commands.ShiftItems(self.session, [item.id for item in self._some(data)], tracks))

    @rule(data=st.data())
    def place(self, data: st.DataObject) -> None:
        ids = [item.id for item in self._some(data)]
        group, everything = self._one_of(data, "", *self.groups), [item.id for item in self._plan().items]
        after, holder = self._one_of(data, "", *everything), self._one_of(data, "", *everything)
        self._run(commands.PlaceItems(self.session, ids, group, after, holder))

    @rule(data=st.data())
    def duplicate(self, data: st.DataObject) -> None:
        items, plan = self._some(data), self._plan()
        if not items or len(self.ids) > 14:
            return
        copies = {item.id: new_id() for item in items}
        self._run(commands.DuplicateItems(self.session, list(copies), list(copies.values())))
        self.ids |= set(copies.values())
        now = {item.id: item for item in self._plan().items}
        for item_id, copy in copies.items():
            track = [one for one in now if now[one].group_id == now[item_id].group_id]
            assert track[track.index(item_id) + 1] == copy
            assert (now[copy].title, now[copy].minutes) == (now[item_id].title, now[item_id].minutes)
            assert now[copy].speakers == now[item_id].speakers
            assert now[copy].pinned_start is None
        for item in plan.items:
            assert now[item.id].holder_id == item.holder_id, "a copy took the groups away"

    @rule(data=st.data(), first=st.none() | st.integers(0, 40))
    def split(self, data: st.DataObject, first: int | None) -> None:
        for item in self._some(data)[:1]:
            new = new_id()
            self._run(commands.SplitItem(self.session, item.id, new, first))
            self.ids.add(new)
            now = {one.id: one for one in self._plan().items}
            whole = (first or 0) if item.minutes is None else item.minutes
            assert sum(now[one].minutes or 0 for one in (item.id, new)) == whole
            assert (*now[item.id].speakers, *now[new].speakers) == item.speakers

    @rule(data=st.data())
    def split_by_speakers(self, data: st.DataObject) -> None:
        for item in self._some(data)[:1]:
            new = [new_id() for _ in item.speakers[1:]]
            self._run(commands.SplitBySpeakers(self.session, item.id, new))
            self.ids |= set(new)
            now = {one.id: one for one in self._plan().items}
            assert tuple(name for one in (item.id, *new) for name in now[one].speakers) == item.speakers

    @rule(data=st.data())
    def join(self, data: st.DataObject) -> None:
        chosen = {item.id for item in self._some(data)}
        items = [item for item in self._plan().items if item.id in chosen]
        self._run(commands.JoinItems(self.session, [item.id for item in items]))
        if items:
            self.ids -= {item.id for item in items[1:]}
            (kept,) = (item for item in self._plan().items if item.id == items[0].id)
            assert (kept.minutes or 0) == sum(item.minutes or 0 for item in items)
            assert kept.speakers == tuple(name for item in items for name in item.speakers)

    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        ids = [item.id for item in self._some(data)]
        before = [item.id for item in self._plan().items if not item.group_id]
        self._run(commands.delete_items(ids))
        self.ids -= set(ids)
        assert [item.id for item in self._plan().items if not item.group_id] == [
            one for one in before if one not in ids
        ]

    @rule(
        data=st.data(),
        values=st.fixed_dictionaries(
            {}, optional={"minutes": st.none() | st.integers(0, 60), "segment": st.sampled_from(_SEGMENTS)}
        ),
        pin=st.none() | st.none() | wall_minutes,
    )
    def edit(self, data: st.DataObject, values: dict[str, Any], pin: int | None) -> None:
        self._run(commands.edit_items([item.id for item in self._some(data)], **values, pinned_start=pin))

    @rule(data=st.data(), person=st.integers(0, 2))
    def add_speaker(self, data: st.DataObject, person: int) -> None:
        for item in self._some(data)[:1]:
            self._run(commands.AddAppearance(self.session, item.id, self.people[person]))

    @rule()
    def add_group(self) -> None:
        if len(self.groups) < 4:
            self._group(f"Group {len(self.groups)}")

    @rule(data=st.data(), places=st.integers(-3, 3))
    def move_group(self, data: st.DataObject, places: int) -> None:
        if self.groups:
            group = self._one_of(data, *self.groups)
            self._run(commands.MoveGroup(self.session, group, places))

    @rule(data=st.data())
    def delete_group(self, data: st.DataObject) -> None:
        if self.groups:
            group = self._one_of(data, *self.groups)
            self._run(commands.DeleteGroup(group))
            self.groups.remove(group)

    @invariant()
    def nothing_is_lost_or_doubled(self) -> None:
        if hasattr(self, "store"):
            plan = self._plan()
            assert sorted(item.id for item in plan.items) == sorted(self.ids)
            assert {group.id for group in plan.groups} == set(self.groups)

    @invariant()
    def the_file_has_the_items_in_the_order_in_which_they_are_read(self) -> None:
        if hasattr(self, "store"):
            positions = [item.position for item in self._plan().items]
            assert positions == sorted(set(positions))

    @invariant()
    def the_times_are_those_that_a_second_way_of_working_them_out_gives(self) -> None:
        if hasattr(self, "store"):
            plan = self._plan()
            expected = Oracle(
                [slot_of(item) for item in plan.items],
                plan.start,
                plan.minutes,
                lambda wall: elapsed_of(self.day.date, self.day.zone, wall),
            ).tell()
            assert {item.id: (item.begins, item.ends, item.length) for item in plan.items} == {
                key: (one.start, one.end, one.minutes) for key, one in expected.items()
            }

    def teardown(self) -> None:
        if hasattr(self, "store"):
            while self.store.undo():
                pass
            content = rows_of(self.store)
            assert not content["agenda_item"]
            assert not content["breakout_group"]
            self.store.close()
            shutil.rmtree(self.folder)


# Shrinking a failure takes minutes and tells little more: the steps are few.
TestAgendaMachine = AgendaMachine.TestCase
TestAgendaMachine.settings = settings(
    max_examples=20,
    stateful_step_count=12,
    deadline=None,
    report_multiple_bugs=False,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
