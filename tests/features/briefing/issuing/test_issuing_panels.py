"""The tabs Versions and Speakers: a paper goes to its readers, and sheets come back, by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from facilitator.domain.issuing import Status
from facilitator.features.briefing import queries
from facilitator.features.briefing.commands import StartBriefing, edit_paragraph
from facilitator.features.briefing.desk import Desk
from facilitator.features.briefing.issuing.panel import IssuingPanel
from facilitator.features.briefing.issuing.settling import SettlingDialog
from facilitator.features.briefing.issuing.sheets_panel import SheetsPanel
from facilitator.features.briefing.issuing.signing import SigningDialog
from facilitator.kit.context import Context
from facilitator.kit.exporting import render_paper
from facilitator.kit.jobs import Jobs, Progress
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.preflighting import PreflightDialog
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def desk(full: Plan) -> Iterator[Desk]:
    context = Context(Library(full.store), Navigator(), Jobs(), Notices())
    full.store.run(StartBriefing(full.ids["session"]))
    yield Desk(context, full.ids["session"])
    context.jobs.finish()
    context.library.close()


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> IssuingPanel:
    made = IssuingPanel(desk.context, desk)
    qtbot.addWidget(made)
    made.resize(460, 560)
    desk.refresh()
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def sheets(desk: Desk, qtbot: QtBot) -> SheetsPanel:
    made = SheetsPanel(desk.context, desk)
    qtbot.addWidget(made)
    desk.refresh()
    with qtbot.waitExposed(made):
        made.show()
    return made


def answer(kind: type[QDialog], fill: Callable[[QDialog], None], qtbot: QtBot) -> list[QDialog]:
    """Go on whatever is open, fill in the dialog that comes up next, and press Enter in it."""
    seen: list[QDialog] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, kind)
        seen.append(dialog)
        fill(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, lambda: _past_what_is_open(act))
    return seen


def _past_what_is_open(act: Callable[[QDialog], None]) -> None:
    """Press the button that goes on, where something is open, and ``act`` in the dialog after that."""
    dialog = QApplication.activeModalWidget()
    if isinstance(dialog, PreflightDialog):
        dialog.anyway.click()
    if isinstance(dialog, QDialog) and not isinstance(dialog, PreflightDialog):
        act(dialog)
    else:
        QTimer.singleShot(0, lambda: _past_what_is_open(act))


def sign(panel: IssuingPanel, name: str, qtbot: QtBot) -> None:
    """Press the button of the usual next step, and sign with a name."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SigningDialog)
        dialog.name.setText(name)

    answer(SigningDialog, fill, qtbot)
    button = next(one for one in panel.findChildren(QPushButton, "primary") if one.isVisible())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def steps(panel: IssuingPanel) -> list[Status]:
    return [row.status for row in panel.table.rows.rows()]


def test_a_paper_is_issued_by_keys_and_its_bytes_are_those_of_an_export(
    panel: IssuingPanel, desk: Desk, full: Plan, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1587650000")  # the moment of a file is written into it
    sign(panel, "", qtbot)
    sign(panel, "Ana", qtbot)
    sign(panel, "Ana", qtbot)
    qtbot.waitUntil(lambda: steps(panel) == [Status.ISSUED, Status.CLEARED, Status.IN_REVIEW])
    with full.store.read() as session:
        exported = render_paper(
            queries.build(session, desk.session_id, desk.paper), "pdf", Progress(lambda *_: None)
        )
        assert queries.issued_file(session, panel.table.rows.rows()[0]) == exported.data


def test_what_is_issued_carries_its_data_where_whoever_issues_wants_that(
    panel: IssuingPanel, desk: Desk, full: Plan, qtbot: QtBot
) -> None:
    sign(panel, "", qtbot)
    sign(panel, "Ana", qtbot)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SigningDialog)
        dialog.name.setText("Ana")
        assert dialog.data.isVisible()
        dialog.data.setChecked(True)

    answer(SigningDialog, fill, qtbot)
    next(one for one in panel.findChildren(QPushButton, "primary") if one.isVisible()).click()
    qtbot.waitUntil(lambda: steps(panel)[0] is Status.ISSUED)
    with full.store.read() as session:
        data = queries.issued_file(session, panel.table.rows.rows()[0])
    with pypdfium2.PdfDocument(data) as pdf:
        assert pdf.count_attachments() == 1
    assert desk.with_data


