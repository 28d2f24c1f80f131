"""What is issued stays issued, and a paragraph whose note was deleted is held back until someone answers for it."""

from __future__ import annotations

import pytest

from facilitator.domain.errors import Refused
from facilitator.domain.issuing import Status
from facilitator.features.briefing import queries
from facilitator.features.briefing.checking.mends import mends_of
from facilitator.features.briefing.checking.rules import Occasion
from facilitator.features.briefing.commands import IssuedFile, StartBriefing, TakeStep, set_due
from facilitator.features.briefing.composing.standing import sign_of, words_on
from facilitator.features.briefing.rows import BriefingRow, ParagraphRow
from facilitator.publishing import export
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import NoteRecord
from tests.features.briefing.briefing_plan import Plan

FILE = IssuedFile("paper.pdf", b"%PDF-1.7 as it went out", 3)
TEXT = "Prepare reserves."


@pytest.fixture
def briefing(full: Plan) -> BriefingRow:
    full.store.run(StartBriefing(full.ids["session"]))
    return read(full)


def read(full: Plan) -> BriefingRow:
    with full.store.read() as session:
        found = queries.read_briefing(session, full.ids["session"])
    assert found is not None
    return found


def issue(full: Plan, briefing: BriefingRow) -> None:
    for at, status in enumerate((Status.IN_REVIEW, Status.CLEARED), start=1):
        full.store.run(TakeStep(briefing.id, status, at, "Ana", "the words"))
    full.store.run(TakeStep(briefing.id, Status.ISSUED, 9, "Ana", "the words", "", FILE))


def status(full: Plan) -> Status:
    with full.store.read() as session:
        found = queries.read_versions(session, full.ids["session"], "briefing")
    assert found is not None
    return found.status


def test_no_undo_takes_back_what_was_issued_nor_what_it_was_made_of(
    full: Plan, briefing: BriefingRow
) -> None:
    issue(full, briefing)
    for _ in range(3):
        with pytest.raises(Refused, match="can't be taken back"):
            full.store.undo()
    assert status(full) is Status.ISSUED
    assert read(full) == briefing


def test_what_is_changed_after_that_can_be_undone_and_done_again(full: Plan, briefing: BriefingRow) -> None:
    issue(full, briefing)
    full.store.run(set_due(briefing.id, "2020-05-01"))
    full.store.undo()
    assert read(full).due == ""
    full.store.redo()
    assert read(full).due == "2020-05-01"
    full.store.undo()
    with pytest.raises(Refused):
        full.store.undo()


def test_steps_before_it_are_undone_as_ever(full: Plan, briefing: BriefingRow) -> None:
    full.store.run(TakeStep(briefing.id, Status.IN_REVIEW, 1, "Ana", "the words"))
    full.store.undo()
    assert status(full) is Status.DRAFT


def lesson(full: Plan) -> ParagraphRow:
    section = read(full).section("lessons")
    assert section is not None
    return next(row for row in section.paragraphs if row.text == TEXT)


def printed(full: Plan) -> str:
    with full.store.read() as session:
        document = queries.build(session, full.ids["session"], "briefing")
    return export.render(document, "md").data.decode()


def delete(full: Plan) -> None:
    full.store.run(DeleteRows(NoteRecord, [full.ids["lesson"]], "Delete note"))


def test_a_paragraph_whose_note_was_deleted_tells_what_it_said_and_is_not_printed(
    full: Plan, briefing: BriefingRow
) -> None:
    assert TEXT in printed(full)
    delete(full)
    row = lesson(full)
    assert row.lost == (TEXT,)
    assert row.withheld
    assert sign_of(read(full).section("lessons"), row.id) == "✂"
    assert f"“{TEXT}”" in words_on(row)
    assert TEXT not in printed(full)
    full.store.undo()
    assert lesson(full).lost == ()
    assert TEXT in printed(full)


def test_one_key_lets_it_stand_and_another_deletes_it(full: Plan, briefing: BriefingRow) -> None:
    delete(full)
    with full.store.read() as session:
        found = queries.preflight(session, full.ids["session"])
    finding = next(one for one in found if one.code == "note_deleted")
    assert finding.row_id == lesson(full).id
    stands, gone = mends_of(finding, read(full), Occasion())
    full.store.run(gone.command)
    section = read(full).section("lessons")
    assert section is not None
    assert TEXT not in [row.text for row in section.paragraphs]
    full.store.undo()
    full.store.run(stands.command)
    assert lesson(full).lost == ()
    assert TEXT in printed(full)
