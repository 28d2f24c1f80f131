"""One start to be measured: `python -m tests.benchmarks.first_paint empty|LIBRARY`.

Opens an empty Qt window or the program on a library, and prints when, by the clock of ``time.monotonic``, the first
frame of the window was on its way to the screen; of the program also when the first page of the library was.
Nothing is imported here that the program does not import by itself at that time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.window import MainWindow

_SIZE = (1280, 800)


class FirstPaint(QObject):
    """Calls ``painted`` once, behind the first painting of a widget and of all that it holds."""

    def __init__(self, watched: QWidget, painted: Callable[[], None]) -> None:
        super().__init__(watched)
        self._painted = painted
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)
        return False


def tell(what: str) -> None:
    """Print a moment for the process that measures."""
    print(what, time.monotonic_ns(), flush=True)


def empty() -> None:
    """An empty window of the size that the program's takes."""
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
    from facilitator import app

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
    app.run(library)


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty()
    else:
        program(Path(sys.argv[1]))
