"""Moments: milliseconds since 1970-01-01 UTC, shown and typed in the time of the session's zone."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from facilitator.domain.errors import Refused
from facilitator.translation import tr

_FIXED = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?")
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?")
_DATE_AND_TIME = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?)?")
_CLOSE = 6 * 3_600_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST = (datetime(1000, 1, 2, tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)
_LAST = (datetime(9998, 12, 30, tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)
"""A file may hold any number; one beyond is shown as the nearest that every zone has a date for."""


def zone_of(name: str) -> tzinfo | None:
    """The zone of an IANA name (``Europe/Madrid``) or a fixed offset (``UTC+01:00``); None, which stands for the
    laptop's own zone, where the name is empty or unknown."""
    wanted = name.strip()
    if wanted in ("UTC", "GMT", "Z"):
        return UTC
    if found := _FIXED.fullmatch(wanted):
        offset = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
        return timezone(-offset if found[1] == "-" else offset) if offset < timedelta(hours=24) else None
    try:
        return ZoneInfo(wanted) if wanted else None
    except (KeyError, ValueError, OSError):
        return None


def local(moment: int, zone: str = "") -> datetime:
    """The moment in a zone."""
    return _utc(moment).astimezone(zone_of(zone))


def iso(moment: int | None) -> str:
    """The moment as ISO 8601 in UTC, to the second (``2020-04-09T13:05:07Z``); empty for None."""
    return "" if moment is None else _utc(moment).strftime("%Y-%m-%dT%H:%M:%SZ")


def minute(moment: int | None, zone: str = "") -> str:
    """The time of day as ``15:04``; empty for None."""
    return "" if moment is None else local(moment, zone).strftime("%H:%M")


def typed(moment: int | None, zone: str = "") -> str:
    """The moment as it is typed and read back by ``parse``: ``2020-04-09 15:04:07``; empty for None."""
    return "" if moment is None else local(moment, zone).strftime("%Y-%m-%d %H:%M:%S")


def parse(text: str, zone: str = "", day: str = "") -> int | None:
    """The moment of ``2020-04-09 15:04``, or of ``15:04`` on ``day`` (an ISO date); None for an empty text.

    Raises ``Refused`` for what can't be read, and for a time alone where no day is known.
    """
    wanted = text.strip()
    if not wanted:
        return None
    if (found := _TIME.fullmatch(wanted)) and day:
        parts = [*(int(part) for part in day.split("-")), *(int(part or 0) for part in found.groups())]
    elif found := _DATE_AND_TIME.fullmatch(wanted):
        parts = [int(part or 0) for part in found.groups()]
    else:
        raise _unreadable(wanted)
    try:
        # Without a zone, astimezone takes the laptop's own.
        naive = datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001  # they are as many as it takes
        chosen = zone_of(zone)
        return int((naive.replace(tzinfo=chosen) if chosen else naive.astimezone()).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise _unreadable(wanted) from None


def parse_near(text: str, zone: str, day: str, near: int | None) -> int | None:
    """Like ``parse``, for a moment that is put right and was ``near``. A time alone is on that moment's day, or on the
    day before or after where that is within six hours of it; of an hour that comes twice the nearer one is meant."""
    if near is None:
        return parse(text, zone, day)
    today = local(near, zone).date()
    if _DATE_AND_TIME.fullmatch(text.strip()):
        found = parse(text, zone)
        return None if found is None else min(_twice(found, zone), key=lambda one: abs(one - near))
    found = parse(text, zone, today.isoformat())
    if found is None:
        return None
    others = [parse(text, zone, (today + timedelta(days=days)).isoformat()) for days in (-1, 1)]
    close = [one for one in others if one is not None and abs(one - near) <= _CLOSE]
    same_day = min(_twice(found, zone), key=lambda one: abs(one - near))
    return min([same_day, *close], key=lambda one: abs(one - near))


def _utc(moment: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=min(max(moment, _FIRST), _LAST))


def _twice(moment: int, zone: str) -> list[int]:
    """The moment, and the one that has the same time of day where the clocks were set back."""
    shown = typed(moment, zone)
    later = [moment + half * 1_800_000 for half in (1, 2)]
    return [moment, *(one for one in later if typed(one, zone) == shown)]


def _unreadable(text: str) -> Refused:
    return Refused(
        tr("“{text}” can't be read as a moment.").format(text=text),
        tr("Moments are written like 2020-04-09 15:04."),
        tr("Nothing was changed."),
    )
