"""Reads and writes of notes without a screen: what the command line lists, and that a note is added once."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict

import pytest

from facilitator.features.notes import commands, queries
from facilitator.features.notes.commands import AddNote
from facilitator.features.notes.queries import Filters
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord, PlaceRecord
from facilitator.storage.store import Store
from tests.features.notes.conftest import SESSION


def test_a_note_lists_with_all_that_it_carries(store: Store, planned: None) -> None:
    store.run(AddRow(PlaceRecord, {"id": "sfax", "name": "Sfax"}, "Add"))
    store.run(AddNote("a", SESSION, "Sixty", 1_586_437_447_500, "data_point", "round", "bo", author="Ann"))
    store.run(SetFields(NoteRecord, "a", {"place_id": "sfax", "figure": "60", "unit": "%"}, "Edit"))
    store.run(commands.add_tag("a", "survey"))
    with store.read() as session:
        (row,) = queries.list_notes(session, SESSION)
        assert queries.list_notes(session, "elsewhere") == []
    assert (row.session, row.kind, row.text, row.speaker) == ("8", "data_point", "Sixty", "Bo Sample")
    assert (row.city, row.item, row.began_at) == ("Sfax", "City round", "2020-04-09T13:04:07Z")
    assert (row.figure, row.unit, row.author, row.tags) == ("60", "%", "Ann", ("survey",))
    assert (row.attribution, row.disclosure) == ("named", "named")
    assert json.loads(json.dumps(asdict(row)))["tags"] == ["survey"]


def test_the_same_note_twice_is_one_note(store: Store) -> None:
    note = AddNote("same", SESSION, "Once", 5)
    assert store.run(note)
    assert not store.run(note)
    with store.read() as session:
        assert len(queries.list_notes(session)) == 1
    entry = store.next_undo()
    assert entry is not None
    assert entry.label == "Add note “Once”"
    store.undo()
    with store.read() as session:
        assert queries.list_notes(session) == []


def test_a_note_of_no_session_is_an_error_and_not_taken_for_one_that_is_there(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.run(AddNote("lost", "no-such-session", "Lost", 5))


@pytest.mark.parametrize(
    ("attribution", "kind", "rule", "consent", "disclosure"),
    [
        ("", "lesson", "", "named", "named"),
        ("", "quote", "", "named", "withheld"),
        ("named", "quote", "", "named", "named"),
        ("", "lesson", "", "", "by_role"),
        ("", "lesson", "chatham_house", "named", "chatham_house"),
        ("off_the_record", "lesson", "", "named", "off_the_record"),
        ("", "logistics", "", "named", "off_the_record"),
        ("a new word", "lesson", "", "named", "withheld"),
        ("", "lesson", "a new word", "named", "withheld"),
        ("", "lesson", "", "a new word", "withheld"),
    ],
)
def test_the_strictest_of_note_session_and_speaker_holds(
    store: Store, attribution: str, kind: str, rule: str, consent: str, disclosure: str
) -> None:
    store.run(SetFields(LearningSessionRecord, SESSION, {"attribution": rule}, "Rule"))
    store.run(SetFields(PersonRecord, "ada", {"consent": consent}, "Consent"))
    store.run(AddNote("n", SESSION, "Said", 5, kind, speaker_id="ada", attribution=attribution))
    with store.read() as session:
        (row,) = queries.list_notes(session)
        (line,) = queries.note_lines(session, ["n"])
    assert row.disclosure == disclosure
    assert line.disclosure.name.lower() == disclosure


def test_notes_without_a_moment_come_first_in_their_order(store: Store) -> None:
    for number, row_id in enumerate("cab"):
        values = {"id": row_id, "session_id": SESSION, "position": number, "text": row_id}
        store.run(AddRow(NoteRecord, values, "Import"))
    store.run(AddNote("live", SESSION, "live", 1))
    with store.read() as session:
        assert [place.id for place in queries.places_of(session, SESSION)] == ["c", "a", "b", "live"]
        assert queries.note_ids(session, Filters()) == ["c", "a", "b", "live"]
        assert [row.id for row in queries.list_notes(session)] == ["c", "a", "b", "live"]
