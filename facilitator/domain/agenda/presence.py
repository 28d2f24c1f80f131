"""Who is to be in two places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Presence:
    """A person somewhere from ``begins`` to ``ends``, in elapsed minutes (see ``LocalDay``).

    ``track`` is the group, empty for the plenary. ``item_id`` is the item, empty for someone who leads a group through
    a whole round; ``within`` is the plenary's item that holds the round. ``key`` is the caller's.
    """

    key: str
    person_id: str
    track: str
    item_id: str
    within: str
    begins: int
    ends: int


def clashes(presences: Iterable[Presence]) -> Iterator[tuple[Presence, Presence]]:
    """The pairs of places in which a person is to be at once, the earlier one first.

    Items of one track follow each other, and one that runs into the next is an overlap of the plan, not a clash of
    people; and who is on the item that holds the groups can be in a group.
    """
    by_person: dict[str, list[Presence]] = defaultdict(list)
    for presence in presences:
        if presence.ends > presence.begins:
            by_person[presence.person_id].append(presence)
    for places in by_person.values():
        yield from _clashes_of_one(sorted(places, key=lambda one: (one.begins, one.ends)))


def _clashes_of_one(places: list[Presence]) -> Iterator[tuple[Presence, Presence]]:
    still: list[Presence] = []
    for presence in places:
        still = [one for one in still if one.ends > presence.begins]
        for one in still:
            if one.track != presence.track and not _holds(one, presence) and not _holds(presence, one):
                yield one, presence
        still.append(presence)


def _holds(one: Presence, other: Presence) -> bool:
    """Whether the one is the item during which the other's group meets."""
    return bool(one.item_id) and one.item_id == other.within
