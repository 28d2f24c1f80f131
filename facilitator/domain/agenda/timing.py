"""When each item of an agenda begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from facilitator.domain.agenda.clocks import DAY, LocalDay

NIGHT = 4 * 60
"""Minutes from which on a pause into another day is the night between them, and no gap in the plan."""


@dataclass(frozen=True)
class Slot:
    """What timing needs of an item: its track (empty for the plenary), length and hard start.

    ``minutes`` is None where no length is planned. ``pinned_start`` is a wall minute (see ``LocalDay``).
    ``holds_groups`` marks the plenary's item during which the groups meet; ``absorbs`` marks a buffer.
    """

    id: str
    track: str = ""
    minutes: int | None = None
    pinned_start: int | None = None
    holds_groups: bool = False
    absorbs: bool = False


@dataclass(frozen=True)
class Timing:
    """Start and end in elapsed minutes (see ``LocalDay``), or None where no start is known.

    ``minutes`` is the length that holds: a buffer's may be less than planned, and an item that holds groups and has no
    length of its own is as long as the longest of them. ``gap`` is the time that nothing is planned for before a hard
    start, ``overlap`` the time by which what comes before runs into it, ``late`` the time by which a group ends after
    the plenary went on, all in minutes. Nothing comes before the first item: a technical check may begin before the
    session does. ``night`` says that the gap is the night before another day.
    """

    start: int | None
    end: int | None
    minutes: int = 0
    gap: int = 0
    overlap: int = 0
    late: int = 0
    night: bool = False


def timings(
    slots: Sequence[Slot],
    session_start: int | None,
    slot_minutes: int | None = None,
    day: LocalDay | None = None,
) -> dict[str, Timing]:
    """The timing of each item by its id.

    Items follow each other within their track; a hard start holds. Groups meet during the plenary's item that holds
    groups and stands last before their items (or first, where none stands before), and begin with it; where there is
    no such item, they begin where the plenary's items before them end. Where the items before a hard start, the end of
    the slot, or the end of the item that holds the groups would run over it, the buffers among them become shorter,
    the last one first, so that as few starts as possible move. ``session_start`` is a wall minute, ``slot_minutes`` the
    length of the session's slot.
    """
    cascade = _Cascade(slots, day or LocalDay())
    cascade.run(session_start, slot_minutes)
    return cascade.found


@dataclass
class _Cascade:
    slots: Sequence[Slot]
    day: LocalDay
    found: dict[str, Timing] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rounds: dict[str, dict[str, list[Slot]]] = {}
        """The groups' items by the id of the item that holds them (empty where there is none) and by track."""
        self._came_to: dict[str, int | None] = {}
        """Where each group has come to, over all rounds."""
        holders = [slot.id for slot in self.slots if slot.holds_groups and not slot.track]
        holder = holders[0] if holders else ""
        for slot in self.slots:
            if slot.track:
                self._rounds.setdefault(holder, {}).setdefault(slot.track, []).append(slot)
            elif slot.holds_groups:
                holder = slot.id

    def run(self, session_start: int | None, slot_minutes: int | None) -> None:
        start = None if session_start is None else self.day.elapsed(session_start)
        end = None if start is None or slot_minutes is None else start + slot_minutes
        plenary = [slot for slot in self.slots if not slot.track]
        before = start
        if start is not None and plenary and plenary[0].pinned_start is not None:
            before = min(start, self.day.elapsed(plenary[0].pinned_start))
        self._place(plenary, start, before, end)
        for items in self._rounds.get("", {}).values():
            begins = self._plenary_end_before(items[0], start)
            self._place(items, begins, begins, None)

    def _plenary_end_before(self, item: Slot, start: int | None) -> int | None:
        end = start
        for slot in self.slots:
            if slot is item:
                break
            if not slot.track:
                end = self.found[slot.id].end
        return end

    def _place(
        self, items: Sequence[Slot], now: int | None, before: int | None, limit: int | None
    ) -> int | None:
        """Time the items of one track from ``now`` on; its end. ``before`` is where what comes before ended, ``limit``
        the end that the buffers behind the last hard start keep to."""
        for stretch, following in _stretches(items):
            if stretch[0].pinned_start is not None:
                now = self.day.elapsed(stretch[0].pinned_start)
            until = limit if following is None else self.day.elapsed(following)
            lengths = self._fitted(stretch, now, until)
            for item, planned in zip(stretch, lengths, strict=True):
                minutes = self._place_groups(item, now, planned)
                self.found[item.id] = self._timing(item, now, minutes, before)
                now = before = self.found[item.id].end
        return now

    def _timing(self, item: Slot, start: int | None, minutes: int, before: int | None) -> Timing:
        if start is None:
            return Timing(None, None, minutes)
        before = start if before is None else before
        gap = max(0, start - before) if item.pinned_start is not None else 0
        night = gap >= NIGHT and self.day.wall(before) // DAY < self.day.wall(start) // DAY
        return Timing(start, start + minutes, minutes, gap, max(0, before - start), night=night)

    def _fitted(self, items: Sequence[Slot], start: int | None, until: int | None) -> list[int]:
        """The length of each item, where buffers gave what is over, the last one first. None gives what helps nothing:
        groups that wait for a hard start of their own end no earlier when they begin earlier."""
        given = [0] * len(items)
        lengths = self._lengths(items, start, given)
        if start is None or until is None:
            return lengths
        for number in reversed(range(len(items))):
            over = start + sum(lengths) - until
            if over > 0 and items[number].absorbs:
                given[number] = min(over, lengths[number])
                given[number] = sum(lengths) - sum(self._lengths(items, start, given))
                lengths = self._lengths(items, start, given)
        return lengths

    def _lengths(self, items: Sequence[Slot], start: int | None, given: Sequence[int]) -> list[int]:
        """The planned length of each item, less what it gave; of one that holds groups and has no length, that of the
        longest of them."""
        lengths, now = [], start
        for item, less in zip(items, given, strict=True):
            planned = self._longest(item, now) if item.minutes is None else item.minutes
            lengths.append(planned - less)
            now = None if now is None else now + lengths[-1]
        return lengths

    def _longest(self, holder: Slot, start: int | None) -> int:
        """The minutes that the groups need which meet during an item; 0 where it holds none."""
        alone = _Cascade((), self.day)
        longest = 0
        for items in self._rounds.get(holder.id, {}).values():
            end = alone._place(items, start, start, None)
            needed = sum(alone.found[item.id].minutes for item in items)
            longest = max(longest, needed if start is None or end is None else end - start)
        return longest

    def _place_groups(self, holder: Slot, start: int | None, planned: int) -> int:
        """Time the groups that meet during an item; the item's length."""
        rounds = self._rounds.get(holder.id)
        if rounds is None:
            return planned
        minutes = self._longest(holder, start) if holder.minutes is None else planned
        limit = None if start is None or holder.minutes is None else start + minutes
        for track, items in rounds.items():
            earlier = self._came_to.get(track)
            before = start if start is None or earlier is None else max(start, earlier)
            end = self._came_to[track] = self._place(items, start, before, limit)
            if limit is not None and end is not None and end > limit:
                self.found[items[-1].id] = replace(self.found[items[-1].id], late=end - limit)
        return minutes


def _stretches(items: Sequence[Slot]) -> Iterator[tuple[list[Slot], int | None]]:
    """The items from each hard start to the next, and the wall minute of that next one."""
    first = 0
    for number in range(1, len(items) + 1):
        if number == len(items):
            yield list(items[first:]), None
        elif (pin := items[number].pinned_start) is not None:
            yield list(items[first:number]), pin
            first = number
