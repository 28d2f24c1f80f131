"""A second opinion on times and clocks, worked out the slow way: minute by minute, and from the beginning each time.

It shares no code with the program, only the meaning that the program's docstrings give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from facilitator.domain.agenda import Slot

_FROM, _TO = -2 * 1440, 6 * 1440


@cache
def shown(date: str, zone: str) -> dict[int, int]:
    """What a clock on the wall shows at each elapsed minute around a date: it is looked at each minute."""
    place = ZoneInfo(zone)
    midnight = datetime.fromisoformat(date)
    began = datetime.fromisoformat(f"{date}T00:00").replace(tzinfo=place).astimezone(UTC)
    found = {}
    for elapsed in range(_FROM, _TO):
        local = (began + timedelta(minutes=elapsed)).astimezone(place).replace(tzinfo=None)
        found[elapsed] = round((local - midnight).total_seconds() / 60)
    return found


@cache
def _first_shown(date: str, zone: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for elapsed, wall in shown(date, zone).items():
        found.setdefault(wall, elapsed)
    return found


def elapsed_of(date: str, zone: str, wall: int) -> int:
    """When a clock first shows a wall minute. One that it leaves out is counted on from the last that it showed."""
    if not zone:
        return wall
    first = _first_shown(date, zone)
    back = next(back for back in range(1440) if wall - back in first)
    return first[wall - back] + back


@dataclass
class Told:
    """What is expected of an item; the names are those of ``Timing``."""

    start: int | None
    end: int | None
    minutes: int
    gap: int = 0
    overlap: int = 0
    late: int = 0


@dataclass
class Oracle:
    """The times of a plan. ``elapsed`` turns a wall minute into an elapsed one."""

    slots: Sequence[Slot]
    start: int | None
    slot_minutes: int | None
    elapsed: Callable[[int], int]
    told: dict[str, Told] = field(default_factory=dict)

    def tell(self) -> dict[str, Told]:
        """All items by id."""
        plenary = [slot for slot in self.slots if not slot.track]
        begin = None if self.start is None else self.elapsed(self.start)
        end = None if begin is None or self.slot_minutes is None else begin + self.slot_minutes
        self.told.update(self._track(plenary, begin, begin, end))
        if plenary:
            self.told[plenary[0].id].overlap = 0
        if plenary and plenary[0].pinned_start is not None:
            self.told[plenary[0].id].overlap = 0  # it may begin before the session does
        reached: dict[str, int | None] = {}
        for holder in plenary:
            for track in self._tracks():
                self._round(holder, track, reached)
        if not any(slot.holds_groups for slot in plenary):
            for track in self._tracks():
                row = [slot for slot in self.slots if slot.track == track]
                before = [slot for slot in self.slots[: self.slots.index(row[0])] if not slot.track]
                begins = self.told[before[-1].id].end if before else begin
                self.told.update(self._track(row, begins, begins, None))
        return self.told

    def _round(self, holder: Slot, track: str, reached: dict[str, int | None]) -> None:
        row = [slot for slot in self.slots if slot.track == track and self.holder(slot) is holder]
        if not row:
            return
        begins = self.told[holder.id].start
        known = [one for one in (begins, reached.get(track)) if one is not None]
        before = None if begins is None else max(known)
        limit = None if begins is None or holder.minutes is None else begins + holder.minutes
        self.told.update(self._track(row, begins, before, limit))
        last = self.told[row[-1].id]
        reached[track] = last.end
        if limit is not None and last.end is not None:
            last.late = max(0, last.end - limit)

    def holder(self, item: Slot) -> Slot | None:
        """The plenary's item during which a group's item takes place."""
        holders = [slot for slot in self.slots if slot.holds_groups and not slot.track]
        before = [slot for slot in holders if self.slots.index(slot) < self.slots.index(item)]
        return before[-1] if before else holders[0] if holders else None

    def _tracks(self) -> list[str]:
        return list(dict.fromkeys(slot.track for slot in self.slots if slot.track))

    def _track(
        self, row: Sequence[Slot], begin: int | None, before: int | None, limit: int | None
    ) -> dict[str, Told]:
        """One track: buffers give minute after minute, as long as it helps, and all is worked out again each time."""
        cut: dict[str, int] = {slot.id: 0 for slot in row}
        while True:
            found = self._walk(row, begin, before, cut)
            if not self._gives(row, begin, before, limit, cut, found):
                return found

    def _gives(
        self,
        row: Sequence[Slot],
        begin: int | None,
        before: int | None,
        limit: int | None,
        cut: dict[str, int],
        found: dict[str, Told],
    ) -> bool:
        """Take a minute from the last buffer from which it helps; whether there was one."""
        for number, slot in enumerate(row):
            behind = row[number + 1] if number + 1 < len(row) else None
            if behind is None:
                until = limit
            elif behind.pinned_start is not None:
                until = self.elapsed(behind.pinned_start)
            else:
                continue
            end = found[slot.id].end
            if until is None or end is None or end <= until:
                continue
            for buffer in reversed(row[: number + 1]):
                if buffer.absorbs and found[buffer.id].minutes > 0:
                    cut[buffer.id] += 1
                    better = self._walk(row, begin, before, cut)[slot.id].end
                    if better is not None and better < end:
                        return True
                    cut[buffer.id] -= 1
                if buffer.pinned_start is not None:
                    break
        return False

    def _walk(
        self, row: Sequence[Slot], begin: int | None, before: int | None, cut: dict[str, int]
    ) -> dict[str, Told]:
        found, now = {}, begin
        for slot in row:
            if slot.pinned_start is not None:
                now = self.elapsed(slot.pinned_start)
            minutes = self._length(slot, now) - cut[slot.id]
            told = Told(now, None if now is None else now + minutes, minutes)
            if now is not None:
                came = now if before is None else before
                told.overlap = max(0, came - now)
                told.gap = max(0, now - came) if slot.pinned_start is not None else 0
                now = before = told.end
            found[slot.id] = told
        return found

    def _length(self, slot: Slot, start: int | None) -> int:
        if slot.minutes is not None:
            return slot.minutes
        longest = 0
        for track in self._tracks() if slot.holds_groups and not slot.track else ():
            row = [one for one in self.slots if one.track == track and self.holder(one) is slot]
            if row:
                found = self._track(row, start, start, None)
                end = found[row[-1].id].end
                known = start is not None and end is not None
                longest = max(longest, end - start if known else sum(one.minutes for one in found.values()))
        return longest
