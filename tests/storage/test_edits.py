"""What features write with: rows added, changed, deleted and put in order, and what is a mistake."""

from __future__ import annotations

import random
import sqlite3
from typing import Any

import pytest
from sqlalchemy import select

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, SetFieldsOfAll, Together
from facilitator.storage.records import (
    AgendaItemRecord,
    EvidenceRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
)
from facilitator.storage.store import Store
from tests.storage.content import add_note, add_person, add_session, rows_of


class _Insert:
    label = "Insert"

    def __init__(self, *rows: Any) -> None:
        self.rows = rows

    def apply(self, session: Any) -> None:
        session.add_all(self.rows)


def test_adding_a_row_directly_stores_what_the_mapper_would(library: Store) -> None:
    session_id = add_session(library)
    values = {
        "session_id": session_id,
        "text": "a\x00b\ud800",
        "starred": True,
        "began_at": 5,
        "speaker_id": None,
    }
    library.run(AddRow(NoteRecord, {"id": "1" * 32, **values}, "Add"))
    library.run(_Insert(NoteRecord(id="2" * 32, **values)))
    library.run(AddRow(NoteRecord, {"session_id": session_id}, "Add"))
    library.run(_Insert(NoteRecord(id="3" * 32, session_id=session_id)))
    rows = rows_of(library)["note"]
    assert rows["1" * 32] | {"id": ""} == rows["2" * 32] | {"id": ""}
    assert rows["1" * 32]["text"] == "ab\ufffd"
    (made,) = (row for row_id, row in rows.items() if row_id not in {"1" * 32, "2" * 32, "3" * 32})
    assert made | {"id": ""} == rows["3" * 32] | {"id": ""}
    assert len(made["id"]) == 32
    with library.read() as session:
        note = session.get_one(NoteRecord, "1" * 32)
        assert (note.starred, note.began_at, note.voice) == (True, 5, "")


def test_adding_a_row_with_a_column_that_is_none_is_a_mistake(library: Store) -> None:
    with pytest.raises(TypeError, match="no colour"):
        library.run(AddRow(PersonRecord, {"name": "Ada", "colour": "red"}, "Add"))


def test_deleting_many_rows_takes_along_what_belongs_to_them_and_empties_references(library: Store) -> None:
    session_id, person_id = add_session(library), add_person(library, "Ada")
    ids = [new_id() for _ in range(1200)]
    rows = [
        AddRow(NoteRecord, {"id": row_id, "session_id": session_id, "speaker_id": person_id}, "")
        for row_id in ids
    ]
    library.run(Together(rows, "Add"))
    term_id = next(iter(rows_of(library)["term"]))
    library.run(AddRow(NoteTermRecord, {"note_id": ids[0], "term_id": term_id}, "Tag"))
    before = rows_of(library)
    library.run(DeleteRows(PersonRecord, [person_id], "Delete"))
    assert {row["speaker_id"] for row in rows_of(library)["note"].values()} == {None}
    library.undo()
    assert rows_of(library) == before
    library.run(DeleteRows(NoteRecord, ids, "Delete"))
    assert not rows_of(library)["note"]
    assert not rows_of(library)["note_term"]
    library.undo()
    assert rows_of(library) == before


def test_rows_are_put_in_order_and_back(library: Store) -> None:
    session_id = add_session(library)
    ids = [new_id() for _ in range(20)]
    add = [AddRow(AgendaItemRecord, {"id": row_id, "session_id": session_id}, "") for row_id in ids]
    library.run(Together([*add, Reorder(AgendaItemRecord, ids, "")], "Add"))
    shuffled = random.Random(1).sample(ids, len(ids))
    library.run(Reorder(AgendaItemRecord, shuffled, "Reorder"))
    assert _order(library) == shuffled
    library.undo()
    assert _order(library) == ids


def _order(library: Store) -> list[str]:
    with library.read() as session:
        return list(session.scalars(select(AgendaItemRecord.id).order_by(AgendaItemRecord.position)))


def test_replaced_rows_and_changed_ids_are_undone_too(library: Store) -> None:
    """What plain SQL can do to rows escapes the journal no more than what the mapper does."""
    session_id = add_session(library, "Housing")
    note_id = add_note(library, session_id, "water")
    before = rows_of(library)
    replace = "INSERT OR REPLACE INTO note (id, session_id) VALUES (?, ?)"
    rename = "UPDATE note SET id = 'other' WHERE id = ?"
    library.change("Replace", lambda raw: raw.execute(replace, (note_id, session_id)))
    library.change("Rename", lambda raw: raw.execute(rename, (note_id,)))
    library.change("Empty", lambda raw: raw.execute("DELETE FROM learning_session"))
    assert not rows_of(library)["note"]
    after = []
    for _ in range(3):
        after.append(rows_of(library))
        library.undo()
    assert rows_of(library) == before
    for expected in reversed(after):
        library.redo()
        assert rows_of(library) == expected


def test_rules_of_the_schema_hold_for_evidence(library: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        library.run(_Insert(EvidenceRecord(paragraph_id="p", note_id="n")))


def test_columns_of_many_rows_are_set_in_one_step_of_undo_and_those_that_had_it_are_not_changed(
    library: Store,
) -> None:
    session_id = add_session(library)
    ids = [f"{number:032}" for number in range(1200)]
    added = [
        AddRow(NoteRecord, {"id": row_id, "session_id": session_id, "starred": n % 2 == 0}, "")
        for n, row_id in enumerate(ids)
    ]
    library.run(Together(added, "Add"))
    told: list[Any] = []
    library.subscribe(told.append)
    library.run(SetFieldsOfAll(NoteRecord, [*ids, ids[0]], {"starred": True, "voice": "a\ud800"}, "Set"))
    library.run(SetFieldsOfAll(NoteRecord, ids, {"starred": True}, "Set again"))
    assert [len(changes.tables["note"]) for changes in told] == [1200]
    assert {(row["starred"], row["voice"]) for row in rows_of(library)["note"].values()} == {(1, "a\ufffd")}
    library.undo()
    assert sum(row["starred"] for row in rows_of(library)["note"].values()) == 600


def test_where_one_of_many_rows_is_gone_none_is_changed(library: Store) -> None:
    session_id = add_session(library)
    library.run(AddRow(NoteRecord, {"id": "1" * 32, "session_id": session_id}, "Add"))
    with pytest.raises(Refused):
        library.run(SetFieldsOfAll(NoteRecord, ["1" * 32, "2" * 32], {"starred": True}, "Set"))
    assert not rows_of(library)["note"]["1" * 32]["starred"]
