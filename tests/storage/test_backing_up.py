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
from facilitator.storage import journal
from facilitator.storage.backup import (
    INTERVAL,
    Backup,
    Backups,
    backup_to_file,
    backups_of,
    check_backup,
    is_due,
)
from facilitator.storage.checking import check
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.store import Store, new_library, open_library
from tests.storage.content import add_note, add_session, folder_of, rows_of

NOON = datetime(2026, 3, 25, 12, tzinfo=UTC)


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
