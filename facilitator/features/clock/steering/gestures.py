"""What a key or a button does to the clock: one gesture, one step of undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.domain.identity import new_id
from facilitator.domain.running import Event, EventKind
from facilitator.features.clock.commands import AddEvents
from facilitator.features.clock.steering.face import Facing
from facilitator.features.clock.steering.following import Following
from facilitator.features.clock.steering.jump import JumpDialog, JumpRow
from facilitator.features.clock.steering.options import Option, events_of
from facilitator.features.clock.steering.remedies import RemediesDialog
from facilitator.kit.context import Context
from facilitator.translation import tr

_ONCE_MS = 300
"""Milliseconds within which the same gesture, made twice, counts once."""


class Gestures(QObject):
    """Each acts on the track that is followed, unless it is told another one."""

    left_late = Signal()
    """Somebody decided to leave the lengths as they are."""

    def __init__(self, context: Context, session_id: str, following: Following, bar: QWidget) -> None:
        super().__init__(bar)
        self._context, self._session_id, self._following, self._bar = context, session_id, following, bar
        self._made: dict[str, int] = {}

    def slots(self) -> dict[str, Callable[[], object]]:
        """What the actions do, by their names."""
        return {
            "forward": lambda: self.forward_on(self._following.track),
            "back": lambda: None,
            "pause": lambda: None,
            "jump": self.choose_item,
            "remedies": self.choose_remedy,
            "end": lambda: None,
            "floor_next": lambda: None,
            "floor_back": lambda: None,
            "track": self._following.follow_next,
        }

    def forward_on(self, track: str) -> None:
        """Begin the next item of a track, or end the track behind its last one."""
        facing = self._now()
        if facing is not None and (ahead := facing.ahead(track)) is not None:
            self._add([Event(new_id(), facing.now, EventKind.BEGAN, track, ahead.item_id)], ahead.title)

    def choose_item(self) -> None:
        """Ask for an item, and go there."""
        if (facing := self._now()) is not None:
            dialog = JumpDialog(facing, self._following.track, self._bar)
            dialog.chosen.connect(self._jump)
            dialog.fit(self._bar.window())
            dialog.open()

    def choose_remedy(self) -> None:
        """Ask what is to be done about the time, and do it."""
        dialog = RemediesDialog(self._context, self._following, self._bar)
        dialog.chosen.connect(self._remedy)
        dialog.fit(self._bar.window())
        dialog.open()

    def _jump(self, row: JumpRow) -> None:
        pass

    def _remedy(self, option: Option) -> None:
        if (facing := self._now()) is not None:
            self._add(list(events_of(option, facing.now)), option.title)

    def _now(self) -> Facing | None:
        return self._following.facing(self._context.time.now())

    def _add(self, events: list[Event], label: str) -> None:
        self._context.library.run(
            AddEvents(self._session_id, events, self._context.library.store.author, tr(label))
        )
