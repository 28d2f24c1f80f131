"""The clocks beside the picture: the viewer's, the hosts', and those of further cities."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.domain.agenda import LocalDay
from facilitator.domain.agenda.clocks import DAY
from facilitator.domain.moments import zone_of
from facilitator.domain.times import clock
from facilitator.domain.zones import show_offset, zone_city, zone_names
from facilitator.features.agenda.picture.columns import spans_of
from facilitator.features.agenda.picture.scale import stretches_of
from facilitator.reading.plan_rows import Plan
from facilitator.reading.zones import person_zone
from facilitator.translation import tr


@dataclass(frozen=True)
class Clock:
    """One column of times. ``zone`` is empty for a session whose own zone or date is not known; ``whose`` is in words.

    ``offset`` is the one from UTC when the session begins; ``is_hosts`` says that the plan is made by it, ``strays``
    that it shows another day at some time than the one that the plan stands below.
    """

    zone: str
    city: str
    offset: str
    whose: str
    is_hosts: bool = False
    strays: bool = False

    def shows(self, day: LocalDay, minute: int, number: int) -> tuple[str, int]:
        """The time of day at an elapsed minute, and by how many days that is another day than the one of a number (0
        is the first of the session)."""
        there = minute + self._ahead(day, minute)
        return clock(there % DAY), there // DAY - number

    def set_at(self, day: LocalDay, begins: int, ends: int) -> list[tuple[int, int]]:
        """The elapsed minutes between two at which this clock is set, each with the minutes by which it is."""
        found, step = [], 60
        for first in range(begins, ends, step):
            before, after = self._ahead(day, first), self._ahead(day, min(first + step, ends))
            if before != after:
                at = next(m for m in range(first + 1, first + step + 1) if self._ahead(day, m) != before)
                found.append((at, after - before))
        return found

    def _ahead(self, day: LocalDay, minute: int) -> int:
        there = day.wall_in(minute, self.zone) if self.zone else day.wall(minute)
        return (minute if there is None else there) - minute


def clocks_of(plan: Plan, here: str, begins: int, ends: int) -> tuple[Clock, ...]:
    """The clocks of a plan that lasts from minute to minute; ``here`` is the zone of this computer.

    Where it shows the same as the hosts' all the time, one clock stands for both. Where the session's date or zone is
    not known, there is its own alone.
    """
    day = plan.day
    if not day.is_known:
        return (Clock("", zone_city(plan.zone) or tr("Time"), "", "", is_hosts=True),)
    hosts = replace(_clock(plan.zone, day, begins, tr("hosts")), is_hosts=True)
    found = [hosts]
    if zone_of(here) is not None:
        own = _clock(here, day, begins, tr("here"))
        if all(own.shows(day, at, 0) == hosts.shows(day, at, 0) for at in (begins, ends)):
            found = [replace(hosts, whose=tr("hosts, here"))]
        else:
            found = [own, hosts]
    shown = {here, plan.zone} if len(found) > 1 else {plan.zone}
    found += [_clock(zone, day, begins, "") for zone in plan.zones if zone_of(zone) and zone not in shown]
    return tuple(replace(one, strays=_strays(one, plan)) for one in found)


def _strays(clock: Clock, plan: Plan) -> bool:
    """Whether it ever shows another day than the one that the plan stands below."""
    for begins, ends in stretches_of(spans_of(plan), plan.day):
        number = plan.day.wall(begins) // DAY
        if clock.shows(plan.day, begins, number)[1] or clock.shows(plan.day, ends, number)[1]:
            return True
    return False


def _clock(zone: str, day: LocalDay, at: int, whose: str) -> Clock:
    moment, there = day.moment(at), zone_of(zone)
    assert moment is not None
    offset = moment.astimezone(there).utcoffset()
    fixed = there is not None and there.utcoffset(None) is not None
    return Clock(zone, zone_city(zone), "" if offset is None or fixed else show_offset(offset), whose)


def suggested(plan: Plan) -> list[str]:
    """The zones of those who appear, those of most people first, without the session's own."""
    counted: dict[str, set[str]] = {}
    for one in plan.appearances:
        zone = person_zone(one.zone, one.city, one.country).zone
        if zone and zone != plan.zone:
            counted.setdefault(zone, set()).add(one.person_id)
    return sorted(counted, key=lambda zone: (-len(counted[zone]), zone_city(zone)))


def cities() -> list[str]:
    """The names of all zones of regions and cities."""
    return [name for name in zone_names() if "/" in name and not name.startswith("Etc/")]
