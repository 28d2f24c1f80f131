"""The window's import: files in, the plan to be corrected and answered, then one change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.imports.dialog import ImportDialog
from facilitator.features.imports.rows import Action, Plan
from facilitator.kit.context import Context
from facilitator.storage.edits import SetFields
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.features.imports.import_tables import content, rows_of, write_csv

ROWS = [
    ["No.", "Title", "Date", "Mood"],
    ["31", "Housing", "Wednesday (1 April)", "good"],
    ["32", "Mobility", "8 April 2020", ""],
    ["33", "Culture", "22 April 2020", ""],
]


@pytest.fixture
def dialog(context: Context, qtbot: QtBot) -> Iterator[ImportDialog]:
    """The dialog, shown."""
    made = ImportDialog(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.work.pause()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table of three sessions, one with a doubtful day and a column that nobody knows."""
    return write_csv(tmp_path / "sessions.csv", ROWS)


def _planned(dialog: ImportDialog, qtbot: QtBot, path: Path) -> Plan:
    with qtbot.waitSignal(dialog.work.planned):
        dialog.add_files([path])
    assert dialog.work.plan is not None
    return dialog.work.plan


def _drop(dialog: ImportDialog, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_files_are_dropped_planned_and_imported_as_one_change(
    dialog: ImportDialog, qtbot: QtBot, path: Path, store: Store
) -> None:
    before = content(store)
    assert not dialog.import_button.isEnabled()
    with qtbot.waitSignal(dialog.work.planned):
        _drop(dialog, path)
    assert content(store) == before
    assert dialog.view.table.rows.rowCount() == 3
    assert dialog.summary.text() == "3 to add · 1 open question"
    assert "Mood" in dialog.columns.text()

    with qtbot.waitSignal(dialog.accepted):
        dialog.import_button.click()
    assert {row["label"] for row in rows_of(store, "learning_session")} == {"8", "31", "32", "33"}
    store.undo()
    assert content(store) == before


def test_a_question_is_answered_in_the_panel(
    dialog: ImportDialog, qtbot: QtBot, path: Path, store: Store
) -> None:
    plan = _planned(dialog, qtbot, path)
    (question,) = plan.questions
    dialog.view.next.click()
    box = dialog.view.row_panel.boxes[question.key]
    qtbot.waitUntil(box.hasFocus)
    with qtbot.waitSignal(dialog.work.planned):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert dialog.work.plan is not None
    assert not dialog.work.plan.open_questions
    assert not dialog.view.next.isEnabled()
    dialog.apply()
    assert "2020-04-01" in {row["date"] for row in rows_of(store, "learning_session")}


def test_escape_does_not_throw_answers_away(dialog: ImportDialog, qtbot: QtBot, path: Path) -> None:
    plan = _planned(dialog, qtbot, path)
    with qtbot.waitSignal(dialog.work.planned):
        dialog.work.choose(plan.questions[0].key, plan.questions[0].candidates[0].value)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.buttons.buttons()[-1].click()
    assert not dialog.isVisible()


def test_another_day_can_be_typed_and_enter_does_not_import(
    dialog: ImportDialog, qtbot: QtBot, path: Path, store: Store
) -> None:
    (question,) = _planned(dialog, qtbot, path).questions
    dialog.view.next_question()
    day = dialog.view.row_panel.days[question.key]
    day.setFocus()
    qtbot.waitUntil(day.hasFocus)
    qtbot.keyClicks(day, "2015-04-01")
    with qtbot.waitSignal(dialog.work.planned):
        qtbot.keyClick(day, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert len(rows_of(store, "learning_session")) == 1
    assert dialog.work.plan is not None
    assert dialog.work.plan.questions[0].answer == "2015-04-01"


def test_enter_in_a_cell_that_was_not_changed_does_not_import(
    dialog: ImportDialog, qtbot: QtBot, path: Path, store: Store
) -> None:
    _planned(dialog, qtbot, path)
    title = dialog.view.row_panel.fields["title"]
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    assert dialog.import_button.isEnabled()
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert len(rows_of(store, "learning_session")) == 1
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(title, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_cell_is_corrected_and_a_row_left_out(
    dialog: ImportDialog, qtbot: QtBot, path: Path, store: Store
) -> None:
    _planned(dialog, qtbot, path)
    table, panel = dialog.view.table, dialog.view.row_panel
    table.selectRow(1)
    title = panel.fields["title"]
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    title.selectAll()
    qtbot.keyClicks(title, "Moving about")
    with qtbot.waitSignal(dialog.work.planned):
        panel.fields["date"].setFocus()
    table.selectRow(2)
    with qtbot.waitSignal(dialog.work.planned):
        panel.leave_out.click()
    assert dialog.work.plan is not None
    assert [row.action for row in dialog.work.plan.rows] == [Action.ADD, Action.ADD, Action.LEFT_OUT]
    dialog.apply()
    titles = {row["title"] for row in rows_of(store, "learning_session")}
    assert titles == {"Local finance", "Housing", "Moving about"}


def test_taking_a_correction_back_restores_what_was_read(
    dialog: ImportDialog, qtbot: QtBot, path: Path
) -> None:
    _planned(dialog, qtbot, path)
    panel = dialog.view.row_panel
    panel.fields["title"].setText("Other")
    with qtbot.waitSignal(dialog.work.planned):
        panel.fields["title"].editingFinished.emit()
    panel.fields["title"].setText("Housing")
    with qtbot.waitSignal(dialog.work.planned):
        panel.fields["title"].editingFinished.emit()
    assert not dialog.work.choices


def test_a_refused_file_is_told_and_the_others_stay(
    dialog: ImportDialog, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "letter.csv").write_text("Dear all,\nwith regards", encoding="utf-8")
    with qtbot.waitSignals([dialog.work.refused, dialog.work.planned]):
        dialog.add_files([tmp_path / "letter.csv", path])
    assert "letter.csv" in dialog.refusal.text()
    assert dialog.refusal.isVisible()
    assert dialog.files.text() == "sessions.csv"
    assert dialog.import_button.isEnabled()


def test_a_change_of_the_library_is_planned_anew_before_it_is_imported(
    dialog: ImportDialog, qtbot: QtBot, path: Path, store: Store, context: Context
) -> None:
    _planned(dialog, qtbot, path)
    with qtbot.waitSignal(dialog.work.planned):
        context.library.run(SetFields(LearningSessionRecord, "session-8", {"label": "31"}, "Edit label"))
        assert not dialog.import_button.isEnabled()
    dialog.apply()
    assert dialog.isHidden()


def test_stopping_leaves_everything_as_it_was(
    dialog: ImportDialog, qtbot: QtBot, tmp_path: Path, store: Store
) -> None:
    before = content(store)
    rows = [["Name", "City"], *([f"Person {number}", f"City {number}"] for number in range(3_000))]
    long = write_csv(tmp_path / "speakers.csv", rows)
    with qtbot.waitSignal(dialog.work.progressed):
        dialog.add_files([long])
    assert dialog.bar.stop.isVisible()
    with qtbot.waitSignal(dialog.work.busy_changed, check_params_cb=lambda busy: not busy):
        dialog.bar.stop.click()
    assert dialog.bar.isHidden()
    assert dialog.work.plan is None
    assert not dialog.import_button.isEnabled()
    assert content(store) == before


def test_the_rows_shown_can_be_chosen(dialog: ImportDialog, qtbot: QtBot, path: Path) -> None:
    _planned(dialog, qtbot, path)
    view = dialog.view
    for number, count in ((1, 1), (2, 1), (3, 0), (0, 3)):
        view.which.setCurrentIndex(number)
        view.which.activated.emit(number)
        assert view.table.rows.rowCount() == count
    assert not view.list.empty.isVisible()


def test_everything_that_takes_the_focus_has_a_name(dialog: ImportDialog, qtbot: QtBot, path: Path) -> None:
    _planned(dialog, qtbot, path)
    dialog.view.next_question()
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
    ]
    assert not nameless
