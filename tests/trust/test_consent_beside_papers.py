"""What leaves the library beside the papers keeps to consent as well."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from facilitator.domain.consent import Consent
from facilitator.domain.identity import new_id
from facilitator.features.agenda.dragging import PEOPLE
from facilitator.features.agenda.listing.text import as_text
from facilitator.kit.dragging import dropped
from facilitator.reading.plan import read_plan
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    LearningSessionRecord,
    PersonRecord,
)
from facilitator.storage.store import Store


def test_copied_items_tell_nobody_who_is_off_the_record(library: Store) -> None:
    rows = [AddRow(LearningSessionRecord, {"id": "session"}, "")]
    rows.append(AddRow(AgendaItemRecord, {"id": "item", "session_id": "session", "title": "Opening"}, ""))
    for consent in Consent:
        person = {"id": consent.value, "name": f"Person {consent.value}", "consent": consent.value}
        rows.append(AddRow(PersonRecord, person, ""))
        on = {"id": new_id(), "session_id": "session", "agenda_item_id": "item", "person_id": consent.value}
        rows.append(AddRow(AppearanceRecord, on, ""))
    library.run(Together(rows, "Add"))
    with library.read() as session:
        plan = read_plan(session, "session")
    assert plan is not None
    copied = as_text(plan.items, {})
    assert [consent for consent in Consent if f"Person {consent.value}" not in copied] == [
        Consent.OFF_THE_RECORD
    ]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"", b"a\x00b\n\n"])
def test_a_drag_from_elsewhere_that_is_no_text_drops_nobody_known(data: bytes) -> None:
    drag = QMimeData()
    drag.setData(PEOPLE, data)
    assert all(isinstance(one, str) for one in dropped(PEOPLE, drag))
