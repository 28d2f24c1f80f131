"""Where the parts of the Plan stage stand, and which columns give way, as wide as the window is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.agenda import commands
from facilitator.features.agenda.listing.columns import Col
from facilitator.features.agenda.listing.fitting import fitted
from facilitator.features.agenda.stage import AgendaStage
from facilitator.kit.context import Context
from facilitator.kit.settings import Settings
from facilitator.kit.texttable import STRETCHED_CHARACTERS
from facilitator.storage.store import Store
from tests.features.agenda.acting import SESSION, fill, items, shown_stage


@pytest.fixture
def stage(context: Context, qtbot: QtBot) -> AgendaStage:
    return shown_stage(context, qtbot)


def test_the_picture_stands_beside_the_list_in_a_wide_window_and_else_as_a_tab(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "a")
    tabs = stage.parts.tabs
    assert "Picture" in [tabs.tabText(number) for number in range(tabs.count())]
    stage.resize(2600, 800)
    qtbot.waitUntil(stage.picture.isVisible)
    assert "Picture" not in [tabs.tabText(number) for number in range(tabs.count())]
    stage.resize(1100, 600)
    qtbot.waitUntil(lambda: "Picture" in [tabs.tabText(number) for number in range(tabs.count())])


def test_parts_change_places_only_after_all_of_them_have_their_size(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "a")
    stage.parts.arrange(2600)  # as while all widgets are given larger texts, when none of them may go
    assert stage.parts.tabs.indexOf(stage.picture) == 1
    qtbot.waitUntil(lambda: stage.parts.tabs.indexOf(stage.picture) < 0)


def test_the_part_that_was_chosen_stands_in_front_in_the_next_session_too(
    context: Context, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(store, "a")
    remembering = replace(context, settings=Settings(tmp_path / "settings.ini"))
    first = shown_stage(remembering, qtbot)
    first.parts.tabs.setCurrentWidget(first.picture)
    first.parts.show_editor()  # as when an item is opened: nobody chose that
    second = shown_stage(remembering, qtbot)
    assert second.picture.isVisible()
    second.resize(2600, 800)
    qtbot.waitUntil(lambda: second.parts.tabs.indexOf(second.picture) < 0)
    second.resize(1100, 600)
    qtbot.waitUntil(lambda: second.parts.tabs.currentWidget() is second.picture)


def test_what_was_typed_and_never_kept_is_in_sight_whatever_part_was_chosen(
    context: Context, store: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    fill(store, "ab")
    store.save_draft("agenda_item:b:minutes", "soon")
    settings = Settings(tmp_path / "settings.ini")
    settings.plan_part = "balance"
    stage = shown_stage(replace(context, settings=settings), qtbot)
    assert stage.editor.form.field("minutes").isVisible()
    assert stage.editor.form.field("minutes").text() == "soon"
    assert settings.plan_part == "balance"


def test_where_there_is_no_room_groups_give_way_and_then_speakers(stage: AgendaStage, store: Store) -> None:
    store.run(commands.AddGroup(SESSION, "Housing"))
    fill(store, "a")
    metrics = stage.table.fontMetrics()
    letter = metrics.averageCharWidth()
    seen = []
    for room in range(120 * letter, 40 * letter, -letter):
        found = fitted(stage.table.lines.items(), {}, True, metrics, room)
        given = {Col.GROUP, Col.SPEAKERS} & found.keys()
        if given not in seen:
            seen.append(given)
        assert not given or room - sum(found.values()) >= STRETCHED_CHARACTERS * letter
    assert seen == [{Col.GROUP, Col.SPEAKERS}, {Col.SPEAKERS}, set()]


def test_a_narrow_list_is_not_scrolled_sideways(stage: AgendaStage, store: Store, qtbot: QtBot) -> None:
    store.run(commands.AddGroup(SESSION, "Housing"))
    fill(store, "a")
    stage.resize(700, 600)
    qtbot.waitUntil(lambda: stage.table.isColumnHidden(Col.SPEAKERS))
    assert stage.table.isColumnHidden(Col.GROUP)
    assert stage.table.horizontalScrollBar().maximum() == 0


def test_the_current_cell_leaves_a_column_that_gives_way(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "a")
    stage.table.setCurrentIndex(stage.table.lines.index(stage.table.lines.row_of("a"), Col.SPEAKERS))
    stage.resize(700, 600)
    qtbot.waitUntil(lambda: stage.table.isColumnHidden(Col.SPEAKERS))
    assert stage.table.currentIndex().column() == Col.TITLE


def test_escape_goes_back_to_the_list_from_what_stands_beside_it(
    stage: AgendaStage, store: Store, qtbot: QtBot
) -> None:
    fill(store, "ab")
    stage.table.select(["b"])
    stage.editor.choose_person("", "b")
    line = stage.editor.appearances.person.lineEdit()
    qtbot.keyClicks(line, "Ad")
    qtbot.keyClick(stage.editor.appearances.person, Qt.Key.Key_Escape)  # the offers
    while not stage.table.hasFocus():
        assert line.isVisible()
        qtbot.keyClick(stage.focusWidget(), Qt.Key.Key_Escape)
    assert [line.id for line in stage.table.selected_lines()] == ["b"]
    assert items(store)[1].speakers == ()
