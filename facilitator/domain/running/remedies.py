"""What can be done when a session runs late, and what would come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.agenda import LocalDay, Slot
from facilitator.domain.running.course import Course


class Remedy(StrEnum):
    """The ways."""

    PUSH = "push"
    """Leave all lengths: everything to come moves, and the session ends later."""
    BUFFERS = "buffers"
    """Take the time from the buffers to come, the last one first, as far as they hold it."""
    EVENLY = "evenly"
    """Shorten the items to come, each in proportion to its length, in whole minutes, none below one minute. Buffers and
    what is under way keep theirs."""
    DROP = "drop"
    """Leave out one item to come."""


@dataclass(frozen=True)
class Change:
    """What a remedy changes: an item's expected length in minutes, before and after. 0 after: it is dropped."""

    item_id: str
    before: int
    after: int


@dataclass(frozen=True)
class Outcome:
    """What would come of a remedy: its changes, and the session's expected end (milliseconds since 1970-01-01 UTC) and
    lateness (milliseconds, negative for early) with them."""

    remedy: Remedy
    changes: tuple[Change, ...]
    end: int | None
    late: int


def outcomes(
    slots: Sequence[Slot],
    course: Course,
    now: int,
    session_start: int | None,
    slot_minutes: int | None,
    day: LocalDay,
) -> tuple[Outcome, ...]:
    """What each remedy would bring at a moment, for the plenary: push first, then buffers and evenly where they help,
    then one for each item to come that could be dropped, the one first that fits the lateness best."""
    raise NotImplementedError
