"""Dates as people type them, and as they are shown. In the library they are ISO 8601 (``2020-04-09``)."""

from __future__ import annotations

import re
from datetime import date

from facilitator.domain.errors import Refused
from facilitator.domain.text import folded
from facilitator.translation import mark, tr

MONTHS = (
    mark("January"),
    mark("February"),
    mark("March"),
    mark("April"),
    mark("May"),
    mark("June"),
    mark("July"),
    mark("August"),
    mark("September"),
    mark("October"),
    mark("November"),
    mark("December"),
)
_BEGINNINGS = (
    ("jan", "ene", "gen"),
    ("feb", "fev"),
    ("mar",),
    ("apr", "avr", "abr"),
    ("may", "mai"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou", "ago"),
    ("sep", "set"),
    ("oct", "out"),
    ("nov",),
    ("dec", "dic", "dez", "des"),
)
"""How the months begin in English, French, Spanish, Portuguese and Catalan, without accents."""

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_FILLERS = {"de", "del", "of", "the", "le", "el", "d", "st", "nd", "rd", "th", "er"}


def parse_date(text: str) -> str:
    """The ISO date of ``9 April 2020``, ``April 9, 2020``, ``9 avr. 2020``, ``2020-04-09`` or ``29/4/2020``; empty for
    an empty text.

    Raises ``Refused`` for what is no date, and for ``4/9/2020``, which two countries read as two days.
    """
    wanted = folded(text)
    if not wanted:
        return ""
    if found := _ISO.fullmatch(wanted):
        return _checked(text, int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(wanted):
        one, other, year = int(found[1]), int(found[2]), int(found[3])
        if one <= 12 and other <= 12 and one != other:
            raise _refused(text, tr("It can be read as two different days: write the month as a word."))
        return _checked(text, year, *((other, one) if one > 12 else (one, other)))
    return _in_words(text, wanted)


def show_date(iso: str) -> str:
    """A date as ``9 April 2020``; what is no ISO date is shown as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return tr("{day} {month} {year}").format(day=day.day, month=tr(MONTHS[day.month - 1]), year=day.year)


def _in_words(text: str, wanted: str) -> str:
    words = [word for word in _WORDS.findall(wanted) if word not in _FILLERS]
    months = [number for word in words if (number := _month(word))]
    numbers = [int(word) for word in words if word.isdigit()]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(months) == 1 and len(years) == 1 and len(days) == 1:
        return _checked(text, years[0], months[0], days[0])
    raise _refused(text, tr("Dates are written like 9 April 2020 or 2020-04-09."))


def _month(word: str) -> int:
    if word.isdigit():
        return 0
    for number, (name, beginnings) in enumerate(zip(MONTHS, _BEGINNINGS, strict=True), start=1):
        if word == folded(tr(name)) or word.startswith(beginnings):
            return number
    return 0


def _checked(text: str, year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise _refused(text, tr("There is no such day.")) from None


def _refused(text: str, why: str) -> Refused:
    return Refused(
        tr("“{text}” can't be read as a date.").format(text=text.strip()), why, tr("Nothing was changed.")
    )
