"""What a window of the room shows at a moment: words and signs, without a window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from facilitator.domain.moments import local, minute
from facilitator.domain.running import Expectation, Expected, Phase, Stretch, Turn, phase_of
from facilitator.domain.vocabulary import SILENT_ROLES, AppearanceStatus
from facilitator.features.clock.room.texts import Texts
from facilitator.features.clock.room.words import countdown, phase_words, rough
from facilitator.reading.display import Called, Display
from facilitator.reading.held import Held
from facilitator.translation import mark, tr

_MINUTE = 60_000
_DAY = 24 * 60 * _MINUTE


class View(StrEnum):
    """Whom a window is for."""

    ROOM = "room"
    """The item, who is next, when the session ends."""
    SPEAKER = "speaker"
    """The speaker's own time, as time cards tell it."""


VIEW_LABELS: dict[View, str] = {
    View.ROOM: mark("For the room"),
    View.SPEAKER: mark("For the speaker"),
}


@dataclass(frozen=True)
class Shown:
    """All that is painted. ``phase`` is None once it is over; ``time`` is the large time or word, ``of`` what it is the
    time of. Texts that have nothing to say are empty."""

    view: View
    phase: Phase | None
    words: str
    time: str
    of: str = ""
    who: str = ""
    about: str = ""
    next: str = ""
    session: str = ""
    message: str = ""
    rough: str = ""
    """The time to the minute, for the text alternative."""

    @property
    def told(self) -> str:
        """What is painted as a sentence; it changes once a minute, not with each second."""
        time = f"{self.of}: {self.rough}" if self.of and self.rough else self.rough
        who = self.who if self.who != self.of else ""
        parts = (self.message, self.words, time, who, self.about, self.next, self.session)
        return ". ".join(part.rstrip(".") for part in parts if part)


def shown(held: Held, display: Display, now: int, view: View, track: str = "", message: str = "") -> Shown:
    """What is shown of a track (empty: the plenary) at a moment."""
    return _Showing(held, display, now, view, track, message).shown()


@dataclass(frozen=True)
class _Showing:
    held: Held
    display: Display
    now: int
    view: View
    track: str
    message: str

    @property
    def _texts(self) -> Texts:
        return Texts(self.held, self.display, self.track)

    def shown(self) -> Shown:
        course, state = self.held.course, self.held.course.track(self.track)
        expected = self.held.expectation(self.now)
        if state.stretch is not None:
            known = expected.items.get(state.item_id)
            return self._under_way(expected, known or self._without_item(state.stretch))
        if state.ended or course.ended is not None:
            words = tr("The group has ended") if self.track else tr("The session has ended")
            return Shown(self.view, None, words, tr("Thank you"), message=self.message, rough=tr("Thank you"))
        return self._before(expected)

    def _without_item(self, stretch: Stretch) -> Expected:
        """What is under way without an agenda, or when its item was deleted meanwhile."""
        used = self.held.course.used(stretch.item_id, self.now)
        return Expected(stretch.item_id, self.track, None, None, stretch.began, None, 0, used, "now")

    def _before(self, expected: Expectation) -> Shown:
        """Until it begins: how long that will take, and who begins."""
        first = next(self._texts.coming(expected), None)
        start = first.start if first else None
        planned = first.planned_start if first else None
        left = start - self.now if start is not None else None
        words, time, told = tr("It begins soon"), minute(self.now, self.held.plan.zone), ""
        if planned is not None and planned > self.now:
            words = tr("It begins at {time}").format(time=self._when(planned))
        if left is not None and 0 < left < _DAY:
            time, told = countdown(left), rough(left)
        return Shown(
            self.view,
            Phase.WAITING,
            words,
            time,
            tr("Time until the start") if told else tr("Time now"),
            self._texts.held(),
            next=self._texts.named(first) if first else "",
            message=self.message,
            rough=told or time,
        )

    def _when(self, moment: int) -> str:
        zone = self.held.plan.zone
        if moment - self.now < _DAY:
            return minute(moment, zone)
        return f"{local(moment, zone):%Y-%m-%d}, {minute(moment, zone)}"

    def _under_way(self, expected: Expectation, item: Expected) -> Shown:
        state = self.held.course.track(self.track)
        person = self._speaking(item.item_id)
        called = self.display.called(person, item.item_id) if person else None
        left, length, own = self._time(item, person)
        phase = phase_of(left, length, paused=state.paused_since is not None)
        open_end = length <= 0
        words = tr("Time so far") if open_end and phase is Phase.PLENTY else phase_words(phase)
        left = -left if open_end else left
        return Shown(
            self.view,
            phase,
            words,
            countdown(left),
            tr("The speaker’s time") if own else self._texts.title(item.item_id),
            called.name if called else self._texts.title(item.item_id),
            self._about(called, item, own),
            self._texts.after(expected, item, person, self._turns(item.item_id)),
            self._texts.end_of(expected, self.now) if self.view is View.ROOM else "",
            self.message,
            rough(left),
        )

    def _about(self, called: Called | None, item: Expected, own: bool) -> str:
        if called is None:
            return ""
        return called.about or (self._texts.title(item.item_id) if own else "")

    def _time(self, item: Expected, person: str) -> tuple[int, int, bool]:
        """What is left of how much, and whether it is the speaker's own: that where the window is theirs, and minutes
        are planned for them."""
        minutes = sum(
            one.minutes or 0
            for row in self.held.plan.items
            if row.id == item.item_id
            for one in row.appearances
            if one.person_id == person
            and one.role not in SILENT_ROLES
            and one.status != AppearanceStatus.DECLINED
        )
        if self.view is View.SPEAKER and person and minutes:
            spoken = sum(one.spoken for one in self._turns(item.item_id) if one.person_id == person)
            return minutes * _MINUTE - spoken, minutes * _MINUTE, True
        return item.left, item.length, False

    def _turns(self, item_id: str) -> list[Turn]:
        return [one for one in self._all_turns if one.item_id == item_id and one.track == self.track]

    @cached_property
    def _all_turns(self) -> tuple[Turn, ...]:
        return self.held.turns(self.now)

    def _speaking(self, item_id: str) -> str:
        return next((one.person_id for one in self._turns(item_id) if one.ended is None), "")
