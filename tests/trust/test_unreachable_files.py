"""What is no file, can not be reached, or may not be read or written is refused."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage.store import new_library, open_library
from tests.storage.content import add_note, add_session, folder_of


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound library with some content."""
    path = tmp_path_factory.mktemp("sound") / "sound.lle"
    store = new_library(path)
    session_id = add_session(store)
    for number in range(200):
        add_note(store, session_id, f"Note {number} " + "water " * 40)
    store.close()
    return path


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.lle").mkdir()
    for name, reason in (
        ("folder.lle", "folder"),
        ("missing.lle", "no such file"),
        ("a/b.lle", "no such file"),
    ):
        for read_only in (False, True):
            with pytest.raises(Refused, match=reason):
                open_library(tmp_path / name, read_only=read_only)
    (tmp_path / "loop.lle").symlink_to(tmp_path / "loop.lle")
    for name in ("x" * 300 + ".lle", "loop.lle"):
        with pytest.raises(Refused, match=r"File name too long|symbolic links"):
            open_library(tmp_path / name)
        with pytest.raises(Refused, match=r"File name too long|there already"):
            new_library(tmp_path / name)
    assert sorted(found.name for found in tmp_path.iterdir()) == ["folder.lle", "loop.lle"]


@contextlib.contextmanager
def _as_an_ordinary_person() -> Iterator[None]:
    """Nothing is forbidden to root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def _reachable(folder: Path) -> None:
    for above in (folder, *folder.parents):
        if above.name and above.stat().st_uid == os.geteuid():
            above.chmod(above.stat().st_mode | 0o055)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_what_may_not_be_read_or_written_is_refused(sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    for name, mode in (("unreadable", 0o000), ("unwritable", 0o444)):
        shutil.copy(sound, folder / f"{name}.lle")
        (folder / f"{name}.lle").chmod(mode)
    _reachable(folder)
    before = folder_of(folder) if os.geteuid() == 0 else {}
    for folder_mode, why in ((0o777, "can't be written"), (0o555, "Permission denied")):
        folder.chmod(folder_mode)
        with _as_an_ordinary_person():
            with pytest.raises(Refused, match="Permission denied"):
                open_library(folder / "unreadable.lle")
            with pytest.raises(Refused, match=why):
                open_library(folder / "unwritable.lle")
            with contextlib.closing(open_library(folder / "unwritable.lle", read_only=True)) as store:
                assert len(store.search("water")) == 200
        assert sorted(found.name for found in folder.iterdir()) == ["unreadable.lle", "unwritable.lle"]
    if before:
        assert folder_of(folder) == before
    folder.chmod(0o755)
