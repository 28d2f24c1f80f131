"""Sessions that are held, told in short: ``18:03`` stands for the moment of that time on 9 April 2020 in Madrid."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from zoneinfo import ZoneInfo

from facilitator.domain.agenda import LocalDay, Slot
from facilitator.domain.running import Event, EventKind, Expectation, course_of, expectation

MADRID = ZoneInfo("Europe/Madrid")
DAY = LocalDay("2020-04-09", "Europe/Madrid")
MINUTE = 60_000
_numbers = count()


def at(time: str, date: str = "2020-04-09") -> int:
    """The moment of a time (``15:04``, ``15:04:30``)."""
    return round(datetime.fromisoformat(f"{date} {time}").replace(tzinfo=MADRID).timestamp() * 1000)


def event(time: str | int, kind: EventKind, item: str = "", track: str = "", **more: object) -> Event:
    """An event at a time of that day, or at a moment."""
    moment = at(time) if isinstance(time, str) else time
    return Event(f"{next(_numbers):08d}", moment, kind, track, item, **more)  # type: ignore[arg-type]


def began(time: str | int, item: str, track: str = "") -> Event:
    """An item began."""
    return event(time, EventKind.BEGAN, item, track)


def wall(time: str) -> int:
    """The wall minute of a time of day, for hard starts."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def told(
    slots: list[Slot],
    events: list[Event],
    now: str | int,
    slot_minutes: int | None = None,
    day: LocalDay = DAY,
    start: int | None = 15 * 60,
) -> Expectation:
    """What is to be expected at a time of a session that is planned for 15:00."""
    moment = at(now) if isinstance(now, str) else now
    return expectation(slots, course_of(events), moment, start, slot_minutes, day)


def clock(moment: int | None) -> str:
    """The time of a moment on the wall in Madrid, with the seconds where there are any."""
    if moment is None:
        return "-"
    local = datetime.fromtimestamp(moment / 1000, MADRID)
    return local.strftime("%H:%M:%S" if local.second else "%H:%M")


def lines(expected: Expectation) -> list[str]:
    """Each item in one line: id, state, start and end."""
    return [
        f"{one.item_id} {one.state} {clock(one.start)} {clock(one.end)}" for one in expected.items.values()
    ]
