"""A session's own count of minutes, and the clocks on the walls of those who take part."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cached_property

from facilitator.domain.moments import zone_of

DAY = 24 * 60
_FARTHEST = 366 * DAY
"""Minutes from midnight up to which clocks are followed. No session is so long; a calendar ends somewhere."""
_FIRST, _LAST = dt.date(3, 1, 1), dt.date(9997, 12, 31)
"""Dates from which that many minutes, in whatever zone, stay in the calendar."""


@dataclass(frozen=True)
class LocalDay:
    """The day on which a session begins, in its zone.

    An *elapsed* minute counts the real time since local midnight of that day. A *wall* minute is what a clock on the
    wall shows, counted from the same midnight: 900 is 15:00, 1500 is 01:00 on the next day, -60 is 23:00 on the day
    before. The two differ only behind a change to or from summer time. Where date or zone (an IANA name or a fixed
    offset) is not known, or more than a year away from the day, they are the same, and there is no way to other zones.
    """

    date: str = ""
    zone: str = ""

    @property
    def is_known(self) -> bool:
        """Whether its minutes are moments, which other zones share."""
        return self._zone is not None and self._date is not None

    def elapsed(self, wall: int) -> int:
        """The elapsed minute of a wall minute. Of a time that the clocks show twice the first; a time that they leave
        out is read as before the change, and so means one that they show later (PEP 495)."""
        if self._midnight is None or not _is_near(wall):
            return wall
        return _minutes(self._at(wall) - self._midnight)

    def wall(self, elapsed: int) -> int:
        """The wall minute of an elapsed minute."""
        if self._midnight is None or not _is_near(elapsed):
            return elapsed
        return self._wall_of(self._midnight + timedelta(minutes=elapsed), self._zone)

    def end(self, start: int, minutes: int) -> int:
        """The wall minute at which what begins at a wall minute and takes so many minutes is over."""
        return self.wall(self.elapsed(start) + minutes)

    def is_left_out(self, wall: int) -> bool:
        """Whether the clocks never show this wall minute, because they are set forward over it."""
        return self.wall(self.elapsed(wall)) != wall

    def wall_in(self, elapsed: int, zone: str) -> int | None:
        """The wall minute in another zone, counted from midnight of this same date there; None where it can't be
        told."""
        there = zone_of(zone)
        if self._midnight is None or there is None or not _is_near(elapsed):
            return None
        return self._wall_of(self._midnight + timedelta(minutes=elapsed), there)

    def moment(self, elapsed: int) -> datetime | None:
        """The moment in UTC; None where it can't be told."""
        if self._midnight is None or not _is_near(elapsed):
            return None
        return self._midnight + timedelta(minutes=elapsed)

    @cached_property
    def _zone(self) -> tzinfo | None:
        return zone_of(self.zone)

    @cached_property
    def _date(self) -> dt.date | None:
        try:
            found = dt.date.fromisoformat(self.date)
        except ValueError:
            return None
        return found if _FIRST <= found <= _LAST else None

    @cached_property
    def _midnight(self) -> datetime | None:
        return self._at(0) if self.is_known else None

    def _at(self, wall: int) -> datetime:
        assert self._date is not None
        start = datetime(self._date.year, self._date.month, self._date.day, tzinfo=self._zone)
        return (start + timedelta(minutes=wall)).astimezone(UTC)  # adding to a local time adds on the wall

    def _wall_of(self, moment: datetime, zone: tzinfo | None) -> int:
        assert self._date is not None
        local = moment.astimezone(zone)
        return (local.date() - self._date).days * DAY + local.hour * 60 + local.minute


def _is_near(minutes: int) -> bool:
    return -_FARTHEST <= minutes <= _FARTHEST


def _minutes(length: timedelta) -> int:
    return round(length.total_seconds() / 60)
