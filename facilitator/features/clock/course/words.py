"""The course in words."""

from __future__ import annotations

from datetime import date

from facilitator.domain.errors import Refused
from facilitator.domain.moments import local, minute, parse
from facilitator.domain.running import Expected
from facilitator.translation import mark, ntr, tr

MINUTE = 60_000
STATES = {
    "passed": mark("passed over"),
    "dropped": mark("dropped"),
    "next": mark("next"),
    "later": mark("to come"),
}


def clock_words(moment: int | None, zone: str) -> str:
    """A moment as ``15:04``, with the seconds where there are any; empty for None."""
    if moment is None:
        return ""
    return local(moment, zone).strftime("%H:%M:%S").removesuffix(":00")


def exact(moment: int | None, zone: str) -> str:
    """A moment as it is typed: ``15:04:30``."""
    return "" if moment is None else local(moment, zone).strftime("%H:%M:%S")


def length_words(milliseconds: int) -> str:
    """A length to the second: ``4:05``, ``1:04:05``."""
    whole = milliseconds // 1000
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


def over_words(one: Expected, planned: int) -> str:
    """How an item went against the plan: over, under, in time, or what became of it."""
    if one.state in STATES:
        return tr(STATES[one.state])
    over = one.used - planned
    if one.state == "now" and over < MINUTE // 2:
        return tr("under way")
    if not planned:
        return ""
    minutes = round(abs(over) / MINUTE)
    if not minutes:
        return tr("in time")
    text = (
        ntr("{count} min over", "{count} min over", minutes)
        if over > 0
        else ntr("{count} min under", "{count} min under", minutes)
    )
    return text.format(count=minutes)


def parse_near(text: str, near: int, zone: str) -> int:
    """The moment of a time of day (``15:04``, ``15:04:30``) that is nearest to another moment; where the text says no
    more than that moment does, that moment. Raises ``Refused`` for what can't be read, and for an empty text."""
    if not text.strip():
        raise Refused(
            tr("A time is needed."),
            tr("Times are written like 15:04 or 15:04:30."),
            tr("Nothing was changed."),
        )
    if text.strip() in (exact(near, zone), clock_words(near, zone)):
        return near
    day = local(near, zone).date()
    days = [date.fromordinal(day.toordinal() + apart) for apart in (-1, 0, 1)]
    found = [parse(text, zone, one.isoformat()) for one in days]
    return min((one for one in found if one is not None), key=lambda one: abs(one - near))


def minute_of(moment: int, zone: str) -> str:
    """A moment as ``15:04``."""
    return minute(moment, zone)
