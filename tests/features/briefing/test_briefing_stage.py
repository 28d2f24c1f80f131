"""The Brief stage: drafted from notes, edited, and exported, each paragraph one key from its note."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.checking.panel import CheckingPanel
from facilitator.features.briefing.evidence.panel import EvidencePanel
from facilitator.features.briefing.stage import BriefingStage
from facilitator.kit.context import Context
from facilitator.kit.findings import FindingsPanel
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import NoteRecord, PersonRecord
from facilitator.storage.store import Store
from tests.answering import when_told_what_is_open

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


def notes_of(stage: BriefingStage) -> EvidencePanel:
    panel = stage.sides.panels["evidence"]
    assert isinstance(panel, EvidencePanel)
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
    stage.sections.list.setCurrentRow(keys.index(key))


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
    stage.show_row("n2")
    qtbot.keyClick(stage.composing.editor, Qt.Key.Key_F4)
    assert notes_of(stage).table.current_row().id == "n2"
    with qtbot.waitSignal(stage._context.navigator.stage_requested) as asked:
        notes_of(stage).open_note()
    assert asked.args == [SESSION, "notes", "n2"]


def test_a_note_leads_back_to_the_paragraph_that_rests_on_it(stage: BriefingStage) -> None:
    stage.draft()
    stage.show_row("n3")
    assert stage.desk.paragraph is not None
    assert stage.desk.paragraph.text == NOTES["n3"][1]
    assert stage.composing.editor.textCursor().block().text() == NOTES["n3"][1]


def test_a_paragraph_is_added_moved_and_deleted_by_keys(stage: BriefingStage, qtbot: QtBot) -> None:
    stage.draft()
    stage.show_row("n1")
    qtbot.waitUntil(stage.composing.editor.hasFocus)
    qtbot.keyClick(stage.composing.editor, Qt.Key.Key_End)
    qtbot.keyClick(stage.composing.editor, Qt.Key.Key_Return)
    qtbot.keyClicks(stage.composing.editor, "By hand.")
    qtbot.keyClick(stage.composing.editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert paragraphs(stage)["challenges"] == ["By hand.", NOTES["n1"][1]]
    assert stage.composing.editor.textCursor().block().text() == "By hand."
    stage.delete()
    assert paragraphs(stage)["challenges"] == [NOTES["n1"][1]]


def test_one_key_goes_from_one_paragraph_to_settle_to_the_next(stage: BriefingStage, qtbot: QtBot) -> None:
    stage.draft()
    stage.focus_first()
    qtbot.keyClick(stage.sections.list, Qt.Key.Key_F3)
    assert stage.desk.paragraph
    assert stage.desk.paragraph.text == NOTES["n4"][1]
    assert stage.sections.open.text() == "1 paragraph to settle"


def test_the_list_of_parts_tells_limits_and_what_is_missing(stage: BriefingStage) -> None:
    stage.draft()
    told = {
        stage.sections.list.item(row).text().partition("  ")[2] for row in range(stage.sections.list.count())
    }
    assert "Key messages\n1 of 5 items · 2 missing" in told
    assert any(text.startswith("Recommendations\nempty") for text in told)
    assert "Speakers and figures\nfrom the records" in told


def test_a_note_that_came_later_is_offered_first_and_enter_puts_it_into_the_part(
    stage: BriefingStage, store: Store, qtbot: QtBot
) -> None:
    stage.draft()
    assert all(row.used for row in notes_of(stage).table.rows.rows())
    values = {"id": "n5", "session_id": SESSION, "kind": "challenge", "text": "Transfers come late."}
    store.run(AddRow(NoteRecord, values, "Add note"))
    choose(stage, "challenges")
    assert notes_of(stage).table.rows.rows()[0].id == "n5"
    notes_of(stage).table.selectRow(0)
    qtbot.keyClick(notes_of(stage).table, Qt.Key.Key_Return)
    assert paragraphs(stage)["challenges"][-1] == "Transfers come late."
    assert all(row.used for row in notes_of(stage).table.rows.rows())


def test_a_part_made_from_records_takes_no_note_and_says_so(
    stage: BriefingStage, store: Store, qtbot: QtBot
) -> None:
    stage.draft()
    choose(stage, "speakers")
    with qtbot.waitSignal(stage._context.notices.told):
        notes_of(stage).use_notes()


def test_a_pending_quote_is_marked_withheld_and_found_before_publishing(stage: BriefingStage) -> None:
    stage.draft()
    stage.show_row("n4")
    assert stage.desk.paragraph
    assert stage.desk.paragraph.withheld
    assert "Withheld" in stage.composing.standing.text()
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


def test_what_is_open_is_told_before_a_paper_is_exported_and_withheld_words_stay_out_all_the_same(
    composed: BriefingStage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.md"
    asked: list[str] = []
    monkeypatch.setattr(composed.exporter, "ask", lambda stem, _formats: asked.append(stem) or target)
    when_told_what_is_open(lambda dialog: dialog.reject())
    composed.export()
    assert asked == []
    dialog = when_told_what_is_open()
    composed.export()
    qtbot.waitUntil(target.exists)
    assert dialog
    written = target.read_text(encoding="utf-8")
    assert "Finance the front line." in written
    assert "Not yet cleared words." not in written
