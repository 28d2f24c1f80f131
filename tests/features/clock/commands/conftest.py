"""A session with groups, at 15:00 on 9 April 2020 in Madrid, in a real library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from facilitator.reading.held import Held, read_held
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import Command, Store

SESSION = "session-8"
ITEMS = [
    ("opening", "", "opening", 10),
    ("round", "", "breakout", None),
    ("a1", "A", "", 10),
    ("a2", "A", "", 10),
    ("b1", "B", "", 20),
    ("second", "", "breakout", 15),
    ("a3", "A", "", 15),
    ("break", "", "buffer", 5),
    ("closing", "", "", 10),
]


@dataclass
class Steered:
    """The session and its library."""

    store: Store

    def held(self) -> Held:
        """The session as it is now."""
        with self.store.read() as session:
            found = read_held(session, SESSION)
        assert found is not None
        return found

    def do(self, gesture: Callable[..., Command | None], time: int, *more: object) -> bool:
        """Make a gesture at a moment; False when there was nothing to do."""
        command = gesture(self.held(), time, "Ann", *more)
        if command is not None:
            self.store.run(command)
        return command is not None

    def under_way(self) -> dict[str, str]:
        """What is under way, by track."""
        return {track: state.item_id for track, state in self.held().course.tracks.items() if state.stretch}


@pytest.fixture
def steered(store: Store) -> Steered:
    """The session, planned and not begun."""
    plan_session(store)
    return Steered(store)


def plan_session(store: Store) -> None:
    """Plan the session, in a library that has it and Ada."""
    facts = {"date": "2020-04-09", "zone": "Europe/Madrid", "minutes": None}
    items = [
        {
            "id": item_id,
            "session_id": SESSION,
            "position": place,
            "title": item_id.title(),
            "group_id": track or None,
            "segment": segment,
            "minutes": minutes,
        }
        for place, (item_id, track, segment, minutes) in enumerate(ITEMS)
    ]
    commands = [
        SetFields(LearningSessionRecord, SESSION, facts, ""),
        *(
            AddRow(
                BreakoutGroupRecord, {"id": one, "session_id": SESSION, "name": one, "position": place}, ""
            )
            for place, one in enumerate("AB")
        ),
        *(AddRow(AgendaItemRecord, values, "") for values in items),
        AddRow(PersonRecord, {"id": "bo", "name": "Bo Sample"}, ""),
        AddRow(PersonRecord, {"id": "cy", "name": "Cy Instance"}, ""),
        AddRow(
            AppearanceRecord, {"session_id": SESSION, "agenda_item_id": "opening", "person_id": "ada"}, ""
        ),
    ]
    store.run(Together(commands, "Plan"))
