"""A process that writes a library, and says on its standard output what was acknowledged: to be killed, or starved.

python -m tests.storage.writer notes|reopen|hold|starve LIBRARY
"""

from __future__ import annotations

import sys
from pathlib import Path

from facilitator.domain.errors import Refused
from facilitator.storage.store import Store, open_library
from tests.storage.content import add_note

SESSION = "00000000000000000000000000000001"


def say(*words: object) -> None:
    """One line to whoever started this process."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def notes(path: Path) -> None:
    """Enter note after note, and a draft with each; every fifth is undone and done again."""
    store = open_library(path)
    say("open")
    for number in range(1_000_000):
        store.save_draft("typing", str(number))
        say("draft", number)
        add_note(store, SESSION, str(number))
        say("note", number)
        if number % 5 == 0:
            store.undo()
            store.redo()


def reopen(path: Path) -> None:
    """Open the library, enter a note, close it, again and again."""
    say("open")
    for number in range(1_000_000):
        store = open_library(path)
        add_note(store, SESSION, str(number))
        say("note", number)
        store.close()


def hold(path: Path) -> None:
    """Hold the library, and enter a note for each line that comes in."""
    store = open_library(path)
    say("open")
    for line in sys.stdin:
        say(add_note(store, SESSION, line.strip()))
    store.close()
    say("closed")


def starve(path: Path) -> None:
    """Let each write fail at one place after another, as on a disk that gives no more room for a file."""
    import resource

    store = open_library(path)
    add_note(store, SESSION, "before")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    for step in range(60):
        log = Path(f"{path}-wal").stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (max(0, log - 4120 * 2) + step * 2060, most))
        try:
            _try(store, step)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        add_note(store, SESSION, f"after {step}")
        say("note", "after", step)
    store.close()
    say("closed")


def _try(store: Store, step: int) -> None:
    try:
        store.save_draft("typing", f"text {step} " * 2000)
        say("draft", step)
        add_note(store, SESSION, f"kept {step}")
        say("note", "kept", step)
    except Refused as refusal:
        say("refused", step, "|", refusal)


if __name__ == "__main__":
    {"notes": notes, "reopen": reopen, "hold": hold, "starve": starve}[sys.argv[1]](Path(sys.argv[2]))
