"""What became of the items that were held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitator.domain.agenda import Slot
from facilitator.domain.running.course import Course, Stretch


class History:
    """The times for which items were held. ``holders`` are the plenary's items by the groups' items that stand below
    them."""

    def __init__(self, slots: Sequence[Slot], holders: Mapping[str, str], course: Course) -> None:
        self._places = {slot.id: place for place, slot in enumerate(slots)}
        self._holders = holders
        self._stretches: dict[str, list[Stretch]] = {}
        self._followed: dict[str, Stretch] = {}
        """The stretch that came next on the same track, by the event that began the one before."""
        latest: dict[str, Stretch] = {}
        for stretch in course.stretches:
            self._stretches.setdefault(stretch.item_id, []).append(stretch)
            if stretch.track in latest:
                self._followed[latest[stretch.track].event_id] = stretch
            latest[stretch.track] = stretch

    def held(self, item_id: str) -> Sequence[Stretch]:
        """The times for which an item was held."""
        return self._stretches.get(item_id, ())

    def was_broken_off(self, item_id: str) -> bool:
        """Whether somebody went back from an item that was held to one before it, or, for a group's, from the one that
        holds it."""
        last = self.held(item_id)[-1]
        if (after := self._followed.get(last.event_id)) is not None:
            return self._places.get(after.item_id, len(self._places)) < self._places[item_id]
        holder = self._holders.get(item_id, "")
        held = self.held(holder) if holder else ()  # without an id: the times of items that were deleted
        return bool(held) and held[-1].ended == last.ended and self.was_broken_off(holder)
