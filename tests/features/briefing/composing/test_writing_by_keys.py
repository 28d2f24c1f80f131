"""A section is written as in a word processor, and each paragraph keeps the notes behind it."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QBuffer, QMimeData, Qt
from PySide6.QtGui import QImage, QKeySequence, QTextCursor
from pytestqt.qtbot import QtBot

from facilitator.domain.prose.spans import TextSpan
from facilitator.domain.prose.style import Style
from facilitator.features.briefing.commands import edit_paragraph
from facilitator.features.briefing.rows import ParagraphRow
from facilitator.features.briefing.stage import BriefingStage
from facilitator.publishing.document import Illustration, Paragraph, Run
from tests.features.briefing.briefing_plan import Plan

Rows = list[tuple[Style, str, list[str]]]


def rows(stage: BriefingStage, key: str = "lessons") -> tuple[ParagraphRow, ...]:
    section = stage.desk.briefing.section(key) if stage.desk.briefing else None
    assert section
    return section.paragraphs


def told(stage: BriefingStage, plan: Plan, key: str = "lessons") -> Rows:
    names = {row_id: name for name, row_id in plan.ids.items()}
    return [(row.style, row.text, [names[one.note_id] for one in row.evidence]) for row in rows(stage, key)]


def go(stage: BriefingStage, text: str, key: str = "lessons", *, end: bool = True) -> None:
    """Put the caret to the end (or start) of a paragraph."""
    row = next(row for row in rows(stage, key) if row.text == text)
    stage.desk.go(key, row.id)
    stage.composing.focus_text()
    cursor = stage.composing.editor.textCursor()
    move = QTextCursor.MoveOperation.EndOfBlock if end else QTextCursor.MoveOperation.StartOfBlock
    cursor.movePosition(move)
    stage.composing.editor.setTextCursor(cursor)


def press(stage: BriefingStage, qtbot: QtBot, *keys: str) -> None:
    for key in keys:
        combination = QKeySequence(key)[0]
        qtbot.keyClick(stage.composing.editor, combination.key(), combination.keyboardModifiers())


def settle(stage: BriefingStage) -> None:
    stage.composing.keeper.commit()


@pytest.fixture(autouse=True)
def lessons(composed: BriefingStage) -> None:
    composed.desk.go("lessons")


BEFORE: Rows = [
    (Style.SUBHEADING, "Immediate", []),
    (Style.BULLET, "Act fast.", ["early"]),
    (Style.SUBHEADING, "Beyond the outbreak", []),
    (Style.BULLET, "Prepare reserves.", ["lesson"]),
    (Style.SUBHEADING, "Where views differed", []),
    (Style.BULLET, "Whether to borrow.", ["views"]),
]


def test_the_draft_is_shown_with_what_stands_behind_each_paragraph(
    composed: BriefingStage, full: Plan
) -> None:
    assert told(composed, full) == BEFORE
    go(composed, "Act fast.")
    assert composed.composing.standing.text().startswith("● 1 note")


def test_what_is_typed_is_one_change_when_the_caret_leaves_the_paragraph_and_undo_takes_it_back(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Act fast.")
    qtbot.keyClicks(composed.composing.editor, " Then wait.")
    assert told(composed, full) == BEFORE
    press(composed, qtbot, "Down")
    assert told(composed, full)[1] == (Style.BULLET, "Act fast. Then wait.", ["early"])
    full.store.undo()
    assert told(composed, full) == BEFORE
    assert "wait" not in composed.composing.editor.toPlainText()


def test_enter_in_a_paragraph_leaves_its_notes_with_the_first_part(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Prepare reserves.")
    press(composed, qtbot, *["Left"] * 9, "Return")
    settle(composed)
    assert told(composed, full)[3:5] == [
        (Style.BULLET, "Prepare ", ["lesson"]),
        (Style.BULLET, "reserves.", []),
    ]
    full.store.undo()
    assert told(composed, full) == BEFORE


def test_enter_before_the_first_letter_leaves_the_notes_with_the_words(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Prepare reserves.", end=False)
    press(composed, qtbot, "Return", "Up")
    qtbot.keyClicks(composed.composing.editor, "First of all")
    settle(composed)
    assert told(composed, full)[3:5] == [
        (Style.BULLET, "First of all", []),
        (Style.BULLET, "Prepare reserves.", ["lesson"]),
    ]


@pytest.mark.parametrize("key", ["Backspace", "Delete"])
def test_paragraphs_that_are_joined_stand_on_the_notes_of_both(
    composed: BriefingStage, full: Plan, qtbot: QtBot, key: str
) -> None:
    for text in ("Beyond the outbreak", "Where views differed"):
        go(composed, text)
        composed.delete()
    go(composed, "Prepare reserves." if key == "Backspace" else "Act fast.", end=key == "Delete")
    press(composed, qtbot, key)
    settle(composed)
    assert told(composed, full)[1] == (Style.BULLET, "Act fast.Prepare reserves.", ["early", "lesson"])
    full.store.undo()
    assert told(composed, full)[1:3] == [BEFORE[1], BEFORE[3]]


def test_three_paragraphs_joined_in_one_go_stand_on_the_notes_of_all(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    for text in ("Beyond the outbreak", "Where views differed"):
        go(composed, text)
        composed.delete()
    go(composed, "Whether to borrow.", end=False)
    press(composed, qtbot, "Backspace", "Home", "Backspace")
    settle(composed)
    assert told(composed, full)[1][2] == ["early", "lesson", "views"]


def test_a_paragraph_that_is_deleted_whole_takes_its_notes_with_it(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Act fast.", end=False)
    press(composed, qtbot, "Shift+Down", "Delete")
    settle(composed)
    assert "early" not in [name for _, _, names in told(composed, full) for name in names]


def test_words_are_bold_italic_and_links_as_they_are_stored_and_printed(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Act fast.", end=False)
    press(composed, qtbot, *["Shift+Right"] * 3, "Ctrl+B", "Right")
    press(composed, qtbot, *["Shift+Right"] * 5, "Ctrl+I")
    composed.composing.editor.set_link("https://example.org/fast")
    composed.composing.editor.set_style(Style.BODY)
    settle(composed)
    row = rows(composed)[1]
    assert row.spans == (
        TextSpan(0, 3, "b"),
        TextSpan(3, 8, "a", "https://example.org/fast"),
        TextSpan(3, 8, "i"),
    )
    blocks = composed.document().sealed.blocks
    runs = next(one.runs for one in blocks if isinstance(one, Paragraph) and one.runs[0].text == "Act")
    assert runs[:2] == (Run("Act", bold=True), Run(" fast", italic=True, link="https://example.org/fast"))


def test_a_link_that_would_run_something_is_none(composed: BriefingStage, qtbot: QtBot) -> None:
    go(composed, "Act fast.", end=False)
    press(composed, qtbot, "Shift+End")
    composed.composing.editor.set_link("javascript:alert(1)")
    settle(composed)
    assert rows(composed)[1].spans == ()


@pytest.mark.parametrize(
    ("keys", "style"),
    [("Ctrl+Alt+0", Style.BODY), ("Ctrl+Alt+1", Style.SUBHEADING), ("Ctrl+Alt+3", Style.NUMBERED),
     ("Ctrl+Alt+4", Style.QUOTATION), ("Ctrl+Alt+5", Style.TABLE)],
)  # fmt: skip
def test_each_style_has_a_key(composed: BriefingStage, qtbot: QtBot, keys: str, style: Style) -> None:
    go(composed, "Act fast.")
    press(composed, qtbot, keys)
    settle(composed)
    assert (rows(composed)[1].style, rows(composed)[1].text) == (style, "Act fast.")
    assert composed.composing.bar.style_.currentData() == style.value


def test_enter_in_an_empty_entry_ends_the_list(composed: BriefingStage, full: Plan, qtbot: QtBot) -> None:
    go(composed, "Whether to borrow.")
    press(composed, qtbot, "Return", "Return")
    qtbot.keyClicks(composed.composing.editor, "In prose.")
    settle(composed)
    assert told(composed, full)[-1] == (Style.BODY, "In prose.", [])


def test_typing_goes_on_in_a_paragraph_that_was_new_a_moment_ago(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Whether to borrow.")
    press(composed, qtbot, "Return")
    qtbot.keyClicks(composed.composing.editor, "One")
    settle(composed)
    qtbot.keyClicks(composed.composing.editor, " two")
    settle(composed)
    assert told(composed, full)[-1] == (Style.BULLET, "One two", [])
    assert len(told(composed, full)) == len(BEFORE) + 1


def test_what_is_changed_elsewhere_shows_itself_and_what_is_typed_stays(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Act fast.")
    full.store.run(edit_paragraph(rows(composed)[3].id, text="Prepare early."))
    assert "Prepare early." in composed.composing.editor.toPlainText()
    qtbot.keyClicks(composed.composing.editor, " Now.")
    full.store.run(edit_paragraph(rows(composed)[5].id, text="Whether to lend."))
    assert "Act fast. Now." in composed.composing.editor.toPlainText()


def test_what_was_typed_when_the_program_ended_is_there_again(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Act fast.")
    qtbot.keyClicks(composed.composing.editor, " And loud.")
    key = f"prose:{composed.desk.section.id if composed.desk.section else ''}"
    qtbot.waitUntil(lambda: bool(full.store.drafts(key)), timeout=1500)
    again = BriefingStage(composed._context, full.ids["session"])
    qtbot.addWidget(again)
    again.desk.go("lessons")
    assert told(again, full)[1] == (Style.BULLET, "Act fast. And loud.", ["early"])
    assert not full.store.drafts(key)


def test_a_pause_makes_a_change_of_what_was_typed(composed: BriefingStage, full: Plan, qtbot: QtBot) -> None:
    go(composed, "Act fast.")
    qtbot.keyClicks(composed.composing.editor, " Soon.")
    qtbot.waitUntil(lambda: told(composed, full)[1][1] == "Act fast. Soon.", timeout=5000)


def test_the_caret_stays_where_it_is_when_the_change_is_made(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    go(composed, "Prepare reserves.")
    press(composed, qtbot, "Left", "Left")
    qtbot.keyClicks(composed.composing.editor, "XY")
    place = composed.composing.editor.textCursor().position()
    settle(composed)
    assert composed.composing.editor.textCursor().position() == place
    assert composed.desk.paragraph
    assert composed.desk.paragraph.text == "Prepare reserveXYs."


def test_a_part_from_the_records_has_no_text_to_write(composed: BriefingStage) -> None:
    composed.desk.go("speakers")
    assert not composed.composing.editor.isVisible()
    assert "records" in composed.composing.guidance.text()


def test_a_picture_is_pasted_behind_the_paragraph_and_printed_with_its_caption(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    mime = QMimeData()
    mime.setImageData(image)
    go(composed, "Act fast.")
    composed.composing.editor.insertFromMimeData(mime)
    assert [row.style for row in rows(composed)[1:3]] == [Style.BULLET, Style.PICTURE]
    composed.composing.caption.setFocus()
    qtbot.keyClicks(composed.composing.caption, "The board")
    qtbot.keyClick(composed.composing.caption, Qt.Key.Key_Return)
    (shown,) = [one for one in composed.document().sealed.blocks if isinstance(one, Illustration)]
    assert shown.picture.data.startswith(b"\x89PNG")
    assert shown.caption == (Run("The board"),)


def test_a_picture_in_a_page_that_is_pasted_comes_with_its_description(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImage(8, 8, QImage.Format.Format_RGB32).save(buffer, "PNG")
    data = base64.b64encode(bytes(buffer.data().data())).decode()
    mime = QMimeData()
    mime.setHtml(f'<p>Words.</p><img alt="A wall" src="data:image/png;base64,{data}">')
    go(composed, "Act fast.")
    composed.composing.editor.insertFromMimeData(mime)
    (shown,) = [row for row in rows(composed) if row.style is Style.PICTURE]
    assert shown.text == "A wall"
    assert shown.picture


def test_a_picture_that_can_t_be_read_is_refused_and_nothing_changes(
    composed: BriefingStage, full: Plan, tmp_path: object, qtbot: QtBot
) -> None:
    from pathlib import Path

    from PySide6.QtCore import QUrl

    target = Path(str(tmp_path)) / "broken.png"
    target.write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(target))])
    with qtbot.waitSignal(composed._context.notices.refused):
        composed.composing.editor.insertFromMimeData(mime)
    assert told(composed, full) == BEFORE


def test_too_much_is_not_pasted_and_told(composed: BriefingStage, full: Plan, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("word " * 1_000_000)
    with qtbot.waitSignal(composed._context.notices.refused):
        composed.composing.editor.insertFromMimeData(mime)
    assert told(composed, full) == BEFORE


def test_a_page_that_is_pasted_keeps_its_structure_and_comes_between(
    composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setHtml("<h2>New</h2><p>Some <b>bold</b> words.</p><ul><li>Dot</li></ul>")
    go(composed, "Act fast.")
    press(composed, qtbot, "Left", "Left", "Left", "Left", "Left")
    composed.composing.editor.insertFromMimeData(mime)
    settle(composed)
    assert told(composed, full)[1:6] == [
        (Style.BULLET, "Act ", ["early"]),
        (Style.SUBHEADING, "New", []),
        (Style.BODY, "Some bold words.", []),
        (Style.BULLET, "Dot", []),
        (Style.BULLET, "fast.", []),
    ]
    assert rows(composed)[3].spans == (TextSpan(5, 9, "b"),)


def test_signs_tell_by_form_what_is_behind_a_paragraph(composed: BriefingStage, full: Plan) -> None:
    composed.desk.go("experiences")
    signs = {row.text: composed.composing._sign(row.id) for row in rows(composed, "experiences")}
    assert signs["Rents were frozen."] == "●"
    assert signs["Not yet cleared words."] == "✕"
    full.store.run(edit_note(full, "measure", "Rents were frozen for good."))
    signs = {row.text: composed.composing._sign(row.id) for row in rows(composed, "experiences")}
    assert signs["Rents were frozen."] == "▲"


def edit_note(plan: Plan, note: str, text: str) -> object:
    from facilitator.storage.edits import SetFields
    from facilitator.storage.records import NoteRecord

    return SetFields(NoteRecord, plan.ids[note], {"text": text}, "Edit")
