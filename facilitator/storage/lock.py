"""One writer for each library: a lock file beside it, held by the operating system, that says who holds it.

The system lets go of the lock when the process ends, however it ends. A clean close removes the file, so a lock file
that nobody holds is the trace of an unclean shutdown.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK})
"""What the systems say when another process has the lock; any other error is that there are no locks to be had."""


@dataclass(frozen=True)
class Owner:
    """Who has a library open. ``since`` is ISO 8601 in UTC."""

    user: str = ""
    host: str = ""
    process: int = 0
    since: str = ""


def _this_process() -> Owner:
    user = ""
    with contextlib.suppress(OSError, KeyError, ImportError):
        user = getpass.getuser()
    return Owner(user, platform.node(), os.getpid(), datetime.now(UTC).isoformat(timespec="seconds"))


def lock_path(library: Path) -> Path:
    """Where the lock file of a library lies."""
    return library.with_name(f".{library.name}.lock")


class WriterLock:
    """The right to write a library. ``unclean`` says that the last writer did not close it."""

    def __init__(self, library: Path) -> None:
        self.path = lock_path(library)
        self.unclean = False
        self._file: BinaryIO | None = None

    def acquire(self) -> bool:
        """Take the lock; False when another process holds it. Raises OSError where there is no lock to be had."""
        while True:
            file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644), "r+b")
            try:
                _take(file)
            except OSError as error:
                file.close()
                if error.errno in _HELD:
                    return False
                raise
            if self._is_still_there(file):
                break
            file.close()  # its last holder removed it in between: take the new one
        # Who held it wrote into it, and whoever closes cleanly removes it.
        self.unclean = os.fstat(file.fileno()).st_size > 0
        # The first byte is the one that is locked, which on Windows no other process may read.
        file.seek(0)
        file.write(b"\n" + json.dumps(asdict(_this_process())).encode())
        file.truncate()
        file.flush()
        self._file = file
        return True

    def _is_still_there(self, file: BinaryIO) -> bool:
        with contextlib.suppress(FileNotFoundError):
            return os.path.samestat(os.fstat(file.fileno()), self.path.stat())
        return False

    def is_in_place(self) -> bool:
        """Whether the lock is held, and its file still lies beside the library."""
        return self._file is not None and self._is_still_there(self._file)

    def owner(self) -> Owner:
        """Who holds the lock, as far as the lock file tells."""
        with contextlib.suppress(OSError, ValueError, TypeError), self.path.open("rb") as file:
            file.seek(1)
            return Owner(**json.loads(file.read()))
        return Owner()

    def release(self, *, cleanly: bool = True) -> None:
        """Give the lock back. Its file goes too, unless an unclean shutdown has still to be looked into."""
        if self._file is None:
            return
        file, self._file = self._file, None
        if cleanly and sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        file.close()
        if cleanly and sys.platform == "win32":
            with contextlib.suppress(OSError):  # another process may have it by now
                self.path.unlink()
