"""What to tell a person of an error of the database."""

from __future__ import annotations

import contextlib
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from facilitator.domain.errors import Refused
from facilitator.translation import mark, tr

_DAMAGED = frozenset({11, 26})  # SQLITE_CORRUPT, SQLITE_NOTADB
_REASONS = {
    3: mark("The file can't be opened."),
    5: mark("Another program holds the file."),
    6: mark("Another program holds the file."),
    8: mark("The file can't be written."),
    10: mark("The disk reported an error in reading or writing."),
    13: mark("The disk is full."),
    14: mark("The file, or one beside it, can't be opened."),
    18: mark("One of the texts or files is too large."),
    776: mark("It was not closed properly, and has to be opened for writing once."),
}
"""By the result code of https://www.sqlite.org/rescode.html; an extended code goes before its primary one."""

_NOT_TEXT = "Could not decode to UTF-8"
"""How the error of Python's sqlite3 begins, which has no code."""


class DamagedLibrary(Refused):
    """The file is a library whose content is damaged; it is left as it is, and a backup can be restored."""


def damaged(path: Path, detail: str) -> DamagedLibrary:
    """The refusal of a damaged library."""
    return DamagedLibrary(
        tr("“{name}” is damaged.").format(name=path.name),
        tr("Its content does not fit together ({detail}).").format(detail=detail),
        tr("The file was left as it is. A backup can be restored in its place."),
    )


def refusal_of(error: BaseException | None, path: Path) -> Refused | None:
    """The refusal that an error of the disk or the file comes to; None for what only a bug can cause.

    Only real damage is called damage.
    """
    code = getattr(error, "sqlite_errorcode", 0)
    if code & 0xFF in _DAMAGED:
        return damaged(path, str(error))
    if str(error).startswith(_NOT_TEXT):
        return damaged(path, tr("one of the texts can't be read"))
    reason = _REASONS.get(code) or _REASONS.get(code & 0xFF)
    if not reason:
        return None
    return Refused(
        tr("The library “{name}” could not be used.").format(name=path.name),
        tr(reason),
        tr("Everything saved before is safe."),
    )


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise errors of the disk or the file as refusals; all others are ours, and stay what they are."""
    try:
        yield
    except (sqlite3.Error, DBAPIError) as error:
        refusal = refusal_of(error.orig if isinstance(error, DBAPIError) else error, path)
        if refusal is None:
            raise
        _let_go(error)
        raise refusal from error


def _let_go(error: BaseException | None) -> None:
    """Drop what the frames of an error hold: an unfinished query there would keep the file open after it is closed."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
