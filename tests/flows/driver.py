"""The real program, told by lines of JSON on its standard input which keys are pressed, as a person would press them.

Each line is answered by one on standard output, with what Qt warned of since. The keys go where the system would send
them: to a popup that is open, else to what has the focus in the active window. The time by which sessions are held is
the computer's, unless the second argument gives a moment: then its clocks stand there until they are told to go on; the
third argument sets the clock on the wall so many milliseconds ahead.
"""

from __future__ import annotations

import json
import sys
import threading
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QTableView, QWidget

from facilitator import app
from facilitator.shell import window as shell_window
from facilitator.shell.window import MainWindow
from tests.flows.run_stage import told_of
from tests.flows.standing import StandingTime

PAUSE_MS = 5
_warnings: list[str] = []


def answer(value: Any) -> None:
    """Tell the test what it asked."""
    sys.stdout.write(json.dumps({"value": value, "warnings": _warnings}) + "\n")
    sys.stdout.flush()


def heed(kind: QtMsgType, _context: Any, words: str) -> None:
    """Keep what Qt warns of: it is a mistake of ours."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        _warnings.append(words)


def heed_error(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep what the program would tell the person as a bug, in a dialog that stands in the way."""
    _warnings.append("".join(traceback.format_exception(kind, error, trace)))


class Driver(QObject):
    """Does on the GUI thread what the lines say."""

    received = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._pause = PAUSE_MS
        self.received.connect(self._on_received, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self.received.emit(line)

    def _on_received(self, line: str) -> None:
        told = json.loads(line)
        do = told.pop("do")
        if do == "keys":
            self._press([partial(self._press_keys, text) for text in told["keys"]])
        elif do == "type":
            self._press([partial(self._press_letter, letter) for letter in told["text"]])
        elif do == "wait":
            QTimer.singleShot(told["milliseconds"], lambda: answer(None))
        else:
            try:
                answer(getattr(self, f"do_{do}")(**told))
            except Exception as error:
                heed_error(type(error), error, error.__traceback__)
                answer(None)

    def _press(self, presses: list[Callable[[], None]]) -> None:
        """Press one after the other. The next is arranged first, as a key may open a dialog and wait for its end."""
        if not presses:
            answer(None)
            return
        QTimer.singleShot(self._pause, lambda: self._press(presses[1:]))
        presses[0]()

    def _press_keys(self, text: str) -> None:
        combination = QKeySequence(text)[0]
        QTest.keyClick(self._target(), combination.key(), combination.keyboardModifiers())

    def _press_letter(self, letter: str) -> None:
        if letter.isascii():
            QTest.keyClicks(self._target(), letter)
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows no other letters
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self._target(), key)

    def do_state(self) -> dict[str, Any]:
        """What has the focus, which page is shown, and every text that can be seen."""
        focus = QApplication.focusWidget()
        place = self._window.opened.screens.place() if self._window.opened else None
        return {
            "focus": _spoken(focus) if focus else "",
            "page": place.page if place else "",
            "session": place.session_id if place else "",
            "texts": [text for widget in QApplication.topLevelWidgets() for text in _texts(widget)],
            "commands": sorted(action.text() for action in _enabled_actions(self._window)),
            "active": QApplication.activeWindow() is not None,
        }

    def do_run(self) -> dict[str, Any]:
        """How the stage Run stands that is shown."""
        return told_of(self._window)

    def do_time(self, at: int) -> None:
        """Let the clocks go on to a moment."""
        self._standing().go_on(at)

    def do_set_clock(self, ahead: int) -> None:
        """Set the computer's clock."""
        self._standing().set_ahead(ahead)

    def _standing(self) -> StandingTime:
        assert isinstance(self._window.time, StandingTime)
        return self._window.time

    def do_pace(self, milliseconds: int) -> None:
        """Leave so much between keys."""
        self._pause = milliseconds

    def do_resize(self, width: int, height: int) -> None:
        """Give the window a size."""
        self._window.resize(width, height)
        QTest.qWait(50)

    def do_picture(self, path: str) -> None:
        """Write what is on the screen at the window's place to a PNG file."""
        QTest.qWait(100)
        corner = self._window.mapToGlobal(QPoint(0, 0))
        area = QRect(corner, self._window.size())
        screen = self._window.screen()
        screen.grabWindow(0, area.x(), area.y(), area.width(), area.height()).save(path)

    def do_set(self, name: str, value: Any) -> None:
        """Set one of the person's preferences."""
        setattr(self._window.settings, name, value)
        QTest.qWait(50)

    def do_cell(self, table: str, text: str, column: int) -> tuple[int, int]:
        """The middle of a cell on the screen: in the column of the first row of a table that shows the text in one."""
        view = next(
            found for found in self._window.findChildren(QTableView) if found.accessibleName() == table
        )
        model = view.model()
        for row in range(model.rowCount()):
            if any(model.index(row, number).data() == text for number in range(model.columnCount())):
                index = model.index(row, column)
                view.scrollTo(index)
                return _on_screen(view.viewport(), QPointF(view.visualRect(index).center()))
        raise AssertionError(f"{table} has no row with {text!r}")

    def do_block(self, title: str, share: float) -> tuple[int, int]:
        """A place on the screen in the middle of an item's block in the picture, at a share of its height."""
        from facilitator.features.agenda.picture.view import PictureView

        view = next(found for found in self._window.findChildren(PictureView) if found.isVisible())
        assert view.scene is not None
        block = next(found for found in view.scene.blocks if found.item.title == title)
        view.reveal(block)
        box = block.box
        at = QPointF(box.x, box.y + box.height * share) + view.origin()
        seen = min(box.width, view.viewport().width() - at.x())  # of one that is wider than the picture
        return _on_screen(view.viewport(), at + QPointF(seen / 2, 0))

    def do_quit(self) -> None:
        """Close the window, which ends the program."""
        self._window.close()

    def _target(self) -> QWidget:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
        return target or self._window


def _on_screen(widget: QWidget, point: QPointF) -> tuple[int, int]:
    place = widget.mapToGlobal(point)
    return round(place.x()), round(place.y())


def _spoken(widget: QWidget) -> str:
    """The name that a screen reader says; of a box to choose from Qt gives the chosen value on some systems."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface else ""


def _texts(widget: QWidget) -> list[str]:
    if not widget.isVisible():
        return []
    shown = [found for found in widget.findChildren(QWidget) if found.isVisible()]
    return [found.text() for found in shown if isinstance(found, QLabel | QAbstractButton) and found.text()]


def _enabled_actions(window: MainWindow) -> list[QAction]:
    return [action for action in window.findChildren(QAction) if action.isEnabled() and action.text()]


def main() -> int:
    """Run the program on the library that the first argument names."""
    make_window = app.make_window

    def driven(*given: Any) -> MainWindow:
        sys.excepthook = heed_error
        qInstallMessageHandler(heed)
        window = make_window(*given)
        window.attached.connect(lambda opened: answer("open") if opened else None)
        Driver(window)
        return window

    if clocks := [int(number) for number in sys.argv[2:]]:
        shell_window.Timekeeper = lambda parent: StandingTime(*clocks, parent=parent)
    app.make_window = driven
    return app.run(Path(sys.argv[1]) if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    sys.exit(main())
