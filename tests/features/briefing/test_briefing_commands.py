"""Stored briefings: what is assembled, edited, moved and tied to evidence, and what of it is published."""

from __future__ import annotations

from facilitator.domain.prose.style import Style
from facilitator.features.briefing.commands import (
    AddNotesToSection,
    ForgetDeleted,
    LinkEvidence,
    MoveParagraph,
    MoveToSection,
    StartBriefing,
    WriteSection,
    delete_paragraphs,
    edit_paragraph,
    set_heading,
    set_title,
    unlink_evidence,
)
from facilitator.features.briefing.composing.written import Written
from facilitator.features.briefing.queries import (
    briefing_document,
    flash_document,
    list_notes,
    preflight,
    read_briefing,
)
from facilitator.features.briefing.rows import BriefingRow, SectionRow
from facilitator.publishing.document import Document, Heading, runs_of
from facilitator.storage import records
from facilitator.storage.edits import DeleteRows, SetFields
from tests.features.briefing.briefing_plan import Plan


def tree(plan: Plan) -> BriefingRow:
    with plan.store.read() as session:
        found = read_briefing(session, plan.ids["session"])
    assert found
    return found


def section(plan: Plan, key: str) -> SectionRow:
    return next(one for one in tree(plan).sections if one.key == key)


def document(plan: Plan) -> Document:
    with plan.store.read() as session:
        return briefing_document(session, plan.ids["session"]).sealed


def printed(plan: Plan) -> str:
    return "\n".join(
        "".join(run.text for run in runs) for block in document(plan).blocks for runs in runs_of(block)
    )


def codes(plan: Plan) -> list[str]:
    with plan.store.read() as session:
        return [finding.code for finding in preflight(session, plan.ids["session"])]


def test_the_stored_briefing_prints_what_the_assembled_one_does(full: Plan) -> None:
    before = document(full)
    full.store.run(StartBriefing(full.ids["session"]))
    assert document(full) == before


