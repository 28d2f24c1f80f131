"""A speaker gets all that is attributed to them, nobody else's words or name, and what they answer settles it."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution
from facilitator.features.briefing.commands import MarkSent, SettleSheet, StartBriefing, edit_paragraph
from facilitator.features.briefing.issuing.rows import SheetRow
from facilitator.features.briefing.queries import (
    clearance_sheets,
    clearance_sheets_apart,
    list_sheets,
    read_briefing,
)
from facilitator.publishing.export import render
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage import records
from facilitator.storage.edits import SetFields
from tests.features.briefing.briefing_plan import Plan


def sheets(plan: Plan) -> dict[str, SheetRow]:
    with plan.store.read() as session:
        return {row.id: row for row in list_sheets(session, plan.ids["session"])}


def paper(plan: Plan, person: str = "") -> ClearedDocument:
    with plan.store.read() as session:
        return clearance_sheets(session, plan.ids["session"], person_id=person)(lambda *_: None)


def printed(plan: Plan, person: str = "") -> str:
    return render(paper(plan, person), "md").data.decode()


def set_note(plan: Plan, note: str, **values: object) -> None:
    plan.store.run(SetFields(records.NoteRecord, plan.ids[note], values, "Set"))


def test_everyone_who_said_something_has_a_row_with_what_is_pending(full: Plan) -> None:
    mayor, banker = full.ids["mayor"], full.ids["banker"]
    found = sheets(full)
    assert (found[mayor].notes, found[mayor].pending) == (4, 1)
    assert (found[banker].notes, found[banker].pending) == (1, 0)
    assert (found[mayor].sent_on, found[mayor].back_on) == ("", "")


def test_a_sheet_tells_its_reader_what_is_pending_and_how_the_rest_would_be_printed(full: Plan) -> None:
    text = printed(full, full.ids["mayor"])
    assert "Not yet cleared words." in text
    assert "Withheld until you say so" in text
    assert "Rosa Quispe, " in text
    assert "Funds were opened" not in text
    assert "Brandt" not in text


def test_what_is_off_the_record_is_on_no_sheet_and_counted(full: Plan) -> None:
    set_note(full, "measure", attribution="off_the_record")
    text = printed(full, full.ids["mayor"])
    assert "Rents were frozen." not in text
    assert "1 more note is off the record" in text


def test_of_someone_who_is_off_the_record_no_words_leave_the_library(full: Plan) -> None:
    mayor = full.ids["mayor"]
    full.store.run(SetFields(records.PersonRecord, mayor, {"consent": "off_the_record"}, "Set"))
    text = printed(full, mayor)
    assert "4 more notes are off the record" in text
    for words in ("Rents were frozen", "We will not stop", "Not yet cleared", "Revenue falls"):
        assert words not in text


def test_a_name_that_was_promised_secrecy_is_not_told_to_others_on_their_sheets(full: Plan) -> None:
    full.store.run(SetFields(records.PersonRecord, full.ids["banker"], {"consent": "off_the_record"}, "Set"))
    set_note(full, "pending", text="As Karl Brandt said, not yet.")
    assert "Brandt" not in printed(full, full.ids["mayor"])


def test_the_paragraphs_that_tell_it_in_other_words_are_on_the_sheet(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    with full.store.read() as session:
        briefing = read_briefing(session, full.ids["session"])
    assert briefing
    row = next(
        one for part in briefing.sections for one in part.paragraphs if one.text == "Rents were frozen."
    )
    full.store.run(edit_paragraph(row.id, text="Quito froze all rents at once."))
    text = printed(full, full.ids["mayor"])
    assert "froze all rents at once." in text
    assert "froze all rents at once." not in printed(full, full.ids["banker"])


def test_the_sheets_of_all_are_one_paper_and_each_has_a_file_of_its_own(full: Plan) -> None:
    text = printed(full)
    assert "Not yet cleared words." in text
    assert "Funds were opened within days." in text
    with full.store.read() as session:
        made = clearance_sheets_apart(session, full.ids["session"])(lambda *_: None)
    assert len({one.stem for one in made}) == len(made) == 2


def test_a_sheet_that_was_sent_and_came_back_says_so_and_undo_takes_it_back(full: Plan) -> None:
    mayor = full.ids["mayor"]
    full.store.run(MarkSent(full.ids["session"], (mayor,), "2020-04-24"))
    assert sheets(full)[mayor].sent_on == "2020-04-24"
    full.store.run(SettleSheet(full.ids["session"], mayor, "2020-04-26", Attribution.NAMED, "by mail"))
    found = sheets(full)[mayor]
    assert (found.back_on, found.remark, found.pending) == ("2020-04-26", "by mail", 0)
    full.store.undo()
    found = sheets(full)[mayor]
    assert (found.sent_on, found.back_on, found.pending) == ("2020-04-24", "", 1)


@pytest.mark.parametrize("answer", [Attribution.NAMED, Attribution.BY_ROLE, Attribution.OFF_THE_RECORD])
def test_an_answer_settles_what_was_pending_and_leaves_what_was_settled(
    full: Plan, answer: Attribution
) -> None:
    session_id, mayor = full.ids["session"], full.ids["mayor"]
    full.store.run(SettleSheet(session_id, mayor, "2020-04-26", answer))
    note = records.NoteRecord
    with full.store.read() as session:
        found = {name: session.get(note, full.ids[name]) for name in ("pending", "quote", "measure")}
        consent = session.get(records.PersonRecord, mayor)
    assert found["pending"]
    assert found["pending"].attribution == answer.value
    assert found["quote"]
    assert found["quote"].attribution == "named"
    assert found["measure"]
    assert found["measure"].attribution == ""
    assert consent
    assert consent.consent == "named"  # it was known


def test_who_was_never_asked_consents_by_the_answer_where_that_is_wanted(full: Plan) -> None:
    session_id, banker = full.ids["session"], full.ids["banker"]
    full.store.run(SettleSheet(session_id, banker, "2020-04-26", Attribution.NAMED, consents=False))
    assert sheets(full)[banker].consent in ("", "not_asked")
    full.store.run(SettleSheet(session_id, banker, "2020-04-26", Attribution.BY_ROLE))
    assert sheets(full)[banker].consent == "by_role"


def test_an_answer_note_by_note_settles_nothing_by_itself(full: Plan) -> None:
    session_id, mayor = full.ids["session"], full.ids["mayor"]
    full.store.run(SettleSheet(session_id, mayor, "2020-04-26", Attribution.PENDING))
    assert (sheets(full)[mayor].back_on, sheets(full)[mayor].pending) == ("2020-04-26", 1)
