"""The chooser follows the clock: the item that is under way, and who has the floor."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from facilitator.domain.identity import new_id
from facilitator.features.notes import commands
from facilitator.features.notes.capture.chooser import Chooser
from facilitator.kit.context import Context
from facilitator.reading.held import Held
from facilitator.translation import tr

SETTLE_MS = 600
"""Who passes over several names on the way to one gives the floor to that one alone."""


@dataclass(frozen=True)
class ClockPlace:
    """Where the clock stands: the track that is followed (empty for the plenary), its item, and who has the floor on it
    (empty for nobody). ``event_id`` is what brought the item."""

    track: str
    item_id: str
    speaker_id: str
    event_id: str


def clock_place(held: Held | None, group_id: str, now: int) -> ClockPlace | None:
    """Where the clock stands; None while the session is not held. A group that does not meet now is in the plenary."""
    if held is None or not held.course.is_running:
        return None
    track = group_id if held.course.track(group_id).item_id else ""
    state = held.course.track(track)
    turns = [turn for turn in held.turns(now) if turn.track == track and turn.ended is None]
    speaker = turns[-1].person_id if turns else ""
    return ClockPlace(track, state.item_id, speaker, state.stretch.event_id if state.stretch else "")


class Following(QObject):
    """Keeps a chooser where the clock stands, and gives the floor to whom a person chooses there.

    Whoever goes to another item is left alone until the clock goes on.
    """

    def __init__(self, context: Context, session_id: str, chooser: Chooser) -> None:
        super().__init__(chooser)
        self._library, self._time, self._session_id = context.library, context.time, session_id
        self._chooser = chooser
        self._held: Held | None = None
        self._place: ClockPlace | None = None
        self._wanted: tuple[int, str] | None = None
        self._settling = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self.settle)
        chooser.item_chosen.connect(self._on_item_chosen)
        chooser.speaker_chosen.connect(self._on_speaker_chosen)
        chooser.clock.chosen.connect(self._follow)

    def show(self, held: Held | None) -> None:
        """Follow what happened."""
        self._held = held
        groups = [(group.id, group.name) for group in held.plan.groups] if held else []
        self._chooser.clock.offer(groups)
        self._follow()

    def settle(self) -> None:
        """Give the floor to whom it was meant for, now."""
        wanted, self._wanted = self._wanted, None
        self._settling.stop()
        place = self._place
        if wanted is None or place is None or wanted[1] == place.speaker_id:
            return
        at, person_id = wanted
        author, name = self._library.store.author, self._chooser.name_of(person_id)
        giving = commands.GiveFloor(new_id(), self._session_id, at, place.track, person_id, author, name)
        if not self._library.run(giving):
            self._follow(anew=True)

    def _follow(self, *, anew: bool = False) -> None:
        place = clock_place(self._held, self._chooser.clock.group_id(), self._time.now())
        before, self._place = self._place, place
        if place is not None and (anew or place != before):
            if before is None or place.event_id != before.event_id:
                self._wanted = None
            if self._wanted is None:
                self._chooser.show_place(place.item_id, place.speaker_id)
        self._tell()

    def _on_item_chosen(self) -> None:
        place = self._place
        self._wanted = None
        if place is not None and self._chooser.item_id() == place.item_id:
            self._chooser.choose_speaker(place.speaker_id)
        self._tell()

    def _on_speaker_chosen(self) -> None:
        if self._place is not None and self._chooser.item_id() == self._place.item_id:
            self._wanted = (self._time.now(), self._chooser.speaker_id())
            self._settling.start()

    def _tell(self) -> None:
        place = self._place
        away = place is not None and self._chooser.item_id() != place.item_id
        words = self._chooser.item_words(place.item_id) if place else ""
        self._chooser.clock.show_item((words or tr("no item")) if away else "")
