"""What the bar shows of a session at a moment: facts, not yet words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.running import Phase

MINUTE = 60_000
LATE = MINUTE
"""Milliseconds past the planned end from which on the session counts as late."""


class State(StrEnum):
    """How it stands with a track."""

    EMPTY = "empty"
    """There is no agenda, and nothing is under way."""
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


UNDER_WAY = (State.RUNNING, State.PAUSED)


@dataclass(frozen=True)
class Measured:
    """A length and what is left of it, in milliseconds; negative where it is over. ``length`` 0: none is planned."""

    left: int = 0
    length: int = 0
    used: int = 0
    phase: Phase = Phase.WAITING


@dataclass(frozen=True)
class Ahead:
    """The item that comes next on a track; moments in milliseconds, None where they can't be told."""

    item_id: str
    title: str
    who: str
    planned: int | None
    expected: int | None


@dataclass(frozen=True)
class Beside:
    """A track among those that are under way beside each other, by its name."""

    track: str
    name: str
    title: str
    item: Measured
    paused: bool
    ahead: Ahead | None


@dataclass(frozen=True)
class Hard:
    """A hard start that will be missed, by so many milliseconds."""

    title: str
    planned: int
    by: int


@dataclass(frozen=True)
class Face:
    """The track that is followed, and the session as a whole."""

    track: str
    track_name: str
    state: State
    item_id: str = ""
    title: str = ""
    item: Measured = Measured()
    floor_id: str = ""
    floor: str = ""
    own: Measured | None = None
    """The own time of who has the floor, where minutes are planned for it."""
    paused_since: int | None = None
    ahead: Ahead | None = None
    planned_start: int | None = None
    planned_end: int | None = None
    end: int | None = None
    late: int = 0
    missed: Hard | None = None
    ended: int | None = None
    beside: tuple[Beside, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether something should be done about the time."""
        return self.state in UNDER_WAY and (self.late > LATE or self.missed is not None)
