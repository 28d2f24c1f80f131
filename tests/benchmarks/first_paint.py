"""One start to be measured: `python -m tests.benchmarks.first_paint empty|LIBRARY`.

Opens an empty Qt window or the program on a library, and prints when, by the clock of ``time.monotonic``, the first
frame of the window was on its way to the screen; of the program also when the first page of the library was.
Imports in the order in which the program does, and nothing that it does not import by then.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.window import MainWindow

_SIZE = (1280, 800)


def tell(what: str) -> None:
    """Print a moment for the process that measures."""
    print(what, time.monotonic_ns(), flush=True)


def empty() -> None:
    """An empty window of the size that the program's takes."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    from tests.benchmarks.watching import FirstPaint

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(*_SIZE)

    def painted() -> None:
        tell("painted")
        window.close()

    FirstPaint(window, painted)
    window.show()
    application.exec()


def program(library: Path) -> None:
    """The program as a person starts it, watched from outside."""
    from facilitator.__main__ import main
    from facilitator.kit import startup

    startup.hurry()
    from facilitator import app
    from tests.benchmarks.watching import FirstPaint

    make_window = app.make_window

    def watched(*arguments: object) -> MainWindow:
        window = make_window(*arguments)

        def listed() -> None:
            tell("listed")
            window.close()

        def attached(library: OpenedLibrary | None) -> None:
            if library is not None:
                from facilitator.kit.cards import Card

                # Home shows the sessions as cards; what is around them may be covered, and is never painted then.
                screens = library.screens
                screens.moved.connect(lambda _: FirstPaint(screens.findChild(Card), listed))

        FirstPaint(window, lambda: tell("painted"))
        window.attached.connect(attached)
        return window

    app.make_window = watched
    main([str(library)])


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        program(Path(sys.argv[1]))
