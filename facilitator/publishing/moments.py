"""When a file was made, as the file itself says it."""

from __future__ import annotations

import os
from datetime import UTC, datetime


def moment(date: datetime | None = None) -> datetime:
    """The date to write into a file, in UTC: the one given, else SOURCE_DATE_EPOCH's (seconds since 1970), else now.

    A date without a zone is taken as UTC. See reproducible-builds.org for SOURCE_DATE_EPOCH.
    """
    if date is not None:
        return date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.now(UTC)
