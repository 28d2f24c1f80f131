"""What the tests of notes share: a session with an agenda and its people, and its Run stage in a window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.notes import queries
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit import once
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import AgendaItemRecord, AppearanceRecord, PersonRecord
from facilitator.storage.store import Store

SESSION = "session-8"

Press = Callable[..., None]


@pytest.fixture
def planned(store: Store) -> None:
    """An opening with Ada, then a city round with Bo (named) and Cy (off the record)."""
    people = [("bo", "Bo Sample", "named"), ("cy", "Cy Instance", "off_the_record")]
    items = [("opening", "Opening"), ("round", "City round")]
    appearances = [("opening", "ada"), ("round", "bo"), ("round", "cy")]
    commands = [
        *(AddRow(PersonRecord, {"id": i, "name": n, "consent": c}, "") for i, n, c in people),
        *(
            AddRow(AgendaItemRecord, {"id": i, "title": t, "session_id": SESSION, "position": p}, "")
            for p, (i, t) in enumerate(items)
        ),
        *(
            AddRow(
                AppearanceRecord,
                {"session_id": SESSION, "agenda_item_id": i, "person_id": p, "position": n},
                "",
            )
            for n, (i, p) in enumerate(appearances)
        ),
    ]
    store.run(Together(commands, "Plan"))


@pytest.fixture(autouse=True)
def quick_fingers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests press keys faster than anybody who means the same twice."""
    monkeypatch.setattr(once, "ONCE_MS", 0)


@pytest.fixture
def stage(context: Context, planned: None, qtbot: QtBot) -> RunStage:
    """The stage in an active window, with the caret in the capture line."""
    made = RunStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.focus_first()
    return made


@pytest.fixture
def press(qapp: QApplication) -> Press:
    """Types a text, or presses a key, where the focus is: nothing else is touched."""

    def do(what: str | Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert target is not None
        if isinstance(what, str):
            QTest.keyClicks(target, what, modifier)
        else:
            QTest.keyClick(target, what, modifier)

    return do


@pytest.fixture
def notes(context: Context) -> Callable[[], list[NoteRow]]:
    """Reads the notes of the session from the library."""

    def read() -> list[NoteRow]:
        with context.library.read() as session:
            return queries.list_notes(session, SESSION)

    return read
