"""A session at work: its facts, its stages made when first shown, its details in their place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.features.sessions import commands
from facilitator.features.sessions.editor import SessionEditor
from facilitator.shell import catalog
from facilitator.shell.commands import offers
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.screens import KEPT_WORKSPACES, Place
from facilitator.shell.window import MainWindow
from facilitator.shell.workspace import Workspace


@pytest.fixture
def workspace(opened: OpenedLibrary, first_session: str) -> Workspace:
    opened.context.navigator.open_row("session", first_session)
    shown = opened.screens.currentWidget()
    assert isinstance(shown, Workspace)
    return shown


def test_it_says_what_when_and_by_whom(workspace: Workspace) -> None:
    assert workspace.title.text().startswith("4 · ")
    for fact in ("9 April 2020", "15:00–16:30", "UCLG", "guiding questions"):
        assert fact in workspace.facts.text()


def test_the_facts_follow_every_change(
    workspace: Workspace, opened: OpenedLibrary, first_session: str
) -> None:
    opened.library.run(commands.set_field(first_session, "title", "Renamed"))
    assert workspace.title.text() == "4 · Renamed"
    opened.library.run(commands.set_field(first_session, "start", None))
    assert "15:00" not in workspace.facts.text()
    opened.library.undo()
    assert "15:00" in workspace.facts.text()


def test_stages_stand_in_the_order_of_the_work_and_are_made_when_first_shown(workspace: Workspace) -> None:
    assert [workspace.tabs.tabText(number) for number in range(workspace.tabs.count())] == [
        "Plan",
        "Run",
        "Brief",
    ]
    assert list(workspace._made) == ["agenda"]
    workspace.tabs.setCurrentIndex(2)
    assert list(workspace._made) == ["agenda", "briefing"]


def test_a_session_that_is_opened_at_a_stage_makes_no_other(
    opened: OpenedLibrary, first_session: str
) -> None:
    opened.screens.open_session(first_session, "notes")
    shown = opened.screens.currentWidget()
    assert isinstance(shown, Workspace)
    assert list(shown._made) == ["notes"]
    assert shown.current_stage().capture.line.hasFocus()


def test_what_a_stage_lacks_is_set_in_its_field_of_the_details(
    workspace: Workspace, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    for field in ("start", "languages"):
        opened.context.navigator.open_details(workspace.session_id, field)
        editor = workspace.findChild(SessionEditor)
        assert editor.isVisible()
        wanted = editor.form.field(field)
        qtbot.waitUntil(
            lambda wanted=wanted: (
                workspace.focusWidget() is wanted or wanted.isAncestorOf(workspace.focusWidget())
            )
        )
        workspace.show_details(False)


def test_what_is_new_on_plan_is_an_item_but_not_behind_the_details(
    workspace: Workspace, window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    def items() -> int:
        return int(opened.library.store.raw().execute("SELECT count(*) FROM agenda_item").fetchone()[0])

    before = items()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert items() == before + 1
    opened.library.undo()
    workspace.show_details()
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert items() == before


def test_a_session_that_was_just_added_shows_its_details_with_the_caret_in_the_title(
    window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    focused = window.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.accessibleName() == "Title"
    qtbot.keyClicks(focused, "Public space")
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    shown = opened.screens.currentWidget()
    assert isinstance(shown, Workspace)


def test_a_session_made_from_another_opens_in_its_details_which_ask_for_date_and_number(
    window: MainWindow, workspace: Workspace, opened: OpenedLibrary
) -> None:
    offered = [one.text for one in offers(window)]
    assert "Series of this session: title, colour, logos…" in offered
    action = next(one.action for one in offers(window) if one.text == "New session from this one")
    title = workspace.title.text().partition(" · ")[2]
    action.trigger()
    made = opened.screens.currentWidget()
    assert isinstance(made, Workspace)
    assert made.session_id != workspace.session_id
    assert made.title.text() == title
    assert made.details.isChecked()


def test_the_details_take_the_place_of_the_stages_and_give_it_back(
    workspace: Workspace, qtbot: QtBot
) -> None:
    stage = workspace.current_stage()
    workspace.details.click()
    editor = workspace.findChild(SessionEditor)
    assert editor is not None
    assert editor.isVisible()
    assert not stage.isVisible()
    done = next(b for b in editor.findChildren(QPushButton) if b.text() == "Done")
    qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    assert stage.isVisible()
    assert not workspace.details.isChecked()


def test_few_workspaces_are_kept_and_an_old_one_is_made_again(opened: OpenedLibrary, qtbot: QtBot) -> None:
    added = [commands.AddSession({"title": f"Session {number}", "date": "2021-01-01"}) for number in range(5)]
    for command in added:
        opened.library.run(command)
        opened.context.navigator.open_row("session", command.id)
    qtbot.wait(10)
    assert len(opened.screens.findChildren(Workspace)) <= KEPT_WORKSPACES
    for _ in range(4):
        opened.screens.back()
    assert opened.screens.place() == Place("sessions", added[0].id)
    shown = opened.screens.currentWidget()
    assert isinstance(shown, Workspace)
    assert shown.title.text() == "Session 0"


def test_new_note_puts_the_caret_where_notes_are_taken_from_any_page(
    window: MainWindow, opened: OpenedLibrary, workspace: Workspace, qtbot: QtBot
) -> None:
    for page in ("home", "people", "cases"):
        opened.context.navigator.open_page(page)
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_N, keys)
        focused = window.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == "New note"


def test_f6_goes_through_the_parts_of_the_window_and_comes_back(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    start = window.focusWidget()
    seen = []
    for _ in range(8):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        seen.append(focused)
        if focused is not None and start is not None and focused.parentWidget() is start.parentWidget():
            break
    assert len(set(seen)) >= 3
    assert window.rail in [widget.parentWidget() for widget in seen if widget is not None]


def test_each_feature_of_the_catalog_can_be_loaded_and_has_an_icon() -> None:
    from facilitator import assets
    from facilitator.kit.feature import load

    for feature in catalog.features():
        assert assets.path("icons", f"{feature.icon}.svg").exists()
        for name in (feature.page, feature.stage, *(report.build for report in feature.reports)):
            assert not name or callable(load(name))
