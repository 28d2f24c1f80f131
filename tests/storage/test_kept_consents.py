"""Notes and cases are told no more freely when who told them is deleted, or the session they were heard in."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import (
    Attribution,
    Consent,
    as_attribution,
    of_attribution,
    of_consent,
    rule_of,
)
from facilitator.domain.vocabulary import attribution_of
from facilitator.features.cases.commands import edit_case
from facilitator.features.notes.commands import edit_note, edit_notes
from facilitator.features.people.commands import delete_people
from facilitator.features.sessions.commands import delete_sessions
from facilitator.features.sessions.queries import list_sessions
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import CaseStudyRecord, LearningSessionRecord, NoteRecord, PersonRecord
from facilitator.storage.store import Store
from tests.storage.content import add_session, rows_of


@pytest.mark.parametrize("consent", [*Consent, "", "whispered"])
@pytest.mark.parametrize("own", ["", *Attribution])
def test_what_a_person_said_keeps_to_their_consent_when_they_are_deleted(
    library: Store, consent: str, own: str
) -> None:
    session_id = add_session(library)
    library.run(AddRow(PersonRecord, {"id": "ada", "name": "Ada", "consent": consent}, ""))
    for kind in ("lesson", "quote"):
        values = {"id": kind, "session_id": session_id, "kind": kind, "attribution": own, "speaker_id": "ada"}
        library.run(AddRow(NoteRecord, values, ""))
    library.run(AddRow(CaseStudyRecord, {"id": "case", "consent": own, "speaker_id": "ada"}, ""))
    allowed = of_attribution(as_attribution(consent))
    library.run(delete_people(["ada"], "Ada"))
    for kind in ("lesson", "quote"):
        row = rows_of(library)["note"][kind]
        assert row["speaker_id"] is None
        held = of_attribution(attribution_of(row["attribution"], kind))
        assert held == max(of_attribution(attribution_of(own, kind)), allowed)
    case = rows_of(library)["case_study"]["case"]
    assert of_attribution(rule_of(case["consent"])) == max(of_attribution(rule_of(own)), allowed)
    library.undo()
    assert rows_of(library)["note"]["lesson"]["attribution"] == own


@pytest.mark.parametrize("rule", ["", *Attribution])
@pytest.mark.parametrize("own", ["", *Attribution])
def test_a_case_keeps_to_the_rule_of_the_session_it_was_heard_in(library: Store, rule: str, own: str) -> None:
    session_id = add_session(library)
    library.run(SetFields(LearningSessionRecord, session_id, {"attribution": rule}, ""))
    library.run(AddRow(CaseStudyRecord, {"id": "case", "consent": own, "session_id": session_id}, ""))
    with library.read() as session:
        rows = list_sessions(session)
    for leaving in (delete_sessions(rows), edit_case("case", "", "Session", {"session_id": None})):
        library.run(leaving)
        case = rows_of(library)["case_study"]["case"]
        assert case["session_id"] is None
        assert rule_of(case["consent"]) is rule_of(own, rule)
        library.undo()


@pytest.mark.parametrize("own", ["", *Attribution])
def test_a_quote_waits_for_clearance_also_when_it_is_called_something_else(library: Store, own: str) -> None:
    session_id = add_session(library)
    for note_id in ("one", "two"):
        values = {"id": note_id, "session_id": session_id, "kind": "quote", "attribution": own}
        library.run(AddRow(NoteRecord, values, ""))
    library.run(edit_notes(["one", "two"], "Kind", {"kind": "key_message"}))
    for row in rows_of(library)["note"].values():
        assert row["kind"] == "key_message"
        assert attribution_of(row["attribution"], row["kind"]) is attribution_of(own, "quote")
    library.undo()
    library.run(edit_note("one", "Kind", {"kind": "lesson", "attribution": "named"}))
    assert rows_of(library)["note"]["one"]["attribution"] == "named", "somebody has settled it"


@pytest.mark.parametrize("consent", Consent)
def test_what_a_consent_amounts_to_for_a_note_allows_exactly_as_much(consent: Consent) -> None:
    assert of_attribution(as_attribution(consent.value)) == of_consent(consent)
