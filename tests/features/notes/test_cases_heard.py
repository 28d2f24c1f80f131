"""A city case heard becomes a case record: what it takes of the note, and that it is never told more freely."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import Refused
from facilitator.features.notes.commands import MakeCase
from facilitator.features.notes.commands.casing import title_of
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import CaseStudyRecord, NoteRecord, NoteTermRecord
from facilitator.storage.store import Store
from tests.features.conftest import SESSION
from tests.features.notes.joined import case, furnish, images, lay_out, levels, note, taken_back, worlds


def add(store: Store, note_id: str, **values: Any) -> None:
    values = {"text": note_id, "began_at": 1_000, **values}
    store.run(AddRow(NoteRecord, {"id": note_id, "session_id": SESSION, **values}, "Add"))


def test_a_case_is_never_told_more_freely_than_any_of_its_notes_and_is_undone_in_one_step(
    store: Store,
) -> None:
    furnish(store)

    @settings(max_examples=40)
    @given(worlds(), st.sampled_from([None, *("", "named", "chatham_house", "off_the_record")]))
    def check(world: dict[str, Any], there: str | None) -> None:
        with taken_back(store):
            lay_out(store, world)
            if there is not None:
                store.run(AddRow(CaseStudyRecord, {"id": "there", "consent": there, "title": "There"}, ""))
                store.run(SetFields(NoteRecord, "n1", {"case_id": "there"}, ""))
            before, strictest = images(store), max(levels(store).notes.values())
            store.run(MakeCase("made", [one["id"] for one in world["notes"]]))
            if there is None:
                assert levels(store).cases["made"] >= strictest
            else:
                assert images(store)["case_study"] == before["case_study"]
            store.undo()
            assert images(store) == before

    check()


def test_a_case_takes_speaker_place_moment_terms_and_the_words_where_they_belong(store: Store) -> None:
    furnish(store)
    add(store, "note", text="Sfax froze its rents. It took a week.", speaker_id="bo", began_at=7_000)
    term = store.raw().execute("SELECT id FROM term WHERE vocabulary = 'theme' LIMIT 1").fetchone()[0]
    store.run(AddRow(NoteTermRecord, {"note_id": "note", "term_id": term}, ""))
    store.run(MakeCase("made", ["note"]))
    made = case(store, "made")
    assert (made.title, made.measures, made.challenge) == (
        "Sfax froze its rents",
        "Sfax froze its rents. It took a week.",
        "",
    )
    assert (made.session_id, made.speaker_id, made.heard_at) == (SESSION, "bo", 7_000)
    assert (made.place_id, made.country, made.section) == ("sfax", "Tunisia", "africa")
    assert (made.status, made.consent) == ("heard", "named")
    assert store.raw().execute("SELECT case_id, term_id FROM case_term").fetchall() == [("made", term)]
    assert (note(store, "note").case_id, note(store, "note").kind) == ("made", "city_case")


def test_a_kind_that_was_given_stays_and_tells_where_the_words_belong(store: Store) -> None:
    furnish(store)
    add(store, "why", text="No income.", kind="challenge", began_at=1)
    add(store, "how", text="A fund.", kind="measure", began_at=2)
    add(store, "off", text="It was a mess.", kind="lesson", began_at=3, attribution="off_the_record")
    store.run(MakeCase("made", ["off", "how", "why"]))
    made = case(store, "made")
    assert (made.challenge, made.measures, made.lessons) == ("No income.", "A fund.", "It was a mess.")
    assert (made.title, made.consent) == ("No income", "off_the_record")
    assert [note(store, row).kind for row in ("why", "how", "off")] == ["challenge", "measure", "lesson"]


def test_of_other_speakers_no_words_are_taken(store: Store) -> None:
    furnish(store)
    add(store, "one", text="We froze rents.", speaker_id="bo", began_at=1)
    add(store, "two", text="We admire that.", speaker_id="maria", began_at=2)
    store.run(MakeCase("made", ["one", "two"]))
    assert case(store, "made").measures == "We froze rents."
    assert note(store, "two").case_id == "made"


def test_notes_of_different_cases_are_left_as_they_are(store: Store) -> None:
    for number in (1, 2):
        store.run(AddRow(CaseStudyRecord, {"id": f"case{number}"}, ""))
        add(store, f"n{number}", case_id=f"case{number}")
    before = images(store)
    with pytest.raises(Refused, match="different cases"):
        store.run(MakeCase("made", ["n1", "n2"]))
    assert images(store) == before


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Rents are frozen. For a year.", "Rents are frozen"),
        ("Rents\nBuses", "Rents"),
        ("1.5 million people moved", "1.5 million people moved"),
        ("word " * 40, " ".join(["word"] * 18) + "…"),
        ("", ""),
    ],
)
def test_the_title_is_the_first_sentence(text: str, title: str) -> None:
    assert title_of(text) == title
