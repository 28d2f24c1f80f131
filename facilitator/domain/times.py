"""Lengths and times of day as people type them, and as they are shown."""

from __future__ import annotations

import re

from facilitator.domain.errors import Refused
from facilitator.translation import tr

DAY = 24 * 60

_HOURS = re.compile(
    r"(?P<h>\d{1,3})\s*(?::|h|hrs?|hours?|heures?|horas?)\s*(?P<m>\d{1,2})?\s*(?:m|min|mins|minutes?|minutos?)?"
)
_MINUTES = re.compile(r"(?P<m>\d{1,5})\s*(?:m|mn|min|mins|minutes?|minutos?|[’'′])?\.?")
_DAY_NAME = r"(?:\+(?P<plus>\d{1,2})|(?:d|day|jour|j|día|dia)\s*(?P<day>\d{1,2}))"
_DAY_BEFORE = re.compile(_DAY_NAME + r"[\s,]+(?P<time>.+)")
_DAY_BEHIND = re.compile(r"(?P<time>.+?)[\s,]+" + _DAY_NAME)
_MOST_DAYS = 60
MOST_MINUTES = 30 * DAY
"""The longest length that is taken for one: more is a slip of the keyboard."""
_CLOCK = re.compile(r"(?P<h>\d{1,2})(?:\s*[:h.]\s*(?P<m>\d{2})?)?\s*(?:h|hrs?)?\s*(?P<half>[ap]\.?\s?m\.?)?")


def parse_minutes(text: str) -> int | None:
    """A length in minutes from ``7``, ``7m``, ``7 min``, ``1:10``, ``1h10`` or ``1 h``, with the digits of any script;
    None for an empty text.

    Raises ``Refused`` for what can't be read as a length, and for one of more than 30 days.
    """
    wanted = text.strip().lower()
    if not wanted:
        return None
    minutes = None
    if found := _MINUTES.fullmatch(wanted):
        minutes = int(found["m"])
    elif (found := _HOURS.fullmatch(wanted)) and int(found["m"] or 0) < 60:
        minutes = int(found["h"]) * 60 + int(found["m"] or 0)
    if minutes is not None and minutes <= MOST_MINUTES:
        return minutes
    if minutes is not None:
        raise Refused(
            tr("“{text}” is too long.").format(text=text.strip()),
            tr("A length is at most {count} days.").format(count=MOST_MINUTES // DAY),
            tr("Nothing was changed."),
        )
    raise Refused(
        tr("“{text}” can't be read as a length.").format(text=text.strip()),
        tr("Minutes are written like 7, 7 min, 1:10 or 1h10."),
        tr("Nothing was changed."),
    )


def parse_clock(text: str) -> int | None:
    """A time of day in minutes after midnight from ``15:00``, ``15h30``, ``15.30``, ``3 pm``; None for an empty text.

    Raises ``Refused`` for what can't be read as a time.
    """
    wanted = text.strip().lower()
    if not wanted:
        return None
    found = _time_of_day(wanted)
    if found is None:
        raise _unreadable_time(text)
    return found


def parse_start(text: str, day: int = 0) -> int | None:
    """A hard start as a wall minute: a time of day on the day that the plan has come to (``day``, 0 being the first),
    or on the one that is named: ``9:00 +1``, ``+1 9:00``, ``day 2 9:00``. None for an empty text.

    Raises ``Refused`` for what can't be read so.
    """
    wanted = text.strip().lower()
    if not wanted:
        return None
    named = _DAY_BEFORE.fullmatch(wanted) or _DAY_BEHIND.fullmatch(wanted)
    found = _time_of_day(named["time"] if named else wanted)
    if found is None:
        raise _unreadable_time(text)
    if named:
        day = int(named["plus"]) if named["plus"] else int(named["day"]) - 1
    if not 0 <= day <= _MOST_DAYS:
        raise _unreadable_time(text)
    return found + day * DAY


def _time_of_day(wanted: str) -> int | None:
    found = _CLOCK.fullmatch(wanted)
    if found:
        hours, minutes, half = int(found["h"]), int(found["m"] or 0), (found["half"] or "")[:1]
        if half and 1 <= hours <= 12:
            hours = hours % 12 + (12 if half == "p" else 0)
        if hours < 24 and minutes < 60:
            return hours * 60 + minutes
    return None


def _unreadable_time(text: str) -> Refused:
    return Refused(
        tr("“{text}” can't be read as a time.").format(text=text.strip()),
        tr("Times are written like 15:00, 15h30 or 3 pm."),
        tr("Nothing was changed."),
    )


def clock(minutes: int | None) -> str:
    """A time of day as ``15:00``; after midnight of the first day ``00:30 +1``. Empty for None."""
    if minutes is None:
        return ""
    day, rest = divmod(minutes, DAY)
    return f"{rest // 60:02d}:{rest % 60:02d}" + (f" {day:+d}" if day else "")


def length(minutes: int | None) -> str:
    """A length as ``45`` or ``1:10``. Empty for None."""
    if minutes is None:
        return ""
    return str(minutes) if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d}"
