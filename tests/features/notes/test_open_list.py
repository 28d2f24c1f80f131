"""The list of what is open: settled in place by the keyboard, one thing after the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.domain.running import Event, EventKind
from facilitator.features.notes.opens.panel import OpensPanel
from facilitator.features.notes.rows import NoteRow
from facilitator.features.notes.stage import RunStage
from facilitator.kit.context import Context
from facilitator.storage.edits import AddRow, Together
from facilitator.storage.records import GuidingQuestionRecord, NoteRecord, PersonRecord, RunEventRecord
from tests.features.notes.conftest import SESSION, Press

Notes = Callable[[], list[NoteRow]]
ALT = Qt.KeyboardModifier.AltModifier


def add(context: Context, *notes: dict[str, object]) -> None:
    rows = [
        AddRow(
            NoteRecord, {"id": f"n{n}", "session_id": SESSION, "began_at": n, "text": f"Note {n}"} | note, ""
        )
        for n, note in enumerate(notes)
    ]
    context.library.run(Together(rows, "Add notes"))


@pytest.fixture
def opened(stage: RunStage) -> Callable[[], OpensPanel]:
    """Brings the list into sight and gives it the focus."""

    def show() -> OpensPanel:
        stage.sides.show_opens()
        assert stage.sides.opens.list.hasFocus()
        return stage.sides.opens

    return show


def texts(panel: OpensPanel) -> list[str]:
    model = panel.list.points
    return [model.index(row).data().split("\n")[0] for row in range(model.rowCount())]


def test_what_is_open_stands_below_headings_with_counts(
    stage: RunStage, context: Context, opened: Callable[[], OpensPanel]
) -> None:
    add(
        context,
        {"kind": "quote", "speaker_id": "bo"},
        {"speaker_id": "bo"},
        {"kind": "quote", "voice": "UCLG"},
    )
    panel = opened()
    assert texts(panel) == [
        "Not cleared (2)",
        "Note 0",
        "Note 2",
        "Notes without a kind (1)",
        "Note 1",
    ]
    assert "Bo Sample" in panel.list.current_point().text


def test_a_pending_quote_is_settled_by_one_letter_and_the_next_has_the_focus(
    stage: RunStage, context: Context, opened: Callable[[], OpensPanel], press: Press, notes: Notes
) -> None:
    add(context, *({"kind": "quote", "speaker_id": "bo"} for _ in range(4)))
    panel = opened()
    for letter in ("n", "r", "p", "o"):
        assert panel.list.hasFocus()
        press(letter)
    assert [note.attribution for note in notes()] == ["named", "by_role", "chatham_house", "off_the_record"]
    assert panel.list.points.rowCount() == 0
    assert stage.capture.line.hasFocus()
    assert context.library.undo()
    assert [note.attribution for note in notes()][3] == "pending"


def test_a_number_chooses_as_a_letter_does(
    context: Context, opened: Callable[[], OpensPanel], press: Press, notes: Notes
) -> None:
    add(context, {"kind": "quote", "speaker_id": "bo"})
    opened()
    press("2")
    assert notes()[0].attribution == "by_role"


def test_letters_do_nothing_in_the_fields_of_the_list(
    context: Context, opened: Callable[[], OpensPanel], press: Press, notes: Notes
) -> None:
    add(context, {"kind": "data_point", "speaker_id": "bo"})
    panel = opened()
    form = panel.settling.form()
    assert form is not None
    form.field("source").setFocus()
    press("vv")
    assert not notes()[0].verified
    press(Qt.Key.Key_Return)
    assert notes()[0].source == "vv"
    panel.list.setFocus()
    press("v")
    assert notes()[0].verified


def test_a_commitment_is_asked_for_until_it_has_who_and_when(
    context: Context,
    opened: Callable[[], OpensPanel],
    press: Press,
    notes: Notes,
    qtbot: QtBot,
) -> None:
    add(context, {"kind": "commitment", "voice": " "}, {"kind": "recommendation", "speaker_id": "bo"})
    panel = opened()
    form = panel.settling.form()
    assert form is not None
    form.field("responsible").setFocus()
    press("The city")
    press(Qt.Key.Key_Tab)
    qtbot.wait(10)
    assert panel.list.current_point().row.responsible == "The city"
    assert QApplication.focusWidget() is form.field("due")
    press("June")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(panel.list.hasFocus)
    assert panel.list.current_point().code == "recommendation"
    assert (notes()[0].responsible, notes()[0].due) == ("The city", "June")


def test_a_speaker_is_found_by_typing_part_of_a_name(
    context: Context, opened: Callable[[], OpensPanel], press: Press, notes: Notes, qtbot: QtBot
) -> None:
    add(context, {"kind": "lesson"}, {"kind": "lesson"})
    panel = opened()
    form = panel.settling.form()
    assert form is not None
    form.field("speaker_id").setFocus()
    press("samp")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(panel.list.hasFocus)
    assert notes()[0].speaker == "Bo Sample"
    press("p")
    assert notes()[1].voice == "Participants"


def test_the_letter_of_a_kind_gives_it_to_the_note_in_the_list(
    stage: RunStage, context: Context, opened: Callable[[], OpensPanel], press: Press, notes: Notes
) -> None:
    add(context, {"speaker_id": "bo"})
    opened()
    press("l", ALT)
    assert notes()[0].kind == "lesson"


def test_consent_is_given_with_how_it_was_given(
    context: Context, opened: Callable[[], OpensPanel], press: Press, qtbot: QtBot
) -> None:
    add(context, {"kind": "lesson", "speaker_id": "ada"}, {"kind": "lesson", "speaker_id": "ada"})
    panel = opened()
    assert "Not asked: 2 notes hang on it" in panel.list.current_point().text
    assert "never the name" in panel.settling.buttons[1].accessibleDescription()
    form = panel.settling.form()
    assert form is not None
    form.field("consent_note").setFocus()
    press("By mail, 3 May")
    press(Qt.Key.Key_Return)
    panel.list.setFocus()
    press("n")
    with context.library.read() as session:
        ada = session.get(PersonRecord, "ada")
        assert ada is not None
        assert (ada.consent, ada.consent_note) == ("named", "By mail, 3 May")


def test_a_city_case_becomes_a_record_and_a_typed_name_is_kept(
    context: Context, opened: Callable[[], OpensPanel], press: Press, notes: Notes
) -> None:
    context.library.run(
        AddRow(PersonRecord, {"id": "di", "name": "Di", "unlisted": True, "consent": "named"}, "Add")
    )
    add(context, {"kind": "city_case", "speaker_id": "di"})
    panel = opened()
    press("x")
    assert notes()[0].case == "Note 0"
    assert texts(panel) == ["Names in no list of people (1)", "Di"]
    press("l")
    assert panel.list.points.rowCount() == 0


def test_enter_goes_to_the_note_in_its_list(
    stage: RunStage, context: Context, opened: Callable[[], OpensPanel], press: Press
) -> None:
    add(context, {"kind": "lesson", "speaker_id": "bo"}, {"speaker_id": "bo"})
    opened()
    press(Qt.Key.Key_Return)
    assert stage.list.hasFocus()
    assert [line.text for line in stage.list.selected_lines()] == ["Note 1"]


def test_enter_goes_to_a_guiding_question_among_the_questions(
    stage: RunStage, context: Context, opened: Callable[[], OpensPanel], press: Press
) -> None:
    context.library.run(
        AddRow(GuidingQuestionRecord, {"id": "q", "session_id": SESSION, "text": "Why?"}, "Add")
    )
    opened()
    press(Qt.Key.Key_Return)
    assert stage.sides.questions.list.hasFocus()
    assert stage.sides.questions.list.current_point().id == "q"


def test_the_title_of_the_tab_follows_after_a_pause_without_the_list_being_made(
    stage: RunStage, context: Context, qtbot: QtBot
) -> None:
    titles = lambda: [stage.sides.tabText(number) for number in range(stage.sides.count())]  # noqa: E731
    add(context, {"speaker_id": "bo"}, {"kind": "quote", "speaker_id": "bo"})
    assert "Open (2)" not in titles()
    qtbot.waitUntil(lambda: "Open (2)" in titles(), timeout=3000)
    assert not stage.sides._opens.is_made


def test_nothing_is_counted_while_somebody_types(
    stage: RunStage, context: Context, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.wait(900)
    counted: list[int] = []
    stage.sides.counting.counted.connect(counted.append)
    add(context, {"speaker_id": "bo"})
    for _ in range(6):
        press("a")
        qtbot.wait(200)
    assert counted == []
    qtbot.waitUntil(lambda: bool(counted), timeout=3000)


def test_the_end_of_the_session_offers_what_is_open(stage: RunStage, context: Context, qtbot: QtBot) -> None:
    add(context, {"speaker_id": "bo"})
    told: list[str] = []
    context.notices.told.connect(lambda text, _undo: told.append(text))
    for number, kind in enumerate((EventKind.BEGAN, EventKind.ENDED)):
        event = Event(f"e{number}", number + 1, kind)
        values = {"id": event.id, "session_id": SESSION, "at": event.at, "kind": event.kind.value}
        context.library.run(AddRow(RunEventRecord, values, "Clock"))
    qtbot.waitUntil(lambda: bool(told))
    assert [text for text in told if "1 thing is open" in text] == told
    assert len(told) == 1
