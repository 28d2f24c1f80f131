"""Notes taken in the window, to be measured: `python -m tests.benchmarks.take_notes LIBRARY BARE [ROUNDS [STEPS]]`.

``LIBRARY`` is one of ``held_session``; ``BARE`` is a file of one table, made here. Opens the stage Run in the program,
types letters into its line and into a bare text field beside it, and enters notes there and into the bare table, all in
turn. Prints for each step its name and how long it took in milliseconds.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.held_session import HELD, OTHERS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit, QWidget

    from facilitator.features.notes.stage import RunStage
    from facilitator.shell.opened import OpenedLibrary
    from facilitator.shell.window import MainWindow

ROUNDS = 10
STEPS = 50
"""Keys, and notes, of a round."""
_OPENINGS = 7
_BETWEEN_KEYS_MS = 15
"""While a person looks for the next key, the clock ticks and what waits is done."""
_WARM = 1
"""Rounds that are not told."""
_TEXT = (
    "the city opened hotels for people without a home, froze rents, and asks the national government to pay for both"
    " until the end of the year."
)


class Walk:
    """Goes through the steps in one window."""

    def __init__(self, opened: OpenedLibrary, bare_path: Path, rounds: int, steps: int) -> None:
        self._opened, self._rounds, self._steps = opened, rounds, steps
        self._committed = 0.0
        self._number = 0
        # Before all others who are told: when the note is durable, and before anything is shown.
        opened.library.store._listeners.insert(0, self._on_committed)
        self._bare = _bare_table(bare_path, opened)

    def go(self) -> None:
        """Open the stage several times; then type and enter notes."""
        self._open()
        stage = self._open_stage(HELD)
        bare = _bare_field(stage.capture.line)
        rows = stage.list.viewport()
        for number in range(self._rounds + _WARM):
            told = number >= _WARM
            for name, field in (("key", stage.capture.line), ("bare key", bare)):
                self._type(name, field, told=told)
            self._enter(stage.capture.line, rows, told=told)
            self._insert(told=told)
        self._bare.close()
        bare.close()

    def _open(self) -> None:
        for number in range(min(_OPENINGS, self._rounds) + _WARM):
            for session_id in (HELD, *OTHERS):  # so many that none is kept until its turn comes again
                began = time.perf_counter()
                self._open_stage(session_id)
                if number >= _WARM and session_id in (HELD, OTHERS[0]):
                    tell("caret" if session_id == HELD else "bare caret", began)

    def _open_stage(self, session_id: str) -> RunStage:
        from tests.benchmarks.watching import painted

        screens: Any = self._opened.screens
        screens.open_session(session_id, "notes")
        stage: RunStage = screens.currentWidget().current_stage()
        assert stage.capture.line.hasFocus()
        painted(stage.capture.line, lambda: stage.capture.line.viewport().update())
        return stage

    def _type(self, name: str, field: QPlainTextEdit, *, told: bool) -> None:
        from PySide6.QtTest import QTest

        from tests.benchmarks.watching import painted, wait_for

        field.window().activateWindow()
        field.setFocus()
        for letter in (_TEXT * 2)[: self._steps]:
            wait_for(_BETWEEN_KEYS_MS)
            began = time.perf_counter()
            painted(field.viewport(), lambda letter=letter: QTest.keyPress(field, letter))
            if told:
                tell(name, began)
            QTest.keyRelease(field, letter)

    def _enter(self, line: QPlainTextEdit, rows: QWidget, *, told: bool) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from tests.benchmarks.watching import painted, wait_for

        line.window().activateWindow()
        for _ in range(self._steps):
            self._number += 1
            line.insertPlainText(f"Note {self._number}: {_TEXT}")
            wait_for(_BETWEEN_KEYS_MS)
            began = time.perf_counter()
            painted(rows, lambda: QTest.keyClick(line, Qt.Key.Key_Return))
            ended = time.perf_counter()
            assert not line.toPlainText()
            if told:
                tell("durable", began, self._committed)
                tell("painted", began, ended)

    def _insert(self, *, told: bool) -> None:
        from tests.benchmarks import note_entry
        from tests.benchmarks.watching import wait_for

        for _ in range(self._steps):
            self._number += 1
            wait_for(_BETWEEN_KEYS_MS)
            values = note_entry.values(self._number)
            began = time.perf_counter()
            note_entry.insert(self._bare, values)
            if told:
                tell("bare insert", began)

    def _on_committed(self, _changes: object) -> None:
        self._committed = time.perf_counter()


def tell(step: str, began: float, ended: float | None = None) -> None:
    """Print how long a step took; until now, where no end is given."""
    print(step, f"{1000 * ((ended or time.perf_counter()) - began):.4f}", sep="\t")


def _bare_field(line: QPlainTextEdit) -> QPlainTextEdit:
    """A text field of the same size in a window of its own, as Qt has it."""
    from PySide6.QtWidgets import QPlainTextEdit

    field = QPlainTextEdit()
    field.setFont(line.font())
    field.resize(line.size())
    field.show()
    return field


def _bare_table(path: Path, opened: OpenedLibrary) -> Any:
    """A file of one table, with as many rows as the session has notes."""
    from tests.benchmarks import note_entry

    held = opened.library.store.raw().execute("SELECT count(*) FROM note WHERE session_id = ?", (HELD,))
    table = note_entry.bare(path)
    table.execute("BEGIN")
    for number in range(held.fetchone()[0]):
        note_entry.insert(table, note_entry.values(number))
    table.execute("COMMIT")
    return table


def main(library: str, bare: str, rounds: int = ROUNDS, steps: int = STEPS) -> None:
    """Start the program as a person does, and go as soon as the library is open."""
    from facilitator.__main__ import main as start
    from facilitator.kit import startup

    startup.hurry()
    from facilitator import app

    make_window = app.make_window

    def watched(*arguments: Any) -> MainWindow:
        from PySide6.QtCore import QTimer

        window = make_window(*arguments)

        def go() -> None:
            try:
                assert window.opened is not None
                Walk(window.opened, Path(bare), rounds, steps).go()
            except BaseException:  # the program would tell it in a dialog, and nobody would see that
                traceback.print_exc()
                os._exit(1)
            window.close()

        window.painted.connect(lambda: QTimer.singleShot(0, go))
        return window

    app.make_window = watched
    start([library])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *(int(number) for number in sys.argv[3:]))
