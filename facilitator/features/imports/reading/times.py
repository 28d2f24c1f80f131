"""Read times of day and their zone as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from facilitator.domain.text import folded
from facilitator.features.imports.reading.values import Cell
from facilitator.features.imports.reading.words import names

_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})\s*(?:(?P<mark>[:h.])\s*(?P<minute>\d{2})?(?::\d{2})?|(?=\s*[ap]\.?\s?m))"
    r"\s*(?:h\b|hrs\b|uhr\b)?\s*(?P<half>a\.?\s?m\b\.?|p\.?\s?m\b\.?)?",
)
_NAMED_TIMES = {
    "noon": 720,
    "midday": 720,
    "midi": 720,
    "mediodia": 720,
    "midnight": 0,
    "minuit": 0,
    "medianoche": 0,
}
_OFFSET = re.compile(r"\b(?:utc|gmt)\s*(?:([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?)?(?!\w)")
_ISO_OFFSET = re.compile(r"\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(z\b|[+-]\d{2}:?\d{2})")
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}t?")
_IANA = re.compile(r"\b[A-Z][A-Za-z_]+/[A-Z][A-Za-z_/+-]+\b")
_ABBREVIATIONS = {
    "cest": "+02:00",
    "cet": "+01:00",
    "wet": "+00:00",
    "west": "+01:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "edt": "-04:00",
    "pdt": "-07:00",
    "brt": "-03:00",
    "sast": "+02:00",
    "jst": "+09:00",
    "hkt": "+08:00",
    "aest": "+10:00",
}
"""Zone abbreviations with one meaning. EST, CST, IST, BST and their like have several and are left alone."""


@dataclass(frozen=True)
class TimeReading:
    """Minutes after midnight of start and end, and the zone (IANA or ``UTC±hh:mm``) as far as they are given.

    ``unclear`` is what was written of a zone or time that has no certain meaning.
    """

    start: int | None = None
    end: int | None = None
    zone: str = ""
    unclear: str = ""

    @property
    def minutes(self) -> int | None:
        """From start to end; over midnight when the end is earlier."""
        if self.start is None or self.end is None or self.start == self.end:
            return None
        return (self.end - self.start) % 1440


def read_time(cell: Cell) -> TimeReading:
    """What times a cell holds: ``15:00 to 16h30 (GMT +1)``, ``3 pm``, a time of day of a workbook."""
    if isinstance(cell, datetime):
        return TimeReading(cell.hour * 60 + cell.minute)
    if isinstance(cell, time):
        return TimeReading(cell.hour * 60 + cell.minute)
    if isinstance(cell, timedelta):
        return TimeReading(int(cell.total_seconds()) // 60 % 1440)
    if isinstance(cell, float) and 0 <= cell < 1:
        return TimeReading(round(cell * 1440) % 1440)
    if not isinstance(cell, str):
        return TimeReading(unclear="" if cell is None else str(cell))
    return _of_text(cell)


def read_zone(text: str) -> str:
    """The zone that a text names: an IANA name or ``UTC±hh:mm``; empty when it names none for certain."""
    for name in _IANA.findall(text):
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
        return str(name)
    plain = folded(text)
    if found := _OFFSET.search(plain):
        return _offset(found.group(1) or "+", found.group(2) or "0", found.group(3) or "00")
    if found := _ISO_OFFSET.search(plain):
        sign = found.group(1)
        return "UTC+00:00" if sign == "z" else _offset(sign[0], sign[1:3], sign[-2:])
    for word in re.findall(r"[a-z]+", plain):
        if word in _ABBREVIATIONS:
            return f"UTC{_ABBREVIATIONS[word]}"
    return ""


def _offset(sign: str, hours: str, minutes: str) -> str:
    if int(hours) > 14 or int(minutes) > 59:
        return ""
    return f"UTC{'+' if sign == '+' else '-'}{int(hours):02}:{int(minutes):02}"


def _of_text(text: str) -> TimeReading:
    zone = read_zone(text)
    plain = _ISO_OFFSET.sub(lambda match: match.group()[: -len(match.group(1))], folded(_IANA.sub(" ", text)))
    plain = _OFFSET.sub(" ", _ISO_DATE.sub(" ", plain))
    found = [_Found.of(match) for match in _TIME.finditer(plain)]
    times = [time_ for time_ in found if time_ is not None][:2]
    if not times:
        named = [minute for word, minute in _NAMED_TIMES.items() if word in plain.split()]
        return TimeReading(
            named[0] if len(named) == 1 else None, zone=zone, unclear="" if named or zone else text
        )
    if len(times) == 2 and times[0].half == "" and times[1].half:
        times[0] = times[0].with_half(times[1].half, before=times[1].minutes)
    rest = re.sub(r"[^\w]+", " ", _TIME.sub(" ", plain)).split()
    words = [word for word in rest if word not in names("time_word") and word not in _ABBREVIATIONS]
    if not zone and len(words) > 1:
        zone = _zone_of_city(words)
    unclear = "" if zone or not words else " ".join(words)
    return TimeReading(times[0].minutes, times[1].minutes if len(times) > 1 else None, zone, unclear)


def _zone_of_city(words: list[str]) -> str:
    """The zone of ``Paris time``, ``heure de Paris``, ``hora de Bogotá``: of a city that gives a zone its name."""
    if not set(words) & {"time", "heure", "hora"}:
        return ""
    city = " ".join(word for word in words if word not in ("time", "heure", "hora", "local", "locale"))
    return _cities_of_zones().get(city, "")


@cache
def _cities_of_zones() -> dict[str, str]:
    cities: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        region, _, city = zone.rpartition("/")
        if region and not region.startswith(("Etc", "SystemV", "US", "posix", "right")):
            cities.setdefault(city.replace("_", " ").casefold(), zone)
    return cities


@dataclass(frozen=True)
class _Found:
    hour: int
    minute: int
    half: str

    @classmethod
    def of(cls, match: re.Match[str]) -> _Found | None:
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        half = (match["half"] or "")[:1]
        if hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
            return None
        return cls(hour, minute, half)

    @property
    def minutes(self) -> int:
        hour = self.hour % 12 + (12 if self.half == "p" else 0) if self.half else self.hour
        return (hour * 60 + self.minute) % 1440

    def with_half(self, half: str, before: int) -> _Found:
        """``3:00 to 5:00 pm`` means 3 pm, ``11:00 to 1:00 pm`` means 11 am: so that it comes before the end."""
        if not 1 <= self.hour <= 12:
            return self
        same = _Found(self.hour, self.minute, half)
        return same if same.minutes < before else _Found(self.hour, self.minute, "a" if half == "p" else "p")
