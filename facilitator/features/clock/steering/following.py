"""What the bar follows: one track of a session that is held."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.clock.steering.face import Face
from facilitator.features.clock.steering.facing import Facing, Names
from facilitator.kit.context import Context
from facilitator.reading.held import Held, read_held
from facilitator.storage import choices
from facilitator.storage.journal import ChangeSet
from facilitator.translation import tr

_TABLES = ("run_event", "agenda_item", "appearance", "person", "breakout_group", "learning_session")

_FRESH = 5000
"""Milliseconds for which what is expected of items to come is not worked out anew."""


class Following(QObject):
    """Reads the library only when something of the session changed, and counts on from there."""

    changed = Signal()
    """The library holds something else than before."""
    track_chosen = Signal(str)
    """The id of a breakout group, empty for the plenary."""

    def __init__(self, context: Context, session_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self._held: Held | None = None
        self._names = Names({}, {}, {})
        self._stale = True
        self._track = ""
        self._glanced: Facing | None = None
        self._worked_out = 0
        context.library.changed.connect(self._on_library_changed)

    @property
    def track(self) -> str:
        """The track that is followed."""
        return self._track

    @property
    def held(self) -> Held | None:
        """What was held so far; None when the session was deleted."""
        if self._stale:
            self._read()
        return self._held

    @property
    def names(self) -> Names:
        """What items, people and tracks are called."""
        if self._stale:
            self._read()
        return self._names

    def facing(self, now: int) -> Facing | None:
        """What is to be told at a moment."""
        held = self.held
        return None if held is None else Facing(held, self._names, held.expectation(now), now)

    def glance(self, now: int) -> Facing | None:
        """What is to be told at a moment, as it is asked for every second: what is left is right to the second, what
        is expected of items to come, which is shown in minutes, was worked out a few seconds ago at most."""
        held, known = self.held, self._glanced
        if held is None:
            return None
        if known is None or known.held is not held or not 0 <= now - self._worked_out < _FRESH:
            known, self._worked_out = Facing(held, self._names, held.expectation(now), now), now
        self._glanced = replace(known, now=now)
        return self._glanced

    def track_at(self, facing: Facing) -> str:
        """The track that is followed at a moment: the plenary again when the group that was is over."""
        if self._track and facing.held.course.track(self._track).stretch is None:
            self.follow("")
        return self._track

    def face(self, now: int) -> Face | None:
        """What is shown at a moment."""
        facing = self.facing(now)
        return None if facing is None else facing.face(self.track_at(facing))

    def follow(self, track: str) -> None:
        """Follow another track from now on."""
        if track != self._track:
            self._track = track
            self.track_chosen.emit(track)

    def follow_next(self) -> None:
        """Go round the tracks that are under way: the plenary, then each group."""
        held = self.held
        if held is None:
            return
        groups = [group.id for group in held.plan.groups if held.course.track(group.id).stretch is not None]
        ring = ["", *groups]
        here = ring.index(self._track) if self._track in ring else 0
        self.follow(ring[(here + 1) % len(ring)])

    def _read(self) -> None:
        with self._context.library.read() as session:
            self._held = read_held(session, self._session_id)
            segments = dict(choices.codes(session, Vocabulary.SEGMENT))
            self._stale = False
            if self._held is None:
                return
            plan = self._held.plan
            people = {one.person_id: one.person for one in plan.appearances}
            if any(event.person_id not in people for event in self._held.events if event.person_id):
                people = dict(choices.people(session)) | people
        items = {
            item.id: item.title
            or segments.get(item.segment, item.segment_as_written)
            or tr("Item without a title")
            for item in plan.items
        }
        tracks = {group.id: group.name or tr("Group") for group in plan.groups}
        self._names = Names(items, people, {"": tr("Plenary"), **tracks})

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if changes.touches(*_TABLES):
            self._stale = True
            self.changed.emit()
