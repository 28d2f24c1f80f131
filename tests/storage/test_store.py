"""Commands, their one signal, undo with labels, and the history of a row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from facilitator.domain.errors import Refused
from facilitator.storage.edits import AddRow, DeleteRows, Reorder, SetFields, Together
from facilitator.storage.journal import ChangeSet, EntryKind, EntryState
from facilitator.storage.records import (
    AgendaItemRecord,
    LearningSessionRecord,
    NoteRecord,
)
from facilitator.storage.store import Store, new_library, open_library
from tests.storage.content import add_note, add_session, rows_of


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
