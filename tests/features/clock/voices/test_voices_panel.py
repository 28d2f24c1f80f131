"""The tab of the voices: what it shows while a session is held, and that it works only while it is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.domain.balance import Aspect
from facilitator.domain.running import EventKind
from facilitator.features.clock.voices import panel as panel_module
from facilitator.features.clock.voices.panel import VoicesPanel
from facilitator.kit.context import Context
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.records import AppearanceRecord, PersonRecord
from tests.features.clock.room.conftest import MINUTE, SESSION, HeldSession

BEGAN, FLOOR = EventKind.BEGAN, EventKind.FLOOR


@pytest.fixture
def panel(context: Context, held: HeldSession, qtbot: QtBot) -> VoicesPanel:
    """The tab while Bo speaks in the round."""
    held.happens(BEGAN, "round")
    held.happens(FLOOR, person_id="bo")
    made = VoicesPanel(context, SESSION)
    qtbot.addWidget(made)
    made.resize(420, 900)
    made.show()
    qtbot.waitExposed(made)
    return made


def texts(panel: VoicesPanel, person: str) -> list[str]:
    model = panel.table.filter
    rows = {
        model.index(row, 0).data(): [model.index(row, column).data() for column in range(1, 3)]
        for row in range(model.rowCount())
    }
    return rows[person]


def test_it_counts_on_each_second_for_who_has_the_floor(panel: VoicesPanel, held: HeldSession) -> None:
    held.time.go(61_000)
    assert panel.now.text() == "Speaking: Bo Example, 1:01 of 5 min"
    assert texts(panel, "Bo Example") == ["1:01 of 5 min", "Speaking"]
    assert texts(panel, "Dee Example") == ["0:00 of 7 min", "Not yet"]
    assert panel.summary.text() == "1 person heard, 1:01 together; 4 not yet"


def test_who_is_over_is_told_so_also_afterwards(panel: VoicesPanel, held: HeldSession) -> None:
    held.time.go(5 * MINUTE + 12_000)
    assert texts(panel, "Bo Example")[1] == "Speaking, 0:12 over"
    held.happens(FLOOR, person_id="dee")
    assert texts(panel, "Bo Example") == ["5:12 of 5 min", "0:12 over"]
    assert panel.now.text() == "Speaking: Dee Example, 0:00 of 7 min"


def test_somebody_on_no_list_appears_when_they_have_the_floor(panel: VoicesPanel, held: HeldSession) -> None:
    held.time.go(MINUTE)
    held.happens(FLOOR, person_id="fay")
    held.time.go(2_000)
    assert texts(panel, "Fay Example") == ["0:02", "Speaking"]
    held.store.run(SetFields(PersonRecord, "fay", {"gender": "woman"}, "Edit"))
    assert "Women: 1 person, 50 %" in panel.bars[Aspect.GENDER].accessibleName()


def test_the_bars_say_measured_and_planned_in_words(panel: VoicesPanel, held: HeldSession) -> None:
    held.time.go(MINUTE)
    assert "Lima: 1 person, 100 %, planned 20 %; 1:00 min, 100 %, planned 12 %" in (
        panel.bars[Aspect.CITY].accessibleName()
    )


def test_only_what_changed_is_touched(panel: VoicesPanel, held: HeldSession, qtbot: QtBot) -> None:
    changed: list[int] = []
    panel.table.rows.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    panel.table.focus_first()
    dee = next(number for number, row in enumerate(panel.table.rows.rows()) if row.id == "dee")
    panel.table.setCurrentIndex(panel.table.filter.mapFromSource(panel.table.rows.index(dee, 0)))
    held.time.go(1_000)
    assert changed == [1]  # Bo alone
    assert [row.id for row in panel.table.selected_rows()] == ["dee"]


def test_it_stands_still_while_it_is_not_seen_and_is_right_when_it_is(
    panel: VoicesPanel, held: HeldSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel.hide()
    reads: list[object] = []
    whole = panel_module.spoken_by
    monkeypatch.setattr(panel_module, "spoken_by", lambda *given: reads.append(given) or whole(*given))  # type: ignore[func-returns-value]
    for _ in range(5):
        held.time.go(1_000)
    held.happens(FLOOR, person_id="dee")
    assert not reads
    panel.show()
    assert texts(panel, "Bo Example")[0] == "0:05 of 5 min"
    assert panel.now.text().startswith("Speaking: Dee")


def test_the_table_is_sorted_and_walked_by_keyboard(panel: VoicesPanel, held: HeldSession) -> None:
    held.time.go(MINUTE)
    panel.focus_first()
    assert panel.table.hasFocus() or panel.table.isAncestorOf(panel.focusWidget())
    QTest.keyClick(panel.table, Qt.Key.Key_End)
    assert panel.table.current_row().id == "eva"
    panel.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert panel.table.filter.index(0, 0).data() == "Bo Example"


def test_where_nobody_is_to_speak_there_is_help(
    panel: VoicesPanel, context: Context, held: HeldSession
) -> None:
    with context.library.read() as session:
        ids = [row.id for row in session.query(AppearanceRecord)]
    context.library.undo()
    context.library.undo()
    context.library.run(DeleteRows(AppearanceRecord, ids, "Delete"))
    assert panel.empty.isVisible()
    assert "has the floor" in panel.empty.findChildren(type(panel.now))[1].text()
