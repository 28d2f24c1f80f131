"""The keys of a session that is being held, besides the letters of notes: what the card of keys tells. No Qt here.

Several features have their commands on one screen and know nothing of each other; here it is seen that no key is taken
twice. A test compares this with the screen.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass

from facilitator.translation import mark


@dataclass(frozen=True)
class RunKey:
    """A key as Qt writes it on all systems (``"Ctrl+Down"``), and what it does (marked for translation)."""

    keys: str
    text: str


CLOCK = (
    RunKey("F8", mark("Start, or next item")),
    RunKey("Shift+F8", mark("Back to the item before")),
    RunKey("F9", mark("Pause, or go on")),
    RunKey("Ctrl+F8", mark("Jump to an item")),
    RunKey("F7", mark("Next speaker has the floor")),
    RunKey("Shift+F7", mark("Previous speaker has the floor")),
    RunKey("Ctrl+F7", mark("Follow the plenary or a group")),
    RunKey("Alt+B", mark("What to do when it is late")),
    RunKey("Ctrl+F9", mark("End")),
    RunKey("F12", mark("Window for the room")),
)
NOTES = (
    RunKey("Alt+Down", mark("Next item for notes")),
    RunKey("Alt+Up", mark("Previous item for notes")),
    RunKey("Ctrl+Down", mark("Next speaker")),
    RunKey("Ctrl+Up", mark("Previous speaker")),
    RunKey("Ctrl+B", mark("Show or hide what stands beside")),
)

_ON_THE_MAC = {"Meta": "Control", "Ctrl": "Command", "Alt": "Option"}


def shown(keys: str) -> str:
    """Keys as they are called on this system."""
    parts = keys.split("+")
    return "+".join(_ON_THE_MAC.get(part, part) for part in parts) if sys.platform == "darwin" else keys
