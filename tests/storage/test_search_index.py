"""The search index follows what is changed, undone and deleted, and hits say what they belong to."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from facilitator.domain.identity import new_id
from facilitator.storage import records, search
from facilitator.storage.checking import check
from facilitator.storage.edits import AddRow, DeleteRows, SetFields
from facilitator.storage.records import Base
from facilitator.storage.search import finding
from facilitator.storage.store import Store, open_library
from tests.storage.content import add_note, add_person, add_session


def _add(store: Store, record: type[Base], **values: Any) -> str:
    row_id = new_id()
    store.run(AddRow(record, {"id": row_id, **values}, "Add"))
    return row_id


def test_hits_say_what_they_are_and_what_they_belong_to(library: Store) -> None:
    place_id = _add(library, records.PlaceRecord, name="Bogotá", country="CO")
    body_id = _add(library, records.OrganisationRecord, name="United Cities", short_name="UCLG")
    session_id = add_session(library, "Housing", label="7", theme="Living alone")
    person_id = add_person(
        library, "Claudia López", office_title="Mayor", place_id=place_id, organisation_id=body_id
    )
    case_id = _add(
        library,
        records.CaseStudyRecord,
        title="Open streets",
        place_id=place_id,
        measures="Lanes for bicycles",
    )
    note_id = add_note(library, session_id, "Bicycles at once", kind="measure", place_id=place_id)
    _add(library, records.GuidingQuestionRecord, session_id=session_id, text="Which bicycles?")
    by_kind = {hit.kind: hit for hit in library.search("bicycles")}
    assert {kind: hit.row_id for kind, hit in by_kind.items()} == {
        "session": session_id,
        "case": case_id,
        "note": note_id,
    }
    assert (by_kind["note"].title, by_kind["note"].belongs_to) == ("measure", "7 Housing")
    assert by_kind["note"].session_id == session_id
    assert (by_kind["case"].title, by_kind["case"].belongs_to) == ("Open streets", "Bogotá")
    assert by_kind["session"].title == "7 Housing"
    assert {hit.kind for hit in library.search("bogota")} == {"person", "case", "note"}
    assert [(hit.row_id, hit.title, hit.belongs_to) for hit in library.search("uclg")] == [
        (person_id, "Claudia López", "Mayor")
    ]
    assert {hit.kind for hit in library.search("bicycles", kinds=["note", "case"])} == {"note", "case"}
    assert len(library.search("bicycles", limit=2)) == 2


def test_of_very_frequent_words_the_latest_rows_come_first(
    library: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    session_id = add_session(library)
    best = add_note(library, session_id, "water water water")
    others = []
    for number in range(1, 6):
        assert library.search("water")[0].row_id == best
        others.append(add_note(library, session_id, f"water and {'much else ' * number}"))
    monkeypatch.setattr(finding, "_MOST_RANKED", 6)
    assert [hit.row_id for hit in library.search("water")] == [*reversed(others), best]
    monkeypatch.setattr(finding, "_MOST_RANKED", 7)
    assert library.search("water")[0].row_id == best


def test_the_words_around_a_match_are_shown(library: Store) -> None:
    session_id = add_session(library)
    before, after = "earlier  words\n" * 40, " later\twords" * 40
    add_note(library, session_id, f"{before}the rents froze{after}")
    (hit,) = library.search("rents froze")
    assert hit.context[hit.start : hit.end] == "rents"
    assert 40 < hit.start <= 61
    assert "  " not in hit.context
    assert "\n" not in hit.context
    assert len(hit.context) < 200


def test_the_index_follows_what_is_edited_moved_renamed_deleted_and_undone(library: Store) -> None:
    place_id = _add(library, records.PlaceRecord, name="Lima")
    session_id, other_id = add_session(library, "Housing"), add_session(library, "Mobility")
    note_id = add_note(library, session_id, "water", place_id=place_id)
    question_id = _add(library, records.GuidingQuestionRecord, session_id=session_id, text="Which rents?")

    def found(query: str) -> list[str]:
        return [hit.row_id for hit in library.search(query)]

    assert (found("water"), found("lima"), found("rents")) == ([note_id], [note_id], [session_id])
    library.run(SetFields(records.NoteRecord, note_id, {"text": "bread"}, "Edit"))
    assert (found("water"), found("bread")) == ([], [note_id])
    library.run(SetFields(records.PlaceRecord, place_id, {"name": "Quito"}, "Rename"))
    assert (found("lima"), found("quito")) == ([], [note_id])
    library.run(SetFields(records.GuidingQuestionRecord, question_id, {"session_id": other_id}, "Move"))
    assert found("rents") == [other_id]
    library.run(DeleteRows(records.GuidingQuestionRecord, [question_id], "Delete"))
    assert found("rents") == []
    library.undo()
    assert found("rents") == [other_id]
    library.run(DeleteRows(records.PlaceRecord, [place_id], "Delete"))
    assert found("quito") == []
    library.run(DeleteRows(records.LearningSessionRecord, [session_id], "Delete"))
    assert (found("bread"), found("housing")) == ([], [])
    library.undo()
    library.undo()
    assert (found("bread"), found("quito"), found("housing")) == ([note_id], [note_id], [session_id])
    assert check(library) == []


def test_who_only_reads_finds_what_waits_to_be_indexed(library: Store, library_path: Path) -> None:
    session_id = add_session(library)
    changed, gone = add_note(library, session_id, "water"), add_note(library, session_id, "water again")
    assert len(library.search("water")) == 2
    new = add_note(library, session_id, "bread")
    library.run(SetFields(records.NoteRecord, changed, {"text": "bread too"}, "Edit"))
    library.run(DeleteRows(records.NoteRecord, [gone], "Delete"))
    assert search.waiting(library.raw())
    with closing(open_library(library_path, read_only=True)) as reader:
        assert {hit.row_id for hit in reader.search("bread")} == {new, changed}
        assert reader.search("water") == []
        assert [hit.kind for hit in reader.search("housing")] == ["session"]
        assert check(reader) == []
    assert {hit.row_id for hit in library.search("bread")} == {new, changed}


def test_little_waits_to_be_indexed_and_nothing_after_closing(library: Store, library_path: Path) -> None:
    session_id = add_session(library)
    for number in range(250):
        add_note(library, session_id, f"note {number}")
        assert search.waiting(library.raw()) <= 200
    add_note(library, session_id, "last")
    assert search.waiting(library.raw())
    library.close()
    with closing(open_library(library_path, read_only=True)) as reader:
        assert search.waiting(reader.raw()) == 0
        assert len(reader.search("note", limit=1000)) == 250
