"""The notes beside the text: found by what they have, put into parts by keys, and followed when they change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.commands import delete_paragraphs
from facilitator.features.briefing.evidence.difference import difference
from facilitator.features.briefing.evidence.panel import EvidencePanel
from facilitator.features.briefing.rows import NoteRow, ParagraphRow
from facilitator.features.briefing.stage import BriefingStage
from facilitator.storage.edits import SetFields
from facilitator.storage.records import NoteRecord
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def panel(composed: BriefingStage) -> EvidencePanel:
    found = composed.sides.show_side("evidence")
    assert isinstance(found, EvidencePanel)
    return found


def shown(panel: EvidencePanel) -> list[str]:
    return [row.text for row in panel.table.rows.rows()]


def row_of(panel: EvidencePanel, note_id: str) -> NoteRow:
    found: NoteRow = next(row for row in panel.table.rows.rows() if row.id == note_id)
    return found


def paragraph(stage: BriefingStage, text: str) -> ParagraphRow:
    assert stage.desk.briefing
    return next(row for part in stage.desk.briefing.sections for row in part.paragraphs if row.text == text)


def free(stage: BriefingStage, plan: Plan, *texts: str) -> None:
    """Let paragraphs go, so that their notes are unused."""
    plan.store.run(delete_paragraphs([paragraph(stage, text).id for text in texts]))


def press(panel: EvidencePanel, qtbot: QtBot, keys: str) -> None:
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(panel.table, combination.key(), combination.keyboardModifiers())


def test_unused_notes_come_first_and_each_tells_where_it_is_used(
    panel: EvidencePanel, composed: BriefingStage, full: Plan
) -> None:
    free(composed, full, "Act fast.")
    first = panel.table.rows.rows()[0]
    assert (first.text, first.used) in (("Act fast.", ()), ("Between us only, please.", ()))
    used = row_of(panel, full.ids["measure"])
    assert used.used == ("Experiences of cities and regions",)
    unused = [not row.used for row in panel.table.rows.rows()]
    assert unused == sorted(unused, reverse=True)


def test_what_may_not_be_printed_says_so(panel: EvidencePanel, full: Plan) -> None:
    assert row_of(panel, full.ids["pending"]).withheld
    assert row_of(panel, full.ids["secret"]).withheld
    assert not row_of(panel, full.ids["measure"]).withheld


def test_notes_are_found_by_words_and_by_each_thing_they_have(panel: EvidencePanel, full: Plan) -> None:
    panel.bar.words.setText("rents quispe")
    assert shown(panel) == ["Rents were frozen."]
    panel.bar.show_all()
    everything = len(shown(panel))
    field = panel.bar.fields["kind"]
    field.setCurrentIndex(field.findData("lesson"))
    field.committed.emit(field.currentData())
    assert set(shown(panel)) == {"Prepare reserves.", "Act fast.", "Between us only, please."}
    speaker = panel.bar.fields["speaker"]
    assert speaker.count() > 1
    panel.bar.show_all()
    assert len(shown(panel)) == everything


def test_conditions_hold_together_and_by_part_and_use(
    panel: EvidencePanel, composed: BriefingStage, full: Plan
) -> None:
    free(composed, full, "Act fast.")
    panel.bar.part.setCurrentIndex(panel.bar.part.findData("lessons"))
    panel.bar.part.committed.emit("lessons")
    panel.bar.use.committed.emit("unused")
    assert set(shown(panel)) == {"Act fast.", "Between us only, please."}


def test_several_notes_become_a_paragraph_each_behind_the_current_one(
    panel: EvidencePanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    free(composed, full, "Act fast.", "Whether to borrow.")
    composed.desk.go("lessons", paragraph(composed, "Prepare reserves.").id)
    panel.bar.words.setText("act fast")
    panel.table.selectAll()
    press(panel, qtbot, "Ctrl+Return")
    section = composed.desk.section
    assert section
    texts = [row.text for row in section.paragraphs]
    assert texts.index("Act fast.") == texts.index("Prepare reserves.") + 1


def test_several_notes_become_one_paragraph_that_rests_on_all(
    panel: EvidencePanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    composed.desk.go("lessons")
    panel.table.select(full.ids["early"])
    panel.table.selectionModel().select(
        panel.table.filter.index(panel.table.rows.row_number(full.ids["lesson"]), 0),
        panel.table.selectionModel().SelectionFlag.Select | panel.table.selectionModel().SelectionFlag.Rows,
    )
    press(panel, qtbot, "Ctrl+Shift+Return")
    made = composed.desk.section.paragraphs[-1] if composed.desk.section else None
    assert made
    assert {one.note_id for one in made.evidence} == {full.ids["early"], full.ids["lesson"]}
    full.store.undo()
    assert composed.desk.section
    assert composed.desk.section.paragraphs[-1].text == "Whether to borrow."


def test_a_note_is_linked_to_the_paragraph_as_it_is(
    panel: EvidencePanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    composed.desk.go("lessons", paragraph(composed, "Act fast.").id)
    panel.table.select(full.ids["measure"])
    press(panel, qtbot, "Ctrl+Alt+Return")
    assert composed.desk.paragraph
    assert composed.desk.paragraph.text == "Act fast."
    assert [one.note_id for one in composed.desk.paragraph.evidence] == [
        full.ids["early"],
        full.ids["measure"],
    ]


def change(plan: Plan, note: str, text: str) -> None:
    plan.store.run(SetFields(NoteRecord, plan.ids[note], {"text": text}, "Edit"))


def test_a_source_that_moved_is_told_with_what_went_and_what_came(
    panel: EvidencePanel, composed: BriefingStage, full: Plan
) -> None:
    composed.desk.go("lessons", paragraph(composed, "Act fast.").id)
    assert not panel.moved.isVisible()
    change(full, "early", "Act very fast.")
    assert panel.moved.isVisible()
    assert "<u><b>very </b></u>" in panel.moved.words.text()
    assert "settle" in composed.sections.open.text()


def test_the_new_words_are_taken_where_the_old_ones_stand(
    panel: EvidencePanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    composed.desk.go("lessons", paragraph(composed, "Act fast.").id)
    change(full, "early", "Act very fast.")
    qtbot.keyClick(panel.moved.take, Qt.Key.Key_Space)
    assert composed.desk.paragraph
    assert composed.desk.paragraph.text == "Act very fast."
    assert not composed.desk.paragraph.moved
    full.store.undo()
    assert composed.desk.paragraph.text == "Act fast."
    assert composed.desk.paragraph.moved


def test_a_paragraph_is_kept_as_it_is_and_no_longer_told(
    panel: EvidencePanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    composed.desk.go("lessons", paragraph(composed, "Act fast.").id)
    change(full, "early", "Act slowly.")
    qtbot.keyClick(panel.moved.keep, Qt.Key.Key_Space)
    assert composed.desk.paragraph
    assert (composed.desk.paragraph.text, composed.desk.paragraph.moved) == ("Act fast.", False)
    assert not panel.moved.isVisible()


def test_a_difference_escapes_what_people_wrote() -> None:
    assert difference("a <b> c", "a <i> c") == "a <s>&lt;b&gt;</s><u><b>&lt;i&gt;</b></u> c"
