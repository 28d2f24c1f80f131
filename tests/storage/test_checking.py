"""A check of the whole library finds what is wrong, and nothing in a sound one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage import contents
from facilitator.storage.checking import check
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import DeleteRows
from facilitator.storage.records import AttachmentRecord, LearningSessionRecord
from facilitator.storage.store import Store, new_library, open_library
from tests.storage.content import add_note, add_session, folder_of, rows_of

PICTURE = b"\x89PNG\r\n" + bytes(range(256)) * 40


@pytest.fixture
def filled(library_path: Path) -> Path:
    """A library with a little of everything, closed."""
    store = new_library(library_path)
    session_id = add_session(store)
    add_note(store, session_id, "water")
    store.run(AddAttachment(Owner(session_id=session_id), "a.png", "image/png", PICTURE))
    add_note(store, session_id, "undone")
    store.undo()
    store.search("water")
    store.close()
    return library_path


def test_a_sound_library_has_no_findings_and_is_not_changed_by_looking(filled: Path) -> None:
    before = folder_of(filled.parent)
    with closing(open_library(filled, read_only=True)) as store:
        assert check(store) == []
    assert folder_of(filled.parent) == before


SPOILING: dict[str, tuple[str, str]] = {
    "a reference to nothing": ("references", "UPDATE note SET session_id = 'gone'"),
    "a change of no entry": ("journal", "UPDATE journal_change SET entry_seq = 99 WHERE entry_seq = 2"),
    "a change of another entry": ("journal", "UPDATE journal_change SET entry_seq = 1 WHERE entry_seq = 3"),
    "an image that can't be read": (
        "journal",
        "UPDATE journal_change SET before = '{' WHERE before IS NOT NULL",
    ),
    "an operation that is none": (
        "journal",
        "UPDATE journal_change SET operation = 'burn' WHERE entry_seq = 2",
    ),
    "stamps out of order": ("journal", "UPDATE journal_entry SET stamp = '0' WHERE seq = 3"),
    "an entry that is neither done nor undone": (
        "journal",
        "UPDATE journal_entry SET state = '' WHERE seq = 2",
    ),
    "a row that no one entered": ("journal", "INSERT INTO place (id) VALUES ('x')"),
    "a row that no one deleted": ("journal", "DELETE FROM note"),
    "a text that is not in the index": ("search", "UPDATE note SET text = 'bread'"),
    "a text in the index that is nowhere": (
        "search",
        "INSERT INTO search_text VALUES (99, 'x', 'note', 'x')",
    ),
    "a text that the index has lost": ("search", "INSERT INTO search (search) VALUES ('delete-all')"),
    "other bytes": ("contents", "UPDATE content SET data = x'00'"),
    "lost bytes": ("contents", "DELETE FROM content"),
}


@pytest.mark.parametrize("spoiled", SPOILING)
def test_what_is_wrong_is_found(filled: Path, spoiled: str) -> None:
    kind, statement = SPOILING[spoiled]
    with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        assert connection.execute(statement).rowcount
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
    with closing(open_library(filled, read_only=True)) as store:
        found = check(store)
    assert kind in {finding.kind for finding in found}
    assert all(finding.message for finding in found)


@pytest.mark.parametrize(
    ("kind", "spoil"),
    [
        ("texts", lambda data: data.replace(b"water", b"w\xffter")),
        ("pages", lambda data: data.replace(b"learning_session", b"learning_sessioN", 1)),
    ],
)
def test_damage_that_opening_does_not_see_is_found(
    filled: Path, kind: str, spoil: Callable[[bytes], bytes]
) -> None:
    data = filled.read_bytes()
    if kind == "pages":
        # An index that no longer agrees with its table: opening only looks whether the pages fit together.
        with closing(sqlite3.connect(filled, isolation_level=None)) as connection:
            (page,) = connection.execute(
                "SELECT rootpage FROM sqlite_master WHERE name = 'ix_note_session_id'"
            ).fetchone()
            (size,) = connection.execute("PRAGMA page_size").fetchone()
        start = (page - 1) * size
        index = data[start : start + size]
        session_id = next(iter(_rows(filled)["learning_session"])).encode()
        data = data[:start] + index.replace(session_id, session_id[:-1] + b"z") + data[start + size :]
    else:
        data = spoil(data)
    assert data != filled.read_bytes()
    filled.write_bytes(data)
    with closing(open_library(filled, read_only=True)) as store:
        assert {finding.kind for finding in check(store)} == {kind}


def _rows(path: Path) -> dict[str, dict[str, dict[str, object]]]:
    with closing(open_library(path, read_only=True)) as store:
        return rows_of(store)


def test_the_bytes_of_an_attachment_are_kept_once_and_read_back(library: Store) -> None:
    session_id = add_session(library)
    for name in ("a.png", "b.png"):
        library.run(AddAttachment(Owner(session_id=session_id), name, "image/png", PICTURE, "A hall"))
    rows = list(rows_of(library)["attachment"].values())
    assert [(row["name"], row["size"], row["description"]) for row in rows] == [
        ("a.png", len(PICTURE), "A hall"),
        ("b.png", len(PICTURE), "A hall"),
    ]
    assert len({row["sha256"] for row in rows}) == 1
    assert library.raw().execute("SELECT count(*) FROM content").fetchone() == (1,)
    with library.read() as session:
        assert contents.read(session, str(rows[0]["sha256"])) == PICTURE
        with pytest.raises(Refused, match="missing or damaged"):
            contents.read(session, "0" * 64)


def test_undo_takes_an_attachment_away_and_redo_brings_it_back_with_its_bytes(library: Store) -> None:
    session_id = add_session(library)
    library.run(AddAttachment(Owner(session_id=session_id), "a.png", "image/png", PICTURE))
    library.undo()
    assert rows_of(library)["attachment"] == {}
    library.redo()
    library.run(DeleteRows(LearningSessionRecord, [session_id], "Delete"))
    assert rows_of(library)["attachment"] == {}
    library.undo()
    (row,) = rows_of(library)["attachment"].values()
    with library.read() as session:
        assert session.get_one(AttachmentRecord, row["id"]).name == "a.png"
        assert contents.read(session, row["sha256"]) == PICTURE


def test_an_attachment_that_is_too_large_is_refused(library: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    session_id = add_session(library)
    monkeypatch.setattr(contents, "MOST_BYTES", 1000)
    with pytest.raises(Refused, match="can't be attached"):
        library.run(AddAttachment(Owner(session_id=session_id), "a.png", "image/png", PICTURE))
    assert rows_of(library)["attachment"] == {}
