"""What is recorded of a finished backup, in a file beside it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from facilitator.storage.files import write_whole


class Reason(StrEnum):
    """Why a backup was made."""

    AUTOMATIC = "automatic"
    UPGRADE = "before-upgrade"
    RESTORE = "before-restore"


@dataclass(frozen=True)
class Backup:
    """A finished backup. ``made_at`` is in UTC, ``size`` in bytes; ``stamp`` is that of the latest change in it;
    ``library`` is where the library lay."""

    path: Path
    made_at: datetime
    size: int
    reason: Reason
    sha256: str
    stamp: str
    library: Path

    @property
    def is_special(self) -> bool:
        """Whether it stands for a moment that is worth keeping longer."""
        return self.reason is not Reason.AUTOMATIC


def record_path(backup: Path) -> Path:
    """Where the record of a backup lies."""
    return backup.with_suffix(".json")


def write(backup: Backup) -> None:
    """Record a backup, which makes it count. Raises ``Refused``."""
    fields = asdict(backup) | {
        "path": backup.path.name,
        "made_at": backup.made_at.isoformat(),
        "library": str(backup.library),
    }
    write_whole(record_path(backup.path), json.dumps(fields, indent=1).encode())


def read(record: Path) -> Backup | None:
    """The backup that a record tells of; None when it is not there as recorded."""
    try:
        fields = json.loads(record.read_text(encoding="utf-8"))
        path = record.with_name(fields["path"])
        if path.stat().st_size != fields["size"]:
            return None
        return Backup(
            path,
            datetime.fromisoformat(fields["made_at"]),
            fields["size"],
            Reason(fields["reason"]),
            fields["sha256"],
            fields["stamp"],
            Path(fields["library"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
