"""What the tests of the kit share: the library as Qt sees it, and a form on one session of it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from facilitator.kit.library import Library
from facilitator.storage.edits import AddRow
from facilitator.storage.records import LearningSessionRecord
from facilitator.storage.store import Store
from tests.kit.session_form import SessionForm


@pytest.fixture
def qt_library(library: Store, qapp: object) -> Library:
    """The library with the sessions ``one`` and ``two``."""
    for row_id in ("one", "two"):
        values = {"id": row_id, "title": f"Session {row_id}", "about": "", "minutes": 60}
        library.run(AddRow(LearningSessionRecord, values, "Add session"))
    return Library(library)


@pytest.fixture
def session_form(qt_library: Library, qtbot: QtBot) -> SessionForm:
    """The form, shown on session ``one``."""
    made = SessionForm(qt_library)
    qtbot.addWidget(made)
    made.show_session("one")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made
