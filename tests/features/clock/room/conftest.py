"""What the tests of the room's window share: a session that can be held, a clock that obeys, and its windows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from facilitator.domain.running import Event, EventKind
from facilitator.features.clock.commands import AddEvents
from facilitator.features.clock.room.showing import Shown, View, shown
from facilitator.features.clock.room.windows import RoomWindows, room_windows
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.timekeeping import Timekeeper
from facilitator.reading.display import read_display
from facilitator.reading.held import read_held
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    PersonRecord,
    PlaceRecord,
)
from facilitator.storage.store import Store

SESSION = "held"
START = 1_591_362_000_000
"""15:00 in Madrid on 5 June 2020, when the session is planned to begin."""
MINUTE = 60_000


class ObedientTime(Timekeeper):
    """A clock that stands still until it is told to go on."""

    def __init__(self) -> None:
        super().__init__()
        self.at = START

    def now(self) -> int:
        return self.at

    def go(self, milliseconds: int) -> None:
        """Go on by so much at once, as after a sleep, and tick."""
        self.at += milliseconds
        self.ticked.emit()


class HeldSession:
    """The session: Opening (10 min: Ada), Round (20 min: Bo and Dee 5 each, Cy, who is off the record), Groups (15 min:
    one with a talk of Eva), Words of Cy (no length)."""

    def __init__(self, store: Store, time: ObedientTime) -> None:
        self.store, self.time, self._happened = store, time, 0
        rows: list[tuple[Any, dict[str, Any]]] = [
            (LearningSessionRecord, {
                "id": SESSION, "label": "9", "title": "Migration", "date": "2020-06-05", "start": 900,
                "zone": "Europe/Madrid", "minutes": 45,
            }),
            (BreakoutGroupRecord, {"id": "blue", "name": "Blue room", "session_id": SESSION}),
            (PlaceRecord, {"id": "lima", "name": "Lima"}),
            *((PersonRecord, {"id": name.lower(), "name": f"{name} Example", **more}) for name, more in (
                ("Bo", {"office_title": "Mayor", "place_id": "lima"}),
                ("Cy", {"consent": "off_the_record", "office_title": "Minister"}),
                ("Dee", {}), ("Eva", {}), ("Fay", {}),
            )),
            *((AgendaItemRecord, {"id": i, "title": t, "segment": s, "minutes": m, "session_id": SESSION,
                                  "group_id": g, "position": n})
              for n, (i, t, s, m, g) in enumerate((
                  ("opening", "Opening", "opening", 10, None),
                  ("round", "", "city_round", 20, None),
                  ("groups", "Groups", "breakout", 15, None),
                  ("talk", "Talk", "discussion", 15, "blue"),
                  ("cys", "Words of Cy Example", "closing", None, None),
              ))),
            *((AppearanceRecord, {"session_id": SESSION, "agenda_item_id": i, "person_id": p, "role": r,
                                  "minutes": m, "position": n})
              for n, (i, p, r, m) in enumerate((
                  ("opening", "ada", "opening_speaker", None),
                  ("round", "bo", "city_speaker", 5),
                  ("round", "cy", "city_speaker", 5),
                  ("round", "dee", "city_speaker", 7),
                  ("talk", "eva", "discussant", None),
              ))),
        ]  # fmt: skip
        store.run(Together([AddRow(record, values, "") for record, values in rows], "Plan"))

    def happens(self, kind: EventKind, item_id: str = "", track: str = "", person_id: str = "") -> None:
        """Keep an event at the moment that it is now, behind those of the same moment."""
        self._happened += 1
        event = Event(f"{self._happened:032x}", self.time.now(), kind, track, item_id, person_id)
        self.store.run(AddEvents(SESSION, [event], "Steersman", "Clock"))

    def shown(self, view: View = View.ROOM, track: str = "", message: str = "") -> Shown:
        """What is shown now."""
        with self.store.read() as session:
            held = read_held(session, SESSION)
            assert held is not None
            return shown(held, read_display(session, held), self.time.now(), view, track, message)


@pytest.fixture
def time(qapp: object) -> ObedientTime:
    return ObedientTime()


@pytest.fixture
def held(store: Store, time: ObedientTime) -> HeldSession:
    return HeldSession(store, time)


@pytest.fixture
def context(store: Store, time: ObedientTime, qapp: object) -> Iterator[Context]:
    """What a page is given, with the obedient clock."""
    made = Context(Library(store), Navigator(), Jobs(), Notices(), time=time)
    yield made
    made.jobs.finish()
    made.library.close()


@pytest.fixture
def windows(context: Context, held: HeldSession) -> RoomWindows:
    return room_windows(context, SESSION)
