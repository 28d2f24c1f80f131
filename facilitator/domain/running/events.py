"""What can happen to the clock of a session."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """Kinds of events. Each concerns one track: the plenary (``track`` empty) or one breakout group."""

    BEGAN = "began"
    """The item ``item_id`` began on its track; what was under way there ended. The first of a session's plenary begins
    the session. Going back and jumping are this too."""
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "ended"
    """What was under way on the track ended, and nothing follows for now. On the plenary: the session ended."""
    FLOOR = "floor"
    """``person_id`` has the floor from now on; nobody has, where it is empty."""
    LENGTH = "length"
    """From now on ``minutes`` are expected of the item; the plan keeps its own."""
    DROPPED = "dropped"
    """The item will not be held. A later ``LENGTH`` or ``BEGAN`` of it takes that back."""


@dataclass(frozen=True)
class Event:
    """One event. ``at``: milliseconds since 1970-01-01 UTC. Events of one moment count in the order of their ids."""

    id: str
    at: int
    kind: EventKind
    track: str = ""
    item_id: str = ""
    person_id: str = ""
    minutes: int | None = None
