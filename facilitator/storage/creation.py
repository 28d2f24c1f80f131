"""Make a new library file, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, opening, schema, terms
from facilitator.storage.clock import HybridClock
from facilitator.storage.files import sync_folder
from facilitator.translation import tr


def make(path: Path) -> None:
    """Make the file beside its place, sync it, and put it there. Raises ``Refused`` when anything stands there."""
    if path.exists():
        raise Refused(
            tr("A new library can't be made at “{name}”.").format(name=path.name),
            tr("A file of that name is there already."),
            tr("It was not changed."),
        )
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".lle", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise Refused(
            tr("A new library can't be made at “{name}”.").format(name=path.name),
            str(error.strerror or error),
            tr("Nothing was changed."),
        ) from error
    beside = Path(name)
    try:
        _fill(beside)
        os.link(beside, path) if hasattr(os, "link") else beside.rename(path)
        sync_folder(path.parent)
    except sqlite3.Error as error:
        raise opening.as_refusal(error, path) from error
    finally:
        beside.unlink(missing_ok=True)


def _fill(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA page_size = 4096")
        schema.migrate(connection)
        drafts.remember_device(connection)
        connection.execute("BEGIN IMMEDIATE")
        terms.fill(connection, HybridClock(drafts.device_of(connection)))
        connection.execute("COMMIT")
    finally:
        connection.close()