def test_starting_twice_changes_nothing(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    first = tree(full)
    assert not full.store.run(StartBriefing(full.ids["session"]))
    assert tree(full) == first


def test_the_tree_has_all_parts_in_order_and_each_paragraph_its_evidence(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    rows = tree(full).sections
    assert [row.key for row in rows if row.generated] == ["cover", "about", "cities", "speakers", "resources"]
    assert len(rows) == 13
    shown = section(full, "experiences").paragraphs
    measure = next(row for row in shown if row.text == "Rents were frozen.")
    assert [(row.note_id, row.kind, row.speaker, row.withheld) for row in measure.evidence] == [
        (full.ids["measure"], "measure", "Rosa Quispe", False)
    ]
    assert [row.text for row in shown if row.withheld] == ["Not yet cleared words."]


def test_stored_text_never_carries_the_attribution(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    stored = [paragraph.text for part in tree(full).sections for paragraph in part.paragraphs]
    assert not any("Quispe" in text for text in stored)
    assert "Rosa Quispe" in printed(full)
    full.store.run(SetFields(records.PersonRecord, full.ids["mayor"], {"consent": "by_role"}, "x"))
    assert "Quispe" not in printed(full)


def test_off_the_record_and_logistics_are_not_drafted(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    linked = {
        row.note_id
        for part in tree(full).sections
        for paragraph in part.paragraphs
        for row in paragraph.evidence
    }
    assert not linked & {full.ids["secret"], full.ids["logistics"]}


def test_a_paragraph_on_a_note_that_becomes_off_the_record_is_not_printed(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    full.store.run(edit_paragraph(section(full, "lessons").paragraphs[1].id, text="Rewritten by hand."))
    assert "Rewritten by hand." in printed(full)
    full.store.run(SetFields(records.NoteRecord, full.ids["early"], {"attribution": "off_the_record"}, "x"))
    assert "Rewritten by hand." not in printed(full)
    assert "Immediate" not in printed(full)
    assert "paragraph_withheld" in codes(full)


def test_a_quotation_that_lost_its_note_is_not_printed(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    full.store.run(DeleteRows(records.NoteRecord, [full.ids["quote"], full.ids["pending"]], "x"))
    assert "We will not stop." not in printed(full)
    assert "Not yet cleared" not in printed(full)
    assert codes(full).count("note_deleted") == 2
    for row in section(full, "experiences").paragraphs:
        full.store.run(ForgetDeleted(row.id))
    assert "We will not stop." not in printed(full)
    assert codes(full).count("quotation_without_evidence") == 2


def test_paragraphs_are_added_moved_and_deleted_and_undone(full: Plan) -> None:
    store = full.store
    store.run(StartBriefing(full.ids["session"]))
    messages = section(full, "key_messages")
    first = messages.paragraphs[0]
    kept = Written(first.id, first.style, first.text, first.spans)
    store.run(WriteSection(messages.id, (kept, Written("", Style.BULLET, "Second."))))
    second = section(full, "key_messages").paragraphs[1].id
    between = (kept, Written("", Style.BODY, "Between."), Written(second, Style.BULLET, "Second."))
    store.run(WriteSection(messages.id, between))

    def texts(key: str = "key_messages") -> list[str]:
        return [row.text for row in section(full, key).paragraphs]

    assert texts() == ["Finance the front line.", "Between.", "Second."]
    store.run(MoveParagraph(section(full, "key_messages").paragraphs[2].id, -2))
    assert texts() == ["Second.", "Finance the front line.", "Between."]
    store.run(MoveParagraph(section(full, "key_messages").paragraphs[0].id, 9))
    assert texts() == ["Finance the front line.", "Between.", "Second."]
    moved = section(full, "key_messages").paragraphs[1].id
    store.run(MoveToSection((moved,), section(full, "lessons").id, 0))
    assert texts("lessons")[0] == "Between."
    store.run(delete_paragraphs([section(full, "key_messages").paragraphs[1].id]))
    assert texts() == ["Finance the front line."]
    for _ in range(6):
        store.undo()
    assert texts() == ["Finance the front line."]
    assert codes(full).count("paragraph_without_evidence") == 2, "the two texts of series and session"


def test_notes_become_paragraphs_or_one_of_all(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    target = section(full, "partners")
    chosen = (full.ids["none"], full.ids["message"])
    full.store.run(AddNotesToSection(target.id, chosen))
    full.store.run(AddNotesToSection(target.id, chosen, together=True))
    added = section(full, "partners").paragraphs[-3:]
    assert [row.text for row in added] == [
        "Said without a kind.",
        "Finance the front line.",
        "Said without a kind. Finance the front line.",
    ]
    assert tuple(one.note_id for one in added[-1].evidence) == chosen


def test_evidence_is_linked_once_and_unlinked(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    paragraph = section(full, "key_messages").paragraphs[0]
    full.store.run(LinkEvidence(paragraph.id, (full.ids["message"], full.ids["lesson"])))
    linked = section(full, "key_messages").paragraphs[0].evidence
    assert [row.note_id for row in linked] == [full.ids["message"], full.ids["lesson"]]
    full.store.run(unlink_evidence([row.id for row in linked]))
    assert section(full, "key_messages").paragraphs[0].evidence == ()
    assert codes(full).count("paragraph_without_evidence") == 3, (
        "one more than the texts of series and session"
    )


def test_unused_notes_are_told_with_the_part_they_belong_to(full: Plan) -> None:
    with full.store.read() as session:
        before = {row.id: row.part for row in list_notes(session, full.ids["session"], "briefing")}
    assert before[full.ids["message"]] == "key_messages"
    assert before[full.ids["ask"]] == "recommendations"
    assert full.ids["logistics"] not in before
    full.store.run(StartBriefing(full.ids["session"]))
    with full.store.read() as session:
        after = {row.id for row in list_notes(session, full.ids["session"], "briefing") if not row.used}
    assert after == {full.ids["reference"], full.ids["secret"]}


def test_headings_and_titles_of_ones_own_are_printed(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    full.store.run(set_heading(section(full, "lessons").id, "What we learnt"))
    full.store.run(set_title(tree(full).id, "Paying for the front line"))
    found = document(full)
    assert found.cover.title == "Paying for the front line"
    headings = [block.runs[0].text for block in found.blocks if isinstance(block, Heading)]
    assert "What we learnt" in headings


def test_a_flash_note_never_written_takes_the_messages_of_the_stored_briefing(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    full.store.run(edit_paragraph(section(full, "key_messages").paragraphs[0].id, text="Edited message."))
    with full.store.read() as session:
        flash = flash_document(session, full.ids["session"]).sealed
    texts = ["".join(run.text for run in runs) for block in flash.blocks for runs in runs_of(block)]
    assert "Edited message." in texts


def test_the_preflight_names_the_parts_that_are_empty(plan: Plan) -> None:
    plan.note("message", "key_message", "Finance the front line.")
    plan.keep()
    with plan.store.read() as session:
        findings = preflight(session, plan.ids["session"])
    empty = [one.message for one in findings if one.code == "empty_part"]
    assert len(empty) == 6
    assert "Nothing was noted for the part “Challenges”." in empty


def test_the_preflight_of_the_whole_library_names_the_sessions(full: Plan) -> None:
    with full.store.read() as session:
        findings = preflight(session)
    assert {finding.session_id for finding in findings} == {full.ids["session"]}
    assert {"quote_pending", "note_off_the_record", "person_not_asked"} <= {one.code for one in findings}
    assert all(one.message.startswith("8") for one in findings)


def test_evidence_keeps_what_the_note_said_and_tells_when_it_has_moved(full: Plan) -> None:
    full.store.run(StartBriefing(full.ids["session"]))
    assert not any(row.moved for row in section(full, "experiences").paragraphs)
    measure = full.ids["measure"]
    full.store.run(SetFields(records.NoteRecord, measure, {"text": "Rents were frozen for a year."}, "Edit"))
    (moved,) = [row for row in section(full, "experiences").paragraphs if row.moved]
    assert [(one.said, one.text) for one in moved.evidence] == [
        ("Rents were frozen.", "Rents were frozen for a year.")
    ]
