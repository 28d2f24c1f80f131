"""The windows that show a session to the speaker and the room: one for the plenary, and one for each group that wants
its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from facilitator.features.clock.room.window import RoomWindow
from facilitator.kit.context import Context


class RoomWindows(QObject):
    """They stay while people go to other pages, and close with the library. Get them by ``room_windows``."""

    changed = Signal()
    """One was opened or closed."""

    def __init__(self, context: Context, session_id: str) -> None:
        super().__init__(context.library)
        self.setObjectName(session_id)
        self._context, self._session_id = context, session_id
        self._open: dict[str, RoomWindow] = {}
        context.library.closing.connect(self.close_all)

    @property
    def is_open(self) -> bool:
        """Whether any of them is shown."""
        return any(window.isVisible() for window in self._open.values())

    def open_on_best_screen(self, beside: QWidget, track: str = "") -> RoomWindow:
        """Show the window of a track (empty: the plenary), without taking the focus from where it is: full screen on
        another screen than that of the window of ``beside`` where there is one, else as a window of its own."""
        window = self._open.get(track)
        if window is None:
            window = self._open[track] = RoomWindow(self._context, self._session_id, track)
        window.show()
        self.changed.emit()
        return window

    def toggle(self, beside: QWidget) -> None:
        """Open the plenary's window; close all where one is open."""
        if self.is_open:
            self.close_all()
        else:
            self.open_on_best_screen(beside)

    def close_all(self) -> None:
        """Close them."""
        for window in self._open.values():
            window.close()
        self.changed.emit()


def room_windows(context: Context, session_id: str) -> RoomWindows:
    """The room's windows of a session: the same ones for whoever asks."""
    found = context.library.findChild(RoomWindows, session_id)
    return found or RoomWindows(context, session_id)
