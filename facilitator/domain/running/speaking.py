"""Who had the floor, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from facilitator.domain.running.events import Event


@dataclass(frozen=True)
class Turn:
    """A time during which a person had the floor, on an item (empty where none was under way): from ``began`` to
    ``ended`` (None while they have it), of which ``spoken`` milliseconds without pauses. ``event_id`` is the event that
    gave it; empty where an item that has one speaker alone did."""

    person_id: str
    item_id: str
    track: str
    began: int
    ended: int | None
    spoken: int
    event_id: str


def turns(events: Sequence[Event], speakers: Mapping[str, Sequence[str]], now: int) -> tuple[Turn, ...]:
    """The turns of a session until now, in order. ``speakers`` are those who are to speak on each item, by its id.

    The floor is given by ``FLOOR`` events. An item that begins takes it from whoever had it, and gives it to its
    speaker where it has one alone. A pause stops the time, the end of the track ends the turn.
    """
    raise NotImplementedError
