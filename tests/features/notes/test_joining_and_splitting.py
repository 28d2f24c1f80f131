"""Joining and splitting notes: nothing is lost, nothing may be told that could not be told before, all is undone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.consent import Disclosure
from facilitator.domain.errors import Refused
from facilitator.features.notes.commands import JoinNotes, SplitNote
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import (
    AttachmentRecord,
    EvidenceRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
)
from facilitator.storage.store import Store
from tests.features.conftest import SESSION
from tests.features.notes.joined import (
    PEOPLE,
    change_consents,
    cleared,
    furnish,
    images,
    lay_out,
    levels,
    note,
    strictest_level,
    taken_back,
    worlds,
)


def add(store: Store, note_id: str, **values: Any) -> None:
    values = {"text": note_id, "began_at": 1_000, **values}
    store.run(AddRow(NoteRecord, {"id": note_id, "session_id": SESSION, **values}, "Add"))


def test_a_joined_note_may_be_told_no_more_than_each_of_its_parts_also_when_people_think_better_of_it(
    store: Store,
) -> None:
    furnish(store)

    @settings(max_examples=30)
    @given(worlds())
    def check(world: dict[str, Any]) -> None:
        with taken_back(store):
            lay_out(store, world)
            with taken_back(store):
                change_consents(store, world["later"])
                later = strictest_level(levels(store))
            now, before = strictest_level(levels(store)), images(store)
            store.run(JoinNotes([one["id"] for one in world["notes"]]))
            joined = levels(store)
            assert len(joined.notes) == 1
            assert strictest_level(joined) >= now
            with taken_back(store):
                change_consents(store, world["later"])
                assert strictest_level(levels(store)) >= later
            store.undo()
            assert images(store) == before

    check()


def test_no_name_that_a_part_would_hide_is_printed_of_the_whole(store: Store) -> None:
    furnish(store)

    @settings(max_examples=30)
    @given(worlds())
    def check(world: dict[str, Any]) -> None:
        with taken_back(store):
            lay_out(store, world)
            found = levels(store)
            spoke = {one["id"]: one["speaker_id"] for one in world["notes"]}
            hidden = {spoke[i] for i, level in found.notes.items() if level > Disclosure.NAMED} - {None}
            store.run(JoinNotes(list(spoke)))
            for one in cleared(store).notes.values():
                told = " ".join((one.text, *one.attribution))
                for person in hidden:
                    assert PEOPLE[person] not in told

    check()


def test_texts_of_one_speaker_follow_each_other_by_moment_and_the_earliest_keeps_its_place(
    store: Store,
) -> None:
    furnish(store)
    add(store, "late", text="Then buses.", began_at=9_000, speaker_id="bo", starred=True, kind="measure")
    add(store, "early", text="First rents.", began_at=5_000, speaker_id="bo", agenda_item_id="round")
    add(store, "nobody", text="And water.", began_at=7_000, to_verify=True)
    store.run(JoinNotes(["late", "early", "nobody"]))
    joined = note(store, "early")
    assert joined.text == "First rents.\nAnd water.\nThen buses."
    assert (joined.began_at, joined.speaker_id, joined.voice) == (5_000, "bo", "")
    assert (joined.agenda_item_id, joined.kind, joined.attribution) == ("round", "measure", "")
    assert (joined.starred, joined.to_verify) == (True, True)
    assert store.raw().execute("SELECT count(*) FROM note").fetchone() == (1,)


def test_of_different_speakers_each_is_named_before_their_words_as_far_as_their_note_tells_it(
    store: Store,
) -> None:
    furnish(store)
    for person in ("bo", "quentara"):
        store.run(SetFields(PersonRecord, person, {"consent": "named"}, ""))
    add(store, "one", text="We froze rents.", speaker_id="bo", began_at=1)
    add(store, "two", text="We did not.", speaker_id="quentara", began_at=2, attribution="by_role")
    add(store, "three", text="Nor we.", voice="Participants", began_at=3)
    store.run(JoinNotes(["one", "two", "three"]))
    joined = note(store, "one")
    assert joined.text == "Bo Sampleton: We froze rents.\nWe did not.\nParticipants: Nor we."
    assert (joined.speaker_id, joined.voice) == (None, "Bo Sampleton; Quentara Zelvorin; Participants")
    assert joined.attribution == "by_role"


def test_the_consent_of_each_speaker_is_kept_in_the_attribution_also_of_those_without_a_name(
    store: Store,
) -> None:
    furnish(store)
    values = {"id": "mayor", "office_title": "Mayor", "place_id": "sfax", "consent": "chatham_house"}
    store.run(AddRow(PersonRecord, values, ""))
    store.run(SetFields(PersonRecord, "bo", {"consent": "named"}, ""))
    add(store, "one", text="We froze rents.", speaker_id="bo", began_at=1)
    add(store, "two", text="So did we.", speaker_id="mayor", began_at=2)
    store.run(JoinNotes(["one", "two"]))
    assert note(store, "one").attribution == "chatham_house"


def test_evidence_pictures_and_terms_go_along_once(store: Store) -> None:
    furnish(store)
    add(store, "one", began_at=1)
    add(store, "two", began_at=2)
    terms = [row[0] for row in store.raw().execute("SELECT id FROM term LIMIT 2")]
    for number, (note_id, term) in enumerate((("one", 0), ("two", 0), ("two", 1))):
        values = {"id": f"t{number}", "note_id": note_id, "term_id": terms[term]}
        store.run(AddRow(NoteTermRecord, values, ""))
    for paragraph, note_id in (("p1", "one"), ("p1", "two"), ("p2", "two")):
        store.run(AddRow(EvidenceRecord, {"paragraph_id": paragraph, "note_id": note_id}, ""))
    store.run(AddRow(AttachmentRecord, {"id": "picture", "note_id": "two"}, ""))
    store.run(JoinNotes(["one", "two"]))
    raw = store.raw()
    assert sorted(raw.execute("SELECT paragraph_id, note_id FROM evidence")) == [("p1", "one"), ("p2", "one")]
    assert raw.execute("SELECT note_id FROM attachment").fetchall() == [("one",)]
    assert sorted(raw.execute("SELECT note_id, term_id FROM note_term")) == sorted(
        ("one", term) for term in terms
    )


def test_joining_one_note_or_notes_of_too_many_speakers_is_refused_and_changes_nothing(store: Store) -> None:
    furnish(store)
    for number in range(30):
        name = f"Person With A Rather Long Name {number}"
        store.run(AddRow(PersonRecord, {"id": f"x{number}", "name": name}, ""))
        add(store, f"n{number:02}", speaker_id=f"x{number}")
    before = images(store)
    with pytest.raises(Refused, match="Two notes or more"):
        store.run(JoinNotes(["n00"]))
    with pytest.raises(Refused, match="So many different speakers"):
        store.run(JoinNotes([f"n{number:02}" for number in range(30)]))
    assert images(store) == before


def test_a_split_note_may_be_told_no_more_in_either_half_and_undo_puts_all_back(store: Store) -> None:
    furnish(store)

    @settings(max_examples=25)
    @given(worlds(), st.integers(1, 20))
    def check(world: dict[str, Any], at: int) -> None:
        with taken_back(store):
            lay_out(store, world)
            before, text = images(store), world["notes"][0]["text"]
            level = levels(store).notes["n0"]
            store.run(SplitNote("n0", "half", text[:at] + " .", text[at:] + "!"))
            found = levels(store)
            assert found.notes["n0"] == found.notes["half"] == level
            assert images(store)["evidence"] == before["evidence"]
            store.undo()
            assert images(store) == before

    check()


def test_the_second_half_has_the_same_item_speaker_attribution_and_terms_and_follows_the_first(
    store: Store,
) -> None:
    furnish(store)
    values = {
        "speaker_id": "bo",
        "agenda_item_id": "round",
        "attribution": "chatham_house",
        "kind": "data_point",
    }
    add(store, "whole", text="Rents are frozen. Buses are free.", figure="60", starred=True, **values)
    term = store.raw().execute("SELECT id FROM term LIMIT 1").fetchone()[0]
    store.run(AddRow(NoteTermRecord, {"note_id": "whole", "term_id": term}, ""))
    store.run(SplitNote("whole", "half", "Rents are frozen. ", " Buses are free."))
    first, second = note(store, "whole"), note(store, "half")
    assert (first.text, second.text) == ("Rents are frozen.", "Buses are free.")
    for name, value in values.items():
        assert getattr(second, name) == value
    assert (first.figure, second.figure, first.starred, second.starred) == ("60", "", True, False)
    assert (second.began_at, second.position) == (first.began_at, first.position + 1)
    assert store.raw().execute("SELECT count(*) FROM note_term WHERE note_id = 'half'").fetchone() == (1,)


def test_there_must_be_words_on_both_sides_of_the_caret(store: Store) -> None:
    add(store, "whole", text="Rents")
    with pytest.raises(Refused, match="within its text"):
        store.run(SplitNote("whole", "half", "Rents", " \n"))
    assert note(store, "whole").text == "Rents"
