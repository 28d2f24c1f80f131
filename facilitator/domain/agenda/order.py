"""The order in which the items of an agenda stand, and how they move in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Placed:
    """What order needs of an item: its track (empty for the plenary), and whether groups meet during it."""

    id: str
    track: str = ""
    holds_groups: bool = False


class Outline:
    """An agenda as people read it: the plenary from top to bottom, and below each of its items that hold groups the
    items of each group, group by group in the order of ``tracks``.

    Where nothing holds groups, all items of a group stand below the plenary's item that stands last before the first
    of them.
    """

    def __init__(self, items: Sequence[Placed], tracks: Sequence[str]) -> None:
        self._tracks = list(dict.fromkeys([*tracks, *(item.track for item in items if item.track)]))
        self._read(items)

    def _read(self, items: Sequence[Placed]) -> None:
        """Take the items as they stand in a list, from top to bottom."""
        self._items = {item.id: item for item in items}
        self._plenary = [item.id for item in items if not item.track]
        self._rounds: dict[tuple[str, str], list[str]] = {}
        self._holders: dict[str, str] = {}
        holders = [item.id for item in items if item.holds_groups and not item.track]
        at = holders[0] if holders else ""
        below: dict[str, str] = {}
        for item in items:
            if item.track:
                holder = at if holders else below.setdefault(item.track, at)
                self._round(holder, item.track).append(item.id)
                self._holders[item.id] = holder
            elif item.holds_groups or not holders:
                at = item.id

    def order(self) -> list[str]:
        """The ids of all items from top to bottom."""
        found = self._below("")
        for item_id in self._plenary:
            found += [item_id, *self._below(item_id)]
        return found

    def track_of(self, item_id: str) -> str:
        """The track an item is in."""
        return self._items[item_id].track

    def holder_of(self, item_id: str) -> str:
        """The id of the plenary's item below which a group's item stands; empty for the plenary's own, and where a
        group stands above all of them."""
        return self._holders.get(item_id, "")

    def step(self, item_ids: Collection[str], places: int) -> None:
        """Move items up (negative) or down by places within their own tracks. Those of one track move together, in
        their order; a group's item goes on into the group's round before or behind."""
        for _ in range(abs(places)):
            for track in ["", *self._tracks]:
                row = self._row(track)
                moving = [one for one in row if one in item_ids and self.track_of(one) == track]
                if moving:
                    self._set_row(track, _stepped(row, moving, 1 if places > 0 else -1))
            self._settle()

    def place(self, item_ids: Collection[str], track: str, after: str = "", holder: str = "") -> None:
        """Put items into a track, in the order in which they stand: behind the item ``after`` of that track, or first
        below ``holder``; the plenary's first where neither is named. Items that hold groups stay in the plenary, where
        their groups go along with them.
        """
        moving = [item_id for item_id in self.order() if item_id in item_ids]
        if track:
            moving = [one for one in moving if self.track_of(one) or not self._items[one].holds_groups]
        if after in moving:  # behind what stands before it, then, and stays
            row = self._row(track)
            stays = [one for one in row[: row.index(after)] if one not in moving] if after in row else []
            after = stays[-1] if stays else ""
            if track and after and not self.track_of(after):
                holder, after = after, ""
        if track and after:
            holder = self.holder_of(after)
        holder = self._staying(holder, moving)
        if track:
            self._leave_groups_behind(moving)
        for row in (self._plenary, *self._rounds.values()):
            row[:] = [item_id for item_id in row if item_id not in moving]
        row = self._round(holder, track) if track else self._plenary
        place = row.index(after) + 1 if after in row else 0
        row[place:place] = moving
        for item_id in moving:
            old = self._items[item_id]
            self._items[item_id] = Placed(item_id, track, old.holds_groups)
        self._settle()

    def shift(self, item_ids: Iterable[str], tracks: int) -> None:
        """Move items to a track further right (or left, negative): the plenary stands left of all groups.

        From the plenary an item goes to the end of the round that is nearest before it, or else of the first; back in
        the plenary it stands behind the item that held it.
        """
        columns = ["", *self._tracks]
        wanted = set(item_ids)
        for item_id in [one for one in self.order() if one in wanted]:
            here = columns.index(self.track_of(item_id))
            there = min(max(here + tracks, 0), len(columns) - 1)
            if there == here or (self._items[item_id].holds_groups and not here):
                continue
            holder = self.holder_of(item_id) if here else self._nearest_holder(item_id)
            if there:
                row = self._round(holder, columns[there])
                self.place([item_id], columns[there], row[-1] if row else "", holder)
            else:
                self.place([item_id], "", holder)

    def _leave_groups_behind(self, moving: Collection[str]) -> None:
        """Groups that stand below items that leave the plenary stand below the item before, then."""
        for left in [item_id for item_id in self._plenary if item_id in moving]:
            stays = self._staying(left, moving)
            for track in self._tracks:
                self._round(stays, track).extend(self._rounds.pop((left, track), ()))

    def _staying(self, holder: str, moving: Collection[str]) -> str:
        """The plenary's item to stand below: where it goes away itself, the one before it, if there is one."""
        if holder not in self._plenary:
            return ""
        row = self._plenary[: self._plenary.index(holder) + 1]
        return next((item_id for item_id in reversed(row) if item_id not in moving), "")

    def _settle(self) -> None:
        """Read the order as it will be read from the file: an item that came to the plenary may hold groups there."""
        self._read([self._items[item_id] for item_id in self.order()])

    def _nearest_holder(self, item_id: str) -> str:
        holders = [one for one in self._plenary if self._items[one].holds_groups]
        before = self._plenary[: self._plenary.index(item_id)]
        if not holders:
            return before[-1] if before else ""
        return next((one for one in reversed(before) if one in holders), holders[0])

    def _below(self, holder: str) -> list[str]:
        return [item_id for track in self._tracks for item_id in self._rounds.get((holder, track), ())]

    def _round(self, holder: str, track: str) -> list[str]:
        if track not in self._tracks:
            self._tracks.append(track)
        return self._rounds.setdefault((holder, track), [])

    def _row(self, track: str) -> list[str]:
        """The items of a track from top to bottom; among a group's, the plenary's items that its rounds stand below."""
        if not track:
            return list(self._plenary)
        holders = [one for one in self._plenary if self._items[one].holds_groups] or [
            one for one in self._plenary if (one, track) in self._rounds
        ]
        row = list(self._rounds.get(("", track), ()))
        for holder in holders:
            row += [holder, *self._rounds.get((holder, track), ())]
        return row

    def _set_row(self, track: str, row: Sequence[str]) -> None:
        if not track:
            self._plenary = list(row)
            return
        for key in [key for key in self._rounds if key[1] == track]:
            self._rounds[key] = []
        holder = next((one for one in row if not self.track_of(one)), "")
        for item_id in row:
            if self.track_of(item_id) != track:
                holder = item_id
            else:
                self._round(holder, track).append(item_id)


def _stepped(row: Sequence[str], moving: Sequence[str], step: int) -> list[str]:
    """The row with the items moved by one place, together: they first close up around the one that leads."""
    rest = [item_id for item_id in row if item_id not in moving]
    first = row.index(moving[0])
    place = max(0, min(len(rest), first + step))
    return [*rest[:place], *moving, *rest[place:]]
