"""Deciding about the time to come, and who has the floor; as in ``steering``, None where nothing changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.domain.identity import new_id
from facilitator.domain.running import Event, EventKind, Outcome, decided
from facilitator.features.clock.commands.beginning import title_of
from facilitator.features.clock.commands.events import AddEvents, with_ids
from facilitator.reading.held import Held
from facilitator.storage.store import Command
from facilitator.translation import ntr, tr


def give_floor(
    held: Held, at: int, author: str, person_id: str, name: str, track: str = ""
) -> Command | None:
    """Give a person the floor, or nobody (``person_id`` empty); None when they have it, or nothing is under way."""
    turns = [one for one in held.turns(at) if one.track == track and one.ended is None]
    if held.course.track(track).stretch is None or person_id == (turns[-1].person_id if turns else ""):
        return None
    label = tr("{name} has the floor").format(name=name) if person_id else tr("Nobody has the floor")
    return _add(held, [Event("", at, EventKind.FLOOR, track, person_id=person_id)], author, label)


def set_lengths(held: Held, at: int, author: str, minutes: Mapping[str, int]) -> Command | None:
    """Expect other lengths of items, in minutes by item; one that was dropped is to be held again."""
    expected = held.expectation(at).items
    events = [
        Event("", at, EventKind.LENGTH, minutes=length, item_id=item_id)
        for item_id, length in minutes.items()
        if held.course.lengths.get(item_id, expected[item_id].length // 60_000) != length
        or item_id in held.course.dropped
    ]
    label = ntr("Length of an item", "Lengths of {count} items", len(events)).format(count=len(events))
    return _add(held, events, author, label) if events else None


def drop(held: Held, at: int, author: str, item_ids: Sequence[str]) -> Command | None:
    """Leave out items to come; what was held or is dropped already stays as it is."""
    expected = held.expectation(at).items
    dropped = [item_id for item_id in item_ids if expected[item_id].is_to_come]
    events = [Event("", at, EventKind.DROPPED, item_id=item_id) for item_id in dropped]
    names = ", ".join(title_of(held, item_id) for item_id in dropped)
    return _add(held, events, author, tr("Drop: {item}").format(item=names)) if events else None


def decide(held: Held, at: int, author: str, outcome: Outcome, label: str) -> Command | None:
    """Let a remedy come about; None where it leaves all as it is."""
    events = decided(outcome, at, new_id)
    return _add(held, events, author, label) if events else None


def _add(held: Held, events: Sequence[Event], author: str, label: str) -> Command:
    return AddEvents(held.plan.session_id, with_ids(events), author, label)
