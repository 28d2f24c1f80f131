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
def replaced_whole(target: Path) -> Iterator[Path]:
    """A path beside ``target`` to write to; it takes the target's place, synced, when the block ends without error.

    Raises ``Refused`` when it can't be written; the target then is what it was.
    """
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}-", suffix=".part", dir=target.parent)
        os.close(handle)
        beside = Path(name)
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        if sys.platform != "win32":
            mask = os.umask(0)
            os.umask(mask)
            beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask)
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


def write_whole(target: Path, data: bytes) -> None:
    """Write a file atomically. Raises ``Refused`` when it can't be written; the target then is what it was."""
    with replaced_whole(target) as beside:
        beside.write_bytes(data)
