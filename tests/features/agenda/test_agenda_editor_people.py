"""People on an item, in the real widgets: added, picked, dropped, ordered, timed, taken off."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.dragging import APPEARANCES, PEOPLE
from facilitator.features.agenda.editing.item_editor import ItemEditor
from facilitator.kit.context import Context
from facilitator.kit.dragging import dragged, dropped
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import PersonRecord
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned


@pytest.fixture
def planned(store: Store) -> Planned:
    made = Planned(store)
    made.item("Opening", 15)
    made.item("Talk", 30)
    for name in ("Ben", "Cleo", "Dina"):
        made.person(name)
    return made


@pytest.fixture
def editor(context: Context, planned: Planned, qtbot: QtBot) -> ItemEditor:
    """The editor on the item Talk, on which Ben and Cleo speak."""
    planned.put("ben", "Talk", minutes=10)
    planned.put("cleo", "Talk", minutes=15)
    made = ItemEditor(context, SESSION)
    qtbot.addWidget(made)
    context.library.changed.connect(lambda _: made.show_plan(planned.plan()))
    made.show_plan(planned.plan())
    made.show_items(planned.plan().items[1:])
    made.resize(380, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def speakers(planned: Planned, number: int = 1) -> list[str]:
    return list(planned.plan().items[number].speakers)


def test_alt_and_arrows_change_the_order_of_speakers_and_not_of_items(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    table = editor.appearances.table
    table.selectRow(0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert speakers(planned) == ["Cleo", "Ben"]
    assert table.current_row().person == "Ben"
    planned.store.undo()
    assert speakers(planned) == ["Ben", "Cleo"]
    editor.appearances._details.down.click()
    assert speakers(planned) == ["Cleo", "Ben"]


def test_the_speakers_minutes_against_the_items_are_said_and_set(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    time = editor.appearances.time
    assert time.words.text() == "25 of 30 min planned, 5 left"
    planned.put("dina", "Talk", minutes=10)
    assert time.words.text() == "35 of 30 min planned, 5 min over"
    qtbot.mouseClick(time.set_to_sum, Qt.MouseButton.LeftButton)
    assert planned.plan().items[1].minutes == 35
    assert time.words.text() == "35 of 35 min planned"
    assert not time.set_to_sum.isVisible()
    planned.store.undo()
    assert planned.plan().items[1].minutes == 30


def test_language_and_coming_are_set_for_the_chosen_person(editor: ItemEditor, planned: Planned) -> None:
    editor.appearances.table.selectRow(0)
    for name, value in (("language", "fr"), ("status", "declined"), ("role", "partner")):
        field = editor.appearances.details.field(name)
        field.activated.emit(field.findData(value))
    row = planned.plan().items[1].appearances[0]
    assert (row.language, row.status, row.role) == ("fr", "declined", "partner")
    index = editor.appearances.table.filter.index(0, 0)
    assert index.data() == "Ben, 10 min, Declined · Partner · French, consent: Named"
    assert "name, office and place" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_enter_opens_the_person_and_delete_takes_them_off(
    editor: ItemEditor, planned: Planned, context: Context, qtbot: QtBot
) -> None:
    table = editor.appearances.table
    table.selectRow(1)
    table.setFocus()
    with qtbot.waitSignal(context.navigator.row_requested) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["person", "cleo"]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert speakers(planned) == ["Ben"]
    planned.store.undo()
    assert speakers(planned) == ["Ben", "Cleo"]


def test_a_person_who_is_wanted_in_a_role_gets_it_and_the_next_one_does_not(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    editor.choose_person("moderator")
    line = editor.appearances.person.lineEdit()
    qtbot.waitUntil(lambda: editor.appearances.person.hasFocus() or line.hasFocus())
    for name in ("Dina", "Zoe Newcomer"):
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [(row.person, row.role) for row in planned.plan().taking_part] == [
        ("Dina", "moderator"),
        ("Zoe Newcomer", ""),
    ]


def test_a_role_that_a_person_chose_stays_for_the_next_names(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    role, line = editor.appearances.role, editor.appearances.person.lineEdit()
    role.setCurrentIndex(role.findData("partner"))
    for name in ("Dina", "Ada Example"):
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [row.role for row in planned.plan().items[1].appearances][2:] == ["partner", "partner"]


def test_who_is_added_has_the_role_of_the_items_segment(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    planned.store.run(commands.edit_item("Talk", segment="city_round"))
    line = editor.appearances.person.lineEdit()
    editor.appearances.preset("moderator")
    for name in ("Dina", "Zoe Newcomer"):
        qtbot.keyClicks(line, name)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert [row.role for row in planned.plan().items[1].appearances][2:] == ["moderator", "city_speaker"]
    editor.choose_person("", "Talk")
    assert editor.appearances.role.currentData() == "city_speaker"
    planned.store.run(commands.edit_item("Talk", segment="buffer"))
    assert editor.appearances.role.currentData() == ""


def test_a_person_is_not_on_an_item_twice_in_one_role(
    editor: ItemEditor, planned: Planned, context: Context, qtbot: QtBot
) -> None:
    line, role = editor.appearances.person.lineEdit(), editor.appearances.role
    with qtbot.waitSignal(context.notices.told) as told:
        qtbot.keyClicks(line, "Ben")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args[0] == "Ben is there already"
    assert (speakers(planned), line.text()) == (["Ben", "Cleo"], "")
    assert editor.appearances.table.current_row().person == "Ben"
    role.setCurrentIndex(role.findData("moderator"))
    qtbot.keyClicks(line, "Ben")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert speakers(planned) == ["Ben", "Cleo", "Ben"]


def test_tab_goes_from_the_entry_on_to_what_is_known_of_the_person_who_was_added(
    editor: ItemEditor, qtbot: QtBot
) -> None:
    editor.appearances.table.selectRow(0)
    editor.appearances.pick.setFocus()
    qtbot.keyClick(editor.appearances.pick, Qt.Key.Key_Tab)
    assert editor.appearances.details.field("role").hasFocus()


def drop(editor: ItemEditor, data: QMimeData) -> bool:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    editor.appearances.dropEvent(event)
    return event.isAccepted()


def test_who_is_dropped_on_the_panel_is_put_on_the_item_that_is_shown(
    editor: ItemEditor, planned: Planned
) -> None:
    other = planned.put("dina", "Opening")
    assert drop(editor, dragged(APPEARANCES, [other]))
    assert (speakers(planned, 0), speakers(planned)) == ([], ["Ben", "Cleo", "Dina"])
    assert drop(editor, dragged(PEOPLE, ["ada", "ben"]))
    assert speakers(planned) == ["Ben", "Cleo", "Dina", "Ada Example"]
    planned.store.undo()
    assert speakers(planned) == ["Ben", "Cleo", "Dina"]
    own = [row.id for row in planned.plan().items[1].appearances][:1]
    assert not drop(editor, dragged(APPEARANCES, own))
    assert not drop(editor, QMimeData())


def test_those_who_are_chosen_are_what_a_drag_carries(editor: ItemEditor, planned: Planned) -> None:
    editor.appearances.table.selectAll()
    ids = [row.id for row in planned.plan().items[1].appearances]
    assert dropped(APPEARANCES, editor.appearances.table.drag_data()) == ids


def test_several_people_are_ticked_across_searches_and_added_in_one_step(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    qtbot.mouseClick(editor.appearances.pick, Qt.MouseButton.LeftButton)
    picker = editor.picker
    assert picker.isVisible()
    assert not editor.form.isVisible()
    for name in ("dina", "ada"):
        picker.search.clear()
        qtbot.keyClicks(picker.search, name)
        qtbot.keyClick(picker.search, Qt.Key.Key_Down)
        qtbot.waitUntil(picker.people.hasFocus)
        qtbot.keyClick(picker.people, Qt.Key.Key_Space)
    assert picker.add.text() == "Add 2 people"
    assert set(dropped(PEOPLE, picker.people.drag_data())) == {"ada", "dina"}
    qtbot.keyClick(picker.people, Qt.Key.Key_Return)
    assert set(speakers(planned)) == {"Ben", "Cleo", "Dina", "Ada Example"}
    assert not picker.isVisible()
    planned.store.undo()
    assert speakers(planned) == ["Ben", "Cleo"]


def test_escape_leaves_the_picking_and_changes_nothing(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    editor.appearances.pick.click()
    qtbot.keyClick(editor.picker.search, Qt.Key.Key_Escape)
    assert editor.form.isVisible()
    assert not editor.picker.isVisible()
    assert speakers(planned) == ["Ben", "Cleo"]


def test_a_person_who_is_deleted_meanwhile_leaves_the_panel(
    editor: ItemEditor, planned: Planned, store: Store
) -> None:
    editor.appearances.table.selectRow(0)
    store.run(DeleteRows(PersonRecord, ["ben"], "Delete person"))
    editor.show_plan(planned.plan())
    assert [row.person for row in editor.appearances.table.rows.rows()] == ["Cleo"]
    assert editor.appearances.time.words.text() == "15 of 30 min planned, 15 left"
