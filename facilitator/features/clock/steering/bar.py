"""The clock above the notes: what is under way, how much time is left, and the keys that steer it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from facilitator.kit.context import Context


class ClockBar(QWidget):
    """Steered by the keyboard from anywhere in the stage, by ``stage_actions``."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
        self.stage_actions: list[QAction] = []
