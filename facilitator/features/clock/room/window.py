"""One window for the speaker and the room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.kit.context import Context


class RoomWindow(QWidget):
    """Shows a track of a session. It takes no focus when it is opened."""

    def __init__(self, context: Context, session_id: str, track: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._context, self._session_id, self.track = context, session_id, track
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
