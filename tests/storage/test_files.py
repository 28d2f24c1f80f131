"""Files are replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.domain.errors import Refused
from facilitator.storage.files import replaced_whole, write_whole
from facilitator.storage.store import Store, new_library


@pytest.mark.parametrize(
    "place",
    [
        "facilitator.storage.files.tempfile.mkstemp",
        "facilitator.storage.files.os.fsync",
        "pathlib.Path.replace",
    ],
)
@pytest.mark.parametrize("existing", [b"earlier", None])
def test_a_write_that_fails_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, existing: bytes | None
) -> None:
    target = tmp_path / "paper.pdf"
    if existing is not None:
        target.write_bytes(existing)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(place, fail)
        with pytest.raises(Refused, match="No space left on device"):
            write_whole(target, b"new")
    assert [found.read_bytes() for found in tmp_path.iterdir()] == (
        [existing] if existing is not None else []
    )
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_writer_that_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    target.write_bytes(b"earlier")

    def write() -> None:
        with replaced_whole(target) as beside:
            beside.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("paper.pdf", b"earlier")]


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_gets_the_usual_ones(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    write_whole(target, b"one")
    usual = tmp_path / "usual"
    usual.touch()
    assert target.stat().st_mode == usual.stat().st_mode
    target.chmod(0o640)
    write_whole(target, b"two")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_second_name_keeps_pointing_at_the_file(tmp_path: Path) -> None:
    target, link = tmp_path / "paper.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"one")
    link.symlink_to(target)
    write_whole(link, b"two")
    assert link.is_symlink()
    assert target.read_bytes() == b"two"


def test_what_can_not_be_replaced_is_refused(tmp_path: Path, library: Store) -> None:
    (tmp_path / "folder").mkdir()
    for target in (tmp_path / "folder", tmp_path / "nowhere" / "paper.pdf", tmp_path / ("x" * 300)):
        with pytest.raises(Refused, match="could not be written"):
            write_whole(target, b"new")
    with pytest.raises(Refused, match="the library that is open"):
        write_whole(library.path, b"new")
    assert library.next_undo() is None


def test_a_paper_replaces_neither_a_closed_library_nor_a_device(tmp_path: Path) -> None:
    library = tmp_path / "other.lle"
    new_library(library).close()
    before = library.read_bytes()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for target in (library, pipe):
        with pytest.raises(Refused, match="Choose another name"):
            write_whole(target, b"new")
    assert library.read_bytes() == before
    assert pipe.is_fifo()
