"""Lost time, shared out among those who are to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.agenda import Slot
from facilitator.domain.running.items import Expected
from facilitator.domain.running.planned import MINUTE


@dataclass(frozen=True)
class _Giver:
    """An item that can become shorter: its length and the most that it can give, in minutes."""

    item_id: str
    length: int
    most: int


def evenly(slots: Sequence[Slot], items: Mapping[str, Expected], minutes: int) -> dict[str, int]:
    """The lengths of the plenary's items to come when they give some minutes, each in proportion to its length, in
    whole minutes, none below one. Buffers and items with groups give nothing, nor what stands before a hard start that
    the session has to wait for: the end would be no earlier."""
    givers: list[_Giver] = []
    bounds: list[tuple[int, int]] = []
    fixed = _with_hard_starts_inside(slots)
    end = None
    for slot in slots:
        item = items[slot.id]
        if slot.track or not item.is_ahead:
            continue
        if slot.id in fixed or (end is not None and item.start is not None and item.start > end):
            givers, bounds = [], []
        elif slot.pinned_start is not None and item.start is not None and item.planned_start is not None:
            bounds.append((len(givers), max(0, item.start - item.planned_start) // MINUTE))
        if item.is_to_come and not slot.absorbs and not slot.holds_groups:
            length = item.length // MINUTE
            givers.append(_Giver(slot.id, length, max(0, length - max(1, -(-item.used // MINUTE)))))
        end = item.end
    for place in reversed(range(len(bounds) - 1)):
        bounds[place] = (bounds[place][0], min(bounds[place][1], bounds[place + 1][1]))
    given = _within(givers, minutes, bounds)
    return {giver.item_id: giver.length - less for giver, less in zip(givers, given, strict=True) if less}


def _with_hard_starts_inside(slots: Sequence[Slot]) -> set[str]:
    """The plenary's items below which a group has a hard start."""
    found, above = set(), ""
    for slot in slots:
        if not slot.track:
            above = slot.id
        elif slot.pinned_start is not None:
            found.add(above)
    return found


def _within(givers: Sequence[_Giver], minutes: int, bounds: Sequence[tuple[int, int]]) -> list[int]:
    """What each gives, where those before a hard start give no more together than it is late: ``bounds`` are the number
    of those, and the minutes."""
    given = _shares(givers, minutes)
    for number, (place, most) in enumerate(bounds):
        if sum(given[:place]) > most:
            later = [(one - place, limit - most) for one, limit in bounds[number + 1 :]]
            first = _within(givers[:place], most, bounds[:number])
            return first + _within(givers[place:], minutes - sum(first), later)
    return given


def _shares(givers: Sequence[_Giver], minutes: int) -> list[int]:
    """What each gives of some minutes, in proportion to its length: whole ones first, then one more where the most is
    owed."""
    total, weight = min(minutes, sum(giver.most for giver in givers)), sum(giver.length for giver in givers)
    given = [min(giver.most, total * giver.length // weight) for giver in givers] if weight else []
    for _ in range(total - sum(given)):
        able = [place for place, giver in enumerate(givers) if given[place] < giver.most]
        owed = max(able, key=lambda place: (total * givers[place].length - given[place] * weight, -place))
        given[owed] += 1
    return given or [0] * len(givers)
