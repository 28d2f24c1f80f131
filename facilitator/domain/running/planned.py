"""The plan of a session as moments: milliseconds since 1970-01-01 UTC."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from facilitator.domain.agenda import LocalDay, Slot, timings
from facilitator.domain.running.course import Course

MINUTE = 60_000
"""Milliseconds of a minute."""
_DAY = 24 * 60 * MINUTE
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class PlannedTimes:
    """When the plan has its items, by their ids: starts, ends and hard starts (``pins``) as moments, None where they
    can't be told, and their lengths in minutes. ``start`` is that of the session, ``end`` that of its slot, or else of
    its plan."""

    starts: Mapping[str, int | None]
    ends: Mapping[str, int | None]
    pins: Mapping[str, int | None]
    minutes: Mapping[str, int]
    start: int | None
    end: int | None


def planned_times(
    slots: Sequence[Slot],
    course: Course,
    now: int,
    session_start: int | None,
    slot_minutes: int | None,
    day: LocalDay,
) -> PlannedTimes:
    """The plan on the day on which the session is held.

    A session that was begun on another day than planned (a rehearsal, or one that was put off) keeps its times of day:
    its plan is read from the day that is nearest. So is one that was not begun half a day after its planned end.
    """
    known = tuple(slots)
    found = _planned(known, session_start, slot_minutes, day)
    days = round(_put_off(found, course, now) / _DAY)
    return _planned(known, session_start, slot_minutes, _later(day, days)) if days else found


def _put_off(found: PlannedTimes, course: Course, now: int) -> int:
    """By how many milliseconds the session began after its plan; negative for before."""
    began = next((one for one in course.stretches if not one.track and one.item_id in found.starts), None)
    if began is not None:
        planned = found.starts[began.item_id]
        return 0 if planned is None else began.began - planned
    if course.began is not None or found.start is None or found.end is None or now < found.end + _DAY // 2:
        return 0
    return now - found.start


def _later(day: LocalDay, days: int) -> LocalDay:
    try:
        return replace(day, date=(dt.date.fromisoformat(day.date) + timedelta(days=days)).isoformat())
    except (ValueError, OverflowError):
        return day


@lru_cache(maxsize=32)  # asked for once a second by everything that shows the time
def _planned(
    slots: tuple[Slot, ...], session_start: int | None, slot_minutes: int | None, day: LocalDay
) -> PlannedTimes:
    found = timings(slots, session_start, slot_minutes, day)
    starts = {item_id: _moment(day, timing.start) for item_id, timing in found.items()}
    ends = {item_id: _moment(day, timing.end) for item_id, timing in found.items()}
    pins = {
        slot.id: None if slot.pinned_start is None else _moment(day, day.elapsed(slot.pinned_start))
        for slot in slots
    }
    begins = None if session_start is None else day.elapsed(session_start)
    end = max((one for one in ends.values() if one is not None), default=None)
    if begins is not None and slot_minutes is not None:
        end = _moment(day, begins + slot_minutes)
    minutes = {item_id: timing.minutes for item_id, timing in found.items()}
    return PlannedTimes(starts, ends, pins, minutes, _moment(day, begins), end)


def _moment(day: LocalDay, elapsed: int | None) -> int | None:
    found = None if elapsed is None else day.moment(elapsed)
    return None if found is None else (found - _EPOCH) // timedelta(milliseconds=1)
