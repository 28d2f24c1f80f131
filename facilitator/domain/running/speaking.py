"""Who had the floor, and for how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from facilitator.domain.running.events import Event, EventKind


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
    speaker where it has one alone. A pause stops the time, the end of the track ends the turn. Who is given the floor
    that they have goes on with their turn. Events after now are left out, and turns that took no time and are over.
    """
    listening = _Listening(speakers)
    for event in sorted(events, key=lambda one: (one.at, one.id)):
        if event.at <= now:
            listening.hear(event)
    return listening.told(now)


@dataclass
class _Track:
    """What is under way on a track, since when it is paused, and who has the floor."""

    item_id: str = ""
    is_under_way: bool = False
    paused_since: int | None = None
    person_id: str = ""
    began: int = 0
    event_id: str = ""
    spoken: int = 0
    counted: int = 0
    """The moment until which ``spoken`` is counted."""

    def count(self, at: int) -> None:
        if self.paused_since is None:
            self.spoken += at - self.counted
        self.counted = at


@dataclass
class _Listening:
    speakers: Mapping[str, Sequence[str]]
    tracks: dict[str, _Track] = field(default_factory=dict)
    over: list[Turn] = field(default_factory=list)

    def hear(self, event: Event) -> None:
        track = self.tracks.setdefault(event.track, _Track())
        if event.kind is EventKind.BEGAN:
            self._take(event.track, event.at)
            track.item_id, track.is_under_way, track.paused_since = event.item_id, True, None
            alone = self.speakers.get(event.item_id, ())
            if len(alone) == 1:
                _give(track, alone[0], event.at, "")
        elif event.kind is EventKind.ENDED and track.is_under_way:
            for one in [event.track] if event.track else list(self.tracks):
                self._take(one, event.at)
                self.tracks[one] = _Track()
        elif event.kind is EventKind.FLOOR and event.person_id != track.person_id:
            self._take(event.track, event.at)
            if event.person_id:
                _give(track, event.person_id, event.at, event.id)
        elif event.kind is EventKind.PAUSED and track.is_under_way and track.paused_since is None:
            track.count(event.at)
            track.paused_since = event.at
        elif event.kind is EventKind.RESUMED and track.paused_since is not None:
            track.count(event.at)
            track.paused_since = None

    def told(self, now: int) -> tuple[Turn, ...]:
        for name, track in self.tracks.items():
            if track.person_id:
                track.count(now)
                self.over.append(_turn(name, track, None))
        return tuple(sorted(self.over, key=lambda one: (one.began, one.track)))

    def _take(self, name: str, at: int) -> None:
        track = self.tracks[name]
        if track.person_id:
            track.count(at)
            if at > track.began:
                self.over.append(_turn(name, track, at))
        track.person_id = ""


def _give(track: _Track, person_id: str, at: int, event_id: str) -> None:
    track.person_id, track.began, track.counted, track.spoken = person_id, at, at, 0
    track.event_id = event_id


def _turn(name: str, track: _Track, ended: int | None) -> Turn:
    return Turn(track.person_id, track.item_id, name, track.began, ended, track.spoken, track.event_id)
