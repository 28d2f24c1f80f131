"""Read lengths in minutes as people write them."""

from __future__ import annotations

import re
from datetime import time, timedelta

from facilitator.domain.text import folded
from facilitator.features.imports.reading.values import Cell

_MINUTES = re.compile(
    r"^(?:(\d{1,2})\s*(?:h|hr|hrs|hours?|heures?|horas?)\s*)?(?:(\d{1,4})\s*(?:m|min|mins|minutes?|minutos?|['’′])?\.?)?$"
)
_CLOCK = re.compile(r"^(\d{1,2}):(\d{2})(?::(\d{2}))?$")


def read_minutes(cell: Cell) -> int | None:
    """How many minutes a cell holds: ``7``, ``7 min``, ``1:10``, ``1h10``, ``1 h 10 min``; None when not clear."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, timedelta):
        return _whole(cell.total_seconds() / 60)
    if isinstance(cell, time):
        return cell.hour * 60 + cell.minute
    if isinstance(cell, int | float):
        return round(cell * 1440) if isinstance(cell, float) and 0 < cell < 1 else _whole(float(cell))
    if not isinstance(cell, str):
        return None
    text = folded(cell).strip("() ")
    if clock := _CLOCK.match(text):
        return int(clock.group(1)) * 60 + int(clock.group(2))
    text = re.sub(r"^(\d+)[.,]0+$", r"\1", text)
    found = _MINUTES.match(text)
    if not found or not any(found.groups()):
        return None
    return int(found.group(1) or 0) * 60 + int(found.group(2) or 0)


def _whole(minutes: float) -> int | None:
    return int(minutes) if minutes >= 0 and minutes == int(minutes) and minutes < 100_000 else None
