"""Signs at the beginning of a note say what it is; every other sign is text, and what left the line can be put back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from facilitator.domain.vocabulary import NOTE_KIND_LABELS, NoteKind
from facilitator.features.notes.capture import prefixes
from facilitator.features.notes.keys import KIND_LETTERS
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import AppearanceRecord, GuidingQuestionRecord, LearningSessionRecord
from tests.features.notes.conftest import SESSION, Press

Notes = Callable[[], list[NoteRow]]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
LITERAL = (
    "/home is where the heart is",
    "and/or",
    "/ c is a sign",
    "/zzz nothing",
    "/re could be two kinds",
    "me@city.org",
    "at @ 5",
    "We are #1",
    "C# and F#",
    "> 50 % of homes",
    ">> 3 times",
    "> €5 a day",
    ">= 4",
    ">xx is no language",
    "? alone",
    "?9 has no question",
    "text /c in the middle",
    "a | b",
    "a \\| b",
    "it ends in /c",
)


def type_text(text: str) -> None:
    """Type any characters, as keyboards of all languages do."""
    for character in text:
        target = QApplication.focusWidget()
        assert target is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = Qt.Key.Key_Space if character == " " else Qt.Key.Key_unknown
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character))


@pytest.mark.parametrize("text", LITERAL)
def test_what_only_looks_like_a_sign_is_kept_as_typed(
    text: str, stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text(text)
    press(Qt.Key.Key_Return)
    assert [(note.text, note.kind) for note in notes()] == [(text, "")]


@pytest.mark.parametrize("kind", NoteKind)
def test_a_kind_is_given_by_its_letter_or_its_word(
    kind: NoteKind, stage: RunStage, press: Press, notes: Notes
) -> None:
    word = NOTE_KIND_LABELS[kind].lower().replace(" ", "-")
    for prefix in (KIND_LETTERS[kind], KIND_LETTERS[kind].lower(), word):
        type_text(f"/{prefix} What was said")
        assert stage.capture.line.toPlainText() == "What was said"
        press(Qt.Key.Key_Return)
    assert [(note.text, note.kind) for note in notes()] == [("What was said", kind.value)] * 3


def test_a_beginning_that_one_word_alone_has_is_enough() -> None:
    assert prefixes.read("/chal") == {"kind": "challenge"}
    assert prefixes.read("/rec") == {"kind": "recommendation"}
    assert prefixes.read("/ref") == {"kind": "reference"}
    assert prefixes.read("/off") == {"attribution": "off_the_record"}
    assert prefixes.read("/to") == {"to_verify": True}
    for unclear in ("/", "/re", "/cha", "/qu", "/challenges", "/co mm"):
        assert prefixes.read(unclear) == {}, unclear


def test_the_chosen_kind_is_shown_while_the_prefix_leaves_the_line(stage: RunStage, press: Press) -> None:
    type_text("/c")
    assert not stage.capture.kinds._buttons["challenge"].isChecked()
    type_text(" ")
    assert stage.capture.kinds._buttons["challenge"].isChecked()
    assert stage.capture.line.toPlainText() == ""


def test_backspace_right_after_a_prefix_puts_it_back_as_text(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("/c ")
    press(Qt.Key.Key_Backspace)
    assert stage.capture.line.toPlainText() == "/c "
    assert not stage.capture.kinds._buttons["challenge"].isChecked()
    type_text("is a drive")
    press(Qt.Key.Key_Return)
    assert [(note.text, note.kind) for note in notes()] == [("/c is a drive", "")]


def test_undo_takes_back_what_was_typed_after_a_prefix_and_then_the_prefix(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("/q >fr Bonjour")
    press(Qt.Key.Key_Z, CONTROL)
    assert stage.capture.line.toPlainText() == ""
    assert stage.capture.hand.marks.language == "fr"
    press(Qt.Key.Key_Z, CONTROL)
    assert stage.capture.line.toPlainText() == ">fr "
    assert (stage.capture.hand.marks.kind, stage.capture.hand.marks.language) == ("quote", "")


def test_the_moment_is_that_of_the_prefix_even_when_the_line_is_empty_again(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    press(Qt.Key.Key_Down, ALT)
    type_text("/c ")
    begun = stage.capture.hand.begun
    press(Qt.Key.Key_Down, ALT)
    type_text("Rents")
    assert stage.capture.hand.begun == begun
    press(Qt.Key.Key_Return)
    assert [(note.text, note.item) for note in notes()] == [("Rents", "Opening")]


def test_a_prefix_that_is_put_back_and_deleted_leaves_no_note(stage: RunStage, press: Press) -> None:
    type_text("/c ")
    for _ in range(4):
        press(Qt.Key.Key_Backspace)
    assert stage.capture.line.toPlainText() == ""
    assert stage.capture.hand.begun is None


def test_backspace_later_deletes_characters(stage: RunStage, press: Press) -> None:
    type_text("/c x")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    assert stage.capture.line.toPlainText() == ""


@pytest.mark.parametrize(
    ("sign", "heard_from", "language"),
    [
        (">", "floor", ""),
        (">>", "interpretation", ""),
        (">fr", "floor", "fr"),
        (">>ES", "interpretation", "es"),
    ],
)
def test_a_quote_tells_from_where_and_in_what_language(
    sign: str, heard_from: str, language: str, stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text(f"{sign} We will not wait")
    assert "Pending until settled" in stage.capture.stamp.details.text()
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert (note.text, note.kind) == ("We will not wait", "quote")
    assert (note.heard_from, note.language, note.disclosure) == (heard_from, language, "withheld")


def test_a_quote_is_in_the_language_of_the_appearance_else_in_the_only_one_of_the_session(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    context.library.run(SetFields(LearningSessionRecord, SESSION, {"languages": "es"}, "x"))
    spoken = {"session_id": SESSION, "agenda_item_id": "opening", "person_id": "ada", "language": "pt"}
    context.library.run(AddRow(AppearanceRecord, spoken, "x"))
    type_text("> Nobody known")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down, ALT)
    type_text("> By Ada")
    press(Qt.Key.Key_Return)
    type_text("/k No quote")
    press(Qt.Key.Key_Return)
    assert [note.language for note in notes()] == ["es", "pt", ""]


def test_a_guiding_question_is_given_by_its_number(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    for number, text in enumerate(("What happened?", "What helped?")):
        values = {"session_id": SESSION, "position": number, "text": text}
        context.library.run(AddRow(GuidingQuestionRecord, values, "x"))
    type_text("?2 Rents were frozen")
    assert "Question 2" in stage.capture.stamp.details.text()
    press(Qt.Key.Key_Return)
    type_text("?3 is none")
    press(Qt.Key.Key_Return)
    assert [(note.text, note.question) for note in notes()] == [
        ("Rents were frozen", "What helped?"),
        ("?3 is none", ""),
    ]


def test_what_an_input_method_commits_is_no_prefix(stage: RunStage, press: Press, notes: Notes) -> None:
    event = QInputMethodEvent()
    event.setCommitString("/c 水")
    QApplication.sendEvent(stage.capture.line, event)
    press(Qt.Key.Key_Return)
    assert [(note.text, note.kind) for note in notes()] == [("/c 水", "")]


def model_of(text: str) -> str:
    """What is kept of a text: it, without the exact prefixes at its beginning."""
    kept, bare = "", ""
    for character in text:
        if bare and not kept and (character.isnumeric() or character in "=<>%"):
            kept = f"{bare} "
        bare = bare if not kept else ""
        taken = character == " " and prefixes.read(kept, ["fr"])
        if taken:
            bare = kept if kept in (">", ">>") else ""
            kept = ""
        else:
            kept += character
    return kept


PIECES = (
    "/",
    "@",
    "#",
    ">",
    "?",
    " ",
    "c",
    "k",
    "1",
    "%",
    "|",
    "\\",
    "fr",
    "ada",
    "bo",
    "ü",
    "水",
    "عمان",
    "😀",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=9))
def test_nothing_is_swallowed_but_exact_prefixes(
    pieces: list[str], stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    text = "".join(pieces)
    stage.capture.meaning.signs.languages = ["fr"]
    type_text(text)
    while stage.capture.meaning.signs.list.isVisible():
        press(Qt.Key.Key_Escape)
    shown = stage.capture.line.toPlainText()
    assert shown == model_of(text)
    known = len(notes())
    press(Qt.Key.Key_Return)
    if shown.strip():
        assert notes()[-1].text == shown.strip()
    else:
        assert len(notes()) == known
    stage.capture.line.show_text("")
    stage.capture.hand.after_note()
    stage.capture.hand.end()
