"""The main window: painted before the library is read, the way from page to page and back, and what closing saves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from facilitator import app
from facilitator.features.briefing.stage import BriefingStage
from facilitator.features.sessions.editor import SessionEditor
from facilitator.kit.settings import Settings
from facilitator.shell import catalog
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.screens import Place
from facilitator.shell.window import MainWindow
from facilitator.shell.workspace import Workspace
from facilitator.storage.store import open_library


def workspace(opened: OpenedLibrary) -> Workspace:
    shown = opened.screens.currentWidget()
    assert isinstance(shown, Workspace)
    return shown


def test_the_frame_is_painted_before_the_library_is_read(
    settings: Settings, dressing: None, sample: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    window = app.make_window(qapp, settings)
    qtbot.addWidget(window)
    seen: list[bool] = []
    window.painted.connect(lambda: seen.append(window.opened is None))
    window.painted.connect(lambda: window.libraries.open_first(sample))
    window.show()
    qtbot.waitUntil(lambda: window.opened is not None)
    assert seen == [True]
    window.attach(None)
    window.theme.undress()


def test_each_page_of_the_rail_opens_by_click_and_by_key(
    window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    pages = ["home", *(feature.id for feature in catalog.pages())]
    buttons = [button for button in window.rail.findChildren(QToolButton) if button.isCheckable()]
    assert len(buttons) == len(pages)
    titles = {button.accessibleName(): button for button in buttons}
    for number, page in enumerate(pages, start=1):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert opened.screens.place() == Place(page)
        assert [button for button in buttons if button.isChecked()] == [buttons[number - 1]]
    qtbot.mouseClick(titles["Sessions"], Qt.MouseButton.LeftButton)
    assert opened.screens.place() == Place("sessions")


def test_back_returns_through_what_was_shown(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    navigator = opened.context.navigator
    navigator.open_page("people")
    navigator.open_row("session", first_session)
    navigator.open_page("cases")
    for place in (Place("sessions", first_session), Place("people"), Place("home"), Place("home")):
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert opened.screens.place() == place


def test_back_returns_to_the_paragraph_from_the_note_that_was_gone_to(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    navigator = opened.context.navigator
    navigator.open_page("people")
    navigator.open_stage(first_session, "briefing")
    stage = workspace(opened).current_stage()
    assert isinstance(stage, BriefingStage)
    stage.draft()
    assert stage.desk.briefing is not None
    key, row = next(
        (part.key, row) for part in stage.desk.briefing.sections for row in part.paragraphs if row.evidence
    )
    stage.desk.go(key, row.id)
    stage.composing.open_note(row.evidence[0].note_id)
    assert workspace(opened).current_stage() is not stage
    back = Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(window, Qt.Key.Key_Left, back)
    assert workspace(opened).current_stage() is stage
    assert stage.desk.paragraph_id == row.id
    assert stage.composing.editor.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_Left, back)
    assert opened.screens.place() == Place("people")


def test_a_session_opens_at_the_stage_that_is_asked_for(opened: OpenedLibrary, first_session: str) -> None:
    for stage in catalog.stages():
        opened.context.navigator.open_stage(first_session, stage.id)
        shown = workspace(opened)
        assert shown.session_id == first_session
        assert shown.current_stage().isVisible()


def test_alt_and_a_number_go_to_a_stage(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    opened.context.navigator.open_row("session", first_session)
    for number, _ in enumerate(catalog.stages(), start=1):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert workspace(opened).tabs.currentIndex() == number - 1


def test_a_deleted_session_closes_its_workspace_and_is_not_come_back_to(
    opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    from facilitator.features.sessions import commands, queries

    opened.context.navigator.open_row("session", first_session)
    with opened.library.read() as session:
        rows = [row for row in queries.list_sessions(session) if row.id == first_session]
    opened.library.run(commands.delete_sessions(rows))
    qtbot.waitUntil(lambda: opened.screens.place() == Place("sessions"))
    opened.screens.back()
    assert opened.screens.place() == Place("home")


def test_the_rail_shows_icons_alone_in_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    button = window.rail.findChild(QToolButton)
    assert button is not None
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextUnderIcon
    window.resize(660, 500)
    qtbot.waitUntil(lambda: button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly)
    assert button.accessibleName()


def test_closing_saves_what_is_being_typed(
    window: MainWindow, opened: OpenedLibrary, first_session: str, sample: Path, qtbot: QtBot
) -> None:
    opened.context.navigator.open_row("session", first_session)
    workspace(opened).show_details()
    editor = window.findChild(SessionEditor)
    assert editor is not None
    title = editor.form.field("title")
    assert isinstance(title, QLineEdit)
    qtbot.waitUntil(title.hasFocus)
    title.selectAll()
    qtbot.keyClicks(title, "Typed and not left")
    window.close()
    store = open_library(sample)
    from facilitator.features.sessions import queries

    with store.read() as session:
        details = queries.session_details(session, first_session)
    store.close()
    assert details is not None
    assert details.title == "Typed and not left"


def test_the_status_bar_says_when_all_was_saved_and_which_library_it_is(
    window: MainWindow, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    texts = [label.text() for label in window.statusBar().findChildren(QLabel)]
    assert "Sample.lle" in texts
    window.menus[1].new.trigger()  # type: ignore[attr-defined]
    saved = [
        label.text() for label in window.statusBar().findChildren(QLabel) if label.text().startswith("Saved")
    ]
    assert len(saved) == 1


def test_another_library_takes_the_place_of_the_one_before(
    window: MainWindow, opened: OpenedLibrary, tmp_path: Path
) -> None:
    from facilitator.storage.store import new_library

    new_library(tmp_path / "Other.lle").close()
    assert window.libraries.open(tmp_path / "Other.lle")
    assert window.opened is not opened
    assert "Other" in window.windowTitle()
    open_library(tmp_path / "Sample.lle").close()  # which raises if the first one were still open
    assert window.settings.recent_libraries[:2] == [tmp_path / "Other.lle", tmp_path / "Sample.lle"]
