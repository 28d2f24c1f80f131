"""``@`` finds speakers and ``#`` tags, themes, Decalogue points and SDGs; nothing is taken that was not chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from facilitator.domain.consent import Consent
from facilitator.features.notes.capture.completing import PERSON, TERM, Completions
from facilitator.features.notes.capture.suggesting import SuggestionList
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.choices import Term
from facilitator.storage.records import PersonRecord
from tests.features.notes.conftest import Press
from tests.features.notes.test_signs_while_typing import type_text
from tests.steps import steps

Notes = Callable[[], list[NoteRow]]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def popup(stage: RunStage) -> SuggestionList:
    return stage.capture.meaning.signs.list


def offered(stage: RunStage) -> list[str]:
    return [popup(stage).item(row).text() for row in range(popup(stage).count())]


def test_a_speaker_is_taken_by_the_beginning_of_the_name_and_leaves_the_line(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("We froze rents @ins")
    assert popup(stage).isVisible()
    assert offered(stage)[0] == "Cy Instance · Off the record"
    press(Qt.Key.Key_Return)
    assert not popup(stage).isVisible()
    assert stage.capture.line.toPlainText() == "We froze rents "
    assert "Cy Instance (Off the record)" in stage.capture.stamp.origin.text()
    assert "Off the record, by consent" in stage.capture.stamp.details.text()
    assert notes() == []
    press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker, n.disclosure) for n in notes()] == [
        ("We froze rents", "Cy Instance", "off_the_record")
    ]


def test_a_speaker_of_one_note_leaves_the_chooser_as_it_is(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    press(Qt.Key.Key_Down, ALT)
    type_text("@bo")
    press(Qt.Key.Key_Return)
    type_text("One")
    press(Qt.Key.Key_Return)
    type_text("Two")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker) for n in notes()] == [("One", "Bo Sample"), ("Two", "Ada Example")]


def test_those_of_the_item_come_first_with_their_consent_beside(stage: RunStage, press: Press) -> None:
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    type_text("@")
    assert offered(stage) == ["Bo Sample · Named", "Cy Instance · Off the record", "Ada Example · Not asked"]
    assert popup(stage).highlighted is None
    assert not popup(stage).item(0).icon().isNull()


def test_enter_keeps_the_note_while_nothing_that_was_typed_is_highlighted(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    for text in ("Write to @", "@zoe", "We are #1", "Reach #"):
        type_text(text)
        assert popup(stage).isVisible()
        press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker, n.tags, n.decalogue) for n in notes()] == [
        ("Write to @", "", (), ()),
        ("@zoe", "", (), ()),
        ("We are #1", "", (), ()),
        ("Reach #", "", (), ()),
    ]


def test_escape_closes_the_list_for_this_word_and_space_leaves_it(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("@bo")
    press(Qt.Key.Key_Escape)
    type_text("b")
    assert not popup(stage).isVisible()
    type_text(" and @ad")
    assert popup(stage).isVisible()
    type_text(" went")
    assert not popup(stage).isVisible()
    press(Qt.Key.Key_Return)
    assert [n.text for n in notes()] == ["@bob and @ad went"]


def test_names_and_terms_of_several_words_are_found_by_several(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    type_text("@bo sa")
    assert offered(stage) == ["Bo Sample · Named"]
    press(Qt.Key.Key_Return)
    type_text("Trams run #sustainable ci")
    assert offered(stage)[0].startswith("Sustainable cities")
    press(Qt.Key.Key_Return)
    assert stage.capture.line.toPlainText() == "Trams run "
    type_text("at @bo and")
    assert not popup(stage).isVisible()
    press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker) for n in notes()] == [("Trams run at @bo and", "Bo Sample")]


def test_a_name_of_several_words_can_be_added_and_a_sentence_that_goes_on_is_none(
    stage: RunStage, press: Press, notes: Notes
) -> None:
    for text in ("@Fatou said", " that", " Dakar"):
        type_text(text)
        assert not popup(stage).isVisible() or popup(stage).highlighted is None
    press(Qt.Key.Key_Return)
    type_text("@Fatou de la Diallo")
    assert offered(stage) == ["Add person “Fatou de la Diallo”"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("Rents rose")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker) for n in notes()] == [
        ("@Fatou said that Dakar", ""),
        ("Rents rose", "Fatou de la Diallo"),
    ]


def test_undo_puts_a_taken_name_back(stage: RunStage, press: Press, notes: Notes) -> None:
    type_text("Ask @bo")
    press(Qt.Key.Key_Tab)
    assert stage.capture.line.hasFocus()
    assert stage.capture.line.toPlainText() == "Ask "
    press(Qt.Key.Key_Backspace)
    assert stage.capture.line.toPlainText() == "Ask @bo"
    assert not popup(stage).isVisible()
    press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker) for n in notes()] == [("Ask @bo", "")]


def test_terms_are_found_by_name_and_by_number(stage: RunStage, press: Press, notes: Notes) -> None:
    type_text("Rents #hous")
    press(Qt.Key.Key_Return)
    type_text("and more #11")
    assert offered(stage)[0].startswith("Sustainable cities")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("#5")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert "#Housing" in stage.capture.stamp.details.text()
    press(Qt.Key.Key_Return)
    (note,) = notes()
    assert (note.text, note.themes) == ("Rents and more", ("Housing",))
    assert len(note.sdgs) + len(note.decalogue) == 2


def test_what_is_not_known_can_be_added_by_going_down_to_it(
    stage: RunStage, press: Press, notes: Notes, context: Context
) -> None:
    type_text("#kioskos")
    assert offered(stage)[-1] == "Add tag “kioskos”"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("@Zed")
    assert offered(stage)[-1] == "Add person “Zed”"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_text("Closed")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.speaker, n.tags) for n in notes()] == [("Closed", "Zed", ("kioskos",))]
    with context.library.read() as session:
        assert [p.unlisted for p in session.query(PersonRecord) if p.name == "Zed"] == [True]
    type_text("#kio")
    assert offered(stage)[0] == "kioskos · Tag"


def test_a_click_takes_a_suggestion(stage: RunStage, press: Press, notes: Notes) -> None:
    type_text("@bo")
    place = popup(stage).visualItemRect(popup(stage).item(0)).center()
    QTest.mouseClick(popup(stage).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.capture.line.toPlainText() == ""
    assert stage.capture.line.hasFocus()


def test_arrows_go_through_the_text_again_once_the_list_is_closed(stage: RunStage, press: Press) -> None:
    type_text("a @bo")
    press(Qt.Key.Key_Left)
    assert not popup(stage).isVisible()
    press(Qt.Key.Key_Home)
    assert not popup(stage).isVisible()


def test_pasted_text_offers_nothing(stage: RunStage, press: Press, notes: Notes) -> None:
    stage.capture.line.insertPlainText("Thanks #housing")
    press(Qt.Key.Key_Return)
    assert [(n.text, n.themes) for n in notes()] == [("Thanks #housing", ())]


def test_letters_are_compared_without_accents_and_case() -> None:
    known = Completions(
        [("m", "María Peña"), ("a", "عمر حسن"), ("z", "王秀英")],
        {"m": Consent.NAMED},
        [Term("t", "tag", "t", "Coopération")],
    )
    assert [one.row_id for one in known.suggest(PERSON, "pena")] == ["m", ""]
    assert [one.row_id for one in known.suggest(PERSON, "حسن")] == ["a", ""]
    assert [one.row_id for one in known.suggest(PERSON, "王")] == ["z", ""]
    assert [one.row_id for one in known.suggest(TERM, "cooperation")] == ["t"]


def test_a_key_looks_through_thousands_of_names_that_were_folded_before() -> None:
    people = [(f"p{n}", f"Person {n} Family{n % 97}") for n in range(5000)]
    terms = [Term(f"t{n}", "tag", f"t{n}", f"Tag {n}") for n in range(2000)]
    known = Completions(people, {}, terms)
    known.suggest(PERSON, "p")
    known.suggest(TERM, "t")
    for sign, typed in ((PERSON, "p"), (PERSON, "rson"), (PERSON, "4999"), (TERM, "t"), (TERM, "199")):
        work = steps(partial(known.suggest, sign, typed, [f"p{n}" for n in range(40)]))
        assert work < 6 * len(people), typed


def test_a_number_is_taken_by_no_mere_enter() -> None:
    known = Completions([], {}, [Term("t", "tag", "t", "1 May"), Term("s", "sdg", "1", "No poverty")])
    found = known.suggest(TERM, "1")
    assert [(one.row_id, one.begins) for one in found] == [("s", False), ("t", False), ("", False)]
    assert known.suggest(TERM, "may")[0].begins
