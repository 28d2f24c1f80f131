"""Backups as rows of a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitator.storage.backup import Backup, Reason
from facilitator.translation import mark

_REASONS = {
    Reason.AUTOMATIC: mark("Made by itself"),
    Reason.UPGRADE: mark("Before the format changed"),
    Reason.RESTORE: mark("Before a backup was restored"),
}


@dataclass(frozen=True)
class BackupRow:
    """One backup. ``why`` is marked for translation."""

    id: str
    backup: Backup
    why: str


def rows_of(backups: Sequence[Backup]) -> list[BackupRow]:
    """The rows of these backups."""
    return [BackupRow(str(backup.path), backup, _REASONS[backup.reason]) for backup in backups]
