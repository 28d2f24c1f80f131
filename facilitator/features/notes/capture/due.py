"""By when something is to be done, as people say it. No Qt here."""

from __future__ import annotations

from datetime import date

from facilitator.domain import dates
from facilitator.domain.errors import Refused


def kept(text: str) -> str:
    """What is kept of it: an ISO date where a whole date is written, else the words."""
    try:
        return dates.parse_date(text) or text
    except Refused:
        return text


def meant(text: str, today: str) -> str:
    """The ISO date that is meant, also where the year is left out: the next such day from ``today`` (ISO) on. Empty for
    what is no date, and for ``5/6``, which two countries read as two days."""
    if iso := _read(text):
        return iso
    try:
        begin = date.fromisoformat(today)
    except ValueError:
        return ""
    for year in (begin.year, begin.year + 1):
        iso = _read(f"{text} {year}")
        if iso >= today:
            return iso
    return ""


def _read(text: str) -> str:
    try:
        return dates.parse_date(text)
    except Refused:
        return ""
