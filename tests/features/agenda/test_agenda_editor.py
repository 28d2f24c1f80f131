"""The editor of items, of several items and of groups, in the real widgets."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.editing.item_editor import ItemEditor
from facilitator.kit.context import Context
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned


@pytest.fixture
def planned(store: Store) -> Planned:
    made = Planned(store)
    made.item("Opening", 15)
    made.item("Talk", 30)
    made.item("Closing", 5)
    return made


@pytest.fixture
def editor(context: Context, planned: Planned, qtbot: QtBot) -> ItemEditor:
    made = ItemEditor(context, SESSION)
    qtbot.addWidget(made)
    context.library.changed.connect(lambda _: made.show_plan(planned.plan()))
    made.show_plan(planned.plan())
    made.resize(380, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(editor: ItemEditor, planned: Planned, *titles: str) -> None:
    editor.show_items([row for row in planned.plan().items if row.title in titles])


def write(editor: ItemEditor, name: str, text: str, qtbot: QtBot) -> None:
    field = editor.form.field(name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    [
        ("minutes", "1h10", 70),
        ("pinned_start", "3.30 pm", 930),
        ("notes", "Bring the slides", "Bring the slides"),
        ("cue", "Poll", "Poll"),
    ],
)
def test_what_is_typed_is_stored_when_the_field_is_left(
    editor: ItemEditor, planned: Planned, qtbot: QtBot, name: str, typed: str, stored: object
) -> None:
    show(editor, planned, "Talk")
    write(editor, name, typed, qtbot)
    assert getattr(planned.plan().items[1], name) == stored
    planned.store.undo()
    assert getattr(planned.plan().items[1], name) != stored


def test_the_rule_of_an_item_is_chosen_and_taken_back(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    show(editor, planned, "Talk")
    rule = editor.form.field("attribution")
    for key, stored in (
        (Qt.Key.Key_End, "pending"),
        (Qt.Key.Key_Up, "off_the_record"),
        (Qt.Key.Key_Home, ""),
    ):
        qtbot.keyClick(rule, key)
        assert planned.plan().items[1].attribution == stored
    assert planned.plan().items[0].attribution == ""


def test_a_fixed_start_that_cannot_be_read_stays_says_why_and_changes_nothing(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    show(editor, planned, "Talk")
    write(editor, "pinned_start", "after lunch", qtbot)
    assert planned.plan().items[1].pinned_start is None
    assert editor.form.field("pinned_start").text() == "after lunch"
    assert "can't be read as a time" in editor.form.refusal_text()


def test_a_time_is_read_on_the_day_that_the_plan_has_come_to(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    planned.store.run(commands.edit_item("Talk", pinned_start=24 * 60 + 9 * 60))
    show(editor, planned, "Closing")
    write(editor, "pinned_start", "11:00", qtbot)
    assert planned.plan().items[2].pinned_start == 24 * 60 + 11 * 60
    show(editor, planned, "Opening")
    write(editor, "pinned_start", "14:00", qtbot)
    assert planned.plan().items[0].pinned_start == 14 * 60


def test_several_items_are_set_in_one_step(editor: ItemEditor, planned: Planned, qtbot: QtBot) -> None:
    group = planned.group("Housing")
    show(editor, planned, "Opening", "Talk")
    assert editor.several.isVisible()
    assert not editor.form.isVisible()
    assert editor.several.heading.text() == "2 items selected"
    assert "45 min" in editor.several.words.text()
    field = editor.several.form.field("minutes")
    assert field.text() == ""
    field.setFocus()
    qtbot.keyClicks(field, "20")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [item.minutes for item in planned.plan().items] == [20, 20, 5]
    editor.several.form.edited.emit("group_id", group)
    assert sum(item.group_id == group for item in planned.plan().items) == 2
    planned.store.undo()
    assert all(not item.group_id for item in planned.plan().items)
    planned.store.undo()
    assert [item.minutes for item in planned.plan().items] == [15, 30, 5]


def test_choosing_that_values_differ_changes_nothing(editor: ItemEditor, planned: Planned) -> None:
    planned.store.run(commands.edit_item("Talk", segment="opening"))
    show(editor, planned, "Opening", "Talk")
    field = editor.several.form.field("segment")
    assert field.currentText() == "They differ"
    before = planned.store.next_undo().label
    field.activated.emit(field.currentIndex())
    assert planned.store.next_undo().label == before
    assert [item.segment for item in planned.plan().items] == ["", "opening", ""]


def test_a_group_is_reached_from_the_groups_edited_moved_and_deleted_with_undo(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    planned.group("Housing")
    planned.group("Transport")
    editor.show_items([])
    assert editor.groups.isVisible()
    with qtbot.waitSignal(editor.group_opened) as opened:
        qtbot.mouseClick(editor.groups.buttons[1], Qt.MouseButton.LeftButton)
    assert opened.args == ["Transport"]
    panel = editor.group
    assert panel.isVisible()
    assert not panel.right.isEnabled()
    room = panel.form.field("room")
    qtbot.keyClicks(room, "Room 2")
    qtbot.keyClick(room, Qt.Key.Key_Return)
    panel.left.click()
    assert [(group.name, group.room) for group in planned.plan().groups] == [
        ("Transport", "Room 2"),
        ("Housing", ""),
    ]
    panel.delete.click()
    assert not panel.isVisible()
    planned.store.undo()
    assert len(planned.plan().groups) == 2


def test_a_new_name_becomes_a_person_who_leads_the_group_in_one_step(
    editor: ItemEditor, planned: Planned, qtbot: QtBot
) -> None:
    planned.group("Housing")
    editor.show_group("Housing", "moderator_id")
    field = editor.group.form.field("moderator_id")
    qtbot.waitUntil(lambda: field.lineEdit().hasFocus() or field.hasFocus())
    qtbot.keyClicks(field.lineEdit(), "Zoe Newcomer")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert planned.plan().groups[0].moderator == "Zoe Newcomer"
    planned.store.undo()
    assert planned.plan().groups[0].moderator == ""


def test_items_that_are_selected_take_the_place_of_a_group(editor: ItemEditor, planned: Planned) -> None:
    planned.group("Housing")
    show(editor, planned, "Talk")
    editor.show_group("Housing")
    editor.show_plan(planned.plan())
    show(editor, planned, "Talk")  # as after each change, with what was selected all along
    assert editor.group.isVisible()
    show(editor, planned, "Opening")
    assert editor.form.isVisible()
    assert not editor.group.isVisible()


def test_an_item_that_is_deleted_while_it_is_shown_leaves_those_who_take_part(
    editor: ItemEditor, planned: Planned
) -> None:
    planned.put("ada", None, "moderator")
    show(editor, planned, "Talk")
    planned.store.run(commands.delete_items(["Talk"]))
    editor.show_plan(planned.plan())
    assert not editor.form.isVisible()
    assert [row.person for row in editor.appearances.table.rows.rows()] == ["Ada Example"]
