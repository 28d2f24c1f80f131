"""Plans for the tests of what is open, edited and balanced: made by the same commands as on the screen."""

from __future__ import annotations

from typing import Any

from facilitator.features.agenda import commands
from facilitator.features.agenda.opens.points import Labels, OpenPoint
from facilitator.features.agenda.opens.rule import open_points
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import Plan
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import LearningSessionRecord, PersonRecord
from facilitator.storage.store import Store

SESSION = "session-8"


class Planned:
    """A plan in the making, in session 8 at 15:00 for 120 minutes."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def session(self, **values: Any) -> None:
        self.store.run(SetFields(LearningSessionRecord, SESSION, values, "Edit session"))

    def item(self, title: str, minutes: int | None = 10, group: str = "", **values: Any) -> str:
        command = commands.AddItem(
            SESSION, title, minutes=minutes, group_id=group or None, id=title, **values
        )
        self.store.run(command)
        return command.id

    def group(self, name: str, **values: Any) -> str:
        self.store.run(commands.AddGroup(SESSION, name, id=name))
        if values:
            self.store.run(commands.edit_group(name, **values))
        return name

    def person(self, name: str, **values: Any) -> str:
        """A person who is named so; of consent nothing is open."""
        row = {"id": name.casefold(), "name": name, "consent": "named"} | values
        self.store.run(AddRow(PersonRecord, row, "Add person"))
        return name.casefold()

    def put(self, person: str, item: str | None, role: str = "city_speaker", **values: Any) -> str:
        command = commands.AddAppearance(SESSION, item, person_id=person, role=role)
        self.store.run(command)
        if values:
            self.store.run(commands.edit_appearance(command.id, **values))
        return command.id

    def plan(self) -> Plan:
        with self.store.read() as session:
            found = read_plan(session, SESSION)
        assert found is not None
        return found

    def open(self, *codes: str, **known: Any) -> list[OpenPoint]:
        """What is open of these kinds."""
        labels = Labels({"fr": "French", "pt": "Portuguese", "ar": "Arabic"}, {"buffer": "Buffer"})
        return [point for point in open_points(self.plan(), labels, **known) if point.code in codes]

    def mend(self, *codes: str, number: int = 0) -> None:
        """Run a mend of the only point of this kind."""
        (point,) = self.open(*codes)
        self.store.run(point.mends[number].command)
