"""Backups: copies of a library in the person's own data folder, each proved when it is made, fewer as they age.

The window makes one after opening a library and then every ``INTERVAL`` while it changes (``is_due``), in a job:
nothing here needs the thread of the store. Beside each backup lies a record of it, with its SHA-256; what has no
record was never finished, and does not count.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import platformdirs

from facilitator.domain.errors import Refused
from facilitator.storage import drafts, engine, journal, thinning
from facilitator.storage.backup_record import Backup as Backup
from facilitator.storage.backup_record import Reason as Reason
from facilitator.storage.backup_record import read, record_path, write
from facilitator.storage.copying import copy_verified, not_sound, sha256_of
from facilitator.storage.engine import Access
from facilitator.storage.files import real_path
from facilitator.storage.refusals import translated
from facilitator.storage.store import Store
from facilitator.translation import tr

INTERVAL = timedelta(minutes=30)
_ABANDONED_AFTER = timedelta(days=1)


def backups_root() -> Path:
    """The folder that holds a folder of backups for each library."""
    return platformdirs.user_data_path("Facilitator", appauthor=False) / "backups"


@dataclass(frozen=True)
class Backups:
    """The backups of one library, in a folder of their own."""

    folder: Path

    @classmethod
    def of(cls, library_id: str, root: Path | None = None) -> Backups:
        """The backups of a library, below ``root`` or the person's data folder."""
        return cls((root or backups_root()) / library_id)

    def newest_first(self) -> list[Backup]:
        """All finished backups."""
        found = [backup for record in self.folder.glob("*.json") if (backup := read(record))]
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    def latest(self) -> Backup | None:
        """The one with the latest changes in it, whatever the clock said."""
        return max(self.newest_first(), key=lambda backup: (backup.stamp, backup.made_at), default=None)

    def make(self, library: Path, reason: Reason = Reason.AUTOMATIC, now: datetime | None = None) -> Backup:
        """Make a backup and prove it, then thin the older ones. Raises ``Refused``, which leaves those as they are."""
        now = now or datetime.now(UTC)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise _no_backup(library, str(error.strerror or error)) from error
        with contextlib.closing(_reading(library)) as connection, translated(library):
            stamp = journal.last_stamp(connection)
        target = self._free_name(now, reason)
        digest = copy_verified(library, target)
        made = Backup(target, now, target.stat().st_size, reason, digest, stamp, library)
        write(made)
        self.thin(now)
        return made

    def thin(self, now: datetime | None = None) -> list[Backup]:
        """Delete the backups that the policy does not keep, and what was never finished. Returns those deleted."""
        now = now or datetime.now(UTC)
        everything = self.newest_first()
        stay = {backup.path for backup in thinning.kept(everything, now)}
        gone = [backup for backup in everything if backup.path not in stay]
        for backup in gone:
            _delete(record_path(backup.path), backup.path)
        _delete(*self._abandoned(now))
        return gone

    def _abandoned(self, now: datetime) -> Iterator[Path]:
        finished = {
            path for backup in self.newest_first() for path in (backup.path, record_path(backup.path))
        }
        before = (now - _ABANDONED_AFTER).timestamp()
        for path in self.folder.glob("*"):
            if path.is_file() and path not in finished and path.stat().st_mtime < before:
                yield path

    def _free_name(self, now: datetime, reason: Reason) -> Path:
        stem = f"{now.astimezone(UTC):%Y-%m-%dT%H-%M-%SZ}-{reason}"
        names = (f"{stem}{f'-{number}' if number else ''}.lle" for number in range(1000))
        return next(path for name in names if not (path := self.folder / name).exists())


def backups_of(store: Store, root: Path | None = None) -> Backups:
    """The backups of an open library."""
    return Backups.of(store.library_id, root)


def backups_for(library: Path, root: Path | None = None) -> list[Backup]:
    """The backups of a library that can't be opened, known by its id or by where it lay; newest first."""
    place, library_id = real_path(library), _id_of_damaged(library)
    wanted = [
        backup
        for folder in (root or backups_root()).glob("*/")
        for backup in Backups(folder).newest_first()
        if folder.name == library_id or backup.library == place
    ]
    return sorted(wanted, key=lambda backup: backup.made_at, reverse=True)


def is_due(latest: Backup | None, stamp: str, now: datetime, interval: timedelta = INTERVAL) -> bool:
    """Whether a library whose latest change has ``stamp`` is to be backed up again.

    It is when it changed since the latest backup and that is ``interval`` old, or dated in the future by a wrong
    clock. After opening, ask with an interval of nothing.
    """
    if latest is None:
        return bool(stamp)
    age = now - latest.made_at
    return latest.stamp != stamp and not timedelta(0) <= age < interval


def check_backup(backup: Backup) -> None:
    """Raise ``Refused`` unless a backup still is what was recorded of it."""
    try:
        unchanged = sha256_of(backup.path) == backup.sha256
    except OSError as error:
        raise not_sound(backup.path, str(error.strerror or error)) from error
    if not unchanged:
        raise not_sound(backup.path, tr("The file has changed since it was made."))


def backup_to_file(store: Store, target: Path) -> None:
    """Copy an open library to a file of the person's choice, proved. Raises ``Refused``."""
    copy_verified(store.path, target, None if store.is_in_place else store.raw())


def before_upgrade(connection: sqlite3.Connection, path: Path) -> None:
    """Back a library up before its format changes. Raises ``Refused`` where that can't be done."""
    Backups.of(drafts.setting(connection, "library_id")).make(path, Reason.UPGRADE)


def _reading(library: Path) -> sqlite3.Connection:
    with translated(library):
        return engine.connect(library, Access.READ)


def _id_of_damaged(library: Path) -> str:
    """The id of a library, where its file is not too damaged to tell."""
    with (
        contextlib.suppress(sqlite3.Error, UnicodeDecodeError),
        contextlib.closing(engine.connect(library, Access.LOOK)) as connection,
    ):
        return drafts.setting(connection, "library_id")
    return ""


def _delete(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):  # it is tried again next time
            path.unlink()


def _no_backup(library: Path, why: str) -> Refused:
    return Refused(
        tr("“{name}” could not be backed up.").format(name=library.name),
        why,
        tr("The library and earlier backups were not changed."),
    )
