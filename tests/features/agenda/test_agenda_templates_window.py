"""Templates in their widgets: the start of an agenda, the list to choose from, saving one's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands, queries
from facilitator.features.agenda.templates.choosing import ChooseTemplateDialog
from facilitator.features.agenda.templates.content import Template
from facilitator.features.agenda.templates.mini import bars
from facilitator.features.agenda.templates.saving import SaveTemplateDialog
from facilitator.features.agenda.templates.shipped import TemplateRow, shipped
from facilitator.features.agenda.templates.start import StartPanel
from facilitator.kit.context import Context
from facilitator.reading.plan import read_plan
from facilitator.storage.edits import AddRow
from facilitator.storage.records import AgendaTemplateRecord
from facilitator.storage.store import Store
from tests.features.conftest import SESSION


def titles(store: Store) -> list[str]:
    with store.read() as session:
        plan = read_plan(session, SESSION)
    assert plan is not None
    return [item.title for item in plan.items]


def own(store: Store) -> list[TemplateRow]:
    with store.read() as session:
        return [row for row in queries.list_templates(session) if row.own]


def template(name: str) -> Template:
    found = next(row for row in shipped() if row.id == name).template
    assert found is not None
    return found


@pytest.fixture
def start(context: Context, qtbot: QtBot) -> StartPanel:
    made = StartPanel(context, SESSION)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def saved(store: Store) -> TemplateRow:
    """A template of one's own, of a session of one item that is gone again."""
    store.run(commands.AddItem(SESSION, title="Talk", minutes=30))
    store.run(commands.SaveAsTemplate(SESSION, "Our talk", "For small groups"))
    with store.read() as session:
        plan = read_plan(session, SESSION)
    assert plan is not None
    store.run(commands.delete_items([plan.items[0].id]))
    return own(store)[0]


@pytest.fixture
def choosing(context: Context, saved: TemplateRow, qtbot: QtBot) -> ChooseTemplateDialog:
    made = ChooseTemplateDialog(context, SESSION)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_card_gives_the_agenda_by_the_keyboard_and_undo_takes_it_back(
    start: StartPanel, context: Context, store: Store, qtbot: QtBot
) -> None:
    card = start.templates.cards[1]
    assert card.accessibleName() == "Live Learning Experience, 90 minutes"
    assert "City round 6 × 5" in card.accessibleDescription()
    card.setFocus()
    with qtbot.waitSignal(context.notices.told) as told:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert told.args == ["Added 15 items from “Live Learning Experience, 90 minutes”", True]
    assert len(titles(store)) == 15
    context.library.undo()
    assert titles(store) == []


def test_one_primary_action_adds_the_first_item(start: StartPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(start.item_wanted):
        qtbot.keyClick(start.button, Qt.Key.Key_Return)


def test_a_template_that_is_saved_stands_first_among_the_cards(
    start: StartPanel, context: Context, qtbot: QtBot
) -> None:
    context.library.run(commands.AddItem(SESSION, title="Talk", minutes=30))
    context.library.run(commands.SaveAsTemplate(SESSION, "Our talk"))
    assert start.templates.cards[0].accessibleName() == "Our talk"
    assert len(start.templates.cards) == 5


def test_a_template_that_cannot_be_read_is_no_card(start: StartPanel, context: Context) -> None:
    values = {"title": "Broken", "content": "{"}
    context.library.run(AddRow(AgendaTemplateRecord, values, "Add"))
    assert "Broken" not in [card.accessibleName() for card in start.templates.cards]


def test_the_picture_is_true_to_time() -> None:
    (row,) = bars(template("breakout-workshop"))
    plenary = [block for block in row if block.lanes == 1]
    assert [(block.start, block.end) for block in plenary[:3]] == [(-15, 0), (0, 10), (10, 20)]
    lanes = [block for block in row if block.lanes == 4]
    assert {block.lane for block in lanes} == {0, 1, 2, 3}
    assert sum(block.end - block.start for block in lanes) == 4 * 45
    assert max(block.end for block in row) == 120


def test_a_template_is_found_by_search_and_added(
    choosing: ChooseTemplateDialog, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClicks(choosing.panel.search, "listening")
    assert choosing.table.filter.rowCount() == 1
    choosing.table.selectRow(0)
    assert choosing.preview.items.rows.rowCount() == 17
    assert choosing.preview.items.filter.index(0, 0).data() == "14:45"
    with qtbot.waitSignal(choosing.accepted):
        qtbot.mouseClick(choosing.add_button, Qt.MouseButton.LeftButton)
    assert "The leadership replies" in titles(store)


def test_one_s_own_template_is_renamed_in_place(
    choosing: ChooseTemplateDialog, saved: TemplateRow, store: Store, qtbot: QtBot
) -> None:
    choosing.table.select(saved.id)
    title = choosing.preview.form.field("title")
    assert isinstance(title, QLineEdit)
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Town talk")
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert own(store)[0].title == "Town talk"
    title.setFocus()
    title.selectAll()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert own(store)[0].title == "Town talk", "one without a title could not be found again"


def test_a_template_that_ships_can_be_neither_renamed_nor_deleted(
    choosing: ChooseTemplateDialog, qtbot: QtBot
) -> None:
    choosing.table.selectRow(0)
    assert not choosing.preview.form.isVisible()
    assert not choosing.preview.delete_button.isVisible()
    qtbot.keyClick(choosing.table, Qt.Key.Key_Delete)
    assert choosing.table.rows.rowCount() == 5


def test_one_s_own_is_deleted_at_once_and_undo_brings_it_back(
    choosing: ChooseTemplateDialog, saved: TemplateRow, store: Store, qtbot: QtBot
) -> None:
    choosing.table.select(saved.id)
    qtbot.keyClick(choosing.table, Qt.Key.Key_Delete)
    assert own(store) == []
    assert choosing.told.text() == "Deleted the template “Our talk”"
    assert QApplication.focusWidget() is choosing.undo_button
    qtbot.keyClick(choosing.undo_button, Qt.Key.Key_Space)
    assert own(store) == [saved]


def test_a_broken_one_says_so_and_cannot_be_added(
    choosing: ChooseTemplateDialog, context: Context, qtbot: QtBot
) -> None:
    values = {"id": "bad", "title": "Broken", "content": "{"}
    context.library.run(AddRow(AgendaTemplateRecord, values, "Add"))
    choosing.table.select("bad")
    assert "can't be read" in choosing.preview.facts.text()
    assert not choosing.add_button.isEnabled()


def test_saving_shows_what_will_be_kept_and_needs_a_title(
    context: Context, store: Store, qtbot: QtBot
) -> None:
    store.run(commands.ApplyTemplate(SESSION, template("lle-90")))
    dialog = SaveTemplateDialog(context, SESSION, [])
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    assert dialog.items.rows.rowCount() == 15
    assert not dialog.save_button.isEnabled()
    qtbot.keyClicks(dialog.title, "Short form")
    with qtbot.waitSignal(context.notices.told) as told:
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert told.args == ["Saved the template “Short form”", True]
    assert [row.title for row in own(store)] == ["Short form"]
    context.library.undo()
    assert own(store) == []
