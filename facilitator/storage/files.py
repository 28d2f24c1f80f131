"""Files that are replaced whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.translation import tr

_DATABASE = b"SQLite format 3\0"

Identity = tuple[int, int]
"""What tells a file from all others on this computer, by whatever name."""

_open_here: list[Identity] = []
# Python can only read the mask by setting it, which no other thread should notice.
_MASK = os.umask(0o077)
os.umask(_MASK)


def real_path(path: Path) -> Path:
    """The path without links; also of a file that does not exist or can't be reached."""
    return Path(os.path.realpath(path))


def identity(path: Path) -> Identity:
    """The identity of a file that exists."""
    found = path.stat()
    return found.st_dev, found.st_ino


def note_opened(path: Path) -> Identity:
    """Note that this process opened a library, whose file nothing else may open or replace until ``note_closed``."""
    opened = identity(path)
    _open_here.append(opened)
    return opened


def note_closed(opened: Identity) -> None:
    """Note that the library is closed again."""
    _open_here.remove(opened)


def is_open_here(path: Path) -> bool:
    """Whether this process has that library open."""
    try:
        return identity(path) in _open_here
    except OSError:
        return False


def is_at(path: Path, known: Identity) -> bool:
    """Whether the path leads to that file. It is not opened."""
    try:
        return identity(path) == known
    except OSError:
        return False


def sync_file(path: Path) -> None:
    """Make what was written into a file durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder durable; Windows does that with the rename itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def replaced_whole(target: Path, *, private: bool = False) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes the target's place, synced, when the block ends without error.

    A ``private`` file, when it is new, can only be read by the person who made it.
    Raises ``Refused`` when it can't be written; the target then is what it was.
    """
    target = real_path(target)
    if is_open_here(target):
        raise _kept(target, tr("It is the library that is open."))
    if _is_no_file(target):
        raise _kept(target, tr("A folder or a device is there, not a file."))
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".part", dir=target.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        sync_file(beside)
        if sys.platform != "win32":
            new = 0o600 if private else 0o666 & ~_MASK
            beside.chmod(target.stat().st_mode & 0o777 if target.exists() else new)
        beside.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise Refused(
            tr("“{name}” could not be written.").format(name=target.name),
            str(error.strerror or error),
            tr("A file that stood there before was not changed."),
        ) from error
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _is_no_file(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.exists() and not path.is_file()
    return False


def _kept(target: Path, why: str) -> Refused:
    return Refused(
        tr("“{name}” could not be written.").format(name=target.name),
        why,
        tr("Nothing was changed. Choose another name."),
    )


def _is_database(path: Path) -> bool:
    with contextlib.suppress(OSError):
        if path.is_file():
            with path.open("rb") as file:
                return file.read(len(_DATABASE)) == _DATABASE
    return False


def write_whole(target: Path, data: bytes) -> None:
    """Write a file atomically; a database is never replaced by it, it might be a library.

    Raises ``Refused`` when it can't be written; the target then is what it was.
    """
    if not is_open_here(target) and _is_database(target):
        raise _kept(target, tr("A library, or another database, is there."))
    with replaced_whole(target) as beside:
        beside.write_bytes(data)
