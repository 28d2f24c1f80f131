"""What happened in a session, as it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Noted:
    """A note and its moment (milliseconds since 1970-01-01 UTC)."""

    id: str
    at: int
    kind: str
    text: str
    speaker: str


@dataclass(frozen=True)
class CourseListRow:
    """An item (``what`` is ``"item"``) with its planned and actual times, or a person (``"speaker"``) with the time
    that they spoke. Moments are ISO 8601 in UTC, empty where there is none; ``minutes`` are rounded to tenths.

    An item that was held more than once begins with the first time and ends with the last; ``seconds`` are those of all
    together, without pauses. What was not ended counts until the last thing that happened. ``state`` is ``"done"``,
    ``"now"``, ``"passed"``, ``"dropped"``, ``"next"`` or ``"later"``; of people it is empty.
    """

    what: str
    id: str
    session: str
    session_id: str
    group: str
    title: str
    planned_start: str
    planned_end: str
    planned_minutes: float | None
    actual_start: str
    actual_end: str
    seconds: int
    minutes: float
    state: str
