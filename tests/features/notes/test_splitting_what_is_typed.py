"""Ctrl+Enter keeps what stands before the caret, and goes on with the rest; neither is lost, whatever happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from facilitator.features.notes.capture.draft import draft_key, from_text
from facilitator.features.notes.capture.typed_at import TypedAt
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from tests.features.notes.conftest import SESSION, Press
from tests.features.notes.test_signs_while_typing import type_text

Notes = Callable[[], list[NoteRow]]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
START = 1_600_000_000_000


@pytest.fixture(autouse=True)
def moments(context: Context, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The moment now, as its only entry."""
    now = [START]
    monkeypatch.setattr(context.time, "now", lambda: now[0])
    return now


def test_what_stands_before_the_caret_is_kept_and_the_rest_begun_when_it_was_typed(
    stage: RunStage, press: Press, notes: Notes, moments: list[int]
) -> None:
    press(Qt.Key.Key_Down, ALT)
    type_text("/c Rents are high. ")
    moments[0] += 30_000
    type_text("They were frozen")
    moments[0] += 30_000
    press(Qt.Key.Key_Down, ALT)
    for _ in "They were frozen":
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return, CONTROL)
    assert stage.capture.line.toPlainText() == "They were frozen"
    assert stage.capture.line.textCursor().atEnd()
    type_text(" in spring")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.kind, n.item, n.speaker, n.began_at[-6:]) for n in notes()] == [
        ("Rents are high.", "challenge", "Opening", "Ada Example", "26:40Z"),
        ("They were frozen in spring", "", "Opening", "Ada Example", "27:10Z"),
    ]


def test_a_restriction_holds_for_the_rest_too(stage: RunStage, press: Press, notes: Notes) -> None:
    type_text("/o One two")
    for _ in "two":
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Return)
    assert [(n.text, n.attribution) for n in notes()] == [
        ("One", "off_the_record"),
        ("two", "off_the_record"),
    ]


def test_the_rest_is_in_the_draft_as_soon_as_the_first_part_is_a_note(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    type_text("One 水 two")
    for _ in "two":
        press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Return, CONTROL)
    key = draft_key(SESSION)
    kept = from_text(context.library.store.drafts(key)[key])
    assert kept is not None
    assert (kept.text, [n.text for n in notes()]) == ("two", ["One 水"])
    assert kept.note_id != notes()[0].id
    assert context.library.undo() == "Add note “One 水”"
    assert stage.capture.line.toPlainText() == "two"


def test_at_the_end_it_is_as_enter_and_at_the_beginning_it_does_nothing(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("One")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return, CONTROL)
    assert (notes(), stage.capture.line.toPlainText()) == ([], "One")
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return, CONTROL)
    assert ([n.text for n in notes()], stage.capture.line.toPlainText()) == (["One"], "")
    press(Qt.Key.Key_Return, CONTROL)
    assert len(notes()) == 1


def test_lines_and_characters_of_two_units_are_parted_where_the_caret_is(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("😀 eins")
    press(Qt.Key.Key_Return, SHIFT)
    type_text("😀 zwei")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return, CONTROL)
    press(Qt.Key.Key_Return)
    assert sorted(n.text for n in notes()) == ["😀 eins", "😀 zwei"]


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.integers(0, 5)), max_size=12),
    st.integers(0, 30),
)
def test_moments_follow_the_characters(changes: list[tuple[int, int, int]], start: int) -> None:
    typed, model = TypedAt(), []
    for now, (where, removed, added) in enumerate(changes, start=1):
        position = min(where, len(model))
        model[position : position + removed] = [now] * added
        typed.change(position, removed, added, now)
    expected = min(model[start:], default=None)
    assert typed.first_of(start) == expected
