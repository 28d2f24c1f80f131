"""Plays the script in the window, keys only. It is killed now and then, opened again, and goes on where it stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from math import inf
from pathlib import Path
from random import Random
from time import monotonic

from facilitator.storage.store import open_library
from tests.flows.played.events import Expected, Gesture, Note, Script
from tests.flows.program import Program

Open = Callable[[int], Program]
"""Starts the program at a moment."""

_DRAFT_MS = 1000
"""What was typed or chosen so long ago is durable."""
_BLINK_MS = 400
"""The same key twice sooner may count once."""
_BLINK = 0.03
"""Seconds: the key was pressed, and nobody knows whether it did what it does."""


class Moment(Enum):
    """When the program is killed."""

    BETWEEN = auto()
    """Between notes, when the last one was acknowledged."""
    TYPING = auto()
    """Between two keys."""
    THINKING = auto()
    """A second behind a key."""
    ENTERED = auto()
    """When Enter was acknowledged."""
    ENTERING = auto()
    """A blink behind Enter, which was not acknowledged."""
    STEERING = auto()
    """A blink behind F8."""


def kills(script: Script, count: int, chance: Random) -> dict[int, Moment]:
    """When to kill, by the numbers of steps: in each way as often."""
    moments = list(Moment)
    chosen: dict[int, Moment] = {}
    for number in range(count):
        moment = moments[number % len(moments)]
        fitting = [place for place, step in enumerate(script.steps) if _fits(moment, step)]
        chosen[chance.choice([place for place in fitting if place not in chosen])] = moment
    return chosen


def _fits(moment: Moment, step: Gesture | Note) -> bool:
    if isinstance(step, Gesture):
        return moment is Moment.STEERING and bool(step.item)
    return moment is not Moment.STEERING and (
        step.is_plain or moment not in (Moment.TYPING, Moment.THINKING, Moment.ENTERING)
    )


class Player:
    """``kept`` are the notes that the program acknowledged, by their ids."""

    def __init__(
        self, path: Path, start: Open, script: Script, kills: Mapping[int, Moment], chance: Random
    ) -> None:
        self._path, self._start, self._script = path, start, script
        self._kills, self._chance = kills, chance
        self.kept: dict[str, Expected] = {}
        self._pressed: dict[str, float] = {}
        """When each key was pressed last, by a steady clock, in seconds."""
        self._program = start(script.steps[0].at).pace(0)
        self._program.keys("Ctrl+2", "Home", "Return", "Alt+2")  # the first of the sessions

    def play(self) -> None:
        """The whole session; then the program is closed."""
        for number, step in enumerate(self._script.steps):
            moment = self._kills.get(number)
            self._program.at(step.at)
            if isinstance(step, Gesture):
                self._make(step, moment)
            else:
                self._take(step, moment)
        self._program.quit()

    def _make(self, gesture: Gesture, moment: Moment | None) -> None:
        if moment is None:
            self._press(*gesture.keys)
        else:
            self._program.press_and_die(*gesture.keys, after=self._chance.random() * _BLINK)
            self._come_back(gesture.at)
            if self._program.run["item"] != gesture.item:
                self._program.keys(*gesture.keys)
        if gesture.item:
            assert self._program.run["item"] == gesture.item

    def _take(self, note: Note, moment: Moment | None) -> None:
        if moment is Moment.BETWEEN:
            self._program.wait(_DRAFT_MS)  # who was given the floor a moment ago has it for good then
            self._kill(note.at)
        self._begin(note)
        if moment in (Moment.TYPING, Moment.THINKING):
            self._type_and_die(note, waiting=moment is Moment.THINKING)
        else:
            self._type(note)
        self._type_behind(note)
        if moment is Moment.ENTERING:
            self._enter_and_die(note)
        else:
            self._program.keys("Return")
        self._acknowledge(note)
        if moment is Moment.ENTERED:
            self._kill(note.at)
        self._press(*note.after)

    def _press(self, *keys: str) -> None:
        """Press keys; none again within a blink, which would count once, also where a fast machine has taken a whole
        note meanwhile."""
        since = monotonic() - max((self._pressed.get(key, -inf) for key in keys), default=-inf)
        if since * 1000 < _BLINK_MS:
            self._program.wait(_BLINK_MS)
        self._program.keys(*keys)
        self._pressed.update(dict.fromkeys(keys, monotonic()))

    def _begin(self, note: Note) -> None:
        self._press(*note.before)
        self._program.type(note.sign)

    def _type(self, note: Note) -> None:
        self._program.type(note.text[: note.half])
        for gesture in note.midway:
            self._program.at(gesture.at)
            self._press(*gesture.keys)
        self._program.type(note.text[note.half :])

    def _type_behind(self, note: Note) -> None:
        for part in note.behind:
            if part.startswith("["):
                self._press(part[1:-1])
            else:
                self._program.type(part)

    def _type_and_die(self, note: Note, *, waiting: bool) -> None:
        letters = self._chance.randrange(1, len(note.text))
        self._program.type(note.text[:letters])
        if waiting:
            self._program.wait(_DRAFT_MS)
        self._kill(note.at)
        back = str(self._program.run["line"])
        if not back:  # the first key is pressed again
            self._begin(note)
        elif note.sign.startswith(back):  # it was killed a while after the draft was kept
            self._program.keys("Ctrl+A", "Delete").type(note.sign)
            back = ""
        assert note.text[:letters].startswith(back)
        if waiting:
            assert back == note.text[:letters]
        self._program.type(note.text[len(back) :])

    def _enter_and_die(self, note: Note) -> None:
        self._program.wait(_DRAFT_MS)
        line = self._program.run["line"]
        self._program.press_and_die("Return", after=self._chance.random() * _BLINK)
        self._come_back(note.at)
        found = self._program.run
        if found["latest"] != note.expected.text:
            assert found["line"] == line
            self._program.keys("Return")

    def _acknowledge(self, note: Note) -> None:
        """The program shows the note in its list, and is ready for the next one."""
        found = self._program.run
        assert (found["latest"], found["line"], found["caret"]) == (note.expected.text, "", True), note
        assert found["latest_id"] not in self.kept
        self.kept[found["latest_id"]] = note.expected

    def _kill(self, at: int) -> None:
        self._program.kill()
        self._come_back(at)

    def _come_back(self, at: int) -> None:
        """All that was acknowledged is in the file, whatever the program does next; and it is opened again."""
        store = open_library(self._path, read_only=True)
        there = {row[0] for row in store.raw().execute("SELECT id FROM note")}
        store.close()
        assert self.kept.keys() <= there
        self._program = self._start(at).pace(0).keys("Ctrl+Shift+N")
