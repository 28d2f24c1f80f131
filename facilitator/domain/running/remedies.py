"""What can be done when a session runs late, and what would come of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.domain.agenda import LocalDay, Slot
from facilitator.domain.running.course import Course
from facilitator.domain.running.events import Event, EventKind
from facilitator.domain.running.expected import Expectation, expectation
from facilitator.domain.running.items import Expected
from facilitator.domain.running.planned import MINUTE
from facilitator.domain.running.sharing import evenly

MOST_DROPS = 20
"""So many items to come, at most, are offered to be dropped besides those that are asked for."""


class Remedy(StrEnum):
    """The ways."""

    PUSH = "push"
    """Leave all lengths: everything to come moves, and the session ends later."""
    BUFFERS = "buffers"
    """Take the time from the buffers to come, the last one first, as far as they hold it."""
    EVENLY = "evenly"
    """Shorten the items to come, each in proportion to its length, in whole minutes, none below one minute. Buffers and
    what is under way keep theirs, and so do items that hold groups, whose lengths are their groups'."""
    DROP = "drop"
    """Leave out one item to come."""


@dataclass(frozen=True)
class Change:
    """What a remedy changes: an item's expected length in minutes, before and after. 0 after: it is dropped."""

    item_id: str
    before: int
    after: int


@dataclass(frozen=True)
class Outcome:
    """What would come of a remedy: its changes, and the session's expected end (milliseconds since 1970-01-01 UTC) and
    lateness (milliseconds, negative for early) with them."""

    remedy: Remedy
    changes: tuple[Change, ...]
    end: int | None
    late: int


@dataclass(frozen=True)
class _Asked:
    """A moment of a session, of which to ask what if."""

    slots: Sequence[Slot]
    course: Course
    now: int
    session_start: int | None
    slot_minutes: int | None
    day: LocalDay

    def told(self, changes: Mapping[str, int]) -> Expectation:
        """What is to be expected with other lengths (minutes by item; 0: dropped)."""
        course = replace(
            self.course,
            lengths={
                **self.course.lengths,
                **{item_id: after for item_id, after in changes.items() if after},
            },
            dropped=self.course.dropped | {item_id for item_id, after in changes.items() if not after},
        )
        return expectation(self.slots, course, self.now, self.session_start, self.slot_minutes, self.day)

    def outcome(self, remedy: Remedy, before: Expectation, changes: Mapping[str, int]) -> Outcome:
        told = self.told(changes)
        made = tuple(
            Change(item_id, _minutes(before.items[item_id].length), after)
            for item_id, after in changes.items()
        )
        return Outcome(remedy, made, told.end, told.late)


def outcomes(
    slots: Sequence[Slot],
    course: Course,
    now: int,
    session_start: int | None,
    slot_minutes: int | None,
    day: LocalDay,
    *,
    asked_for: Collection[str] = (),
) -> tuple[Outcome, ...]:
    """What each remedy would bring at a moment, for the plenary: push first, then buffers and evenly where they help,
    then one for each item to come that could be dropped, the one first that fits the lateness best. Of many items those
    are offered whose lengths are nearest to what is over, and those that are ``asked_for`` by their ids."""
    asked = _Asked(slots, course, now, session_start, slot_minutes, day)
    before = asked.told({})
    coming = [slot for slot in slots if not slot.track and before.items[slot.id].is_to_come]
    found = [asked.outcome(Remedy.PUSH, before, {})]
    if before.late > 0:
        shorter = {
            Remedy.BUFFERS: _from_buffers(asked, before, [slot.id for slot in coming if slot.absorbs]),
            Remedy.EVENLY: evenly(slots, before.items, -(-before.late // MINUTE)),
        }
        helped = [asked.outcome(remedy, before, changes) for remedy, changes in shorter.items()]
        found += [outcome for outcome in helped if outcome.late < before.late]
    could = sorted(
        (slot.id for slot in coming if not slot.absorbs),
        key=lambda item_id: (item_id not in asked_for, abs(before.late - before.items[item_id].left)),
    )
    offered = could[: MOST_DROPS + len(asked_for)]
    drops = [asked.outcome(Remedy.DROP, before, {item_id: 0}) for item_id in offered]
    return (*found, *sorted(drops, key=lambda one: abs(one.late)))


def decided(outcome: Outcome, at: int, new_id: Callable[[], str]) -> tuple[Event, ...]:
    """The events by which an outcome comes about from a moment on."""
    return tuple(
        Event(
            new_id(),
            at,
            EventKind.LENGTH if change.after else EventKind.DROPPED,
            item_id=change.item_id,
            minutes=change.after or None,
        )
        for change in outcome.changes
    )


def _from_buffers(asked: _Asked, before: Expectation, buffers: Sequence[str]) -> dict[str, int]:
    """The lengths of buffers that gave what is over, the last one first. None gives what helps nothing: behind it the
    session may wait for a hard start."""
    changes: dict[str, int] = {}
    late = before.late
    for item_id in reversed(buffers):
        if late <= 0:
            break
        item = before.items[item_id]
        given = min(-(-late // MINUTE), max(0, item.left) // MINUTE)
        gained = late - asked.told({**changes, item_id: _less(item, given)}).late
        given = min(given, gained // MINUTE)
        if given > 0:
            changes[item_id] = _less(item, given)
            late = asked.told(changes).late
    return {item_id: changes[item_id] for item_id in buffers if item_id in changes}


def _less(item: Expected, minutes: int) -> int:
    """The length of an item without some minutes; 0, so that it is dropped, where nothing is left of it."""
    return 0 if minutes * MINUTE >= item.left and not item.used else _minutes(item.length) - minutes


def _minutes(length: int) -> int:
    return round(length / MINUTE)
