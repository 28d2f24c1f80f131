"""Read dates as people write them. What is not certain is not guessed: it comes back as candidates."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from facilitator import assets
from facilitator.domain.text import folded
from facilitator.features.imports.reading.values import Cell
from facilitator.features.imports.reading.words import word_key

_ISO = re.compile(r"(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<![\d:.,/-])(\d{1,2})\s*[-/.,]\s*(\d{1,2})\s*[-/.,]\s*(\d{4}|\d{2})(?![\d:/-])")
_NUMBERS_NO_YEAR = re.compile(r"^\D*?(\d{1,2})\s*[/.-]\s*(\d{1,2})\.?\D*$")
_COMPACT = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^\d{5}(\.0+)?$")
_SERIALS = range(32_874, 73_051)
"""Days of a spreadsheet from 1990 to 2099."""
_ABOUT = re.compile(
    r"\b(?:about|around|approx|approximately|circa|roughly|probably|perhaps|ca|vers|environ|autour|probablement|"
    r"hacia|alrededor|aproximadamente|aprox|probablemente)\b|^c\.|[~≈?]"
)
_TIMES = re.compile(r"\d{1,2}\s*(?:[:h]\s*\d{2}|h\b|[ap]\.?m\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(19\d{2}|20\d{2})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:\s*(?:st|nd|rd|th|er|re|º|ª|°|\.))?(?!\d)", re.IGNORECASE)


@dataclass(frozen=True)
class DateReading:
    """``certain`` is the date when the text is plainly one. Else ``candidates`` are what it may mean, likeliest
    first (perhaps none), and ``doubt`` says why: ``no_year``, ``day_or_month``, ``weekday``, ``two_digit_year``,
    ``serial``, ``several``, ``about`` or ``no_date``."""

    certain: date | None = None
    candidates: tuple[date, ...] = ()
    doubt: str = ""


def read_date(cell: Cell, years: Iterable[int] = ()) -> DateReading:
    """What date a cell holds. ``years`` are those that the table's other dates name; they order the candidates for a
    missing year, and never decide."""
    if isinstance(cell, datetime):
        return DateReading(cell.date())
    if isinstance(cell, date):
        return DateReading(cell)
    if isinstance(cell, int) and not isinstance(cell, bool) and cell in _SERIALS:
        return DateReading(date(1899, 12, 30) + timedelta(days=cell))
    if not isinstance(cell, str):
        return DateReading(doubt="no_date")
    reading = _of_text(cell, sorted(set(years)))
    if reading.certain and _ABOUT.search(folded(cell)):
        return DateReading(candidates=(reading.certain,), doubt="about")
    return reading


def year_of(cell: Cell) -> int | None:
    """The year that a cell names, without doubt."""
    if isinstance(cell, date):
        return cell.year
    found = _YEAR.findall(cell) if isinstance(cell, str) else []
    return int(found[0]) if len(set(found)) == 1 else None


def _of_text(text: str, years: list[int]) -> DateReading:
    weekday = _weekday(text)
    if found := _ISO.search(text) or _COMPACT.match(text.strip()):
        return _checked(_dates([tuple(int(part) for part in found.groups())]), weekday)
    if _SERIAL.match(text.strip()) and int(float(text)) in _SERIALS:
        days = int(float(text))
        both = (date(1899, 12, 30) + timedelta(days=days), date(1904, 1, 1) + timedelta(days=days))
        return DateReading(candidates=both, doubt="serial")
    months = _months(text)
    if len(months) == 1:
        return _with_month_name(text, months[0], weekday, years)
    if months:
        return DateReading(candidates=tuple(_several(text, months, years)), doubt="several")
    if found := _NUMBERS.search(text):
        return _of_numbers([int(part) for part in found.groups()], weekday)
    if found := _NUMBERS_NO_YEAR.match(text):
        one, two = int(found.group(1)), int(found.group(2))
        options = [(year, month, day) for year in _nearby(years) for day, month in ((one, two), (two, one))]
        dates = _of_weekday(_dates(options), weekday)
        return DateReading(candidates=tuple(dates), doubt="no_year" if dates else "no_date")
    return DateReading(doubt="no_date")


def _of_numbers(numbers: list[int], weekday: int | None) -> DateReading:
    one, two, year = numbers
    if year < 100:
        options = [(2000 + year, two, one), (2000 + year, one, two), (2000 + one, two, year)]
        dates = _of_weekday(_dates(options), weekday)
        return DateReading(candidates=tuple(dates), doubt="two_digit_year" if dates else "no_date")
    dates = _dates([(year, two, one), (year, one, two)])
    if len(dates) == 2 and weekday and sum(found.isoweekday() == weekday for found in dates) == 1:
        return DateReading(next(found for found in dates if found.isoweekday() == weekday))
    if len(dates) == 2:
        return DateReading(candidates=tuple(dates), doubt="day_or_month")
    return _checked(dates, weekday)


def _with_month_name(text: str, month: int, weekday: int | None, years: list[int]) -> DateReading:
    bare = _TIMES.sub(" ", text)
    stated = [int(year) for year in _YEAR.findall(bare)]
    days = [int(day) for day in _DAY.findall(_YEAR.sub(" ", bare))]
    if len(set(stated)) > 1 or len(days) > 1:
        return DateReading(candidates=tuple(_several(text, [month], years)), doubt="several")
    if not days:
        return DateReading(doubt="no_date")
    if stated:
        return _checked(_dates([(stated[0], month, days[0])]), weekday)
    dates = _dates([(year, month, days[0]) for year in _nearby(years)])
    agreeing = _of_weekday(dates, weekday)
    return DateReading(candidates=tuple(agreeing or dates), doubt="no_year" if dates else "no_date")


def _checked(dates: list[date], weekday: int | None) -> DateReading:
    """The one date, unless the text names another day of the week: then both are candidates."""
    if not dates:
        return DateReading(doubt="no_date")
    found = dates[0]
    if weekday is None or found.isoweekday() == weekday:
        return DateReading(found)
    off = (weekday - found.isoweekday() + 3) % 7 - 3
    return DateReading(candidates=(found, found + timedelta(days=off)), doubt="weekday")


def _several(text: str, months: list[int], years: list[int]) -> list[date]:
    """Of several days, the first: sessions that take more than a day begin on it."""
    bare = _TIMES.sub(" ", text)
    stated = [int(year) for year in _YEAR.findall(bare)] or _nearby(years)
    days = [int(day) for day in _DAY.findall(_YEAR.sub(" ", bare)) if int(day) <= 31]
    return _dates([(stated[0], months[0], day) for day in days])[:4]


def _of_weekday(dates: list[date], weekday: int | None) -> list[date]:
    return [found for found in dates if weekday is None or found.isoweekday() == weekday]


def _nearby(years: list[int]) -> list[int]:
    """The years that the other dates name, then those beside them."""
    if not years:
        return []
    beside = [year for known in years for year in (known - 1, known + 1)]
    return list(dict.fromkeys([*years, *beside]))


def _dates(options: Iterable[tuple[int, ...]]) -> list[date]:
    found = []
    for year, month, day in options:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


@cache
def _names(file: str) -> dict[str, int]:
    rows = csv.DictReader(assets.read_text("imports", file).splitlines())
    return {name: int(row["number"]) for row in rows for name in row["names"].split("|")}


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", word_key(text))


def _months(text: str) -> list[int]:
    names = _names("months.csv")
    return list(dict.fromkeys(names[word] for word in _words(text) if word in names))


def _weekday(text: str) -> int | None:
    """The day of the week that the text names, Monday as 1; None for none or several."""
    names = _names("weekdays.csv")
    found = {names[word] for word in _words(text) if word in names}
    return found.pop() if len(found) == 1 else None
