"""A plan in a file that does not fit together, as another program may leave it: it is read as far as it fits."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.reading.plan import read_plan
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    BreakoutGroupRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import new_library, open_library

HUGE = 2**63 - 1
TAMPERED = {
    "a lead that is not there": "update breakout_group set moderator_id = 'gone', rapporteur_id = 'gone'",
    "a person who is not there": "delete from person",
    "an item that is not there": "delete from agenda_item where id = 'b'",
    "a group that is not there": "update agenda_item set group_id = 'gone' where id = 'b'",
    "a group of another session": "update breakout_group set session_id = 'other'",
    "an appearance of another session": "update appearance set session_id = 'other'",
    "a zone that is none": "update learning_session set zone = '../Mars', zones = 'Mars/Olympus ../x'",
    "the last day": "update learning_session set date = '9999-12-31'",
    "the first day": "update learning_session set date = '0001-01-01'",
    "a start far away": f"update learning_session set start = {HUGE}, minutes = {HUGE}",
    "minutes without end": f"update agenda_item set minutes = {HUGE}, pinned_start = -{HUGE}",
    "negative minutes": "update agenda_item set minutes = -7; update appearance set minutes = -7",
}


@pytest.mark.parametrize("tampered", TAMPERED)
def test_a_plan_is_read_as_far_as_it_fits(tampered: str, tmp_path: Path) -> None:
    path = tmp_path / "tampered.lle"
    made = new_library(path)
    known = {"date": "2026-06-05", "start": 900, "minutes": 60, "zone": "Europe/Madrid"}
    rows = [AddRow(LearningSessionRecord, {"id": one, **known}, "") for one in ("session", "other")]
    rows.append(AddRow(PersonRecord, {"id": "ada", "name": "Ada Example"}, ""))
    lead = {"id": "group", "session_id": "session", "moderator_id": "ada"}
    rows.append(AddRow(BreakoutGroupRecord, lead, ""))
    for position, (item, group) in enumerate((("a", None), ("b", "group"), ("c", None))):
        values = {"id": item, "session_id": "session", "group_id": group, "minutes": 10}
        rows.append(AddRow(AgendaItemRecord, {**values, "position": position}, ""))
    on = {"session_id": "session", "agenda_item_id": "b", "person_id": "ada", "minutes": 5}
    rows.append(AddRow(AppearanceRecord, on, ""))
    made.run(Together(rows, "Add"))
    made.close()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(f"pragma foreign_keys = off; {TAMPERED[tampered]}")
        file.commit()
    store = open_library(path)
    try:
        with store.read() as session:
            plan = read_plan(session, "session")
        assert plan is not None
        assert {"a", "c"} <= {item.id for item in plan.items}
        assert all(
            lead in ("", "ada") for group in plan.groups for lead in (group.moderator_id, group.rapporteur_id)
        )
    finally:
        store.close()