def test_nobody_signs_off_without_a_name_and_the_dialog_says_so(panel: IssuingPanel, qtbot: QtBot) -> None:
    sign(panel, "", qtbot)
    assert steps(panel) == [Status.IN_REVIEW]
    sign(panel, " ", qtbot)
    assert steps(panel) == [Status.IN_REVIEW]


def test_what_changed_since_the_latest_step_is_told(
    panel: IssuingPanel, desk: Desk, full: Plan, qtbot: QtBot
) -> None:
    sign(panel, "Ana", qtbot)
    assert desk.briefing
    row = next(one for part in desk.briefing.sections for one in part.paragraphs if one.text == "Act fast.")
    with qtbot.waitSignal(panel.counted, check_params_cb=lambda count: count == 1):
        full.store.run(edit_paragraph(row.id, text="Act faster."))
    assert "Act faster." in panel.changes.item(0).text()
    assert "Act fast." in panel.changes.item(0).text()


def test_a_deadline_is_typed_and_the_days_that_are_left_are_told(
    panel: IssuingPanel, full: Plan, qtbot: QtBot
) -> None:
    panel.due.setFocus()
    qtbot.keyClicks(panel.due, "1 May 2020")
    qtbot.keyClick(panel.due, Qt.Key.Key_Return)
    with full.store.read() as session:
        found = queries.read_versions(session, full.ids["session"], "briefing")
    assert found
    assert found.due == "2020-05-01"
    assert "late" in panel.left.text()


def test_an_issued_file_is_saved_as_it_was_issued(
    panel: IssuingPanel, full: Plan, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("", "Ana", "Ana"):
        sign(panel, name, qtbot)
    qtbot.waitUntil(lambda: len(steps(panel)) == 3)
    target = tmp_path / "copy.pdf"
    monkeypatch.setattr(panel._taker._exporter, "ask", lambda *_: target)
    panel.table.selectRow(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    qtbot.waitUntil(target.exists)
    with full.store.read() as session:
        assert target.read_bytes() == queries.issued_file(session, panel.table.rows.rows()[0])


def test_a_sheet_is_sent_and_ticked_off_by_keys_and_settles_what_was_pending(
    sheets: SheetsPanel, full: Plan, qtbot: QtBot
) -> None:
    sheets.table.select(full.ids["mayor"])
    sheets.sent.setFocus()
    qtbot.keyClick(sheets.sent, Qt.Key.Key_Space)
    assert sheets.table.current_row().sent_on

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SettlingDialog)
        dialog.day.setText("26 April 2020")
        dialog.remark.setText("by mail")

    seen = answer(SettlingDialog, fill, qtbot)
    qtbot.keyClick(sheets.table, Qt.Key.Key_Return)
    row = sheets.table.current_row()
    assert len(seen) == 1
    assert (row.back_on, row.remark, row.pending) == ("2020-04-26", "by mail", 0)


def test_a_day_that_cannot_be_read_is_told_and_changes_nothing(
    sheets: SheetsPanel, full: Plan, qtbot: QtBot
) -> None:
    sheets.table.select(full.ids["mayor"])

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SettlingDialog)
        dialog.day.setText("whenever")

    (seen,) = [answer(SettlingDialog, fill, qtbot)]
    qtbot.keyClick(sheets.table, Qt.Key.Key_Return)
    assert isinstance(seen[0], SettlingDialog)
    assert seen[0].problem.text()
    assert not sheets.table.current_row().back_on


def test_what_changed_is_not_read_any_more_once_the_library_closes(
    panel: IssuingPanel, desk: Desk, qtbot: QtBot
) -> None:
    sign(panel, "Ana", qtbot)
    assert desk.briefing
    row = next(one for part in desk.briefing.sections for one in part.paragraphs)
    desk.context.library.run(edit_paragraph(row.id, text="Other words."))
    assert panel._pause.isActive()
    desk.context.library.close()
    qtbot.wait(2 * panel._pause.interval())
    assert not panel._pause.isActive()
