"""A series of three sessions: one composed, one with notes alone, one of which nothing was noted."""

from __future__ import annotations

import pytest

from facilitator.features.briefing.commands import StartBriefing
from facilitator.storage import records
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def series(full: Plan) -> Plan:
    """The full session 8, composed; session 9 after it, in which Rosa Quispe must not be named; session 10."""
    with full.store.read() as session:
        series_id = session.get_one(LearningSessionRecord, full.ids["session"]).series_id
    full.ids["series"] = str(series_id)
    full.store.run(StartBriefing(full.ids["session"]))
    more = Plan(full.store)
    for label, title, date in (
        ("9", "Housing with Rosa Quispe", "2020-05-07"),
        ("10", "Culture", "2020-05-14"),
    ):
        values = {"label": label, "title": title, "date": date, "series_id": series_id}
        full.ids[label] = more.add(records.LearningSessionRecord, label, **values)
    ids = {"session_id": full.ids["9"]}
    more.add(records.AppearanceRecord, **ids, person_id=full.ids["mayor"], role="city_speaker")
    values = {"kind": "key_message", "text": "Homes come first.", "speaker_id": full.ids["mayor"]}
    more.add(records.NoteRecord, "homes", **ids, **values)
    more.keep()
    rule = {"attribution": "chatham_house"}
    full.store.run(SetFields(LearningSessionRecord, full.ids["9"], rule, "rule"))
    return full
