"""Each finding goes to its place, and is settled where it stands by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.checking.panel import CheckingPanel
from facilitator.features.briefing.commands import edit_paragraph
from facilitator.features.briefing.rows import ParagraphRow
from facilitator.features.briefing.stage import BriefingStage
from facilitator.publishing.gate import Finding
from facilitator.storage.edits import SetFields
from facilitator.storage.records import NoteRecord
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def panel(composed: BriefingStage) -> CheckingPanel:
    found = composed.sides.show_side("checking")
    assert isinstance(found, CheckingPanel)
    return found


def findings(panel: CheckingPanel) -> list[Finding]:
    rows = panel.findings.list
    return [found for at in range(rows.count()) if (found := rows.item(at).data(Qt.ItemDataRole.UserRole))]


def choose(panel: CheckingPanel, code: str) -> None:
    numbers = [number for number, one in enumerate(findings(panel)) if one.code == code]
    panel.findings.list.setCurrentRow(numbers[0])
    panel.findings.list.setFocus()


def paragraph(stage: BriefingStage, text: str) -> ParagraphRow:
    assert stage.desk.briefing
    return next(row for part in stage.desk.briefing.sections for row in part.paragraphs if row.text == text)


def test_a_pending_quote_is_settled_by_a_digit_and_undo_brings_it_back(
    panel: CheckingPanel, full: Plan, qtbot: QtBot
) -> None:
    choose(panel, "quote_pending")
    assert [mend.words for mend in panel._mends] == ["Named", "By role", "Chatham House", "Off the record"]
    qtbot.keyClick(panel.findings.list, Qt.Key.Key_2)
    with full.store.read() as session:
        found = session.get(NoteRecord, full.ids["pending"])
    assert found
    assert found.attribution == "by_role"
    assert "quote_pending" not in [one.code for one in findings(panel)]
    full.store.undo()
    assert "quote_pending" in [one.code for one in findings(panel)]


def test_a_wrong_date_is_written_as_the_record_has_it(
    panel: CheckingPanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    row = paragraph(composed, "Act fast.")
    full.store.run(edit_paragraph(row.id, text="It was held on 24 April 2020."))
    choose(panel, "fact_differs")
    qtbot.keyClick(panel.findings.list, Qt.Key.Key_1)
    assert paragraph(composed, "It was held on 23 April 2020.").id == row.id
    assert "fact_differs" not in [one.code for one in findings(panel)]


def test_a_source_that_moved_is_followed_from_the_list(
    panel: CheckingPanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    full.store.run(SetFields(NoteRecord, full.ids["early"], {"text": "Act at once."}, "Edit"))
    choose(panel, "source_moved")
    qtbot.keyClick(panel.findings.list, Qt.Key.Key_1)
    assert paragraph(composed, "Act at once.")


def test_enter_goes_to_the_place_of_a_finding(
    panel: CheckingPanel, composed: BriefingStage, full: Plan, qtbot: QtBot
) -> None:
    row = paragraph(composed, "Act fast.")
    full.store.run(edit_paragraph(row.id, text="It was held on 24 April 2020."))
    choose(panel, "fact_differs")
    panel.findings.list.itemActivated.emit(panel.findings.list.currentItem())
    assert (composed.desk.section_key, composed.desk.paragraph_id) == ("lessons", row.id)


def test_what_must_be_written_has_no_digit_and_says_where_to_go(panel: CheckingPanel, qtbot: QtBot) -> None:
    choose(panel, "part_too_thin")
    before = findings(panel)
    assert panel.told.text() == "Enter goes to its place."
    qtbot.keyClick(panel.findings.list, Qt.Key.Key_1)
    assert findings(panel) == before
