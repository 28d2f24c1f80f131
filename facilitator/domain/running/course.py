"""What came to pass: when each item was held, what is under way, what is paused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from facilitator.domain.running.events import Event, EventKind


@dataclass(frozen=True)
class Stretch:
    """A time during which an item was under way: from ``began`` to ``ended`` (None while it is), less ``paused``
    milliseconds of pauses that are over. ``event_id`` is the event that began it."""

    item_id: str
    track: str
    began: int
    ended: int | None
    paused: int
    event_id: str


@dataclass(frozen=True)
class TrackState:
    """A track now: the item under way (empty for none), the stretch of it, since when it is paused (None: it runs), and
    whether it has ended."""

    item_id: str = ""
    stretch: Stretch | None = None
    paused_since: int | None = None
    ended: bool = False


@dataclass(frozen=True)
class Course:
    """The course of a session so far. ``began`` and ``ended`` are those of the plenary, None where it did not.

    ``lengths`` are the minutes now expected of items where they differ from the plan, ``dropped`` the items that will
    not be held.
    """

    began: int | None = None
    ended: int | None = None
    stretches: tuple[Stretch, ...] = ()
    tracks: Mapping[str, TrackState] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)
    dropped: frozenset[str] = frozenset()

    def track(self, track: str = "") -> TrackState:
        """The state of a track."""
        return self.tracks.get(track, TrackState())

    @property
    def is_running(self) -> bool:
        """Whether the session has begun and not ended; also while it is paused."""
        return self.began is not None and self.ended is None

    def used(self, item_id: str, now: int) -> int:
        """The milliseconds for which an item was held so far, without pauses, over all its stretches."""
        return sum(self.used_in(stretch, now) for stretch in self._stretches_of.get(item_id, ()))

    @cached_property
    def _stretches_of(self) -> Mapping[str, Sequence[Stretch]]:
        """By item: asked for once a second for each of many."""
        found: dict[str, list[Stretch]] = {}
        for stretch in self.stretches:
            found.setdefault(stretch.item_id, []).append(stretch)
        return found

    def used_in(self, stretch: Stretch, now: int) -> int:
        """The milliseconds of one stretch so far, without pauses."""
        until = now if stretch.ended is None else stretch.ended
        state = self.track(stretch.track)
        if stretch.ended is None and state.paused_since is not None:
            until = min(until, state.paused_since)
        return max(0, until - stretch.began - stretch.paused)


def course_of(events: Sequence[Event]) -> Course:
    """The course that events make, in whatever order they are given. Events that make no sense (a pause of what does
    not run, a second end) change nothing."""
    told = _Telling()
    for event in sorted(events, key=lambda one: (one.at, one.id)):
        told.tell(event)
    return told.course()


@dataclass
class _Open:
    """What is under way on a track."""

    item_id: str
    began: int
    event_id: str
    paused: int = 0
    paused_since: int | None = None


@dataclass
class _Telling:
    began: int | None = None
    ended: int | None = None
    stretches: list[Stretch] = field(default_factory=list)
    under_way: dict[str, _Open] = field(default_factory=dict)
    over: set[str] = field(default_factory=set)
    lengths: dict[str, int] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)

    def tell(self, event: Event) -> None:
        if event.kind is EventKind.BEGAN:
            self._begin(event)
        elif event.kind is EventKind.ENDED:
            self._end(event)
        elif event.kind is EventKind.LENGTH and event.minutes is not None:
            self.lengths[event.item_id] = event.minutes
            self.dropped.discard(event.item_id)
        elif event.kind is EventKind.DROPPED:
            self.dropped.add(event.item_id)
        elif (now := self.under_way.get(event.track)) is None:
            return
        elif event.kind is EventKind.PAUSED and now.paused_since is None:
            now.paused_since = event.at
        elif event.kind is EventKind.RESUMED and now.paused_since is not None:
            now.paused += event.at - now.paused_since
            now.paused_since = None

    def course(self) -> Course:
        open_ones = {
            track: Stretch(now.item_id, track, now.began, None, now.paused, now.event_id)
            for track, now in self.under_way.items()
        }
        tracks = {track: TrackState(ended=True) for track in self.over}
        tracks |= {
            track: TrackState(stretch.item_id, stretch, self.under_way[track].paused_since)
            for track, stretch in open_ones.items()
        }
        return Course(
            self.began,
            self.ended,
            tuple(sorted([*self.stretches, *open_ones.values()], key=lambda one: (one.began, one.event_id))),
            tracks,
            dict(self.lengths),
            frozenset(self.dropped),
        )

    def _begin(self, event: Event) -> None:
        self._close(event.track, event.at)
        self.under_way[event.track] = _Open(event.item_id, event.at, event.id)
        self.over.discard(event.track)
        self.dropped.discard(event.item_id)
        if not event.track:
            self.began = event.at if self.began is None else self.began
            self.ended = None

    def _end(self, event: Event) -> None:
        if event.track not in self.under_way:
            return
        for track in [event.track] if event.track else list(self.under_way):
            self._close(track, event.at)
            self.over.add(track)
        if not event.track:
            self.ended = event.at

    def _close(self, track: str, at: int) -> None:
        now = self.under_way.pop(track, None)
        if now is not None:
            paused = now.paused + (at - now.paused_since if now.paused_since is not None else 0)
            self.stretches.append(Stretch(now.item_id, track, now.began, at, paused, now.event_id))
