"""Notes and paragraphs put to their places by mouse and keys, and one key to the note and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.composing.signs import gap_at
from facilitator.features.briefing.dragging import NOTES, PARAGRAPHS
from facilitator.features.briefing.evidence.panel import EvidencePanel
from facilitator.features.briefing.rows import SectionRow
from facilitator.features.briefing.stage import BriefingStage
from facilitator.kit.dragging import dragged

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def notes_of(stage: BriefingStage) -> EvidencePanel:
    panel = stage.sides.panels["evidence"]
    assert isinstance(panel, EvidencePanel)
    return panel


def part(stage: BriefingStage, key: str) -> SectionRow:
    assert stage.desk.briefing is not None
    found = stage.desk.briefing.section(key)
    assert found is not None
    return found


def texts(stage: BriefingStage, key: str) -> list[str]:
    return [row.text for row in part(stage, key).paragraphs]


def drag(target: QWidget, data: QMimeData, at: QPointF) -> bool:
    """Drag over a widget and drop there; whether it was taken."""
    enter = QDragEnterEvent(at.toPoint(), COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    move = QDragMoveEvent(at.toPoint(), COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, move)
    drop = QDropEvent(at, COPY, data, LEFT, NONE)
    QApplication.sendEvent(target, drop)
    return enter.isAccepted() and move.isAccepted() and drop.isAccepted()


def over(stage: BriefingStage, key: str) -> QPointF:
    """The middle of a part in the list at the left."""
    keys = [one.key for one in stage.desk.briefing.sections]  # type: ignore[union-attr]
    box = stage.sections.list.visualItemRect(stage.sections.list.item(keys.index(key)))
    return QPointF(box.center())


def test_notes_that_are_selected_are_dropped_on_a_part_as_one_step(composed: BriefingStage) -> None:
    panel = notes_of(composed)
    panel.table.selectAll()
    data = panel.table.drag_data()
    count = len(panel.table.selected_rows())
    assert count > 1
    before = texts(composed, "lessons")
    here = composed.desk.section_key
    assert drag(composed.sections.list.viewport(), data, over(composed, "lessons"))
    assert len(texts(composed, "lessons")) == len(before) + count
    assert composed.desk.section_key == here, "whoever drops goes on where they are"
    composed.desk.context.library.undo()
    assert texts(composed, "lessons") == before


def test_a_part_that_is_made_from_the_records_takes_nothing(composed: BriefingStage) -> None:
    data = dragged(NOTES, [composed.desk.notes[0].id])
    before = composed.desk.briefing
    assert not drag(composed.sections.list.viewport(), data, over(composed, "about"))
    assert composed.desk.briefing == before


def test_a_note_is_dropped_between_two_paragraphs_and_the_caret_goes_there(composed: BriefingStage) -> None:
    composed.desk.go("challenges")
    editor = composed.composing.editor
    before = texts(composed, "challenges")
    assert len(before) > 1
    second = editor.document().findBlockByNumber(1)
    top = editor.document().documentLayout().blockBoundingRect(second).top()
    at = QPointF(60, top + 1)
    assert gap_at(editor, at.y()) == 1
    note = composed.desk.notes[0]
    assert drag(editor.viewport(), dragged(NOTES, [note.id]), at)
    assert texts(composed, "challenges") == [before[0], note.text, *before[1:]]
    assert composed.desk.paragraph is not None
    assert [one.note_id for one in composed.desk.paragraph.evidence] == [note.id]
    assert editor.current_id == composed.desk.paragraph_id


def test_what_is_being_typed_is_kept_when_something_is_dropped(composed: BriefingStage, qtbot: QtBot) -> None:
    composed.desk.go("challenges")
    editor = composed.composing.editor
    composed.composing.focus_text()
    qtbot.keyClicks(editor, "Typed ")
    assert drag(editor.viewport(), dragged(NOTES, [composed.desk.notes[0].id]), QPointF(60, 2))
    assert any("Typed " in text for text in texts(composed, "challenges"))


def test_a_paragraph_is_dragged_by_its_sign_and_dropped_in_another_part(composed: BriefingStage) -> None:
    composed.desk.go("challenges")
    row = part(composed, "challenges").paragraphs[0]
    data = dragged(PARAGRAPHS, [row.id])
    assert drag(composed.sections.list.viewport(), data, over(composed, "lessons"))
    assert part(composed, "lessons").paragraphs[-1].id == row.id
    assert row.id not in {one.id for one in part(composed, "challenges").paragraphs}


def test_a_paragraph_is_dragged_within_its_part(composed: BriefingStage) -> None:
    composed.desk.go("challenges")
    rows = [row.id for row in part(composed, "challenges").paragraphs]
    assert len(rows) > 2
    bottom = QPointF(60, composed.composing.editor.viewport().height() - 2)
    assert drag(composed.composing.editor.viewport(), dragged(PARAGRAPHS, [rows[1]]), bottom)
    assert [row.id for row in part(composed, "challenges").paragraphs] == [rows[0], *rows[2:], rows[1]]
    assert drag(composed.composing.editor.viewport(), dragged(PARAGRAPHS, [rows[1]]), QPointF(60, 1))
    assert [row.id for row in part(composed, "challenges").paragraphs] == [rows[1], rows[0], *rows[2:]]


@pytest.mark.parametrize("ids", [["nobody"], ["", "nobody"]])
def test_what_is_not_of_this_paper_is_not_taken_into_it(composed: BriefingStage, ids: list[str]) -> None:
    before, failures = texts(composed, "lessons"), composed.desk.context.library.failures
    drag(composed.sections.list.viewport(), dragged(PARAGRAPHS, ids), over(composed, "lessons"))
    drag(composed.sections.list.viewport(), dragged(NOTES, ids), over(composed, "lessons"))
    assert texts(composed, "lessons") == before
    assert composed.desk.context.library.failures == failures


def test_a_paragraph_is_sent_to_the_next_part_by_keys_and_the_caret_goes_along(
    composed: BriefingStage, qtbot: QtBot
) -> None:
    composed.desk.go("challenges", part(composed, "challenges").paragraphs[0].id)
    row_id = composed.desk.paragraph_id
    composed.composing.focus_text()
    qtbot.keyClick(composed.composing.editor, Qt.Key.Key_Down, ALT | SHIFT)
    assert composed.desk.section_key == "experiences"
    assert composed.desk.paragraph_id == row_id == part(composed, "experiences").paragraphs[-1].id
    qtbot.keyClick(composed.composing.editor, Qt.Key.Key_Up, ALT | SHIFT)
    assert composed.desk.section_key == "challenges"
    assert composed.desk.paragraph_id == row_id


def test_one_key_goes_to_the_note_behind_a_paragraph_and_back(composed: BriefingStage, qtbot: QtBot) -> None:
    row = next(one for one in part(composed, "lessons").paragraphs if one.evidence)
    composed.desk.go("lessons", row.id)
    composed.composing.focus_text()
    qtbot.keyClick(composed.composing.editor, Qt.Key.Key_F4)
    panel = notes_of(composed)
    assert panel.table.hasFocus()
    assert panel.table.current_row().id == row.evidence[0].note_id
    qtbot.keyClick(panel.table, Qt.Key.Key_F4)
    assert composed.composing.editor.hasFocus()
    assert composed.desk.paragraph_id == row.id


def test_from_another_note_the_key_goes_to_the_paragraph_that_rests_on_it(
    composed: BriefingStage, qtbot: QtBot
) -> None:
    row = next(one for one in part(composed, "lessons").paragraphs if one.evidence)
    composed.desk.go("challenges", part(composed, "challenges").paragraphs[0].id)
    panel = notes_of(composed)
    assert panel.show_note(row.evidence[0].note_id)
    qtbot.keyClick(panel.table, Qt.Key.Key_F4)
    assert composed.desk.section_key == "lessons"
    assert composed.desk.paragraph_id == row.id
    assert composed.composing.editor.hasFocus()


def test_a_note_that_the_filter_hides_is_found_all_the_same(composed: BriefingStage, qtbot: QtBot) -> None:
    panel = notes_of(composed)
    panel.bar.words.setText("no note has these words")
    assert not panel.table.rows.rows()
    row = next(one for one in part(composed, "lessons").paragraphs if one.evidence)
    assert panel.show_note(row.evidence[0].note_id)
    assert panel.table.current_row().id == row.evidence[0].note_id
