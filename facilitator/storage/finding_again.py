"""A library whose file was taken away while it was open: whether it is there again, by another way."""

from __future__ import annotations

import contextlib
import sqlite3

from facilitator.domain.errors import Refused
from facilitator.storage import files, journal
from facilitator.storage.openfile import OpenFile


def find_again(file: OpenFile, library_id: str, last_stamp: str) -> OpenFile | None:
    """The library that has the file's place by now, if it is the same one and holds all that was saved up to
    ``last_stamp``: a stick that was put in again, a copy that was put back. The old file is left for good then."""
    with contextlib.suppress(Refused, sqlite3.Error, OSError):
        there = files.identity(file.path)
        if there == file.not_ours:
            return None
        found = file.again()
        if (found.library_id(), journal.last_stamp(found.raw)) == (library_id, last_stamp):
            file.abandon(found)
            return found
        file.dismiss(found)
        file.not_ours = there
    return None
