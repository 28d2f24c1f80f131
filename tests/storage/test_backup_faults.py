"""A backup that goes wrong in the making is no backup, and leaves the earlier ones as they are."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage import copying
from facilitator.storage.backup import (
    backups_of,
    check_backup,
)
from facilitator.storage.restoring import restore
from facilitator.storage.store import Store
from tests.storage.content import add_note, add_session, folder_of, rows_of

NOON = datetime(2026, 3, 25, 12, tzinfo=UTC)


def _sectors_of(path: Path) -> dict[str, bytes]:
    return folder_of(path) if path.exists() else {}


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
        "record": ("facilitator.storage.backup_record.write_whole", fail),
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
