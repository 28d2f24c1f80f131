"""A walk through a library's notes in the window, to be measured: `python -m tests.benchmarks.open_notes LIBRARY`.

Opens the program, all notes, scrolls through them and searches them, then opens the notes of the longest session and
scrolls through those. Prints for each step the peak of the memory until then in MB, and how long the step took in ms.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.window import MainWindow

_PLACES = 60
"""So many places of a list are looked at, from its beginning to its end."""
_LONGEST = "session-0"
_UNIT = 1e6 if sys.platform == "darwin" else 1e3


def tell(step: str, seconds: float) -> None:
    """Print what a step took; the peak does not fall again."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _UNIT
    print(step, f"{peak:.1f}", f"{1000 * seconds:.1f}", sep="\t", flush=True)


def walk(window: MainWindow, opened: OpenedLibrary) -> None:
    """Go through the steps."""
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.many_notes import RARE

    def step(name: str, act: Callable[[], None]) -> None:
        began = time.perf_counter()
        act()
        QApplication.processEvents()
        window.grab()
        tell(name, time.perf_counter() - began)

    def search(words: str) -> None:
        page: Any = opened.screens.currentWidget()
        page.filters.search.setText(words)
        page.filters.search.returnPressed.emit()

    step("window", lambda: None)
    step("all notes", lambda: opened.screens.open_page("notes"))
    step("scrolling", lambda: _scroll(opened.screens))
    for words in ("ba", RARE):
        step(f"search {words}", lambda words=words: search(words))
    step("no search", lambda: search(""))
    step("a session", lambda: opened.screens.open_session(_LONGEST, "notes"))
    step("its notes", lambda: _scroll(opened.screens))


def _scroll(screens: Any) -> None:
    from PySide6.QtWidgets import QApplication

    from facilitator.features.notes.listing.listview import NoteListView

    lists = [found for found in screens.findChildren(NoteListView) if found.isVisible()]
    for shown in lists:
        bar = shown.verticalScrollBar()
        for place in range(_PLACES + 1):
            bar.setValue(bar.maximum() * place // _PLACES)
            QApplication.processEvents()


def main(library: str) -> None:
    """Start the program as a person does, and walk as soon as the library is open."""
    from facilitator.__main__ import main as start
    from facilitator.kit import startup

    startup.hurry()
    from facilitator import app

    make_window = app.make_window

    def watched(*arguments: Any) -> MainWindow:
        from PySide6.QtCore import QTimer

        window = make_window(*arguments)

        def go() -> None:
            if window.opened is not None:
                walk(window, window.opened)
            window.close()

        window.painted.connect(lambda: QTimer.singleShot(0, go))
        return window

    app.make_window = watched
    start([library])


if __name__ == "__main__":
    main(sys.argv[1])
