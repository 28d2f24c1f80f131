"""Voices: who spoke for how long so far, by women and men, sections and cities, against the plan."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.kit.context import Context


class VoicesPanel(QWidget):
    """By head and by minutes, measured by the clock."""

    def __init__(self, context: Context, session_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session_id = context, session_id
