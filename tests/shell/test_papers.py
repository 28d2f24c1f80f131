"""The papers open from the menu, from a stage and from the palette, beside the window, and close with their session."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from facilitator.features.sessions.queries import list_sessions
from facilitator.shell.commands import offers
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.window import MainWindow
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import LearningSessionRecord
from tests.shell.screens import focusable, shown_widgets
from tests.shell.test_accessibility import CONTROLS, described, shows_icon_alone, spoken


def opened_papers(opened: OpenedLibrary, session_id: str, report: str, qtbot: QtBot) -> object:
    opened.context.navigator.open_papers(session_id, report)
    dialog = opened.papers.dialog
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20000)
    return dialog


def test_the_menu_and_the_palette_offer_the_papers_of_the_session_that_is_open(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    opened.screens.open_session(first_session)
    (offer,) = (offer for offer in offers(window) if offer.text.startswith("Print or export papers"))
    offer.action.trigger()
    dialog = opened.papers.dialog
    assert dialog.isVisible()
    assert dialog.session_id == first_session


def test_the_palette_finds_each_paper_by_its_name(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    opened.screens.open_session(first_session)
    (offer,) = (offer for offer in offers(window) if offer.text == "Name cards")
    offer.action.trigger()
    dialog = opened.papers.dialog
    qtbot.waitUntil(lambda: dialog.made is not None, timeout=20000)
    assert dialog.made.wanted.report.id == "name-cards"


def test_one_dialog_changes_from_paper_to_paper_and_from_session_to_session(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    first = opened_papers(opened, first_session, "run-sheet", qtbot)
    assert opened_papers(opened, first_session, "agenda", qtbot) is first
    with opened.library.read() as session:
        other = next(row.id for row in list_sessions(session) if row.id != first_session)
    assert opened_papers(opened, other, "agenda", qtbot) is not first


def test_it_closes_with_its_session_and_with_the_library(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    opened_papers(opened, first_session, "run-sheet", qtbot)
    opened.library.run(DeleteRows(LearningSessionRecord, (first_session,), "Delete session"))
    qtbot.waitUntil(lambda: opened.papers.dialog is None)


def test_every_control_of_it_has_a_name_of_its_own_and_is_reached_by_tab(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    dialog = opened_papers(opened, first_session, "speaker-briefs", qtbot)
    reached = focusable(dialog)  # type: ignore[arg-type]
    controls = [widget for widget in reached if isinstance(widget, CONTROLS)]
    assert len(controls) > 8
    assert not [described(widget) for widget in controls if not spoken(widget)]
    names = Counter((widget.parentWidget(), spoken(widget)) for widget in controls)
    assert not [name for (_, name), count in names.items() if count > 1]
    seen = []
    reached[0].setFocus()
    for _ in range(60):
        now = QApplication.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert not [described(widget) for widget in controls if widget not in seen]


def test_large_text_in_a_small_window_cuts_nothing_off(
    window: MainWindow, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    dialog = opened_papers(opened, first_session, "speaker-briefs", qtbot)
    window.settings.text_percent = 200
    dialog.resize(1024, 600)  # type: ignore[attr-defined]
    qtbot.wait(100)
    assert (dialog.width(), dialog.height()) == (1024, 600)  # type: ignore[attr-defined]
    cut, small = [], []
    for widget in shown_widgets(dialog):  # type: ignore[arg-type]
        if type(widget) is QLabel and widget.text() and not widget.wordWrap():
            if widget.width() < widget.minimumSizeHint().width():
                cut.append(described(widget))
        elif isinstance(widget, QAbstractButton) and widget.text() and not shows_icon_alone(widget):
            if widget.width() < widget.fontMetrics().horizontalAdvance(widget.text().replace("&", "")):
                cut.append(described(widget))
            if widget.width() < 24 or widget.height() < 24:
                small.append(described(widget))
    assert not cut
    assert not small
