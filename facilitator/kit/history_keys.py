"""Whose keys undo and redo are: of a field while something typed waits in it, else of the library."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_REDO = QKeySequence("Ctrl+Shift+Z")


def belongs_to_library(event: QEvent, typing: bool) -> bool:
    """Whether a field must let a key pass to the window, which would else take undo and redo for itself."""
    if typing or event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    standard = QKeySequence.StandardKey
    is_redo = event.matches(standard.Redo) or QKeySequence(event.keyCombination()) == _REDO
    return is_redo or event.matches(standard.Undo)
