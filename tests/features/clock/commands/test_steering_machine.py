"""Random steering of a session, beside somebody who looks on and writes down each second.

The onlooker writes, second by second, which item is under way on each track and whether it is paused, and adds that up
in the end. They know nothing of events. Long courses are steered without a library, which takes a hundredth of the
time; short ones in a real one, where each step is taken back and made again, and which is killed.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.domain.running import course_of, expectation, outcomes
from facilitator.features.clock import commands
from facilitator.reading.held import Held
from facilitator.storage.edits import AddRow, DeleteRows
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from facilitator.storage.store import Command, open_library
from tests.features.clock.commands.conftest import ITEMS, SESSION, Steered, plan_session
from tests.kit.clocks import HOUR, SECOND, YEAR, Computer
from tests.storage.model import empty_library

IDS = [item[0] for item in ITEMS]
tracks = st.sampled_from(["", "", "A", "B"])
Second = dict[str, tuple[str, bool]]
"""What an onlooker writes down: by track the item that is under way, and whether it is paused."""


@cache
def planned() -> tuple[bytes, Held]:
    """A library with the session planned in it, and the session."""
    folder = Path(tempfile.mkdtemp())
    path = folder / "library.lle"
    path.write_bytes(empty_library())
    store = open_library(path)
    store.run(AddRow(LearningSessionRecord, {"id": SESSION, "label": "8", "start": 900}, "Add"))
    store.run(AddRow(PersonRecord, {"id": "ada", "name": "Ada"}, "Add"))
    plan_session(store)
    held = Steered(store).held()
    store.close()
    library = path.read_bytes()
    shutil.rmtree(folder)
    return library, held


class SteeringMachine(RuleBasedStateMachine):
    """What the events tell agrees with the onlooker at every moment."""

    @initialize()
    def open(self) -> None:
        self.computer = Computer()
        self.time = self.computer.timekeeper()
        self.time.is_held = True
        self.seconds: list[Second] = []
        self.now: Second = {}
        self.held = planned()[1]

    @rule(track=tracks)
    def forward(self, track: str) -> None:
        self._do(commands.forward, track)

    @rule(track=tracks)
    def back(self, track: str) -> None:
        beside = {one: was for one, was in self.now.items() if one != track}
        self._do(commands.back, track)
        if track:
            assert {one: now for one, now in self.now.items() if one != track} == beside

    @rule(item_id=st.sampled_from(IDS))
    def jump(self, item_id: str) -> None:
        self._do(commands.jump, item_id)

    @rule(track=tracks)
    def pause(self, track: str) -> None:
        was = self.now.get(track)
        assert self._do(commands.pause, track) == (was is not None and not was[1])

    @rule(track=tracks)
    def resume(self, track: str) -> None:
        was = self.now.get(track)
        assert self._do(commands.resume, track) == (was is not None and was[1])

    @rule(track=st.sampled_from(["", "A"]), really=st.integers(0, 3))
    def end(self, track: str, really: int) -> None:
        if really == 3:
            self._do(commands.end, track)

    @rule(item_id=st.sampled_from(IDS), minutes=st.integers(1, 40))
    def give_length(self, item_id: str, minutes: int) -> None:
        self._do(commands.set_lengths, {item_id: minutes})
        assert item_id not in self.held.course.dropped

    @rule(item_id=st.sampled_from(IDS))
    def drop(self, item_id: str) -> None:
        self._do(commands.drop, [item_id])

    @rule(person=st.sampled_from(["ada", "bo", ""]), track=tracks)
    def floor(self, person: str, track: str) -> None:
        self._do(commands.give_floor, person, person, track)

    @rule(seconds=st.integers(1, 1200))
    def wait(self, seconds: int) -> None:
        self._pass(seconds)

    @rule(jump=st.sampled_from([HOUR, -HOUR, 10 * YEAR, -10 * YEAR]))
    def set_clock(self, jump: int) -> None:
        self.computer.set_clock(jump)

    @rule()
    def start_the_program_again(self) -> None:
        anchor = self.time.anchor()
        self.time = self.computer.timekeeper()
        assert self.time.count_on(anchor)
        self.time.is_held = True

    @invariant()
    def what_was_used_is_what_the_onlooker_counted(self) -> None:
        now, course = self.time.now(), self.held.course
        counted = Counter(item for second in self.seconds for item, paused in second.values() if not paused)
        for item_id in IDS:
            assert course.used(item_id, now) == counted[item_id] * SECOND
        assert {track: state.item_id for track, state in course.tracks.items() if state.stretch} == {
            track: item for track, (item, _) in self.now.items()
        }

    @invariant()
    def the_course_is_the_same_in_whatever_order_it_is_read(self) -> None:
        events = list(self.held.events)
        random.Random(len(events)).shuffle(events)
        assert course_of(events) == self.held.course

    @invariant()
    def turns_lie_within_what_was_used(self) -> None:
        now = self.time.now()
        spoken: Counter[str] = Counter()
        for turn in self.held.turns(now):
            assert 0 <= turn.spoken <= (turn.ended or now) - turn.began
            spoken[turn.item_id] += turn.spoken
        assert all(spoken[item_id] <= self.held.course.used(item_id, now) for item_id in IDS)

    @invariant()
    def what_is_expected_follows_what_is_under_way(self) -> None:
        now = self.time.now()
        expected = self.held.expectation(now)
        assert list(expected.items) == [item.id for item in self.held.plan.items]
        reached: dict[str, int] = {}
        for one in expected.items.values():
            states = [each.state for each in expected.items.values() if each.track == one.track]
            assert max(states.count("now"), states.count("next")) <= 1
            assert (one.state == "now") == (self.now.get(one.track, ("", False))[0] == one.item_id)
            assert (one.start is None) == (one.state in ("passed", "dropped"))
            if one.start is None or one.end is None:
                continue
            assert one.start <= one.end
            if one.is_to_come:
                assert max(now, reached.get(one.track, 0)) <= one.start
                assert one.end - one.start == one.left
            if one.is_ahead:
                reached[one.track] = max(now, one.end)
                assert one.state != "now" or one.end == now + max(0, one.left)
        running = now if self.held.course.is_running else None
        ahead = max(reached.values(), default=running)
        assert expected.end == (ahead if self.held.course.ended is None else self.held.course.ended)

    @rule()
    def what_a_remedy_promises_comes_about(self) -> None:
        held, now = self.held, self.time.now()
        late = held.expectation(now).late
        asked = (held.slots, held.course, now, held.plan.start, held.plan.minutes, held.plan.day)
        for outcome in outcomes(*asked):
            gained = sum(one.before - one.after for one in outcome.changes)
            if outcome.remedy.value in ("buffers", "evenly"):
                assert outcome.late < late
                assert late - outcome.late <= gained * 60 * SECOND
            if not outcome.changes:
                assert outcome.late == late
                continue
            changed = commands.decide(held, now, "Ann", outcome, "Remedy")
            assert isinstance(changed, commands.AddEvents)
            later = (held.slots, course_of([*held.events, *changed.events]), *asked[2:])
            assert expectation(*later).late == outcome.late

    def _do(self, gesture: Callable[..., Command | None], *more: object) -> bool:
        """Make a gesture a second after the one before."""
        self._pass(1)
        command = gesture(self.held, self.time.now(), "Ann", *more)
        if command is None:
            return False
        self.held = self._made(command)
        self._write_down(mistaken=isinstance(command, DeleteRows))
        return True

    def _made(self, command: Command) -> Held:
        """The session after a command."""
        if isinstance(command, DeleteRows):
            events = [one for one in self.held.events if one.id not in command.row_ids]
        else:
            assert isinstance(command, commands.AddEvents)
            events = [*self.held.events, *command.events]
        events.sort(key=lambda one: (one.at, one.id))
        return replace(self.held, events=tuple(events), course=course_of(events))

    def _write_down(self, *, mistaken: bool) -> None:
        """Look on. What was begun by mistake never was: since then, what was before it went on."""
        tracks = self.held.course.tracks
        now = {
            track: (state.item_id, state.paused_since is not None)
            for track, state in tracks.items()
            if state.stretch
        }
        changed = [
            track for track in {*now, *self.now} if now.get(track, ("",))[0] != self.now.get(track, ("",))[0]
        ]
        for track in changed if mistaken else ():
            was = self.now.get(track, ("", False))[0]
            for second in reversed(self.seconds[-10:]):
                if second.get(track, ("", False))[0] != was:
                    break
                second.pop(track, None)
                if track in now:
                    second[track] = now[track]
        self.now = now

    def _pass(self, seconds: int) -> None:
        self.seconds += [dict(self.now) for _ in range(seconds)]
        self.computer.wait(seconds * SECOND)


class LibraryMachine(SteeringMachine):
    """The same in a real library."""

    @initialize()
    def open(self) -> None:
        super().open()
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "library.lle"
        self.path.write_bytes(planned()[0])
        self.steered = Steered(open_library(self.path))
        self.was_killed = False

    @precondition(lambda self: not self.was_killed)  # opening a library takes as long as a dozen steps
    @rule()
    def kill(self) -> None:
        self.was_killed = True
        self.steered.store.close()
        self.steered = Steered(open_library(self.path))
        assert self.steered.held() == self.held

    def _made(self, command: Command) -> Held:
        self.steered.store.run(command)
        assert self.steered.store.undo()
        assert self.steered.held() == self.held
        assert self.steered.store.redo()
        after = self.steered.held()
        assert after == super()._made(command)
        return after

    def teardown(self) -> None:
        self.steered.store.close()
        shutil.rmtree(self.folder, ignore_errors=True)


TestSteering = SteeringMachine.TestCase
TestSteering.settings = settings(
    max_examples=50, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
TestSteeringInALibrary = LibraryMachine.TestCase
TestSteeringInALibrary.settings = settings(
    max_examples=4, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
