"""Which backups are kept: the older, the fewer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Protocol, TypeVar

ALL_FOR = timedelta(days=1)
"""So long every backup is kept,"""
SPECIAL_FOR = timedelta(days=31)
"""and so long those made before an upgrade or a restore;"""
ONE_A_DAY_FOR = timedelta(days=31)
"""then the last one of each day, for so long;"""
ONE_A_WEEK_FOR = timedelta(days=366)
"""then the last one of each week, for so long; then the last one of each month. Days and weeks are those of UTC."""
MOST_BYTES = 4 * 1024**3
"""Beyond this, in all, the oldest go too,"""
ALWAYS_KEPT = 3
"""but never the newest of them."""


class Dated(Protocol):
    """What is known of a backup: when it was made, its size in bytes, and whether it stands for a special moment."""

    @property
    def made_at(self) -> datetime: ...
    @property
    def size(self) -> int: ...
    @property
    def is_special(self) -> bool: ...


B = TypeVar("B", bound=Dated)


def kept(backups: Iterable[B], now: datetime) -> list[B]:
    """The backups to keep, newest first. Those that a wrong clock dated after ``now`` are all kept."""
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    seen: set[str] = set()
    chosen = []
    for backup in newest_first:
        span = _span(backup, now)
        if span not in seen:
            chosen.append(backup)
        if span:
            seen.add(span)
    return _within(chosen, MOST_BYTES)


def _span(backup: Dated, now: datetime) -> str:
    """The stretch of time of which one backup is kept, the newest in it; empty where each is."""
    age, made_at = now - backup.made_at, backup.made_at.astimezone(UTC)
    if age < ALL_FOR or (backup.is_special and age < SPECIAL_FOR):
        return ""
    if age < ONE_A_DAY_FOR:
        return f"day {made_at:%Y-%m-%d}"
    if age < ONE_A_WEEK_FOR:
        return f"week {made_at:%G-%V}"
    return f"month {made_at:%Y-%m}"


def _within(newest_first: Sequence[B], most_bytes: int) -> list[B]:
    chosen: list[B] = []
    total = 0
    for backup in newest_first:
        total += backup.size
        if total > most_bytes and len(chosen) >= ALWAYS_KEPT:
            break
        chosen.append(backup)
    return chosen
