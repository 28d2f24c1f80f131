"""The list of sessions and the editor of one, by keys and mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.editor import SessionEditor
from facilitator.features.sessions.page import SessionsPage
from facilitator.features.sessions.rows import SessionDetails
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage.store import Store, new_library, open_library
from tests.features.conftest import SESSION


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> SessionsPage:
    made = SessionsPage(context)
    QAbstractItemModelTester(made.table.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def editor(context: Context, qtbot: QtBot) -> SessionEditor:
    made = SessionEditor(context, SESSION)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def details(store: Store) -> SessionDetails:
    with store.read() as session:
        found = queries.session_details(session, SESSION)
    assert found is not None
    return found


def line(editor: SessionEditor, name: str) -> QLineEdit:
    field = editor.form.field(name)
    assert isinstance(field, QLineEdit)
    return field


def enter(editor: SessionEditor, qtbot: QtBot, name: str, text: str) -> None:
    line(editor, name).setFocus()
    line(editor, name).selectAll()
    qtbot.keyClicks(line(editor, name), text)
    qtbot.keyClick(QApplication.activePopupWidget() or line(editor, name), Qt.Key.Key_Tab)


def test_enter_opens_the_session(page: SessionsPage, context: Context, qtbot: QtBot) -> None:
    page.table.select(SESSION)
    with qtbot.waitSignal(context.navigator.row_requested) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == ["session", SESSION]


def test_delete_removes_at_once_and_offers_undo(page: SessionsPage, context: Context, qtbot: QtBot) -> None:
    page.table.select(SESSION)
    with qtbot.waitSignal(context.notices.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert told.args == ["Deleted session 8 · Local finance", True]
    assert page.panel.empty.isVisible()
    context.library.undo()
    assert page.table.isVisible()


def test_a_new_session_is_made_and_shown_where_it_is_worked_on(
    page: SessionsPage, context: Context, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(context.navigator.row_requested) as asked:
        page.new_row()
    assert page.table.rows.row_number(asked.args[1]) >= 0


def test_the_list_says_when_what_and_how_much(page: SessionsPage, context: Context) -> None:
    context.library.run(commands.set_field(SESSION, "date", "2020-04-23"))
    shown = [page.table.filter.index(0, column).data() for column in range(page.table.filter.columnCount())]
    assert shown == ["23 April 2020  15:00", "8 · Local finance", "", "", "–", "–", "–"]


def test_a_library_that_is_read_only_offers_no_new_session(tmp_path: Path, qtbot: QtBot) -> None:
    new_library(tmp_path / "empty.lle").close()
    library = Library(open_library(tmp_path / "empty.lle", read_only=True))
    context = Context(library, Navigator(), Jobs(), Notices())
    made = SessionsPage(context)
    qtbot.addWidget(made)
    made.show()
    assert not made.new_button.isEnabled()
    assert not made.panel.empty.button.isVisible()
    editor = SessionEditor(context, "none")
    qtbot.addWidget(editor)
    assert not line(editor, "title").isEnabled()
    library.close()


@pytest.mark.parametrize(
    ("name", "typed", "column", "value", "shown"),
    [
        ("date", "23 avril 2020", "date", "2020-04-23", "23 April 2020"),
        ("start", "3.30 pm", "start", 930, "15:30"),
        ("minutes", "1h45", "minutes", 105, "1:45"),
        ("zone", "Europe/Madrid", "zone", "Europe/Madrid", "Europe/Madrid"),
        ("zone", "mexico city", "zone", "America/Mexico_City", "America/Mexico_City"),
        ("zone", "Europe/Madr", "zone", "Europe/Madrid", "Europe/Madrid"),
        ("zone", "UTC+02:00", "zone", "UTC+02:00", "UTC+02:00"),
        (
            "zones",
            "nairobi, Lima",
            "zones",
            ("Africa/Nairobi", "America/Lima"),
            "Africa/Nairobi, America/Lima",
        ),
        ("title", "  Finance  ", "title", "Finance", "Finance"),
    ],
)
def test_dates_times_and_lengths_are_read_as_people_type_them(
    editor: SessionEditor,
    store: Store,
    qtbot: QtBot,
    name: str,
    typed: str,
    column: str,
    value: object,
    shown: str,
) -> None:
    enter(editor, qtbot, name, typed)
    assert getattr(details(store), column) == value
    assert line(editor, name).text() == shown


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("date", "4/9/2020"),
        ("start", "noonish"),
        ("zone", "Middle/Earth"),
        ("zone", "Europe/"),
        ("zones", "Atlantis"),
    ],
)
def test_what_cannot_be_read_stays_and_the_editor_says_why(
    editor: SessionEditor, store: Store, qtbot: QtBot, name: str, typed: str
) -> None:
    before = details(store)
    enter(editor, qtbot, name, typed)
    assert details(store) == before
    assert line(editor, name).text() == typed
    assert typed in editor.form.refusal_text()


def test_questions_are_written_one_after_the_other_by_enter(
    editor: SessionEditor, store: Store, qtbot: QtBot
) -> None:
    new = editor.questions.new_line
    new.setFocus()
    for text in ("What was lost?", "What helps?"):
        qtbot.keyClicks(new, text)
        qtbot.keyClick(new, Qt.Key.Key_Return)
        assert new.text() == ""
        assert new.hasFocus()
    assert [question.text for question in details(store).questions] == ["What was lost?", "What helps?"]


def test_questions_are_moved_and_deleted_by_their_buttons(
    editor: SessionEditor, context: Context, store: Store, qtbot: QtBot
) -> None:
    for text in ("One?", "Two?", "Three?"):
        context.library.run(commands.AddQuestion(SESSION, text))

    def press(name: str) -> None:
        button = next(b for b in editor.questions.findChildren(QToolButton) if b.accessibleName() == name)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    press("Move question 3 up")
    press("Delete question 1")
    assert [question.text for question in details(store).questions] == ["Three?", "Two?"]


def test_a_question_that_is_emptied_is_deleted(
    editor: SessionEditor, context: Context, store: Store, qtbot: QtBot
) -> None:
    context.library.run(commands.AddQuestion(SESSION, "One?"))
    field = next(
        f for f in editor.questions.findChildren(QLineEdit) if f.accessibleName() == "Guiding question 1"
    )
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, " ")
    editor.questions.new_line.setFocus()
    assert details(store).questions == ()


def test_escape_closes_the_details_and_keeps_what_was_typed(
    editor: SessionEditor, store: Store, qtbot: QtBot
) -> None:
    about = editor.form.field("about")
    about.setFocus()
    qtbot.keyClicks(about, "An exchange")
    with qtbot.waitSignal(editor.closed):
        qtbot.keyClick(about, Qt.Key.Key_Escape)
    assert details(store).about == "An exchange"


def test_two_columns_become_one_where_there_is_no_room(editor: SessionEditor, qtbot: QtBot) -> None:
    editor.resize(1400, 900)
    qtbot.wait(10)
    assert editor.questions.x() > editor.form.x() + editor.form.width() // 2
    editor.resize(500, 900)
    qtbot.wait(10)
    assert editor.questions.y() > editor.form.y()
    assert editor.questions.x() == editor.form.x()


def test_the_papers_of_the_series_open_from_a_session_of_one(page: SessionsPage, qtbot: QtBot) -> None:
    page.table.select(SESSION)
    assert not page.bind_button.isEnabled()
    assert page._context.library.run(commands.PutInNewSeries(SESSION, "Talks"))
    page.table.clearSelection()
    assert not page.bind_button.isEnabled()
    page.table.select(SESSION)
    assert page.bind_button.isEnabled()
    page.bind_button.setFocus()
    with qtbot.waitSignal(page._context.navigator.papers_requested) as asked:
        qtbot.keyClick(page.bind_button, Qt.Key.Key_Space)
    assert asked.args == [SESSION, "series"]
