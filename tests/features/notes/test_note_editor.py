"""The note editor: the fields of each kind, saved as they are left and undone one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.editing.fields import LABELS
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import GuidingQuestionRecord, LearningSessionRecord, NoteRecord
from tests.features.notes.conftest import SESSION, Press

OF_ONE_KIND = {
    NoteKind.DATA_POINT: {"figure", "unit", "source", "verified"},
    NoteKind.COMMITMENT: {"responsible", "due"},
    NoteKind.FOLLOW_UP: {"responsible", "due"},
    NoteKind.RECOMMENDATION: {"addressee"},
    NoteKind.QUESTION: {"answer"},
    NoteKind.CITY_CASE: {"case_id"},
}
SPECIAL = set().union(*OF_ONE_KIND.values())

Notes = Callable[[], list[NoteRow]]


@pytest.fixture
def edited(stage: RunStage, context: Context) -> RunStage:
    """The stage with one note of Bo's in its editor; the session is on 9 April 2020 in Madrid."""
    values = {"date": "2020-04-09", "zone": "Europe/Madrid"}
    context.library.run(SetFields(LearningSessionRecord, SESSION, values, "Date"))
    question = {"id": "q1", "session_id": SESSION, "text": "Which measures work?"}
    context.library.run(AddRow(GuidingQuestionRecord, question, "Add"))
    note = AddNote("note", SESSION, "Rents are frozen", 1_586_437_447_000, speaker_id="bo")
    context.library.run(note)
    stage.list.setFocus()
    stage.list.select("note")
    return stage


def fill(stage: RunStage, press: Press, name: str, text: str) -> None:
    """Type into a field and leave it."""
    field = stage.editor.form.field(name)
    field.setFocus()
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(text)
    press(Qt.Key.Key_Tab)


def test_enter_opens_the_editor_and_escape_goes_back(edited: RunStage, press: Press) -> None:
    press(Qt.Key.Key_Return)
    assert edited.editor.form.field("text").hasFocus()
    press(Qt.Key.Key_Escape)
    assert edited.list.hasFocus()
    assert not edited.editor.isVisible()


@pytest.mark.parametrize("kind", NoteKind)
def test_only_the_fields_of_its_kind_are_shown(kind: NoteKind, edited: RunStage, context: Context) -> None:
    context.library.run(SetFields(NoteRecord, "note", {"kind": kind.value}, "Kind"))
    edited.show_row("note")
    shown = {name for name in LABELS if edited.editor.form.field(name).isVisible()}
    wanted = OF_ONE_KIND.get(kind, set())
    assert wanted <= shown
    allowed = {"source"} if kind is NoteKind.REFERENCE else {"case_id"}
    assert (shown & SPECIAL) - wanted <= allowed
    assert ("attribution" in shown) == (kind is not NoteKind.LOGISTICS)


def test_a_field_that_holds_something_is_shown_whatever_the_kind(edited: RunStage, context: Context) -> None:
    values = {"kind": "lesson", "figure": "60"}
    context.library.run(SetFields(NoteRecord, "note", values, "Import"))
    edited.show_row("note")
    assert edited.editor.form.field("figure").isVisible()


def test_what_is_typed_is_saved_when_the_field_is_left_and_undone_with_its_name(
    edited: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    context.library.run(SetFields(NoteRecord, "note", {"kind": "data_point"}, "Kind"))
    edited.show_row("note")
    fill(edited, press, "text", "Six in ten")
    fill(edited, press, "figure", "60")
    fill(edited, press, "unit", "%")
    note = notes()[0]
    assert (note.text, note.figure, note.unit) == ("Six in ten", "60", "%")
    assert context.library.undo() == "Change “Unit” of a note"
    assert context.library.undo() == "Change “Figure” of a note"
    assert edited.editor.form.field("figure").text() == ""
    assert context.library.redo() == "Change “Figure” of a note"
    assert edited.editor.form.field("figure").text() == "60"


def test_references_terms_and_a_new_tag_are_given_by_keys(
    edited: RunStage, press: Press, notes: Notes
) -> None:
    edited.show_row("note")
    fill(edited, press, "speaker_id", "cy")
    fill(edited, press, "place_id", "Sfax")
    fill(edited, press, "question_id", "which")
    for name, typed in (("theme", "hous"), ("sdg", "poverty"), ("decalogue", "green"), ("tag", "rent cap")):
        edited.editor.form.field(name).setFocus()
        press(typed)
        press(Qt.Key.Key_Return)
    note = notes()[0]
    assert (note.speaker, note.city, note.question) == ("Cy Instance", "Sfax", "Which measures work?")
    assert (note.themes, note.sdgs) == (("Housing",), ("No poverty",))
    assert (note.decalogue, note.tags) == (("A worldwide green deal",), ("rent cap",))
    edited.editor.form.field("theme").setFocus()
    press(Qt.Key.Key_Backspace)
    assert notes()[0].themes == ()


def test_the_moment_is_shown_and_typed_in_the_zone_of_the_session(
    edited: RunStage, press: Press, notes: Notes
) -> None:
    edited.show_row("note")
    field = edited.editor.form.field("began_at")
    assert field.text() == "2020-04-09 15:04:07"
    fill(edited, press, "began_at", "15:30")
    assert notes()[0].began_at == "2020-04-09T13:30:00Z"
    fill(edited, press, "began_at", "soon")
    assert notes()[0].began_at == "2020-04-09T13:30:00Z"
    assert field.text() == "soon"
    refusal = next(
        label for label in edited.editor.form.findChildren(QLabel) if label.objectName() == "refusal"
    )
    assert "can't be read as a moment" in refusal.text()
    assert 0 < refusal.y() - field.y() < 3 * field.height()


def test_the_editor_says_what_may_be_published_and_why(edited: RunStage, context: Context) -> None:
    def words(**values: str) -> str:
        context.library.run(SetFields(NoteRecord, "note", values, "Change"))
        edited.show_row("note")
        return edited.editor.published.text()

    assert words(attribution="named") == "In a publication: Named."
    assert words(kind="quote", attribution="") == "In a publication: Withheld."
    assert (
        words(kind="lesson", speaker_id="cy")
        == "In a publication: Off the record, by the consent of the speaker."
    )
    assert words(kind="logistics") == "Notes on logistics are never published."
    context.library.run(SetFields(LearningSessionRecord, SESSION, {"attribution": "chatham_house"}, "Rule"))
    assert (
        words(kind="lesson", speaker_id="bo")
        == "In a publication: Chatham House, by the rule of the session."
    )


def test_what_is_being_typed_survives_a_change_made_elsewhere(
    edited: RunStage, press: Press, notes: Notes, context: Context, qapp: QApplication
) -> None:
    edited.show_row("note")
    edited.editor.focus_first()
    press("Half ")
    context.library.run(SetFields(NoteRecord, "note", {"starred": True}, "Star"))
    press("done. ")
    edited.capture.line.setFocus()
    assert notes()[0].text == "Half done. Rents are frozen"
