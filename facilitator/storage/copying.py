"""Copy a library while it is open, and prove that the copy is sound and holds the same."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage import engine, opening
from facilitator.storage.engine import Access
from facilitator.storage.files import replaced_whole
from facilitator.storage.refusals import translated
from facilitator.translation import tr


def copy_verified(library: Path, target: Path, through: sqlite3.Connection | None = None) -> str:
    """Copy a library as it is now to ``target``, which takes its place only when the copy has been proved.

    Reads through a connection of its own, so it may run in any thread; or ``through`` one that is open, where the file
    has no place any more from which it could be read. Returns the SHA-256 of the file made.
    Raises ``Refused``, and then leaves what stood at ``target`` as it was.
    """
    with replaced_whole(target, private=True) as beside:
        try:
            with (
                translated(library),
                _source(library, through) as source,
            ):
                # From here on it sees the same, whatever is written meanwhile, so that the two can be compared.
                source.execute("BEGIN")
                source.execute("SELECT count(*) FROM library").fetchone()
                _copy(source, beside)
                verify(source, beside)
        finally:
            for suffix in ("-wal", "-shm", "-journal"):
                opening.beside(beside, suffix).unlink(missing_ok=True)
        made = sha256_of(beside)
    if sha256_of(target) != made:
        raise not_sound(target, tr("What was read back differs from what was written."))
    return made


def _source(
    library: Path, through: sqlite3.Connection | None
) -> contextlib.AbstractContextManager[sqlite3.Connection]:
    if through is not None:
        return contextlib.nullcontext(through)
    return contextlib.closing(engine.connect(library, Access.READ))


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def verify(source: sqlite3.Connection, copy: Path) -> None:
    """Prove that a copy is a sound library that holds, row by row, what ``source`` holds. Raises ``Refused``.

    Ends the transaction of ``source``.
    """
    with contextlib.closing(engine.connect(copy, Access.LOOK)) as opened:
        opening.examine(opened, copy, thorough=True)
        findings = opened.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if findings != "ok":
            raise not_sound(copy, str(findings))
    source.execute("ATTACH ? AS copy", (engine.address(copy, Access.LOOK),))
    try:
        for table in _stored_tables(source):
            if not _same(source, table):
                raise not_sound(
                    copy, tr("The table “{table}” differs from the library's.").format(table=table)
                )
    finally:
        source.rollback()
        source.execute("DETACH copy")


def not_sound(copy: Path, why: str) -> Refused:
    """The refusal of a copy that is not what it should be."""
    return Refused(
        tr("The copy “{name}” is not sound, and is not kept.").format(name=copy.name),
        why,
        tr("The library and earlier backups were not changed."),
    )


def _stored_tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' AND rootpage > 0")
    return [row[0] for row in rows]


def _same(connection: sqlite3.Connection, table: str) -> bool:
    about = connection.execute(f'PRAGMA main.table_info("{table}")').fetchall()
    (without_rowid,) = connection.execute(
        "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", (table,)
    ).fetchone()
    key = [f'"{row[1]}"' for row in about if row[5]] if without_rowid else ["rowid"]
    joined = " AND ".join(f"a.{name} = b.{name}" for name in key)
    ours = ", ".join(f'a."{row[1]}"' for row in about)
    theirs = ", ".join(f'b."{row[1]}"' for row in about)
    counts = connection.execute(
        f'SELECT (SELECT count(*) FROM main."{table}"), (SELECT count(*) FROM copy."{table}"),'
        f' (SELECT count(*) FROM main."{table}" a JOIN copy."{table}" b ON {joined} WHERE ({ours}) IS ({theirs}))'
    ).fetchone()
    return len(set(counts)) == 1


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file that no one has open, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
