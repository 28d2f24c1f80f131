"""What is open, who is on an item and the balance, together with the list in the Plan stage."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned


@pytest.fixture
def planned(store: Store) -> Planned:
    made = Planned(store)
    made.item("Opening", 15)
    made.item("Talk", 30)
    for name in ("Ben", "Cleo"):
        made.put(made.person(name), "Talk")
    return made


@pytest.fixture
def stage(context: Context, planned: Planned, qtbot: QtBot) -> AgendaStage:
    made = AgendaStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    qtbot.waitExposed(made)
    made.show_row("Talk")
    return made


def bring(stage: AgendaStage, part: QWidget) -> None:
    stage.parts.tabs.bring(stage.parts._tabs[part])


def titles(planned: Planned) -> list[str]:
    return [row.title for row in planned.plan().items]


def test_alt_and_arrows_move_speakers_where_they_are_and_items_elsewhere(
    stage: AgendaStage, planned: Planned, qtbot: QtBot
) -> None:
    bring(stage, stage.editor)
    table = stage.editor.appearances.table
    table.selectRow(1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(planned) == ["Opening", "Talk"]
    assert planned.plan().items[1].speakers == ("Cleo", "Ben")
    stage.table.setFocus()
    qtbot.keyClick(stage.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(planned) == ["Talk", "Opening"]


def test_enter_on_a_missing_moderator_leads_to_who_moderates(
    stage: AgendaStage, planned: Planned, qtbot: QtBot
) -> None:
    bring(stage, stage.parts.opens)
    row = stage.parts.opens.model.row_of("no_moderator")
    stage.parts.opens.list.setCurrentIndex(stage.parts.opens.model.index(row))
    stage.parts.opens.list.setFocus()
    qtbot.keyClick(stage.parts.opens.list, Qt.Key.Key_Return)
    field = stage.editor.appearances.person
    qtbot.waitUntil(lambda: field.hasFocus() or field.lineEdit().hasFocus())
    qtbot.keyClicks(field.lineEdit(), "Ada Example")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert [(one.person, one.role) for one in planned.plan().taking_part] == [("Ada Example", "moderator")]
    shown = stage.editor.appearances.table.rows.rows()
    assert [one.person for one in shown] == ["Ada Example"], "they stay in sight"
    bring(stage, stage.parts.opens)
    assert stage.parts.opens.model.row_of("no_moderator") < 0


def test_a_group_without_moderator_opens_at_that_field_and_stays_while_it_is_edited(
    stage: AgendaStage, planned: Planned, qtbot: QtBot
) -> None:
    planned.group("Housing")
    stage.parts.opens.group_wanted.emit("Housing", "moderator_id")
    field = stage.editor.group.form.field("moderator_id")
    qtbot.waitUntil(lambda: field.hasFocus() or field.lineEdit().hasFocus())
    qtbot.keyClicks(field.lineEdit(), "Ben")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert planned.plan().groups[0].moderator == "Ben"
    assert stage.editor.group.isVisible()


def test_the_tab_counts_what_is_open_also_while_it_is_behind_another(
    stage: AgendaStage, planned: Planned, qtbot: QtBot
) -> None:
    bring(stage, stage.editor)
    tabs = stage.parts.tabs
    number = tabs.indexOf(stage.parts._tabs[stage.parts.opens])
    qtbot.waitUntil(lambda: tabs.tabText(number) == "Open (2)")
    planned.put("ada", "Talk", "moderator")
    qtbot.waitUntil(lambda: tabs.tabText(number) == "Open (2)")  # Ada was not asked for consent
    planned.put("ben", None, "rapporteur")
    qtbot.waitUntil(lambda: tabs.tabText(number) == "Open (1)")
