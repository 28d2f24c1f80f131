"""When each item of an agenda begins and ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Slot:
    """What timing needs of an item: its track (empty for the plenary), length and hard start, in minutes.

    ``pinned_start`` counts from midnight of the session's date. ``holds_groups`` marks the plenary's item during which
    the groups meet.
    """

    id: str
    track: str = ""
    minutes: int | None = None
    pinned_start: int | None = None
    holds_groups: bool = False


@dataclass(frozen=True)
class Timing:
    """Start and end in minutes after midnight of the session's date, or None where no start is known.

    ``gap`` is the time that nothing is planned for before a hard start, ``overlap`` the time by which what comes
    before runs into it, both in minutes.
    """

    start: int | None
    end: int | None
    gap: int = 0
    overlap: int = 0


def timings(slots: Sequence[Slot], session_start: int | None) -> dict[str, Timing]:
    """The timing of each item by its id. Items follow each other within their track; a hard start holds.

    Groups begin with the first plenary item that holds groups, or else where the plenary's items before them end.
    """
    found = _track((slot for slot in slots if not slot.track), session_start)
    groups_start = next(
        (found[slot.id].start for slot in slots if slot.holds_groups and not slot.track), None
    )
    for track in dict.fromkeys(slot.track for slot in slots if slot.track):
        start = (
            groups_start
            if groups_start is not None
            else _plenary_end_before(slots, track, found, session_start)
        )
        found.update(_track((slot for slot in slots if slot.track == track), start))
    return found


def _plenary_end_before(
    slots: Sequence[Slot], track: str, found: dict[str, Timing], session_start: int | None
) -> int | None:
    end = session_start
    for slot in slots:
        if slot.track == track:
            break
        if not slot.track:
            end = found[slot.id].end
    return end


def _track(slots: Iterable[Slot], start: int | None) -> dict[str, Timing]:
    found = {}
    now = start
    for slot in slots:
        gap = overlap = 0
        if slot.pinned_start is not None:
            if now is not None:
                gap, overlap = max(0, slot.pinned_start - now), max(0, now - slot.pinned_start)
            now = slot.pinned_start
        end = None if now is None else now + (slot.minutes or 0)
        found[slot.id] = Timing(now, end, gap, overlap)
        now = end
    return found


def planned_minutes(slots: Iterable[Slot]) -> int:
    """The minutes that the plenary's items take together."""
    return sum(slot.minutes or 0 for slot in slots if not slot.track)
