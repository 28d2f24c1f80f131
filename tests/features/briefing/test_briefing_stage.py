"""The Brief stage: drafted from notes, edited, and exported, each paragraph one key from its note."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.checking.panel import CheckingPanel
from facilitator.features.briefing.notes_panel import NotesPanel
from facilitator.features.briefing.stage import BriefingStage
from facilitator.kit.context import Context
from facilitator.kit.findings import FindingsPanel
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import NoteRecord, PersonRecord
from facilitator.storage.store import Store

SESSION = "session-8"
NOTES = {
    "n1": ("challenge", "Revenues fall while expenses rise."),
    "n2": ("lesson", "Reserves buy time."),
    "n3": ("key_message", "Local finance keeps services running."),
    "n4": ("quote", "We count every coin."),
}


@pytest.fixture
def stage(context: Context, store: Store, qtbot: QtBot) -> BriefingStage:
    store.run(SetFields(PersonRecord, "ada", {"consent": "named", "office_title": "Mayor"}, "Ask"))
    for note_id, (kind, text) in NOTES.items():
        values = {"id": note_id, "session_id": SESSION, "kind": kind, "text": text, "speaker_id": "ada"}
        store.run(AddRow(NoteRecord, values, "Add note"))
    made = BriefingStage(context, SESSION)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def notes_of(stage: BriefingStage) -> NotesPanel:
    panel = stage.sides.panels["evidence"]
    assert isinstance(panel, NotesPanel)
    return panel


def findings_of(stage: BriefingStage) -> FindingsPanel:
    panel = stage.sides.panels["checking"]
    assert isinstance(panel, CheckingPanel)
    return panel.findings


def paragraphs(stage: BriefingStage) -> dict[str, list[str]]:
    assert stage.desk.briefing is not None
    return {
        part.key: [row.text for row in part.paragraphs]
        for part in stage.desk.briefing.sections
        if part.paragraphs
    }


def choose(stage: BriefingStage, key: str) -> None:
    assert stage.desk.briefing is not None
    keys = [part.key for part in stage.desk.briefing.sections]
    stage.parts.list.setCurrentRow(keys.index(key))


def test_the_empty_stage_drafts_by_one_key_and_one_undo_takes_it_back(
    stage: BriefingStage, store: Store, qtbot: QtBot
) -> None:
    stage.focus_first()
    qtbot.keyClick(stage.empty.button, Qt.Key.Key_Space)
    drafted = paragraphs(stage)
    assert drafted["challenges"] == ["Revenues fall while expenses rise."]
    assert drafted["key_messages"] == ["Local finance keeps services running."]
    store.undo()
    assert stage.desk.briefing is None
    assert stage.empty.isVisible()


def test_every_drafted_paragraph_goes_to_its_note_by_one_key(stage: BriefingStage, qtbot: QtBot) -> None:
    stage.draft()
    choose(stage, "lessons")
    stage.parts.table.selectRow(0)
    with qtbot.waitSignal(stage._context.navigator.stage_requested) as asked:
        qtbot.keyClick(stage.parts.table, Qt.Key.Key_F4)
    assert asked.args == [SESSION, "notes", "n2"]


def test_a_note_leads_back_to_the_paragraph_that_rests_on_it(stage: BriefingStage) -> None:
    stage.draft()
    stage.show_row("n3")
    selected = stage.parts.current_paragraph()
    assert selected is not None
    assert selected.text == NOTES["n3"][1]


def test_typing_in_a_paragraph_is_saved_when_it_is_left(
    stage: BriefingStage, store: Store, qtbot: QtBot
) -> None:
    stage.draft()
    choose(stage, "challenges")
    stage.parts.table.selectRow(0)
    field = stage.editor.form.field("text")
    field.setFocus()
    qtbot.keyClicks(field, "Indeed: ")
    stage.parts.table.setFocus()
    assert paragraphs(stage)["challenges"] == ["Indeed: Revenues fall while expenses rise."]
    store.undo()
    assert paragraphs(stage)["challenges"] == ["Revenues fall while expenses rise."]


def test_a_paragraph_is_added_moved_and_deleted_by_keys(stage: BriefingStage, qtbot: QtBot) -> None:
    stage.draft()
    choose(stage, "challenges")
    stage.parts.table.selectRow(0)
    qtbot.keyClick(stage.parts.table, Qt.Key.Key_Insert)
    field = stage.editor.form.field("text")
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "By hand.")
    stage.parts.table.setFocus()
    assert paragraphs(stage)["challenges"] == [NOTES["n1"][1], "By hand."]
    qtbot.keyClick(stage.parts.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert paragraphs(stage)["challenges"] == ["By hand.", NOTES["n1"][1]]
    qtbot.keyClick(stage.parts.table, Qt.Key.Key_Delete)
    assert paragraphs(stage)["challenges"] == [NOTES["n1"][1]]


def test_a_note_that_came_later_is_offered_and_enter_puts_it_into_the_part(
    stage: BriefingStage, store: Store, qtbot: QtBot
) -> None:
    stage.draft()
    assert notes_of(stage).table.rows.rowCount() == 0
    values = {"id": "n5", "session_id": SESSION, "kind": "challenge", "text": "Transfers come late."}
    store.run(AddRow(NoteRecord, values, "Add note"))
    choose(stage, "challenges")
    notes_of(stage).table.selectRow(0)
    qtbot.keyClick(notes_of(stage).table, Qt.Key.Key_Return)
    assert paragraphs(stage)["challenges"][-1] == "Transfers come late."
    assert notes_of(stage).table.rows.rowCount() == 0


def test_a_part_made_from_records_takes_no_paragraph_and_says_so(stage: BriefingStage, qtbot: QtBot) -> None:
    stage.draft()
    choose(stage, "speakers")
    with qtbot.waitSignal(stage._context.notices.told):
        stage.add_paragraph()


def test_a_pending_quote_is_marked_withheld_and_found_before_publishing(stage: BriefingStage) -> None:
    stage.draft()
    choose(stage, "experiences")
    row = next(row for row in stage.parts.table.rows.rows() if row.text == NOTES["n4"][1])
    assert row.withheld
    assert findings_of(stage).list.count() > 0


def test_what_to_settle_names_whom_or_what_it_concerns(stage: BriefingStage, store: Store) -> None:
    store.run(SetFields(PersonRecord, "ada", {"consent": ""}, "Forget"))
    stage.draft()
    told = [findings_of(stage).list.item(row).text() for row in range(findings_of(stage).list.count())]
    assert any("(Ada Example)" in text for text in told)
    assert any("(We count every coin.)" in text for text in told)


def test_the_exported_file_holds_the_paragraphs_and_not_what_is_withheld(
    stage: BriefingStage, tmp_path: Path, qtbot: QtBot
) -> None:
    stage.draft()
    target = tmp_path / "briefing.pdf"
    with qtbot.waitSignal(stage._context.notices.told, timeout=20_000):
        stage.write(stage.document(), target)
    with pypdfium2.PdfDocument(target) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Reserves buy time." in text
    assert "every coin" not in text


def test_an_export_that_cannot_be_written_is_told_and_leaves_no_file(
    stage: BriefingStage, tmp_path: Path, qtbot: QtBot
) -> None:
    stage.draft()
    target = tmp_path / "missing" / "briefing.md"
    with qtbot.waitSignal(stage._context.notices.refused, timeout=20_000) as told:
        stage.write(stage.document(), target)
    assert "briefing.md" in str(told.args[0])
    assert not target.exists()
