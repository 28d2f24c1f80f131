"""What the window offers its first page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Offered:
    """What the window gives the page: its commands, and the ids of the sessions that were open last."""

    ask_import: Callable[[], None]
    open_palette: Callable[[], None]
    recent_sessions: Callable[[], list[str]]
