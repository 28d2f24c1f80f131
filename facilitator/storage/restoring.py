"""Restore a backup: into the library that is open, as one change that can be undone; or in place of a damaged file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, engine, opening, schema
from facilitator.storage.backup import Backup, Reason, backups_of, check_backup
from facilitator.storage.connecting import locked
from facilitator.storage.copying import copy_verified
from facilitator.storage.engine import Access
from facilitator.storage.files import real_path, sync_folder
from facilitator.storage.journal import ChangeSet
from facilitator.storage.refusals import translated
from facilitator.storage.store import Store
from facilitator.translation import tr


def restore(store: Store, source: Backup | Path, root: Path | None = None) -> ChangeSet:
    """Give the open library the content of a backup, in one change that undo takes back, after backing it up as it is.

    ``source`` may also be a file that ``backup_to_file`` wrote. Raises ``Refused``; then nothing was changed.
    """
    if isinstance(source, Backup):
        check_backup(source)
    path = source.path if isinstance(source, Backup) else source
    backups = backups_of(store, root)
    with _prepared(path) as prepared:
        _refuse_other_library(store, path, prepared)
        backups.make(store.path, Reason.RESTORE)
        store.raw().execute("ATTACH ? AS restored", (engine.address(prepared, Access.LOOK),))
        try:
            return store.change(tr("Restore backup “{name}”").format(name=path.stem), _replace_content)
        finally:
            store.raw().execute("DETACH restored")


@contextlib.contextmanager
def _prepared(backup: Path) -> Iterator[Path]:
    """A copy of the backup that is sound, and in today's format."""
    opening.look(backup, opening.read_header(backup), alone=True, thorough=True)
    with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
        copy = Path(folder) / "restored.lle"
        copy_verified(backup, copy)
        with translated(copy), contextlib.closing(engine.connect(copy, Access.WRITE)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            if version < schema.version():
                schema.migrate(connection, version)
        yield copy


def _refuse_other_library(store: Store, path: Path, prepared: Path) -> None:
    with translated(prepared), contextlib.closing(engine.connect(prepared, Access.LOOK)) as connection:
        theirs = drafts.setting(connection, "library_id")
    if theirs != store.library_id:
        raise Refused(
            tr("“{name}” can't be restored here.").format(name=path.name),
            tr("It is a backup of another library."),
            tr("Nothing was changed."),
        )


def _replace_content(connection: sqlite3.Connection) -> None:
    """Make the rows of each table those of ``restored``; what is equal stays untouched.

    All deletions go first: what the database deletes or empties along with them is then put right like any other row.
    """
    tables = schema.journaled_tables(connection)
    for table in tables:
        connection.execute(f'DELETE FROM main."{table}" WHERE id NOT IN (SELECT id FROM restored."{table}")')
        if _has_unique_columns(connection, table):
            connection.execute(f'DELETE FROM main."{table}" WHERE id IN ({_differing(connection, table)})')
    for table in tables:
        names = [f'"{name}"' for name in schema.columns(connection, table)]
        listed = ", ".join(names)
        assigned = ", ".join(f"{name} = r.{name}" for name in names)
        connection.execute(
            f'UPDATE main."{table}" SET {assigned} FROM restored."{table}" r'
            f' WHERE r.id = main."{table}".id AND r.id IN ({_differing(connection, table)})'
        )
        connection.execute(
            f'INSERT INTO main."{table}" ({listed}) SELECT {listed} FROM restored."{table}"'
            f' WHERE id NOT IN (SELECT id FROM main."{table}") ORDER BY rowid'
        )
    connection.execute("INSERT OR IGNORE INTO main.content SELECT * FROM restored.content")


def _differing(connection: sqlite3.Connection, table: str) -> str:
    names = schema.columns(connection, table)
    ours = ", ".join(f'a."{name}"' for name in names)
    theirs = ", ".join(f'b."{name}"' for name in names)
    return (
        f'SELECT a.id FROM main."{table}" a JOIN restored."{table}" b ON b.id = a.id'
        f" WHERE ({ours}) IS NOT ({theirs})"
    )


def _has_unique_columns(connection: sqlite3.Connection, table: str) -> bool:
    """Whether rows could get into each other's way while they change one by one."""
    return any(row[3] == "u" for row in connection.execute(f'PRAGMA main.index_list("{table}")'))


def restore_damaged(library: Path, backup: Backup) -> Path:
    """Put a backup in the place of a library that can't be opened, which is set aside. Returns where that lies now.

    Raises ``Refused``; then the damaged file is where it was.
    """
    check_backup(backup)
    library = real_path(library)
    writer = locked(library)
    try:
        with tempfile.TemporaryDirectory(prefix=".restored-", dir=library.parent) as folder:
            copy = Path(folder) / library.name
            copy_verified(backup.path, copy)
            aside = _set_aside(library)
            copy.replace(library)
            sync_folder(library.parent)
            return aside
    except OSError as error:
        raise Refused(
            tr("“{name}” could not be restored.").format(name=library.name),
            str(error.strerror or error),
            tr("The damaged file was not changed."),
        ) from error
    finally:
        writer.release()


def _set_aside(library: Path) -> Path:
    """Give the damaged file, and the log that belongs to it, another name beside it."""
    moment = f"{datetime.now(UTC):%Y-%m-%d %H-%M-%S}"
    aside = library.with_name(
        tr("{name} (damaged, {moment})").format(name=library.stem, moment=moment) + library.suffix
    )
    try:
        os.link(library, aside)  # so that there is a library at its place at any moment
    except OSError:  # such as on a memory stick, whose file system has no second names
        library.rename(aside)
    for suffix in ("-wal", "-journal"):
        log = opening.beside(library, suffix)
        if log.exists():
            log.rename(opening.beside(aside, suffix))
    opening.beside(library, "-shm").unlink(missing_ok=True)
    return aside
