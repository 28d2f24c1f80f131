"""Backups are restored in one change that undo takes back, or in place of a damaged file."""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage.backup import (
    Reason,
    backup_to_file,
    backups_for,
    backups_of,
)
from facilitator.storage.checking import check
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.lock import lock_path
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord, TermRecord
from facilitator.storage.refusals import DamagedLibrary
from facilitator.storage.restoring import restore, restore_damaged
from facilitator.storage.store import LibraryInUse, Store, new_library, open_library
from tests.storage.content import add_note, add_person, add_session, rows_of

NOON = datetime(2026, 3, 25, 12, tzinfo=UTC)


def _fill(store: Store) -> dict[str, str]:
    session_id = add_session(store, "Housing")
    person_id = add_person(store, "Ada Colau")
    note_id = add_note(store, session_id, "water", speaker_id=person_id)
    store.run(AddAttachment(Owner(note_id=note_id), "a.png", "image/png", b"bytes of a picture"))
    terms = [row_id for row_id, row in rows_of(store)["term"].items() if row["vocabulary"] == "theme"][:2]
    return {"session": session_id, "person": person_id, "note": note_id, "one": terms[0], "two": terms[1]}


def _swap_codes(store: Store, one: str, two: str) -> None:
    rows = rows_of(store)["term"]
    codes = rows[one]["code"], rows[two]["code"]
    store.run(SetFields(TermRecord, one, {"code": "aside"}, "Swap"))
    store.run(SetFields(TermRecord, two, {"code": codes[0]}, "Swap"))
    store.run(SetFields(TermRecord, one, {"code": codes[1]}, "Swap"))


def _change_much(store: Store, ids: dict[str, str]) -> None:
    other = add_session(store, "Mobility")
    store.run(SetFields(NoteRecord, ids["note"], {"session_id": other, "text": "bread"}, "Edit"))
    store.run(DeleteRows(LearningSessionRecord, [ids["session"]], "Delete"))
    store.run(DeleteRows(PersonRecord, [ids["person"]], "Delete"))
    add_note(store, other, "new", speaker_id=add_person(store, "Claudia López"))
    _swap_codes(store, ids["one"], ids["two"])
    store.run(DeleteRows(TermRecord, list(rows_of(store)["term"])[5:20], "Delete"))


def test_restoring_is_one_change_that_undo_takes_back(library: Store, library_path: Path) -> None:
    ids = _fill(library)
    then = rows_of(library)
    made = backups_of(library).make(library.path, now=NOON)
    _change_much(library, ids)
    now = rows_of(library)
    changes = restore(library, made)
    assert changes.touches("note")
    assert rows_of(library) == then
    assert [hit.row_id for hit in library.search("water")] == [ids["note"]]
    assert library.search("bread") == []
    assert check(library) == []
    entry = library.next_undo()
    assert entry is not None
    assert made.path.stem in entry.label
    assert library.undo()
    assert rows_of(library) == now
    assert library.redo()
    assert rows_of(library) == then
    library.close()
    with closing(open_library(library_path)) as store:
        assert store.undo()
        assert rows_of(store) == now
        assert check(store) == []
        assert [backup.reason for backup in backups_of(store).newest_first()] == [
            Reason.RESTORE,
            Reason.AUTOMATIC,
        ]


def test_restoring_brings_the_bytes_of_attachments_back(library: Store, tmp_path: Path) -> None:
    _fill(library)
    target = tmp_path / "copy.lle"
    backup_to_file(library, target)
    library.change(
        "Lose", lambda raw: raw.execute("DELETE FROM attachment") and raw.execute("DELETE FROM content")
    )
    assert restore(library, target)
    assert library.raw().execute("SELECT data FROM content").fetchall() == [(b"bytes of a picture",)]
    assert check(library) == []


def test_restoring_what_is_there_already_changes_nothing(library: Store) -> None:
    _fill(library)
    made = backups_of(library).make(library.path, now=NOON)
    before = library.next_undo()
    assert not restore(library, made)
    assert library.next_undo() == before


def test_what_can_not_be_restored_is_refused_and_changes_nothing(library: Store, tmp_path: Path) -> None:
    _fill(library)
    other = tmp_path / "other.lle"
    new_library(other).close()
    spoiled = tmp_path / "spoiled.lle"
    spoiled.write_bytes(b"no library")
    before = rows_of(library)
    for source, reason in (
        (other, "another library"),
        (spoiled, "not a library"),
        (tmp_path / "no.lle", "no such"),
    ):
        with pytest.raises(Refused, match=reason):
            restore(library, source)
    with closing(open_library(library.path, read_only=True)) as reader:
        backup_to_file(library, tmp_path / "copy.lle")
        with pytest.raises(Refused, match="read-only"):
            restore(reader, tmp_path / "copy.lle")
    assert rows_of(library) == before


def test_nothing_is_restored_when_what_is_there_can_not_be_backed_up(
    library: Store, home: Path, tmp_path: Path
) -> None:
    ids = _fill(library)
    backup_to_file(library, tmp_path / "copy.lle")
    library.run(DeleteRows(LearningSessionRecord, [ids["session"]], "Delete"))
    before = rows_of(library)
    shutil.rmtree(home)
    home.write_text("in the way")
    with pytest.raises(Refused, match="could not be backed up"):
        restore(library, tmp_path / "copy.lle")
    assert rows_of(library) == before


def test_a_damaged_library_is_set_aside_and_a_backup_takes_its_place(
    library: Store, library_path: Path
) -> None:
    _fill(library)
    then = rows_of(library)
    backups_of(library).make(library_path, now=NOON)
    library.close()
    sound = library_path.read_bytes()
    damaged = sound[:20_000] + bytes(4096) + sound[24_096:]
    library_path.write_bytes(damaged)
    with pytest.raises(DamagedLibrary):
        open_library(library_path)
    moved = library_path.rename(library_path.with_name("renamed.lle"))
    (backup,) = backups_for(moved)
    library_path = moved
    aside = restore_damaged(library_path, backup)
    assert aside.parent == library_path.parent
    assert "damaged" in aside.name
    assert aside.read_bytes() == damaged
    with closing(open_library(library_path)) as store:
        assert rows_of(store) == then
        assert check(store) == []
    assert sorted(found.name for found in library_path.parent.iterdir()) == sorted(
        [aside.name, library_path.name]
    )


def test_the_log_of_a_damaged_library_goes_aside_with_it(library: Store, library_path: Path) -> None:
    """A log that stayed would be read into the backup."""
    add_session(library)
    backups_of(library).make(library_path)
    add_session(library, "Only in the log")
    log = Path(f"{library_path}-wal").read_bytes()
    assert log
    copy = library_path.parent / "crashed" / "library.lle"
    copy.parent.mkdir()
    copy.write_bytes(library_path.read_bytes()[:30_000])
    Path(f"{copy}-wal").write_bytes(log)
    Path(f"{copy}-shm").write_bytes(bytes(32768))
    (backup,) = backups_of(library).newest_first()
    aside = restore_damaged(copy, backup)
    assert Path(f"{aside}-wal").read_bytes() == log
    with closing(open_library(copy)) as store:
        assert [row["title"] for row in rows_of(store)["learning_session"].values()] == ["Housing"]


def test_a_library_that_is_in_use_is_not_replaced(library: Store) -> None:
    made = backups_of(library).make(library.path)
    with pytest.raises(LibraryInUse):
        restore_damaged(library.path, made)
    assert lock_path(library.path).exists()
    add_session(library)
