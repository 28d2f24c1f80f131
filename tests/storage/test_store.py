"""Commands, their one signal, undo with labels, and the history of a row."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from facilitator.domain.errors import Refused
from facilitator.domain.identity import new_id
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, SetFields, Together
from facilitator.storage.journal import ChangeSet, EntryKind, EntryState
from facilitator.storage.records import (
    AgendaItemRecord,
    EvidenceRecord,
    LearningSessionRecord,
    NoteRecord,
    NoteTermRecord,
    PersonRecord,
)
from facilitator.storage.store import Store, new_library, open_library
from tests.storage.content import add_note, add_person, add_session, rows_of


def test_a_command_tells_what_it_changed_once(library: Store) -> None:
    heard: list[ChangeSet] = []
    unsubscribe = library.subscribe(heard.append)
    session_id = add_session(library)
    note_id = add_note(library, session_id, "water")
    changes = library.run(DeleteRows(LearningSessionRecord, [session_id], "Delete session"))
    assert heard[-1] is changes
    assert len(heard) == 3
    assert changes.label == "Delete session"
    assert changes.tables == {"learning_session": {session_id}, "note": {note_id}}
    assert changes.touches("note", "person")
    assert not changes.touches("person")
    library.undo()
    assert heard[-1].tables == changes.tables
    unsubscribe()
    library.redo()
    assert len(heard) == 4


def test_a_listener_that_fails_keeps_no_other_from_hearing(library: Store) -> None:
    heard: list[ChangeSet] = []

    def fail(_: ChangeSet) -> None:
        raise ZeroDivisionError

    library.subscribe(heard.append)
    library.subscribe(fail)
    library.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError):
        add_session(library)
    assert len(heard) == 2
    assert len(rows_of(library)["learning_session"]) == 1


def test_a_listener_may_run_a_command(library: Store) -> None:
    session_id = add_session(library)

    def answer(changes: ChangeSet) -> None:
        if len(rows_of(library)["note"]) < 3:
            add_note(library, session_id, "again")

    library.subscribe(answer)
    add_note(library, session_id, "first")
    assert len(rows_of(library)["note"]) == 3


def test_a_command_that_changes_nothing_leaves_nothing_to_undo(library: Store) -> None:
    session_id = add_session(library, "Housing")
    library.undo()
    library.redo()
    heard: list[ChangeSet] = []
    library.subscribe(heard.append)
    before = library.raw().execute("SELECT * FROM journal_entry").fetchall()
    assert not library.run(SetFields(LearningSessionRecord, session_id, {"title": "Housing"}, "Rename"))
    assert not library.run(DeleteRows(NoteRecord, ["gone"], "Delete"))
    assert not library.run(Together([], "Nothing"))
    assert library.raw().execute("SELECT * FROM journal_entry").fetchall() == before
    assert heard == []


def test_a_command_that_fails_is_taken_back_whole(library: Store) -> None:
    session_id = add_session(library)
    before = rows_of(library), library.next_undo()
    twice = [
        AddRow(NoteRecord, {"id": "a" * 32, "session_id": session_id}, "Add"),
        AddRow(NoteRecord, {"id": "a" * 32, "session_id": session_id}, "Add"),
    ]
    with pytest.raises(IntegrityError):
        library.run(Together(twice, "Twice"))
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        library.run(AddRow(NoteRecord, {"id": "b" * 32, "session_id": "nobody"}, "Add"))
    with pytest.raises(Refused, match="deleted meanwhile"):
        library.run(SetFields(NoteRecord, "gone", {"text": "x"}, "Edit"))
    with pytest.raises(Refused, match="deleted meanwhile"):
        library.run(Reorder(AgendaItemRecord, ["gone"], "Reorder"))
    assert (rows_of(library), library.next_undo()) == before
    assert add_session(library)


def test_undo_and_redo_say_what_they_would_do_also_after_reopening(library_path: Path) -> None:
    with closing(new_library(library_path, author="Ada")) as store:
        assert store.next_undo() is None
        assert store.next_redo() is None
        session_id = add_session(store)
        add_note(store, session_id, "water")
        store.undo()
    with closing(open_library(library_path, author="Claudia")) as store:
        undo, redo = store.next_undo(), store.next_redo()
        assert undo
        assert redo
        assert (undo.label, undo.author, undo.kind, undo.state) == (
            "Add session",
            "Ada",
            EntryKind.DO,
            EntryState.DONE,
        )
        assert (redo.label, redo.state) == ("Add note", EntryState.UNDONE)
        add_note(store, session_id, "another")
        assert store.next_redo() is None
        assert not store.redo()
        assert [note["text"] for note in rows_of(store)["note"].values()] == ["another"]


def test_the_history_of_a_row_says_who_changed_what_and_how_it_was(library_path: Path) -> None:
    with closing(new_library(library_path, author="Ada")) as store:
        note_id = add_note(store, add_session(store), "water")
    with closing(open_library(library_path, author="Claudia")) as store:
        store.run(SetFields(NoteRecord, note_id, {"text": "bread"}, "Edit note"))
        store.undo()
        history = store.history("note", note_id)
        assert [(v.entry.author, v.entry.label, v.entry.kind, v.operation) for v in history] == [
            ("Claudia", "Edit note", EntryKind.UNDO, "update"),
            ("Claudia", "Edit note", EntryKind.DO, "update"),
            ("Ada", "Add note", EntryKind.DO, "insert"),
        ]
        assert [v.before["text"] if v.before else None for v in history] == ["bread", "water", None]


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


def test_a_read_sees_one_state_and_no_command_can_run_meanwhile(library: Store) -> None:
    session_id = add_session(library)
    with library.read() as outer:
        assert outer.scalar(text("SELECT count(*) FROM note")) == 0
        with library.read() as inner:
            assert inner.scalar(text("SELECT count(*) FROM learning_session")) == 1
        with pytest.raises(RuntimeError, match="a write within a read"):
            add_note(library, session_id, "water")
        assert outer.scalar(text("SELECT count(*) FROM note")) == 0
    add_note(library, session_id, "water")

    def read_and_fail() -> None:
        with library.read() as session:
            assert session.scalar(text("SELECT count(*) FROM note")) == 1
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        read_and_fail()
    add_note(library, session_id, "more")


def test_who_reads_sees_one_state_while_another_writes(library: Store, library_path: Path) -> None:
    session_id = add_session(library)
    with closing(open_library(library_path, read_only=True)) as reader:
        with reader.read() as session:
            assert session.scalar(text("SELECT count(*) FROM note")) == 0
            add_note(library, session_id, "water")
            assert session.scalar(text("SELECT count(*) FROM note")) == 0
        assert len(rows_of(reader)["note"]) == 1


def test_mistakes_in_a_query_are_not_called_a_trouble_of_the_file(library: Store) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError, match="no such column"), library.read() as session:
        session.execute(text("SELECT colour FROM note"))


def test_drafts_are_kept_by_key_and_removed_when_empty(library: Store, library_path: Path) -> None:
    library.save_draft("note/1", "half a sent")
    library.save_draft("note/2", "a\x00\ud800")
    library.save_draft("person/1", "Ad")
    library.save_draft("person/1", "")
    assert library.drafts() == {"note/1": "half a sent", "note/2": "a\ufffd"}
    assert library.drafts("note/1") == {"note/1": "half a sent"}
    assert library.next_undo() is None
    library.close()
    with closing(open_library(library_path)) as store:
        assert store.drafts("note/") == {"note/1": "half a sent", "note/2": "a\ufffd"}


def test_a_new_library_has_the_vocabularies_and_nothing_to_undo(library: Store) -> None:
    assert {row["vocabulary"] for row in rows_of(library)["term"].values()} >= {"theme", "decalogue", "sdg"}
    assert library.next_undo() is None
    assert len(library.library_id) == 32


def test_a_new_library_takes_no_file_s_place_and_reads_no_rest_of_one(tmp_path: Path) -> None:
    path = tmp_path / "library.lle"
    path.write_bytes(b"something")
    with pytest.raises(Refused, match="there already"):
        new_library(path)
    assert path.read_bytes() == b"something"
    with pytest.raises(Refused, match="No such file"):
        new_library(tmp_path / "nowhere" / "library.lle")
    path.unlink()
    with closing(new_library(path)) as store:
        add_session(store)
        log = Path(f"{path}-wal").read_bytes()
    path.unlink()
    Path(f"{path}-wal").write_bytes(log)
    with closing(new_library(path)) as store:
        assert not rows_of(store)["learning_session"]
    assert [found.name for found in tmp_path.iterdir()] == ["library.lle"]


def test_rules_of_the_schema_hold_for_evidence(library: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        library.run(_Insert(EvidenceRecord(paragraph_id="p", note_id="n")))
