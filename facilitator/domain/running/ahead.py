"""The walk through an agenda from what is under way to its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from facilitator.domain.agenda import Slot
from facilitator.domain.running.course import Course
from facilitator.domain.running.history import History
from facilitator.domain.running.items import DONE, DROPPED, LATER, NEXT, NOW, PASSED, Expected
from facilitator.domain.running.planned import MINUTE, PlannedTimes


@dataclass
class Ahead:
    """Finds what is to be expected of each item at a moment."""

    slots: Sequence[Slot]
    course: Course
    now: int
    plan: PlannedTimes
    found: dict[str, Expected] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._rounds: dict[str, dict[str, list[Slot]]] = {}
        """The groups' items by the id of the item that holds them (empty where there is none) and by track."""
        self._holders: dict[str, str] = {}
        holders = [slot.id for slot in self.slots if slot.holds_groups and not slot.track]
        holder = holders[0] if holders else ""
        for slot in self.slots:
            if slot.track:
                self._holders[slot.id] = holder
                self._rounds.setdefault(holder, {}).setdefault(slot.track, []).append(slot)
            elif slot.holds_groups:
                holder = slot.id
        self._history = History(self.slots, self._holders, self.course)

    def walk(self) -> None:
        """Go through the whole agenda."""
        plenary = [slot for slot in self.slots if not slot.track]
        is_open = self.course.ended is None
        begun = self.course.began is not None
        first = 0 if begun else self._first(plenary)
        for slot in plenary[:first]:
            self._over(slot, None)
        rest = plenary[first:]
        self._track(rest, self.now if begun else self._begins(rest), is_open=is_open, is_live=True)
        for items in self._rounds.get("", {}).values():
            self._beside(items, is_open=is_open)

    def _first(self, plenary: Sequence[Slot]) -> int:
        """The place of the item with which the session will begin: what lies before the session itself (a technical
        check) and should be over is passed."""
        for number, slot in enumerate(plenary):
            end = self.plan.ends[slot.id]
            if self.plan.start is None or end is None or end > self.plan.start or end > self.now:
                return number
        return len(plenary)

    def _begins(self, items: Sequence[Slot]) -> int | None:
        """When a session that has not begun will."""
        wanted = [self.plan.starts[slot.id] for slot in items if slot.id not in self.course.dropped]
        return None if not wanted or wanted[0] is None else max(self.now, wanted[0])

    def _beside(self, items: Sequence[Slot], *, is_open: bool) -> None:
        """Groups that no item holds begin where the plenary's items before them end."""
        at = self.now if self.course.began is not None else self.plan.start
        at = None if at is None else max(at, self.now)
        for slot in self.slots:
            if slot is items[0]:
                break
            if not slot.track and self.found[slot.id].is_ahead:
                at = self.found[slot.id].end
        self._group(items, at, is_open=is_open, is_live=self.course.is_running)

    def _group(self, items: Sequence[Slot], at: int | None, *, is_open: bool, is_live: bool) -> int | None:
        """A group's items of one round; as ``_track``."""
        state = self.course.track(items[0].track)
        if any(slot.id == state.item_id for slot in items):
            is_open = is_live = True
        elif is_live and state.ended and any(self._history.held(slot.id) for slot in items):
            is_open, at = False, None
        return self._track(items, at, is_open=is_open, is_live=is_live)

    def _track(self, items: Sequence[Slot], at: int | None, *, is_open: bool, is_live: bool) -> int | None:
        """Items that follow each other from ``at`` on: all that are to come where they are open, and the first of those
        is next where they are live. Gives where they end; before now where the last of them is over its length."""
        under_way = self.course.track(items[0].track).item_id if items else ""
        reached = max((place for place, slot in enumerate(items) if self._history.held(slot.id)), default=-1)
        reached = next((place for place, slot in enumerate(items) if slot.id == under_way), reached)
        for place, slot in enumerate(items):
            is_unfinished = not self._history.held(slot.id) or self._history.was_broken_off(slot.id)
            if slot.id == under_way:
                at = self._under_way(slot)
            elif place < reached or not is_open or not is_unfinished or slot.id in self.course.dropped:
                at = self._over(slot, at)
            else:
                at = self._to_come(slot, at, NEXT if is_live else LATER)
                is_live = False
        return at

    def _under_way(self, slot: Slot) -> int:
        used, length = self.course.used(slot.id, self.now), self._length(slot)
        ends = [
            self._group(items, self.now, is_open=True, is_live=True) or self.now
            for items in self._rounds.get(slot.id, {}).values()
        ]
        if ends:
            length = max(0 if self._follows_groups(slot) else length, used + max(ends) - self.now)
        end = self.now + length - used
        self._tell(slot, NOW, self._history.held(slot.id)[0].began, max(self.now, end), length)
        return end

    def _to_come(self, slot: Slot, at: int | None, state: str) -> int | None:
        used, length = self.course.used(slot.id, self.now), self._length(slot)
        start = None if at is None else max(at, self.now)
        pin = self.plan.pins[slot.id]
        if pin is not None and not self._history.held(slot.id):
            start = max(self.now if start is None else start, pin)
        ends = [
            self._group(items, start, is_open=True, is_live=False)
            for items in self._rounds.get(slot.id, {}).values()
        ]
        left = max(0, length - used)
        if ends and start is not None:
            needed = max(0, *(end - start for end in ends if end is not None))
            left = needed if self._follows_groups(slot) else max(left, needed)
        end = None if start is None else start + left
        self._tell(slot, state, start, end, max(length, used + left) if not ends else used + left)
        return end

    def _over(self, slot: Slot, at: int | None) -> int | None:
        """An item that is not to come; ``at``, or where it ended if that is later."""
        for items in self._rounds.get(slot.id, {}).values():
            self._group(items, None, is_open=False, is_live=False)
        if held := self._history.held(slot.id):
            end = self.now if held[-1].ended is None else held[-1].ended
            self._tell(slot, DONE, held[0].began, end, self._length(slot))
            return end if at is None else max(at, end)
        dropped = self.course.dropped
        state = DROPPED if slot.id in dropped or self._holders.get(slot.id) in dropped else PASSED
        self._tell(slot, state, None, None, self._length(slot))
        return at

    def _tell(self, slot: Slot, state: str, start: int | None, end: int | None, length: int) -> None:
        self.found[slot.id] = Expected(
            slot.id,
            slot.track,
            self.plan.starts[slot.id],
            self.plan.ends[slot.id],
            start,
            end,
            length,
            self.course.used(slot.id, self.now),
            state,
        )

    def _length(self, slot: Slot) -> int:
        return self.course.lengths.get(slot.id, self.plan.minutes[slot.id]) * MINUTE

    def _follows_groups(self, slot: Slot) -> bool:
        """Whether an item has no length of its own, and so that of its groups."""
        return slot.minutes is None and slot.id not in self.course.lengths
