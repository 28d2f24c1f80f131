"""The palette: commands, names and words, found while typing and run by Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.sessions.queries import library_facts
from facilitator.kit.cards import Card
from facilitator.kit.library import Library
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.palette import Palette
from facilitator.shell.screens import Place
from facilitator.shell.window import MainWindow


@pytest.fixture
def palette(window: MainWindow, opened: OpenedLibrary, qtbot: QtBot) -> Palette:
    """The palette, opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Palette))
    qtbot.waitUntil(made.query.hasFocus)
    return made


def sessions(library: Library) -> int:
    with library.read() as session:
        return library_facts(session).sessions


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.model.entries]


def test_a_command_is_found_by_a_few_letters_and_run_by_enter(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.query, "larg")
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.settings.text_percent == 115)


@pytest.mark.parametrize(
    ("query", "page"), [("colau", "people"), ("BIKEISBEST", "cases"), ("emilia saiz", "people")]
)
def test_people_and_cases_are_found_by_name_and_opened(
    palette: Palette, opened: OpenedLibrary, query: str, page: str, qtbot: QtBot
) -> None:
    with opened.library.read() as session:
        from facilitator.storage import choices

        known = [name for _, name in (*choices.people(session), *choices.cases(session))]
    wanted = [name for name in known if all(word in name.casefold() for word in query.casefold().split())]
    qtbot.keyClicks(palette.query, query)
    palette.search()
    assert set(wanted) <= set(titles(palette))
    if wanted:
        qtbot.keyClick(palette.query, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: opened.screens.place() == Place(page))


def test_words_of_a_note_lead_to_the_note(palette: Palette, opened: OpenedLibrary, qtbot: QtBot) -> None:
    hits = [hit for hit in opened.library.store.search("recovery") if hit.kind == "note"]
    assert hits
    qtbot.keyClicks(palette.query, "recovery")
    palette.search()
    shown = [entry.row for entry in palette.model.entries]
    assert {("note", hit.row_id) for hit in hits[:10]} <= set(shown)
    palette.list.setCurrentIndex(palette.model.index(shown.index(("note", hits[0].row_id)), 0))
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.screens.place() == Place("sessions", hits[0].session_id))


def test_the_arrows_choose_and_go_round(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.query, "session")
    palette.search()
    last = palette.model.rowCount() - 1
    qtbot.keyClick(palette.query, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == last
    qtbot.keyClick(palette.query, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 0


def test_escape_closes_it_and_gives_the_focus_back(
    palette: Palette, window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(palette.query, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(isinstance(w, Palette) for w in QApplication.topLevelWidgets()))
    focused = window.focusWidget()
    assert isinstance(focused, Card), "what had the focus before"


def test_nothing_found_is_said(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.query, "xyzzyplugh")
    palette.search()
    assert palette.none.isVisible()
    assert not palette.list.isVisible()
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_command_that_cannot_be_given_now_is_shown_and_does_nothing(
    palette: Palette, opened: OpenedLibrary, qtbot: QtBot
) -> None:
    before = sessions(opened.library)
    qtbot.keyClicks(palette.query, "redo")
    palette.search()
    entry = next(entry for entry in palette.model.entries if entry.title == "Redo")
    assert not entry.enabled
    palette.list.setCurrentIndex(palette.model.index(palette.model.entries.index(entry), 0))
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert sessions(opened.library) == before


def test_each_line_says_all_of_itself_to_a_screen_reader(palette: Palette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.query, "larger")
    palette.search()
    spoken = palette.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Larger text, View, Ctrl+")
