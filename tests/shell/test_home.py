"""The first page: what to go on with, what to begin, and help where there is nothing yet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from facilitator.features.sessions import commands, queries
from facilitator.kit.cards import Card
from facilitator.shell.home import HomePage
from facilitator.shell.opened import OpenedLibrary
from facilitator.shell.palette import Palette
from facilitator.shell.screens import Place
from facilitator.shell.window import MainWindow
from facilitator.storage.store import new_library


@pytest.fixture
def page(opened: OpenedLibrary) -> HomePage:
    shown = opened.screens.currentWidget()
    assert isinstance(shown, HomePage)
    return shown


def cards(page: HomePage) -> list[str]:
    return [card.accessibleName() for card in page.findChildren(Card) if card.isVisible()]


def press(page: HomePage, name: str, qtbot: QtBot) -> None:
    card = next(card for card in page.findChildren(Card) if card.accessibleName() == name)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)


def shown(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_it_says_how_much_the_library_holds(
    page: HomePage, window: MainWindow, opened: OpenedLibrary
) -> None:
    with opened.library.read() as session:
        facts = queries.library_facts(session)
    assert f"{facts.sessions} sessions · {facts.people} people" in shown(window)
    opened.library.run(commands.AddSession())
    assert f"{facts.sessions + 1} sessions" in shown(window)


def test_the_session_that_was_open_last_comes_first(
    page: HomePage, opened: OpenedLibrary, first_session: str, qtbot: QtBot
) -> None:
    with opened.library.read() as session:
        details = queries.session_details(session, first_session)
    assert details is not None
    opened.context.navigator.open_row("session", first_session)
    opened.context.navigator.open_page("home")
    assert cards(page)[0] == f"4 · {details.title}"
    press(page, cards(page)[0], qtbot)
    assert opened.screens.place() == Place("sessions", first_session)


def test_sessions_to_come_stand_before_those_that_were(page: HomePage, opened: OpenedLibrary) -> None:
    opened.library.run(commands.AddSession({"title": "Far ahead", "date": "9998-01-01"}))
    opened.library.run(commands.AddSession({"title": "Next", "date": "9997-01-01"}))
    assert cards(page)[:2] == ["Next", "Far ahead"]


def test_a_new_session_is_begun_from_it(page: HomePage, opened: OpenedLibrary, qtbot: QtBot) -> None:
    press(page, "New session", qtbot)
    assert opened.screens.place().session_id


def test_the_palette_opens_from_it(page: HomePage, window: MainWindow, qtbot: QtBot) -> None:
    press(page, "Find or do anything", qtbot)
    palette = window.findChild(Palette)
    assert palette is not None
    palette.close()


def test_an_empty_library_says_how_to_begin(bare_window: MainWindow, tmp_path: Path) -> None:
    new_library(tmp_path / "empty.lle").close()
    bare_window.libraries.open(tmp_path / "empty.lle")
    assert "This library is empty. Start a session" in shown(bare_window)
    assert bare_window.opened is not None
    page = bare_window.opened.screens.currentWidget()
    assert isinstance(page, HomePage)
    assert cards(page)[0] == "New session"
