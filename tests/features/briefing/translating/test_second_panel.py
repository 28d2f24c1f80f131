"""The second language of a paper beside its first, section by section, written with real keys in the real stage."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.features.briefing import commands, queries
from facilitator.features.briefing.checking.panel import CheckingPanel
from facilitator.features.briefing.composing import blocks
from facilitator.features.briefing.rows import ParagraphRow
from facilitator.features.briefing.stage import BriefingStage
from facilitator.features.briefing.translating.panel import SecondPanel
from facilitator.features.briefing.translating.passages import PassagesEditor
from facilitator.publishing import export
from facilitator.publishing.gate import Finding, Severity

CTRL = Qt.KeyboardModifier.ControlModifier
MESSAGES = "recommendations"


@pytest.fixture
def second(composed: BriefingStage) -> SecondPanel:
    """The pane of the second language, French, in a part of at least two paragraphs."""
    stage = composed
    briefing = stage.desk.briefing
    assert briefing is not None
    stage.bar.second.setCurrentIndex(stage.bar.second.findData("fr"))
    stage.bar.second.activated.emit(stage.bar.second.currentIndex())
    part = next(one for one in stage.desk.briefing.sections if len(one.paragraphs) > 1)  # type: ignore[union-attr]
    stage.desk.go(part.key, part.paragraphs[0].id)
    return stage.composing.second


def rows(stage: BriefingStage) -> tuple[ParagraphRow, ...]:
    assert stage.desk.section is not None
    return stage.desk.section.paragraphs


def typed(qtbot: QtBot, editor: PassagesEditor, text: str) -> None:
    qtbot.keyClicks(editor, text)


def test_a_paper_in_one_language_has_no_pane_and_one_in_two_has_it(composed: BriefingStage) -> None:
    stage = composed
    assert not stage.composing.second.isVisibleTo(stage)
    stage.bar.second.setCurrentIndex(stage.bar.second.findData("ar"))
    stage.bar.second.activated.emit(stage.bar.second.currentIndex())
    assert stage.composing.second.isVisibleTo(stage)
    assert stage.composing.second.editor.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert stage.bar.second.findData("en") < 0, "its own language is no second one"
    stage.bar.second.setCurrentIndex(0)
    stage.bar.second.activated.emit(0)
    assert not stage.composing.second.isVisibleTo(stage)


def test_one_key_goes_to_the_same_paragraph_in_the_other_language_and_back(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot
) -> None:
    composed.composing.focus_text()
    qtbot.keyClick(composed.composing.editor, Qt.Key.Key_F6, CTRL)
    assert second.editor.hasFocus()
    assert second.editor.current_id == composed.desk.paragraph_id == rows(composed)[0].id
    qtbot.keyClick(second.editor, Qt.Key.Key_F6, CTRL)
    assert composed.composing.editor.hasFocus()


def test_enter_goes_on_to_the_next_paragraph_and_the_first_language_follows(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot
) -> None:
    second.focus_text()
    typed(qtbot, second.editor, "Un.")
    qtbot.keyClick(second.editor, Qt.Key.Key_Return)
    typed(qtbot, second.editor, "Deux.")
    assert composed.desk.paragraph_id == rows(composed)[1].id
    assert composed.composing.editor.current_id == rows(composed)[1].id
    composed.composing.focus_text()
    assert [row.second_text for row in rows(composed)[:2]] == ["Un.", "Deux."]
    assert [row.second_of for row in rows(composed)[:2]] == [row.text for row in rows(composed)[:2]]
    assert "2 of" in second.told.text()
    assert composed.desk.context.library.undo() == "Write in the second language"
    assert not any(row.second_text for row in rows(composed))


def test_what_is_typed_is_in_the_file_within_a_second_and_comes_back_after_a_crash(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot
) -> None:
    second.focus_text()
    typed(qtbot, second.editor, "Presque")
    section = composed.desk.section
    assert section is not None
    store = composed.desk.context.library.store
    qtbot.waitUntil(
        lambda: "Presque" in store.drafts("second:").get(f"second:{section.id}", ""), timeout=1000
    )
    assert not rows(composed)[0].second_text
    again = BriefingStage(composed.desk.context, composed.desk.session_id)
    qtbot.addWidget(again)
    again.desk.go(section.key, rows(composed)[0].id)
    assert rows(again)[0].second_text == "Presque"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_no_key_makes_one_paragraph_of_two(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot, key: Qt.Key
) -> None:
    second.focus_text()
    count = second.editor.document().blockCount()
    assert count == len(rows(composed))
    if key == Qt.Key.Key_Backspace:
        second.editor.go(rows(composed)[1].id)
    qtbot.keyClick(second.editor, key)
    assert second.editor.document().blockCount() == count
    qtbot.keyClick(second.editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(second.editor, key)
    typed(qtbot, second.editor, "x")
    qtbot.keyClick(second.editor, Qt.Key.Key_X, CTRL)
    assert second.editor.document().blockCount() == count
    ids = [blocks.id_of(block) for block in blocks.blocks_of(second.editor.document())]
    assert ids == [row.id for row in rows(composed)]


def test_several_pasted_paragraphs_stay_in_the_one_with_the_caret(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot
) -> None:
    second.focus_text()
    pasted = QMimeData()
    pasted.setText("Une ligne\n\nUne autre")
    QApplication.clipboard().setMimeData(pasted)
    qtbot.keyClick(second.editor, Qt.Key.Key_V, CTRL)
    second.commit()
    assert rows(composed)[0].second_text.split() == ["Une", "ligne", "Une", "autre"]
    assert not rows(composed)[1].second_text


def test_bold_is_for_the_text_with_the_focus(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot
) -> None:
    second.focus_text()
    typed(qtbot, second.editor, "Fort")
    qtbot.keyClick(second.editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(second.editor, Qt.Key.Key_B, CTRL)
    second.commit()
    assert len(rows(composed)[0].second_spans) == 1
    assert not rows(composed)[0].spans


def test_title_and_heading_are_told_in_the_second_language_and_print(
    composed: BriefingStage, second: SecondPanel, qtbot: QtBot
) -> None:
    for field, text in ((second.title, "Titre en deux"), (second.heading, "Partie en deux")):
        field.setFocus()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    second.focus_text()
    typed(qtbot, second.editor, "Dit en deux")
    second.commit()
    with composed.desk.context.library.read() as session:
        document = queries.build(session, composed.desk.session_id, "briefing")
    text = export.render(document, "md").data.decode()
    for words in ("Titre en deux", "Partie en deux", "Dit en deux"):
        assert words in text


def test_what_changed_since_it_was_translated_has_its_sign_and_the_finding_leads_there(
    composed: BriefingStage, second: SecondPanel
) -> None:
    row = rows(composed)[0]
    composed.desk.run(commands.WriteSecond(row.id, "Vieux"))
    composed.desk.run(commands.edit_words(row.id, {"text": "Other words now."}))
    assert second._sign(row.id) == "▲"
    assert second._sign(rows(composed)[1].id) == "○"
    assert "▲ 1" in second.told.text()
    panel = composed.sides.show_side("checking")
    assert isinstance(panel, CheckingPanel)
    composed.desk.go("about")
    finding = Finding("second_outdated", Severity.WARNING, "", "briefing_paragraph", row.id)
    panel.findings.chosen.emit(finding)
    panel.findings.opened.emit(finding.table, finding.row_id)
    assert second.editor.hasFocus()
    assert second.editor.current_id == row.id
