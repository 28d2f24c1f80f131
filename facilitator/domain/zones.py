"""Time zones as people type them, and as they are shown."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import available_timezones

from facilitator.domain.errors import Refused
from facilitator.domain.moments import zone_of
from facilitator.domain.text import folded
from facilitator.translation import tr

MOST_FURTHER = 4
"""Zones in which a plan is shown beside the session's own."""
_BETWEEN = re.compile(r"[,;\n]")


@cache
def zone_names() -> tuple[str, ...]:
    """The names of all zones that are known here, those of regions and cities before the others."""
    return tuple(sorted(available_timezones(), key=lambda name: ("/" not in name, name)))


def parse_zone(text: str) -> str:
    """The name of a zone from its name, its city or the beginning of one (``madrid``), or an offset such as
    ``UTC+02:00``; empty for an empty text.

    Raises ``Refused`` for every other text, and for a beginning that several zones share.
    """
    wanted = folded(text).replace(" ", "_")
    if not wanted:
        return ""
    named = [name for name in zone_names() if wanted in _names_of(name)]
    begun = [name for name in zone_names() if any(part.startswith(wanted) for part in _names_of(name))]
    if named or len(begun) == 1:
        return (named or begun)[0]
    if not begun and zone_of(text.strip().upper()) is not None:
        return text.strip().upper()
    raise Refused(
        tr("“{text}” is no time zone that is known here.").format(text=text.strip()),
        tr("Zones are written like Europe/Madrid, Madrid or UTC+02:00."),
        tr("Nothing was changed."),
    )


def parse_zones(text: str) -> tuple[str, ...]:
    """The names of several zones, each written as ``parse_zone`` reads it, with commas between; each once.

    Raises ``Refused`` for one that can't be read, and for more than four.
    """
    parts = [parse_zone(part) for part in _BETWEEN.split(text)]
    found = tuple(dict.fromkeys(part for part in parts if part))
    if len(found) > MOST_FURTHER:
        raise Refused(
            tr("These are {count} time zones.").format(count=len(found)),
            tr("A plan is shown in up to {most} beside the session's own.").format(most=MOST_FURTHER),
            tr("Nothing was changed."),
        )
    return found


def show_zones(zones: tuple[str, ...]) -> str:
    """Several zones as ``parse_zones`` reads them."""
    return ", ".join(zones)


def zone_city(zone: str) -> str:
    """The city of a zone's name (``Nairobi``), or the offset where it is one (``UTC+3``)."""
    if "/" in zone or not zone:
        return zone.rpartition("/")[2].replace("_", " ")
    fixed = zone_of(zone)
    offset = fixed.utcoffset(None) if fixed is not None else None
    return zone if offset is None else show_offset(offset)


def show_offset(offset: timedelta) -> str:
    """An offset from UTC as ``UTC+3``, ``UTC−4``, ``UTC+5:30`` or ``UTC``: a bare ``+1`` beside a time would be read
    as the next day."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "UTC"
    return ("UTC−" if minutes < 0 else "UTC+") + str(hours) + (f":{rest:02d}" if rest else "")


def zone_offset(zone: str, at: datetime | None) -> str:
    """The offset from UTC that a zone has at a moment; empty where either is not known."""
    there = zone_of(zone)
    offset = None if there is None or at is None else at.astimezone(there).utcoffset()
    return "" if offset is None else show_offset(offset)


def zone_label(zone: str, at: datetime | None) -> str:
    """A zone's city and its offset from UTC at a moment: ``Nairobi, UTC+3``. The city alone where no moment is
    known, or where the zone is nothing but an offset; empty where the zone is not known."""
    there = zone_of(zone)
    if there is None:
        return ""
    offset = "" if there.utcoffset(None) is not None else zone_offset(zone, at)
    return ", ".join(filter(None, (zone_city(zone), offset)))


def _names_of(zone: str) -> tuple[str, str]:
    return zone.casefold(), zone.casefold().rpartition("/")[2]
