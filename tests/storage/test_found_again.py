"""A file that is taken away while it is open: noticed before anything is written, and found again."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage import backup
from facilitator.storage.checking import check
from facilitator.storage.store import Store, new_library, open_library
from tests.storage.content import add_note, add_session, rows_of


def files_of(store: Store) -> list[Path]:
    return sorted(store.path.parent.glob(f"{store.path.name}*"))


def take_away(store: Store, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for file in files_of(store):
        shutil.copy(file, folder / file.name)
        file.unlink()


def put_back(store: Store, folder: Path) -> None:
    for file in folder.iterdir():
        shutil.copy(file, store.path.parent / file.name)


def texts(store: Store) -> set[str]:
    return {row["text"] for row in rows_of(store)["note"].values()}


def test_nothing_is_written_into_a_file_that_nobody_has_any_more(library: Store) -> None:
    session_id = add_session(library)
    library.path.unlink()
    with pytest.raises(Refused, match="no longer in its place") as caught:
        add_note(library, session_id, "lost")
    assert caught.value.__cause__ is not None, "it is the file, so that it is tried again"
    assert "Back up library" in caught.value.safe
    with pytest.raises(Refused):
        library.save_draft("note", "lost")
    assert texts(library) == set()


def test_what_was_saved_in_a_file_that_was_deleted_can_be_kept_as_a_copy(
    library: Store, tmp_path: Path
) -> None:
    add_note(library, add_session(library), "saved before")
    for file in files_of(library):
        file.unlink()
    backup.backup_to_file(library, tmp_path / "copy.lle")
    with closing(open_library(tmp_path / "copy.lle")) as copy:
        assert texts(copy) == {"saved before"}


def test_a_file_that_is_moved_away_and_back_is_written_again(library: Store) -> None:
    session_id = add_session(library)
    library.path.rename(library.path.with_name("elsewhere.lle"))
    with pytest.raises(Refused):
        add_note(library, session_id, "too early")
    library.find_again()
    library.path.with_name("elsewhere.lle").rename(library.path)
    add_note(library, session_id, "in time")
    assert texts(library) == {"in time"}


def test_a_stick_that_is_put_in_again_is_gone_on_with(tmp_path: Path) -> None:
    library = new_library(tmp_path / "stick.lle")
    session_id = add_session(library)
    add_note(library, session_id, "before")
    take_away(library, tmp_path / "pocket")
    library.find_again()
    put_back(library, tmp_path / "pocket")
    library.find_again()
    add_note(library, session_id, "after")
    library.undo()
    library.redo()
    assert check(library) == []
    library.close()
    assert not library.path.with_name(f".{library.path.name}.lock").exists()
    with closing(open_library(library.path)) as again:
        assert texts(again) == {"before", "after"}
        assert not again.unclean_before


def test_an_older_copy_and_another_library_are_not_taken_for_it(tmp_path: Path) -> None:
    library = new_library(tmp_path / "stick.lle")
    session_id = add_session(library)
    backup.backup_to_file(library, tmp_path / "older.lle")
    add_note(library, session_id, "newer")
    for file in files_of(library):
        file.unlink()
    shutil.copy(tmp_path / "older.lle", library.path)
    other = new_library(tmp_path / "other.lle")
    other.close()
    for wrong in (tmp_path / "older.lle", tmp_path / "other.lle"):
        library.path.unlink()
        shutil.copy(wrong, library.path)
        before = library.path.read_bytes()
        library.find_again()
        with pytest.raises(Refused):
            add_note(library, session_id, "into the wrong one")
        assert library.path.read_bytes()[100:] == before[100:]
    assert texts(library) == {"newer"}, "what was saved can still be read, and kept as a copy"
    library.close()
