"""Entries of a calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Event:
    """An entry of a calendar. ``start`` and ``end`` are moments in UTC. ``uid`` is the same for the same entry in each
    export, so that a calendar that has it replaces it."""

    uid: str
    title: str
    start: datetime
    end: datetime
    place: str = ""
    text: str = ""
    link: str = ""
