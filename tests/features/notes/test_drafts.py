"""What is typed and not entered yet survives a killed process, with all that belongs to it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.domain import moments
from facilitator.features.notes import queries
from facilitator.features.notes.capture.draft import CaptureDraft, Marks, from_text, to_text
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage.store import Store, open_library
from tests.features.notes.conftest import SESSION, Press

_CHILD = Path(__file__).with_name("killed_while_typing.py")
_ROOT = Path(__file__).parents[3]


def kill_in(store: Store, when: str) -> None:
    path = store.path
    store.close()
    child = [sys.executable, str(_CHILD), str(path), when]
    ended = subprocess.run(child, cwd=_ROOT, env={"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)})
    assert ended.returncode == -9


@pytest.fixture
def reopened(store: Store, planned: None, request: pytest.FixtureRequest) -> Iterator[Context]:
    """The library after a process was killed in it."""
    kill_in(store, request.param)
    made = Context(Library(open_library(store.path)), Navigator(), Jobs(), Notices())
    yield made
    made.library.close()


def shown(context: Context, qtbot: QtBot) -> RunStage:
    stage = RunStage(context, SESSION)
    qtbot.addWidget(stage)
    with qtbot.waitActive(stage):
        stage.show()
        stage.activateWindow()
    stage.focus_first()
    return stage


def standing(context: Context) -> Marks | None:
    """What is chosen for the next note, as it would outlive a kill; None while a note is begun."""
    (stored,) = context.library.store.drafts("capture:").values()
    draft = from_text(stored)
    return draft.marks if draft and not draft.is_begun else None


@pytest.mark.parametrize("reopened", ["typing"], indirect=True)
def test_a_killed_process_gives_back_text_moment_item_speaker_and_marks(
    reopened: Context, qtbot: QtBot, press: Press
) -> None:
    now = time.time()
    stage = shown(reopened, qtbot)
    press("tence")
    press(Qt.Key.Key_Return)
    with reopened.library.read() as session:
        (note,) = queries.list_notes(session)
        (place,) = queries.places_of(session, SESSION)
    assert (note.text, note.item, note.speaker) == ("Half a sentence", "Opening", "Ada Example")
    assert (note.kind, note.attribution) == ("quote", "off_the_record")
    assert place.began_at < (now - 0.5) * 1000
    assert moments.iso(place.began_at) == note.began_at
    qtbot.waitUntil(lambda: standing(reopened) == Marks(attribution="off_the_record"))
    assert not stage.capture.line.toPlainText()


@pytest.mark.parametrize("reopened", ["kept"], indirect=True)
def test_a_note_that_was_entered_before_the_kill_is_not_offered_again(
    reopened: Context, qtbot: QtBot
) -> None:
    assert reopened.library.store.drafts("capture:")
    stage = shown(reopened, qtbot)
    assert stage.list.notes.rowCount() == 1
    assert stage.capture.line.toPlainText() == ""
    assert standing(reopened) == Marks(attribution="off_the_record"), "until somebody takes it back"


@pytest.mark.parametrize("reopened", ["restricted"], indirect=True)
def test_a_restriction_that_was_chosen_before_anything_was_typed_outlives_a_kill(
    reopened: Context, qtbot: QtBot, press: Press
) -> None:
    stage = shown(reopened, qtbot)
    press("The minister is against it.")
    press(Qt.Key.Key_Return)
    with reopened.library.read() as session:
        (note,) = queries.list_notes(session)
    assert note.attribution == "off_the_record"
    stage.capture.mark("attribution", "off_the_record")
    qtbot.waitUntil(lambda: not reopened.library.store.drafts("capture:"))


def test_leaving_the_stage_keeps_what_was_typed_at_once(
    stage: RunStage, press: Press, context: Context
) -> None:
    press("On the way out")
    stage.hide()
    (stored,) = context.library.store.drafts("capture:").values()
    draft = from_text(stored)
    assert draft is not None
    assert draft.text == "On the way out"


def test_a_draft_reads_back_as_it_was_written_and_others_are_left_alone() -> None:
    draft = CaptureDraft("id", 5, "item", "speaker", "text “ü” 水", Marks("quote", "by_role", True, False))
    assert from_text(to_text(draft)) == draft
    for broken in ("", "{}", "[1]", "null", '{"note_id": 1}'):
        assert from_text(broken) is None


@pytest.mark.parametrize("reopened", ["signs"], indirect=True)
def test_a_killed_process_gives_back_what_signs_and_bars_said(
    reopened: Context, qtbot: QtBot, press: Press
) -> None:
    stage = shown(reopened, qtbot)
    assert stage.capture.line.toPlainText() == "We plant trees | Quito "
    details = stage.capture.stamp.details.text()
    assert "Who: Quito" in details
    assert "#Housing" in details
    press(Qt.Key.Key_Return)
    with reopened.library.read() as session:
        (note,) = queries.list_notes(session)
    assert (note.text, note.kind, note.responsible) == ("We plant trees", "commitment", "Quito")
    assert (note.speaker, note.themes, note.language) == ("Bo Sample", ("Housing",), "fr")
    assert note.heard_from == "interpretation"


def test_a_draft_with_all_that_can_be_chosen_reads_back() -> None:
    marks = Marks("quote", "", False, True, "fr", "floor", "question", ("term", "other"))
    draft = CaptureDraft("id", 5, "item", "speaker", "text", marks)
    assert from_text(to_text(draft)) == draft
