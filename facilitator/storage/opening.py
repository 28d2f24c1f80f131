"""Look at a file before it is opened: what is not a sound library of ours is refused, untouched."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import engine, schema
from facilitator.storage.engine import Access
from facilitator.storage.refusals import DamagedLibrary as DamagedLibrary
from facilitator.storage.refusals import damaged, translated
from facilitator.storage.values import table_with_misfit
from facilitator.translation import tr

_MAGIC = b"SQLite format 3\x00"
_WITH_LOG = 2

ALWAYS_CHECKED_BYTES = 64 * 1024 * 1024
"""Up to this size a library's pages are checked at each opening; larger ones only when the last writer crashed."""


@dataclass(frozen=True)
class Header:
    """What the first bytes of a file say: its ``user_version``, and whether it uses a write-ahead log."""

    version: int
    with_log: bool


def read_header(path: Path) -> Header:
    """Read the header without SQLite, which might write beside the file.

    Never of a file that this process has open: closing it would drop SQLite's locks.
    Raises ``Refused`` for a missing, empty, foreign, newer or unreadable file.
    """
    try:
        if path.is_dir():
            raise refused(path, tr("It is a folder, not a file."))
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise refused(path, tr("There is no such file.")) from None
    except OSError as error:
        raise refused(path, str(error.strerror or error)) from error
    if not header:
        raise refused(path, tr("The file is empty."))
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise refused(path, tr("It is not a library of this program."))
    version = int.from_bytes(header[60:64], "big")
    _refuse_identity(path, int.from_bytes(header[68:72], "big"), version)
    return Header(version, header[18] == _WITH_LOG)


def _refuse_identity(path: Path, application_id: int, version: int) -> None:
    if application_id != schema.APPLICATION_ID or version == 0:
        raise refused(path, tr("It is a database of another program."))
    if version > schema.version():
        raise refused(
            path,
            tr("It was made by a newer version of this program (format {theirs}, known here {ours}).").format(
                theirs=version, ours=schema.version()
            ),
        )


def refused(path: Path, why: str) -> Refused:
    """The refusal of a file that is not opened."""
    return Refused(
        tr("“{name}” can't be opened as a library.").format(name=path.name),
        why,
        tr("The file was not changed."),
    )


def beside(path: Path, suffix: str) -> Path:
    """A file that SQLite keeps beside a database: ``-wal``, ``-shm`` or ``-journal``."""
    return path.with_name(path.name + suffix)


def has_content(path: Path) -> bool:
    """Whether the file exists and is not empty."""
    return path.exists() and path.stat().st_size > 0


def look(path: Path, header: Header, *, alone: bool, thorough: bool) -> None:
    """Examine a file before it is opened, leaving no trace.

    ``alone`` says that nobody writes it meanwhile, ``thorough`` asks for a check of its pages whatever its size.
    Raises ``Refused`` for what is not a sound library.
    """
    pending = has_content(beside(path, "-wal"))
    shared_memory = beside(path, "-shm")
    had_shared_memory = shared_memory.exists()
    # A log that was left behind belongs to the content and has to be read; where there is none, SQLite would make one.
    access = Access.LOOK if header.with_log and alone and not pending else Access.READ
    try:
        with translated(path), contextlib.closing(engine.connect(path, access)) as connection:
            examine(connection, path, thorough=thorough or pending)
    except UnicodeDecodeError as error:  # Python can't read what SQLite says of a damaged definition
        raise damaged(path, tr("a definition can't be read")) from error
    finally:
        if alone and not had_shared_memory:
            shared_memory.unlink(missing_ok=True)


def examine(connection: sqlite3.Connection, path: Path, *, thorough: bool) -> int:
    """Refuse what defines or holds anything that a sound library does not. Returns its ``user_version``."""
    with translated(path):
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        _refuse_identity(path, application_id, version)
        if schema.fingerprint(connection) != schema.expected_fingerprint(version):
            raise refused(path, tr("It defines tables or triggers that a library does not have."))
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (page_size,) = connection.execute("PRAGMA page_size").fetchone()
        if thorough or pages * page_size <= ALWAYS_CHECKED_BYTES:
            _refuse_damaged(connection, path)
        if table := table_with_misfit(connection):
            raise damaged(path, tr("“{table}” holds a value of a wrong kind").format(table=table))
    return int(version)


def _refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    findings = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
    if findings != ["ok"]:
        raise damaged(path, str(findings[0]).splitlines()[-1])
