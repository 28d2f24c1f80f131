"""Course: what happened when, beside what was planned, to be gone through minute by minute and corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.kit.context import Context


class CoursePanel(QWidget):
    """Each item with planned and actual times."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
