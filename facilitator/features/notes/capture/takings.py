"""What was typed and left the line because it meant something. It can be put back as it was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

Undo = Callable[[], None]


@dataclass(frozen=True)
class _Taken:
    steps: int
    """How many steps of undo the line had then: with as many, it is the latest thing that was done."""
    position: int
    rest: str
    undo: Undo


class Takings:
    """The latest first. What was typed after one of them has to be undone before it."""

    def __init__(self, line: QPlainTextEdit) -> None:
        self._line = line
        self._taken: list[_Taken] = []

    def take(self, start: int, end: int, undo: Undo, rest: str = "") -> None:
        """Take what stands between two places out of the line. ``undo`` takes back what it meant; ``rest`` is what was
        typed with it and never stood there, such as the space behind."""
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        # Told of before the text changes: an empty line that holds this is no note that was taken back.
        self._taken.append(_Taken(self._document.availableUndoSteps() + 1, start, rest, undo))
        cursor.removeSelectedText()
        self._taken[-1] = _Taken(self._document.availableUndoSteps(), start, rest, undo)

    @property
    def is_latest(self) -> bool:
        """Whether nothing was done since something was taken."""
        return bool(self._taken) and self._taken[-1].steps == self._document.availableUndoSteps()

    @property
    def is_at_caret(self) -> bool:
        """Whether the caret still stands where the latest one was taken, so that Backspace puts it back."""
        return self.is_latest and self._taken[-1].position == self._line.textCursor().position()

    def put_back(self) -> int:
        """Put the latest one back into the line, as it was typed; the place where it stands."""
        taken = self._taken.pop()
        taken.undo()
        self._line.undo()
        self._document.clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        if taken.rest:
            self._line.insertPlainText(taken.rest)
        return taken.position

    def forget(self) -> None:
        """Nothing can be put back any more: another note is begun."""
        self._taken.clear()

    @property
    def _document(self) -> QTextDocument:
        return self._line.document()
