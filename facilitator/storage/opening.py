"""Look at a file before it is opened: what is not a sound library of ours is refused, untouched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import schema
from facilitator.translation import tr

_MAGIC = b"SQLite format 3\x00"
_CORRUPT, _NOT_A_DATABASE = 11, 26
_FULL, _READ_ONLY, _INPUT_OUTPUT, _BUSY, _CANNOT_OPEN = 13, 8, 10, 5, 14


class DamagedLibrary(Refused):
    """The file is a library whose content is damaged; it is left as it is, and a backup can be restored."""


def refuse_unless_library(path: Path) -> int:
    """Check the file's header without SQLite, which might write beside it. Returns its ``user_version``.

    Raises ``Refused`` for a missing, empty, foreign, newer or unreadable file.
    """
    try:
        if path.is_dir():
            raise _refused(path, tr("It is a folder, not a file."))
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise _refused(path, tr("There is no such file.")) from None
    except OSError as error:
        raise _refused(path, str(error.strerror or error)) from error
    if not header:
        raise _refused(path, tr("The file is empty."))
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise _refused(path, tr("It is not a library of this program."))
    version = int.from_bytes(header[60:64], "big")
    if int.from_bytes(header[68:72], "big") != schema.APPLICATION_ID or version == 0:
        raise _refused(path, tr("It is a database of another program."))
    if version > schema.version():
        raise _refused(
            path,
            tr("It was made by a newer version of this program (format {theirs}, known here {ours}).").format(
                theirs=version, ours=schema.version()
            ),
        )
    return version


def _refused(path: Path, why: str) -> Refused:
    return Refused(
        tr("“{name}” can't be opened as a library.").format(name=path.name), why, tr("The file was not changed.")
    )


def refuse_foreign_schema(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Refuse a file that defines anything a library of that version does not: such as triggers that run code."""
    try:
        found = schema.fingerprint(connection)
    except sqlite3.DatabaseError as error:
        raise as_refusal(error, path) from error
    if found != schema.expected_fingerprint(version):
        raise _refused(path, tr("It defines tables or triggers that a library does not have."))


def refuse_damaged(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a file whose pages do not fit together."""
    try:
        findings = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
    except sqlite3.DatabaseError as error:
        raise as_refusal(error, path) from error
    if findings != ["ok"]:
        raise damaged(path, str(findings[0]).splitlines()[-1])


def damaged(path: Path, detail: str) -> DamagedLibrary:
    """The refusal of a damaged library."""
    return DamagedLibrary(
        tr("“{name}” is damaged.").format(name=path.name),
        tr("Its content does not fit together ({detail}).").format(detail=detail),
        tr("The file was left as it is. A backup can be restored in its place."),
    )


def as_refusal(error: BaseException, path: Path) -> Refused:
    """What to tell a person of an error of the database. Only real damage is called damage."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (_CORRUPT, _NOT_A_DATABASE):
        return damaged(path, str(error))
    reasons = {
        _FULL: tr("The disk is full."),
        _READ_ONLY: tr("The file can't be written."),
        _INPUT_OUTPUT: tr("The disk reported an error in reading or writing."),
        _BUSY: tr("Another program holds the file."),
        _CANNOT_OPEN: tr("The file, or one beside it, can't be opened."),
    }
    return Refused(
        tr("The library “{name}” could not be used.").format(name=path.name),
        reasons.get(code, str(error)),
        tr("Everything saved before is safe."),
    )
