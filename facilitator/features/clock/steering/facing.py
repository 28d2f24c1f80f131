"""Finding what the bar shows in what was held so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.domain.running import Expectation, Expected, TrackState, phase_of
from facilitator.features.clock.steering.face import LATE, MINUTE, Ahead, Beside, Face, Hard, Measured, State
from facilitator.reading.held import Held


@dataclass(frozen=True)
class Names:
    """What items, people and tracks are called, by id."""

    items: Mapping[str, str]
    people: Mapping[str, str]
    tracks: Mapping[str, str]


@dataclass(frozen=True)
class Facing:
    """Makes faces of what was held at a moment. ``expected`` may be a few seconds old."""

    held: Held
    names: Names
    expected: Expectation
    now: int

    def face(self, track: str) -> Face:
        """What is shown to who follows a track."""
        state = self.held.course.track(track)
        floor_id, own = self._floor(track, state)
        first = next(iter(self.expected.items.values()), None)
        return Face(
            track=track,
            track_name=self.names.tracks.get(track, ""),
            state=self._state(state),
            item_id=state.item_id,
            title=self.names.items.get(state.item_id, ""),
            item=self.measured(track),
            floor_id=floor_id,
            floor=self.names.people.get(floor_id, ""),
            own=own,
            paused_since=state.paused_since,
            ahead=self.ahead(track),
            planned_start=first.planned_start if first else None,
            planned_end=self.expected.planned_end,
            end=self.expected.end if self.expected.end_is_known else None,
            late=self.expected.late,
            missed=self._missed(),
            ended=self._ended(track),
            beside=self._beside(),
        )

    def measured(self, track: str) -> Measured:
        """The time of what is under way on a track."""
        state = self.held.course.track(track)
        if state.stretch is None:
            return Measured()
        found = self.expected.items.get(state.item_id)
        length = found.length if found is not None else 0
        used = self.held.course.used(state.item_id, self.now)
        paused = state.paused_since is not None
        return Measured(length - used, length, used, phase_of(length - used, length, paused=paused))

    def ahead(self, track: str) -> Ahead | None:
        """What comes next on a track."""
        found = self._next(track)
        if found is None:
            return None
        speakers = self.held.speakers.get(found.item_id, ())
        who = ", ".join(self.names.people.get(person_id, "") for person_id in speakers[:2])
        under_way = self.expected.items.get(self.held.course.track(track).item_id)
        follows_at_once = under_way is not None and not under_way.length
        is_told = found.start is not None and not (follows_at_once and found.start <= self.now)
        return Ahead(
            found.item_id,
            self.names.items.get(found.item_id, ""),
            f"{who} …" if len(speakers) > 2 else who,
            found.planned_start,
            found.start if is_told else None,
        )

    def _next(self, track: str) -> Expected | None:
        return next(
            (one for one in self.expected.items.values() if one.track == track and one.state == "next"), None
        )

    def _state(self, state: TrackState) -> State:
        if state.stretch is not None:
            return State.PAUSED if state.paused_since is not None else State.RUNNING
        if state.ended or (self.held.course.began is not None and self.held.course.ended is not None):
            return State.ENDED
        return State.WAITING if self.held.slots else State.EMPTY

    def _ended(self, track: str) -> int | None:
        if not track:
            return self.held.course.ended
        return max((one.ended or 0 for one in self.held.course.stretches if one.track == track), default=None)

    def _floor(self, track: str, state: TrackState) -> tuple[str, Measured | None]:
        """Who has the floor, and their own time on the item over all their turns."""
        if state.stretch is None:
            return "", None
        turns = self.held.turns(self.now)
        open_turn = next((one for one in reversed(turns) if one.track == track and one.ended is None), None)
        if open_turn is None or not open_turn.person_id:
            return "", None
        person_id = open_turn.person_id
        length = MINUTE * self._own_minutes(state.item_id, person_id)
        if not length:
            return person_id, None
        used = sum(one.spoken for one in turns if one.person_id == person_id and one.item_id == state.item_id)
        phase = phase_of(length - used, length, paused=state.paused_since is not None)
        return person_id, Measured(length - used, length, used, phase)

    def _own_minutes(self, item_id: str, person_id: str) -> int:
        item = next((one for one in self.held.plan.items if one.id == item_id), None)
        mine = (one for one in (item.appearances if item else ()) if one.person_id == person_id)
        return sum(one.minutes or 0 for one in mine)

    def _missed(self) -> Hard | None:
        """The first hard start of the plenary that can't be kept."""
        if not self.held.course.is_running:
            return None
        for slot in self.held.slots:
            found = self.expected.items.get(slot.id)
            if (
                slot.pinned_start is None
                or slot.track
                or found is None
                or found.state not in ("next", "later")
            ):
                continue
            if found.start is not None and found.planned_start is not None:
                by = found.start - found.planned_start
                if by > LATE:
                    return Hard(self.names.items.get(slot.id, ""), found.planned_start, by)
        return None

    def _beside(self) -> tuple[Beside, ...]:
        """All tracks, while groups are under way."""
        course = self.held.course
        groups = [group.id for group in self.held.plan.groups if course.track(group.id).stretch is not None]
        if not groups:
            return ()
        return tuple(self._one_beside(track) for track in ("", *groups))

    def _one_beside(self, track: str) -> Beside:
        state = self.held.course.track(track)
        return Beside(
            track,
            self.names.tracks.get(track, ""),
            self.names.items.get(state.item_id, ""),
            self.measured(track),
            state.paused_since is not None,
            self.ahead(track),
        )
