"""What a key or a button does to the clock: one gesture, one command, one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.running import Event, EventKind
from facilitator.features.clock import commands
from facilitator.features.clock.steering.facing import Facing
from facilitator.features.clock.steering.following import Following
from facilitator.features.clock.steering.jump import JumpDialog, JumpRow
from facilitator.features.clock.steering.options import Option, outcome_of
from facilitator.features.clock.steering.remedies import RemediesDialog
from facilitator.kit.context import Context
from facilitator.storage.store import Command
from facilitator.translation import tr

ONCE_MS = 300
"""Milliseconds within which the same gesture, made twice, counts once."""


class Gestures(QObject):
    """Each acts on the track that is followed, unless it is told another one."""

    left_late = Signal()
    """Somebody decided to leave the lengths as they are."""

    def __init__(self, context: Context, session_id: str, following: Following, bar: QWidget) -> None:
        super().__init__(bar)
        self._context, self._session_id, self._following, self._bar = context, session_id, following, bar
        self._author = context.library.store.author
        self._made: dict[tuple[str, str], int] = {}

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their names."""
        return {
            "forward": lambda: self.forward_on(self._following.track),
            "back": self.back,
            "pause": self.pause_or_resume,
            "jump": self.choose_item,
            "remedies": self.choose_remedy,
            "end": self.end,
            "floor_next": lambda: self.step_floor(1),
            "floor_back": lambda: self.step_floor(-1),
            "track": self._following.follow_next,
        }

    def forward_on(self, track: str) -> None:
        """Begin the next item of a track, or end it behind its last one. A session without an agenda begins as one
        stretch."""
        facing = self._once("forward", track)
        if facing is None:
            return
        if not facing.held.slots and facing.held.course.began is None:
            events = commands.with_ids([Event("", facing.now, EventKind.BEGAN)])
            label = tr("Start without an agenda")
            self._run(commands.AddEvents(self._session_id, events, self._author, label))
            return
        command = commands.forward(facing.held, facing.now, self._author, track)
        ends = facing.ahead(track) is None
        self._run(command, tell=_ended_words(track) if ends else "")

    def back(self) -> None:
        """Give the item before the clock again."""
        track = self._following.track
        if (facing := self._once("back", track)) is not None:
            self._run(commands.back(facing.held, facing.now, self._author, track))

    def pause_or_resume(self) -> None:
        """Stop the time of the track, or let it go on."""
        track = self._following.track
        if (facing := self._once("pause", track)) is not None:
            made = (facing.held, facing.now, self._author, track)
            self._run(commands.resume(*made) or commands.pause(*made))

    def end(self) -> None:
        """End the session, or the group that is followed."""
        track = self._following.track
        if (facing := self._once("end", track)) is not None:
            command = commands.end(facing.held, facing.now, self._author, track)
            self._run(command, tell=_ended_words(track))

    def step_floor(self, steps: int) -> None:
        """Give the floor to the next (1) or previous (-1) of those who speak on the item; behind the last, nobody."""
        track = self._following.track
        facing = self._now()
        if facing is None:
            return
        face = facing.face(track)
        speakers = facing.held.speakers.get(face.item_id, ()) or tuple(facing.names.people)
        ring = ["", *dict.fromkeys(speakers)]
        here = ring.index(face.floor_id) if face.floor_id in ring else 0
        person_id = ring[(here + steps) % len(ring)]
        name = facing.names.people.get(person_id, "")
        made = (facing.held, facing.now, self._author, person_id, name, track)
        self._run(commands.give_floor(*made))

    def choose_item(self) -> None:
        """Ask for an item, and go there."""
        if (facing := self._now()) is not None:
            dialog = JumpDialog(facing, self._following.track, self._bar)
            dialog.chosen.connect(self._jump)
            dialog.fit(self._bar.window())
            dialog.open()

    def choose_remedy(self) -> None:
        """Ask what is to be done about the time, and do it."""
        if self._now() is not None:
            dialog = RemediesDialog(self._context, self._following, self._bar)
            dialog.chosen.connect(self._remedy)
            dialog.fit(self._bar.window())
            dialog.open()

    def _jump(self, row: JumpRow) -> None:
        if (facing := self._now()) is not None:
            command = commands.jump(facing.held, facing.now, self._author, row.id)
            self._run(command, tell=tr("Now: {item}").format(item=row.title))

    def _remedy(self, option: Option) -> None:
        facing = self._now()
        if facing is None:
            return
        made = (facing.held, facing.now, self._author, outcome_of(option), option.title)
        command = commands.decide(*made)
        self._run(command, tell=option.title)
        if command is None:
            self.left_late.emit()

    def _run(self, command: Command | None, *, tell: str = "") -> None:
        """Do it; ``tell`` it with its undo, where that is not plain to see or not easily done again."""
        if command is not None and self._context.library.run(command) and tell:
            self._context.notices.tell(tell, offer_undo=True)

    def _once(self, gesture: str, track: str) -> Facing | None:
        """How it stands now; None where the same was done a blink ago."""
        now, key = self._context.time.now(), (gesture, track)
        if 0 <= now - self._made.get(key, now - ONCE_MS) < ONCE_MS:
            return None
        self._made[key] = now
        return self._now()

    def _now(self) -> Facing | None:
        return self._following.facing(self._context.time.now())


def _ended_words(track: str) -> str:
    return tr("The group has ended") if track else tr("The session has ended")
