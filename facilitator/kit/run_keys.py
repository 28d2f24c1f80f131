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
    """Keys as Qt writes them on all systems (``"Ctrl+Down"``), and what they do (marked for translation)."""

    keys: tuple[str, ...]
    text: str


def _key(text: str, *keys: str) -> RunKey:
    return RunKey(keys, text)


CLOCK = (
    _key(mark("Start, or next item; back"), "F8", "Shift+F8"),
    _key(mark("Pause, or go on"), "F9"),
    _key(mark("Jump to an item"), "Ctrl+F8"),
    _key(mark("Next, previous speaker has the floor"), "F7", "Shift+F7"),
    _key(mark("Follow the plenary or a group"), "Ctrl+F7"),
    _key(mark("What to do when it is late"), "Alt+B"),
    _key(mark("End"), "Ctrl+F9"),
    _key(mark("Window for the room"), "F12"),
)
NOTES = (
    _key(mark("Next, previous item for notes"), "Alt+Down", "Alt+Up"),
    _key(mark("Next, previous speaker"), "Ctrl+Down", "Ctrl+Up"),
    _key(mark("Make a city case of the note"), "Alt+X"),
    _key(mark("Show or hide what stands beside"), "Ctrl+B"),
    _key(mark("Notes by time, item or speaker"), "Ctrl+D"),
    _key(mark("A second list of notes, or one"), "Ctrl+Shift+D"),
    _key(mark("Notes in one line, or in three"), "Ctrl+Shift+L"),
)
SELECTED = (
    _key(mark("Speaker"), "F4"),
    _key(mark("Tags and themes"), "Shift+F4"),
    _key(mark("Agenda item"), "Ctrl+L"),
    _key(mark("Guiding question"), "Ctrl+G"),
    _key(mark("Moment"), "Ctrl+T"),
    _key(mark("A minute earlier, later"), "Ctrl+Left", "Ctrl+Right"),
    _key(mark("Ten seconds earlier, later"), "Ctrl+Shift+Left", "Ctrl+Shift+Right"),
    _key(mark("Answered, or verified"), "Ctrl+R"),
    _key(mark("Join the notes"), "Alt+J"),
)
"""What is done with notes that are selected in a list; there the letters of kinds are for them too."""
WINDOW = (
    _key(mark("Next, previous pane: line, notes, tabs"), "F6", "Shift+F6"),
    _key(mark("New note, from any screen"), "Ctrl+Shift+N"),
    _key(mark("All shortcuts of the screen"), "F1"),
)

_ON_THE_MAC = {"Meta": "Control", "Ctrl": "Command", "Alt": "Option"}


def shown(*keys: str) -> str:
    """Keys as they are called on this system."""
    return ", ".join(map(_named, keys))


def _named(keys: str) -> str:
    parts = keys.split("+")
    return "+".join(_ON_THE_MAC.get(part, part) for part in parts) if sys.platform == "darwin" else keys
