"""What is open is told before a paper leaves the library: Enter goes there, a button goes on all the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.kit.preflighting import PRINT, Leaving, PreflightDialog, may_leave
from facilitator.publishing.gate import Finding, Severity
from facilitator.storage.store import Store
from tests.answering import when_told_what_is_open

KNOWN = Finding("empty", Severity.INFO, "A part is empty.")
LATE = Finding("overdue", Severity.WARNING, "The paper was due.")
PENDING = Finding("quote_pending", Severity.WARNING, "A quote is withheld.", "note", "n1")
WRONG = Finding("fact_differs", Severity.WARNING, "A date differs.", "briefing_paragraph", "p1")


@pytest.fixture
def context(library: Store, qapp: object) -> Iterator[Context]:
    made = Context(Library(library), Navigator(), Jobs(), Notices())
    yield made
    made.library.close()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def leaving(*findings: Finding, anyway: str = PRINT) -> Leaving:
    return Leaving("s1", findings, anyway)


def enter(dialog: PreflightDialog) -> None:
    focused = dialog.focusWidget()
    assert focused is dialog.findings.list
    QTest.keyClick(focused, Qt.Key.Key_Return)


def test_a_paper_in_which_nothing_is_open_leaves_without_a_question(
    context: Context, window: QWidget
) -> None:
    assert may_leave(context, leaving(), window)
    assert may_leave(context, leaving(KNOWN), window)


def test_enter_goes_to_the_first_of_those_that_weigh_most_and_the_paper_stays(
    context: Context, window: QWidget, qtbot: QtBot
) -> None:
    when_told_what_is_open(enter)
    with qtbot.waitSignal(context.navigator.stage_requested) as asked:
        assert not may_leave(context, leaving(KNOWN, LATE, PENDING, WRONG), window)
    assert asked.args == ["s1", "notes", "n1"]


def test_a_finding_that_is_chosen_is_gone_to(context: Context, window: QWidget, qtbot: QtBot) -> None:
    def go(dialog: PreflightDialog) -> None:
        qtbot.keyClick(dialog.findings.list, Qt.Key.Key_Down)
        dialog.to_place.click()

    when_told_what_is_open(go)
    with qtbot.waitSignal(context.navigator.stage_requested) as asked:
        assert not may_leave(context, leaving(PENDING, WRONG), window)
    assert asked.args == ["s1", "briefing", "p1"]


def test_the_button_goes_on_all_the_same_and_says_what_stays_out(context: Context, window: QWidget) -> None:
    told: list[str] = []

    def look(dialog: PreflightDialog) -> None:
        told.extend((dialog.anyway.text(), dialog.findings.list.item(0).text()))
        dialog.anyway.click()

    when_told_what_is_open(look)
    assert may_leave(context, leaving(KNOWN, PENDING), window)
    assert told == ["Print all the same", "▲ A quote is withheld."]


def test_where_there_is_nowhere_to_go_enter_lets_nothing_out(
    context: Context, window: QWidget, qtbot: QtBot
) -> None:
    def press(dialog: PreflightDialog) -> None:
        assert not dialog.to_place.isEnabled()
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_told_what_is_open(press)
    assert not may_leave(context, leaving(LATE), window)
