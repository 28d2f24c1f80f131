"""Backups: proved when they are made, fewer as they age, restored in one change or in place of a damaged file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from facilitator.domain.errors import Refused
from facilitator.storage import backup as backups_module
from facilitator.storage import copying, journal
from facilitator.storage.backup import (
    INTERVAL,
    Backup,
    Backups,
    Reason,
    backup_to_file,
    backups_for,
    backups_of,
    check_backup,
    is_due,
)
from facilitator.storage.checking import check
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import DeleteRows, SetFields
from facilitator.storage.lock import lock_path
from facilitator.storage.records import LearningSessionRecord, NoteRecord, PersonRecord, TermRecord
from facilitator.storage.refusals import DamagedLibrary
from facilitator.storage.restoring import restore, restore_damaged
from facilitator.storage.store import LibraryInUse, Store, new_library, open_library
from tests.storage.content import add_note, add_person, add_session, folder_of, rows_of

NOON = datetime(2026, 3, 25, 12, tzinfo=UTC)


def _sectors_of(path: Path) -> dict[str, bytes]:
    return folder_of(path) if path.exists() else {}


def test_a_backup_holds_what_the_library_holds(library: Store) -> None:
    session_id = add_session(library)
    add_note(library, session_id, "water")
    library.run(AddAttachment(Owner(session_id=session_id), "a.png", "image/png", b"\x89PNG" * 5000))
    library.save_draft("typing", "half a sent")
    made = backups_of(library).make(library.path, now=NOON)
    add_note(library, session_id, "after it")
    assert made.path.name == "2026-03-25T12-00-00Z-automatic.lle"
    assert made.size == made.path.stat().st_size
    assert backups_of(library).newest_first() == [made]
    check_backup(made)
    copy = shutil.copy(made.path, library.path.parent / "copy.lle")
    with closing(open_library(Path(copy))) as restored:
        assert [note["text"] for note in rows_of(restored)["note"].values()] == ["water"]
        assert restored.drafts() == {"typing": "half a sent"}
        assert restored.library_id == library.library_id
        assert restored.undo().label == "Attach “a.png”"
        assert check(restored) == []
    assert {found.suffix for found in made.path.parent.iterdir()} == {".lle", ".json"}


def test_backups_lie_in_the_persons_own_data_folder_for_their_eyes_only(library: Store, home: Path) -> None:
    made = backups_of(library).make(library.path)
    assert made.path.is_relative_to(home)
    assert made.path.parent.name == library.library_id
    assert made.path.stat().st_mode & 0o077 == 0
    assert made.path.parent.stat().st_mode & 0o077 == 0


def test_a_backup_is_due_when_the_library_changed_and_time_has_passed(library: Store) -> None:
    add_session(library)
    backups = backups_of(library)
    first = journal.last_stamp(library.raw())
    assert backups.latest() is None
    assert is_due(None, first, NOON)
    latest = backups.make(library.path, now=NOON)
    assert backups.latest() == latest
    assert not is_due(latest, first, NOON + timedelta(days=400)), "nothing has changed"
    add_session(library)
    second = journal.last_stamp(library.raw())
    assert not is_due(latest, second, NOON + INTERVAL - timedelta(seconds=1))
    assert is_due(latest, second, NOON + INTERVAL)
    assert is_due(latest, second, NOON + timedelta(seconds=1), timedelta(0)), "when it was opened"
    assert is_due(latest, second, NOON - timedelta(days=3650)), "the clock was wrong"


def test_the_latest_backup_is_the_one_with_the_latest_changes_whatever_the_clock_said(library: Store) -> None:
    backups = backups_of(library)
    add_session(library)
    backups.make(library.path, now=NOON + timedelta(days=3650))
    add_session(library)
    later = backups.make(library.path, now=NOON)
    assert backups.latest() == later


def _flip(path: Path, offset: int) -> None:
    with path.open("rb+") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 1]))


@pytest.mark.parametrize("word", [b"a text of its own", b"lesson of its own", b"Add note"])
def test_a_backup_that_is_corrupted_while_it_is_made_is_rejected(
    library: Store, monkeypatch: pytest.MonkeyPatch, word: bytes
) -> None:
    """One flipped bit in a text, which no check of SQLite's own can see."""
    session_id = add_session(library)
    add_note(library, session_id, "a text of its own", kind="lesson of its own")
    backups = backups_of(library)
    kept = backups.make(library.path, now=NOON)
    before = _sectors_of(backups.folder)
    copy = copying._copy

    def failing_disk(source: sqlite3.Connection, target: Path) -> None:
        copy(source, target)
        at = target.read_bytes().index(word)
        _flip(target, at + 2)
        with closing(sqlite3.connect(target)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    monkeypatch.setattr(copying, "_copy", failing_disk)
    with pytest.raises(Refused, match="not sound, and is not kept"):
        backups.make(library.path, now=NOON + timedelta(hours=1))
    assert _sectors_of(backups.folder) == before
    assert backups.newest_first() == [kept]


@pytest.mark.parametrize("step", ["open", "write", "sync", "rename", "read back", "record"])
def test_a_backup_that_fails_at_any_step_leaves_the_earlier_ones(
    library: Store, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    add_session(library)
    backups = backups_of(library)
    kept = backups.make(library.path, now=NOON)
    before = _sectors_of(backups.folder)
    content = rows_of(library)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    places = {
        "open": ("facilitator.storage.files.tempfile.mkstemp", fail),
        "write": ("facilitator.storage.copying._copy", fail),
        "sync": ("facilitator.storage.files.os.fsync", fail),
        "rename": ("pathlib.Path.replace", fail),
        "read back": ("facilitator.storage.copying.sha256_of", fail),
        "record": ("facilitator.storage.backup.write_whole", lambda *_: fail()),
    }
    with monkeypatch.context() as broken:
        broken.setattr(*places[step])
        with pytest.raises((Refused, OSError)) as caught:
            backups.make(library.path, now=NOON + timedelta(hours=1))
    assert isinstance(caught.value, Refused) or step == "record"
    assert backups.newest_first() == [kept]
    check_backup(kept)
    after = _sectors_of(backups.folder)
    assert {name: after[name] for name in before} == before
    assert rows_of(library) == content
    retried = backups.make(library.path, now=NOON + timedelta(hours=2))
    assert backups.newest_first() == [retried, kept]


def test_what_was_never_finished_is_cleared_away_after_a_day(library: Store) -> None:
    backups = backups_of(library)
    made = backups.make(library.path, now=NOON)
    left = backups.folder / ".2026-03-25T13-00-00Z.lle-x.part"
    left.write_bytes(b"half a backup")
    now = datetime.now(UTC)
    assert backups.thin(now) == []
    assert left.exists()
    backups.thin(now + timedelta(days=2))
    assert not left.exists()
    assert made.path.exists()


def test_a_backup_that_was_changed_or_lost_is_noticed(library: Store) -> None:
    backups = backups_of(library)
    made = backups.make(library.path)
    _flip(made.path, made.size - 100)
    with pytest.raises(Refused, match="has changed since it was made"):
        check_backup(made)
    with pytest.raises(Refused, match="has changed since it was made"):
        restore(library, made)
    made.path.write_bytes(b"short")
    assert backups.newest_first() == []
    made.path.unlink()
    with pytest.raises(Refused):
        check_backup(made)


def test_a_copy_to_a_file_of_ones_choice_is_proved_and_private(library: Store, tmp_path: Path) -> None:
    add_session(library)
    target = tmp_path / "copy of it.lle"
    backup_to_file(library, target)
    assert target.stat().st_mode & 0o077 == 0
    with closing(open_library(target, read_only=True)) as copy:
        assert rows_of(copy) == rows_of(library)
    with pytest.raises(Refused, match="the library that is open"):
        backup_to_file(library, library.path)
    with pytest.raises(Refused, match="could not be written"):
        backup_to_file(library, tmp_path / "no folder" / "copy.lle")


def test_a_backup_can_be_made_of_a_library_that_another_reads_or_nobody_has_open(library_path: Path) -> None:
    new_library(library_path).close()
    before = folder_of(library_path.parent)
    made = Backups.of("anything").make(library_path)
    with closing(open_library(library_path, read_only=True)) as reader:
        backup_to_file(reader, library_path.with_name("copy.lle"))
    library_path.with_name("copy.lle").unlink()
    assert folder_of(library_path.parent) == before
    check_backup(made)


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
    (backup,) = backups_for(library_path)
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


def test_backups_are_made_and_read_while_notes_are_written(library: Store) -> None:
    """Another thread backs up, as the window's job does, while this one writes."""
    import threading

    session_id = add_session(library)
    made: list[Backup] = []
    failed: list[BaseException] = []
    backups, path = backups_of(library), library.path

    def work() -> None:
        try:
            made.extend(backups.make(path, now=NOON + timedelta(minutes=number)) for number in range(8))
        except BaseException as error:
            failed.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    number = 0
    while worker.is_alive():
        add_note(library, session_id, f"note {number}")
        number += 1
    worker.join()
    assert failed == []
    assert len(made) == 8
    assert number > 8
    counts = []
    for backup in made:
        with closing(sqlite3.connect(f"file:{backup.path}?mode=ro&immutable=1", uri=True)) as connection:
            counts.append(connection.execute("SELECT count(*) FROM note").fetchone()[0])
    assert counts == sorted(counts)
    with library.read() as session:
        assert session.execute(text("SELECT count(*) FROM note")).scalar() == number
    assert check(library) == []
    assert backups_module.backups_root().exists()
