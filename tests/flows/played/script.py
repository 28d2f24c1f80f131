"""Writes the script of the session: what was said in the sample's sessions, spread over two hours, typed in all ways
that there are. It knows the rules of the program from nothing but what is promised to people."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from tests.flows.played.events import MINUTE, Expected, Gesture, Note, Script
from tests.flows.played.library import MINUTES, START, Agenda, Item, Said
from tests.flows.played.ways import Way, way_of

_SECOND = 1000
_LONGEST = 26
"""Letters of a text; a person types more, which says nothing more."""
_PAUSES = {2: 4, 5: 3}
"""Behind which note of which item, by their numbers, there is a pause."""
_PAUSE = 90 * _SECOND


def write(agenda: Agenda) -> Script:
    """The script of the whole session."""
    writing = _Writing(agenda)
    for number, item in enumerate(agenda.items):
        writing.hold(number, item)
    return writing.end()


@dataclass
class _Writing:
    agenda: Agenda
    steps: list[Gesture | Note] = field(default_factory=list)
    starts: dict[str, int] = field(default_factory=dict)
    spoken: Counter[str] = field(default_factory=Counter)
    texts: set[str] = field(default_factory=set)
    now: int = START
    item: str = ""
    speakers: tuple[str, ...] = ()
    floor: str = ""
    counted: int = START
    is_paused: bool = False
    attribution: str = ""

    def hold(self, number: int, item: Item) -> None:
        """An item: it begins, unless it began in the middle of a note, and what is said in it is written down."""
        began = START + sum(one.minutes for one in self.agenda.items[:number]) * MINUTE
        if self.item != item.id:
            self.now = max(began, self.now + 2 * _SECOND)
            self.steps.append(self._begin(item))
        between = item.minutes * MINUTE // (len(item.said) + 1)
        following = self.agenda.items[number + 1] if number + 1 < len(self.agenda.items) else None
        for place, said in enumerate(item.said):
            self.now = max(began + (place + 1) * between, self.now + 2 * _SECOND)
            if said.speaker in self.speakers:
                self._give_floor(said.speaker)
            is_last = place + 1 == len(item.said)
            self._take(said, following if is_last and number % 3 == 1 else None)
            if _PAUSES.get(number) == place:
                self._pause()

    def end(self) -> Script:
        """The session ends when it was to end."""
        self.now = max(START + MINUTES * MINUTE, self.now + _SECOND)
        self._count()
        self.steps.append(Gesture(self.now, ("Ctrl+F9",)))
        return Script(tuple(self.steps), self.starts, dict(self.spoken), self.now)

    def _begin(self, item: Item) -> Gesture:
        self._count()
        self.item, self.speakers = item.id, item.speakers
        self.floor = item.speakers[0] if len(item.speakers) == 1 else ""
        self.starts[item.id] = self.now
        return Gesture(self.now, ("F8",), item.id)

    def _give_floor(self, person: str) -> None:
        ring = ["", *self.speakers]
        here, there = ring.index(self.floor), ring.index(person)
        step = 1 if there > here else -1
        # One step by the keys of the chooser, several by those of the clock, which count each of them.
        keys = {1: "F7", -1: "Shift+F7"}
        if abs(there - here) == 1 and len(self.steps) % 2:
            keys = {1: "Ctrl+Down", -1: "Ctrl+Up"}
        for place in range(here + step, there + step, step):
            self.now += _SECOND
            self._count()
            self.floor = ring[place]
            self.steps.append(Gesture(self.now, (keys[step],)))
        self.now += _SECOND

    def _pause(self) -> None:
        for paused in (True, False):
            self.now += _PAUSE if self.is_paused else _SECOND
            self._count()
            self.is_paused = paused
            self.steps.append(Gesture(self.now, ("F9",)))

    def _take(self, said: Said, following: Item | None) -> None:
        number = sum(isinstance(step, Note) for step in self.steps)
        way = way_of(number, said, self.agenda.people, self.speakers, self.attribution)
        text = self._short(said.text)
        at, item, speaker = self.now, self.item, way.speaker or self.floor
        midway = self._midway(way, following)
        values = {"kind": way.kind, **way.values}
        self.attribution = way.attribution
        if self.attribution:
            values["attribution"] = self.attribution
        expected = Expected(way.literal + text, at, item, speaker, values, way.tags)
        typed = way.literal + text
        self.steps.append(Note(at, way.before, way.sign, typed, midway, way.behind, way.after, expected))

    def _midway(self, way: Way, following: Item | None) -> tuple[Gesture, ...]:
        gestures = [Gesture(self.now, keys) for keys in way.midway]
        if following is not None:
            self.now += 20 * _SECOND
            gestures.append(self._begin(following))
        return tuple(gestures)

    def _short(self, text: str) -> str:
        words = text.replace("#", "").replace("/", " of ").split()
        short = words[0]
        for word in words[1:]:
            if len(short) + len(word) >= _LONGEST:
                break
            short = f"{short} {word}"
        while short in self.texts:
            short += " again"
        self.texts.add(short)
        return short

    def _count(self) -> None:
        """Count the time of whoever has the floor, until now."""
        if self.floor and not self.is_paused:
            self.spoken[self.floor] += self.now - self.counted
        self.counted = self.now
