"""The colours of the room's window: its own, dark unless somebody chooses otherwise, since a bright wall blinds a room.

Phases differ in form and words; their colours only help. All have at least 4.5:1 on the ground (7:1 with more
contrast), and so has the ground on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from facilitator.domain.running import Phase
from facilitator.translation import mark


class Look(StrEnum):
    """How the window looks."""

    DARK = "dark"
    LIGHT = "light"
    CONTRAST = "contrast"


LOOK_LABELS: dict[Look, str] = {
    Look.DARK: mark("Dark"),
    Look.LIGHT: mark("Light"),
    Look.CONTRAST: mark("High contrast"),
}


@dataclass(frozen=True)
class Colours:
    """One set, as ``#RRGGBB``. ``phases`` has a colour for each phase, None for what is over."""

    ground: str
    text: str
    quiet: str
    line: str
    """What is left out of a form; it only completes it."""
    phases: Mapping[Phase | None, str]


_DARK_PHASES: dict[Phase | None, str] = {
    Phase.WAITING: "#A9C4D2",
    Phase.PLENTY: "#7DD69D",
    Phase.FIVE: "#8CC8FF",
    Phase.TWO: "#F2C464",
    Phase.ONE: "#FFA75C",
    Phase.OVER: "#FF9C92",
    Phase.PAUSED: "#D8C7F5",
    None: "#A9C4D2",
}
_LIGHT_PHASES: dict[Phase | None, str] = {
    Phase.WAITING: "#3F5661",
    Phase.PLENTY: "#1B6E3C",
    Phase.FIVE: "#0B5C9E",
    Phase.TWO: "#7A4F00",
    Phase.ONE: "#9A3B00",
    Phase.OVER: "#B3261E",
    Phase.PAUSED: "#5B3FA0",
    None: "#3F5661",
}
COLOURS: dict[Look, Colours] = {
    Look.DARK: Colours("#0E1316", "#F2F6F8", "#B4C2C9", "#3A474E", _DARK_PHASES),
    Look.LIGHT: Colours("#FFFFFF", "#16232A", "#4B5A62", "#C3CDD2", _LIGHT_PHASES),
    Look.CONTRAST: Colours(
        "#000000", "#FFFFFF", "#FFFFFF", "#7F7F7F", dict.fromkeys(_DARK_PHASES, "#FFFF00")
    ),
}
