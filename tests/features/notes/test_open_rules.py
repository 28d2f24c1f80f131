"""What is open at the end of a session: each rule, what it must not ask, and the library counting by the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.vocabulary import NoteKind
from facilitator.features.notes.opens import rules
from facilitator.features.notes.opens.rows import Code, OpenNote, OpenPerson, OpenQuestion
from facilitator.features.notes.queries import opens
from facilitator.storage.edits import AddRow, SetFields, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    CaseStudyRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    NoteRecord,
    PersonRecord,
)
from facilitator.storage.store import Store, new_library

SESSION = "session-8"
PLAIN = OpenNote("n", "Said", kind="challenge", speaker_id="ada", consent="named")

OPEN = {
    Code.QUOTE: replace(PLAIN, kind="quote"),
    Code.FIGURE: replace(PLAIN, kind="data_point"),
    Code.DOUBT: replace(PLAIN, to_verify=True),
    Code.COMMITMENT: replace(PLAIN, kind="commitment", responsible="The city"),
    Code.RECOMMENDATION: replace(PLAIN, kind="recommendation"),
    Code.QUESTION: replace(PLAIN, kind="question", answer=" "),
    Code.CASE: replace(PLAIN, kind="city_case"),
    Code.SPEAKER: replace(PLAIN, speaker_id=None, consent=None),
    Code.KIND: replace(PLAIN, kind=""),
}
SETTLED = {
    Code.QUOTE: replace(OPEN[Code.QUOTE], attribution="by_role"),
    Code.FIGURE: replace(OPEN[Code.FIGURE], verified=True),
    Code.DOUBT: replace(OPEN[Code.DOUBT], to_verify=False),
    Code.COMMITMENT: replace(OPEN[Code.COMMITMENT], due="2020-06-01"),
    Code.RECOMMENDATION: replace(OPEN[Code.RECOMMENDATION], addressee="States"),
    Code.QUESTION: replace(OPEN[Code.QUESTION], answer="Yes"),
    Code.CASE: replace(OPEN[Code.CASE], case_id="case"),
    Code.SPEAKER: replace(OPEN[Code.SPEAKER], voice="Participants"),
    Code.KIND: replace(OPEN[Code.KIND], kind="lesson"),
}


@pytest.mark.parametrize("code", OPEN)
def test_each_rule_names_what_is_open_and_nothing_else(code: Code) -> None:
    assert rules.open_of_note(OPEN[code]) == (code,)


@pytest.mark.parametrize("code", SETTLED)
def test_what_was_settled_is_open_no_more(code: Code) -> None:
    assert rules.open_of_note(SETTLED[code]) == ()


@pytest.mark.parametrize("code", OPEN)
@pytest.mark.parametrize("off", ["attribution", "rule", "item_rule", "consent"])
def test_what_is_off_the_record_asks_nothing_whoever_said_so(code: Code, off: str) -> None:
    assert rules.open_of_note(replace(OPEN[code], **{off: "off_the_record"})) == ()


def test_logistics_ask_nothing() -> None:
    note = replace(PLAIN, kind="logistics", speaker_id=None, to_verify=True, attribution="pending")
    assert rules.open_of_note(note) == ()


def test_a_note_that_was_left_pending_waits_whatever_it_is() -> None:
    assert rules.open_of_note(replace(PLAIN, attribution="pending")) == (Code.QUOTE,)


def test_a_doubtful_figure_is_asked_for_once() -> None:
    assert rules.open_of_note(replace(OPEN[Code.FIGURE], to_verify=True)) == (Code.FIGURE,)


def test_a_reference_and_a_follow_up_need_no_speaker() -> None:
    assert rules.open_of_note(replace(OPEN[Code.SPEAKER], kind="reference")) == ()
    follow_up = replace(OPEN[Code.SPEAKER], kind="follow_up", responsible="Ada", due="May")
    assert rules.open_of_note(follow_up) == ()


def test_consent_is_asked_for_where_notes_hang_on_it() -> None:
    assert rules.is_consent_open(OpenPerson("ada", "Ada", "", notes=2))
    assert rules.is_consent_open(OpenPerson("ada", "Ada", "pending", notes=1))
    assert not rules.is_consent_open(OpenPerson("ada", "Ada", "", notes=0))
    assert not rules.is_consent_open(OpenPerson("ada", "Ada", "by_role", notes=2))


def test_names_in_no_list_and_questions_without_a_note_are_open() -> None:
    assert rules.is_unlisted(OpenPerson("ada", "Ada", unlisted=True))
    assert not rules.is_unlisted(OpenPerson("ada", "Ada"))
    assert rules.is_unanswered(OpenQuestion("q", 1, "Why?"))
    assert not rules.is_unanswered(OpenQuestion("q", 1, "Why?", notes=1))


texts = st.sampled_from(["", " ", "\n\u00a0", "Ada"])
attributions = st.sampled_from(["", "named", "by_role", "pending", "off_the_record", "from later"])
noted = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["", "from later", *(kind.value for kind in NoteKind)]),
        "attribution": attributions,
        "speaker_id": st.sampled_from([None, "ada", "bo", "cy"]),
        "agenda_item_id": st.sampled_from([None, "free", "ruled"]),
        "case_id": st.sampled_from([None, "case"]),
        **dict.fromkeys(("voice", "responsible", "due", "addressee", "answer"), texts),
        **dict.fromkeys(("verified", "to_verify"), st.booleans()),
    }
)


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = new_library(tmp_path_factory.mktemp("open") / "library.lle")
    rows = [
        (LearningSessionRecord, {"id": SESSION}),
        (PersonRecord, {"id": "ada", "name": "Ada"}),
        (PersonRecord, {"id": "bo", "name": "Bo", "consent": "named"}),
        (PersonRecord, {"id": "cy", "name": "Cy", "consent": "off_the_record"}),
        (CaseStudyRecord, {"id": "case"}),
        (AgendaItemRecord, {"id": "free", "session_id": SESSION}),
        (AgendaItemRecord, {"id": "ruled", "session_id": SESSION, "attribution": "off_the_record"}),
        (NoteRecord, {"id": "n", "session_id": SESSION, "text": "Said"}),
    ]
    store.run(Together([AddRow(record, values, "") for record, values in rows], "Begin"))
    yield store
    store.close()


@settings(max_examples=60)
@given(values=noted, rule=attributions)
def test_the_library_counts_and_lists_by_the_rules(
    counted: Store, values: dict[str, object], rule: str
) -> None:
    note = SetFields(NoteRecord, "n", values, "")
    counted.run(Together([note, SetFields(LearningSessionRecord, SESSION, {"attribution": rule}, "")], "x"))
    consents = {"ada": "", "bo": "named", "cy": "off_the_record"}
    row = OpenNote(
        "n",
        "Said",
        **{name: value for name, value in values.items() if name != "agenda_item_id"},  # type: ignore[arg-type]
        rule=rule,
        item_rule="off_the_record" if values["agenda_item_id"] == "ruled" else "",
        consent=consents.get(str(values["speaker_id"])),
    )
    with counted.read() as session:
        counts = opens.count_open(session, SESSION)
        told = set(rules.open_of_note(row))
        assert {code for code in counts if code in rules.NOTE_RULES} == told
        assert all(counts[code] == 1 for code in told)
        assert all(opens.open_notes(session, SESSION, code, 9)[0].id == "n" for code in told)
        asked = counts.get(Code.CONSENT, 0)
    unsettled = replace(row, consent=None)
    assert asked == (values["speaker_id"] == "ada" and not rules.asks_nothing(unsettled))


def test_consent_tells_how_many_notes_hang_on_it_and_passes_over_those_who_are_silent(store: Store) -> None:
    people = [("bo", ""), ("cy", "pending"), ("di", "")]
    notes = [("1", "bo", ""), ("2", "bo", "quote"), ("3", "bo", "logistics"), ("4", "cy", "")]
    store.run(
        Together(
            [
                *(AddRow(PersonRecord, {"id": i, "name": i, "consent": c}, "") for i, c in people),
                *(
                    AddRow(
                        NoteRecord,
                        {"id": i, "session_id": SESSION, "text": "x", "speaker_id": p, "kind": k},
                        "",
                    )
                    for i, p, k in notes
                ),
            ],
            "Add",
        )
    )
    with store.read() as session:
        found = opens.open_people(session, SESSION, Code.CONSENT)
    assert [(person.id, person.notes) for person in found] == [("bo", 2), ("cy", 1)]


def test_guiding_questions_and_typed_names_are_counted(store: Store) -> None:
    store.run(
        Together(
            [
                AddRow(GuidingQuestionRecord, {"id": "q1", "session_id": SESSION, "text": "Why?"}, ""),
                AddRow(GuidingQuestionRecord, {"id": "q2", "session_id": SESSION, "text": "How?"}, ""),
                AddRow(PersonRecord, {"id": "bo", "name": "Bo", "unlisted": True, "consent": "named"}, ""),
                AddRow(PersonRecord, {"id": "cy", "name": "Cy", "unlisted": True}, ""),
                AddRow(
                    NoteRecord,
                    {
                        "id": "n",
                        "session_id": SESSION,
                        "text": "x",
                        "kind": "lesson",
                        "speaker_id": "bo",
                        "question_id": "q1",
                    },
                    "",
                ),
            ],
            "Add",
        )
    )
    with store.read() as session:
        assert opens.count_open(session, SESSION) == {Code.GUIDING: 1, Code.UNLISTED: 1}
