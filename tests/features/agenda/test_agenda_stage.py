"""The Plan stage: an agenda made, timed, moved and undone by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.reading.plan import read_plan
from facilitator.storage.store import Store

SESSION = "session-8"


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    made = AgendaStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def agenda(store: Store) -> list[tuple[str, int | None, int | None]]:
    with store.read() as session:
        return [(row.title, row.minutes, row.start) for row in read_plan(session, SESSION).items]


def add_by_keys(stage: AgendaStage, qtbot: QtBot, title: str, minutes: str) -> None:
    qtbot.keyClick(stage.table, Qt.Key.Key_Insert)
    field = stage.editor.form.field("title")
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, title)
    stage.editor.form.field("minutes").setFocus()
    qtbot.keyClicks(stage.editor.form.field("minutes"), minutes)
    stage.table.setFocus()


def test_an_agenda_is_made_by_keys_and_its_times_follow(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    add_by_keys(stage, qtbot, "Opening", "15")
    add_by_keys(stage, qtbot, "City round", "1h10")
    assert agenda(store) == [("Opening", 15, 900), ("City round", 70, 915)]
    assert "16:25" in stage.summary.text()


def test_an_unreadable_length_stays_in_its_field_and_changes_nothing(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    add_by_keys(stage, qtbot, "Opening", "a while")
    assert agenda(store) == [("Opening", None, 900)]
    assert stage.editor.form.field("minutes").text() == "a while"


def test_alt_and_arrows_move_the_selected_items_and_one_undo_puts_them_back(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    for title in ("One", "Two", "Three"):
        add_by_keys(stage, qtbot, title, "10")
    stage.table.setFocus()
    qtbot.keyClick(stage.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [title for title, _, _ in agenda(store)] == ["One", "Three", "Two"]
    assert stage.table.current_row().title == "Three"
    store.undo()
    assert [title for title, _, _ in agenda(store)] == ["One", "Two", "Three"]


def test_delete_removes_at_once_and_undo_brings_the_speakers_back_too(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    add_by_keys(stage, qtbot, "Opening", "15")
    item = stage.table.current_row().id
    store.run(commands.AddAppearance(SESSION, item, person_id="ada"))
    qtbot.keyClick(stage.table, Qt.Key.Key_Delete)
    assert agenda(store) == []
    store.undo()
    assert stage.table.rows.rows()[0].speakers == ("Ada Example",)


def test_a_name_that_is_typed_becomes_a_person_on_the_item(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    add_by_keys(stage, qtbot, "Opening", "15")
    field = stage.editor.appearances.person
    field.setFocus()
    qtbot.keyClicks(field.lineEdit(), "Zoe Newcomer")
    qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert stage.table.rows.rows()[0].speakers == ("Zoe Newcomer",)
    assert store.next_undo().label == "Add speaker"


def test_those_on_no_item_are_listed_while_none_is_selected(stage: AgendaStage, store: Store) -> None:
    store.run(commands.AddAppearance(SESSION, None, person_id="ada", role="moderator"))
    assert [row.person for row in stage.editor.appearances.table.rows.rows()] == ["Ada Example"]


def test_a_group_meets_beside_the_plenary(store: Store) -> None:
    group = commands.AddGroup(SESSION, "Housing")
    store.run(group)
    store.run(commands.AddItem(SESSION, "Opening", minutes=20))
    store.run(commands.AddItem(SESSION, "Talk", minutes=30, group_id=group.id))
    store.run(commands.AddItem(SESSION, "Closing", minutes=5))
    assert [start for _, _, start in agenda(store)] == [900, 920, 920]
    store.run(commands.DeleteGroup(group.id))
    assert [start for _, _, start in agenda(store)] == [900, 920, 950]


@pytest.mark.parametrize(
    ("moving", "places", "order"), [("ab", 1, "cab"), ("bc", -1, "bca"), ("a", 9, "bca"), ("ac", 1, "bac")]
)
def test_several_items_move_together(store: Store, moving: str, places: int, order: str) -> None:
    for title in "abc":
        store.run(commands.AddItem(SESSION, title, id=title))
    store.run(commands.StepItems(SESSION, list(moving), places))
    assert "".join(title for title, _, _ in agenda(store)) == order
