"""The windows that show a session to the speaker and the room: one for the plenary, and one for each group that wants
its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from facilitator.features.clock.room.colours import Look
from facilitator.features.clock.room.preferences import Preferences
from facilitator.features.clock.room.screens import screen_for
from facilitator.features.clock.room.showing import View, shown
from facilitator.features.clock.room.window import RoomWindow
from facilitator.kit.context import Context
from facilitator.reading.held import Held, read_held
from facilitator.storage.journal import ChangeSet

if TYPE_CHECKING:
    from facilitator.reading.display import Display

_PEOPLE = ("person", "place", "organisation", "appearance", "agenda_item", "learning_session", "term")
_TABLES = (*_PEOPLE, "run_event", "breakout_group")


class RoomWindows(QObject):
    """They stay while people go to other pages, follow screens that come and go, and close with the library. Get them
    by ``room_windows``."""

    changed = Signal()
    """One was opened or closed, or shows something else."""

    def __init__(self, context: Context, session_id: str) -> None:
        super().__init__(context.library)
        self.setObjectName(session_id)
        self._context, self._session_id = context, session_id
        self.preferences = Preferences(context.settings)
        self._windows: dict[str, RoomWindow] = {}
        self._actions: list[QAction] = []
        self._home: QWidget | None = None
        self._held: Held | None = None
        self._display: Display | None = None
        context.library.closing.connect(self.close_all)
        context.library.changed.connect(self._on_library_changed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screens_changed)
        application.screenRemoved.connect(self._on_screens_changed)

    @property
    def is_open(self) -> bool:
        """Whether any of them is shown."""
        return bool(self._windows)

    def window_of(self, track: str = "") -> RoomWindow | None:
        """The window of a track (empty: the plenary), where it is open."""
        return self._windows.get(track)

    def open_on_best_screen(self, home: QWidget, track: str = "") -> RoomWindow | None:
        """Show the window of a track, without taking the focus from where it is: full screen on another screen than
        that of the window of ``home`` where there is one, else as a window of its own. None for a session that is
        gone."""
        self._home = home.window()
        if self._held is None:
            self._read(people=True)
        if self._held is None:
            return None
        window = self._windows.get(track)
        if window is None:
            window = self._windows[track] = self._make(home, track)
            if len(self._windows) == 1:
                self._context.time.ticked.connect(self._show_now)
        self._show_now()
        window.place(self._screen())
        self.changed.emit()
        return window

    def toggle(self, home: QWidget) -> None:
        """Open the plenary's window; close all where one is open."""
        if self.is_open:
            self.close_all()
        else:
            self.open_on_best_screen(home)

    def close_all(self) -> None:
        """Close them."""
        for window in list(self._windows.values()):
            window.close()

    def steer_with(self, actions: Sequence[QAction]) -> None:
        """Let these actions work in the windows too, for the time when one of them has the focus."""
        self._actions = list(actions)
        for action in actions:
            action.destroyed.connect(self._actions.clear)  # all go with the stage that made them
        for window in self._windows.values():
            window.addActions(self._actions)

    def set_view(self, view: View, track: str = "") -> None:
        """Show what the room or what the speaker needs, from now on."""
        self.preferences.view = view
        if (window := self._windows.get(track)) is not None:
            window.view = view
        self._tell()

    def say(self, message: str, track: str = "") -> None:
        """Show a message in the window of a track until it is taken away by an empty one."""
        if (window := self._windows.get(track)) is not None:
            window.message = message.strip()
        self._tell()

    def dress(self, look: Look) -> None:
        """Take a look, from now on."""
        self.preferences.look = look
        for window in self._windows.values():
            window.canvas.set_look(look)
        self.changed.emit()

    def move_to(self, screen: str) -> None:
        """Go to a screen (its name, ``BESIDE``, or empty for another one where there is one), from now on."""
        self.preferences.screen = screen
        self._place()

    def _make(self, home: QWidget, track: str) -> RoomWindow:
        window = RoomWindow(home, track, self.preferences.view)
        window.canvas.set_look(self.preferences.look)
        window.addActions(self._actions)
        window.closed.connect(lambda: self._on_closed(track))
        assert self._display is not None
        window.show_title(self._display.title)
        return window

    def _screen(self) -> QScreen | None:
        assert self._home is not None
        return screen_for(self._home.screen(), self.preferences.screen, QGuiApplication.screens())

    def _tell(self) -> None:
        self._show_now()
        self.changed.emit()

    def _show_now(self) -> None:
        if self._held is None or self._display is None:
            return
        now = self._context.time.now()
        for track, window in self._windows.items():
            words = shown(self._held, self._display, now, window.view, track, window.message)
            window.canvas.show_now(words)

    def _read(self, *, people: bool) -> None:
        from facilitator.reading.display import read_display  # the gate: not before a window is wanted

        with self._context.library.read() as session:
            self._held = read_held(session, self._session_id)
            if self._held is not None and (people or _is_someone_new(self._held, self._display)):
                self._display = read_display(session, self._held)

    def _on_library_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*_TABLES):
            return
        if not self._windows:
            self._held = None  # read when it is needed
            return
        self._read(people=changes.touches(*_PEOPLE))
        if self._held is None:
            self.close_all()
        self._show_now()

    def _on_closed(self, track: str) -> None:
        window = self._windows.pop(track, None)
        if window is None:
            return
        window.deleteLater()
        if not self._windows:
            self._context.time.ticked.disconnect(self._show_now)
        self.changed.emit()

    def _on_screens_changed(self) -> None:
        # Not at once: Qt itself moves windows away from a screen that goes.
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        for window in self._windows.values():
            window.place(self._screen())
        self.changed.emit()


def _is_someone_new(held: Held, display: Display | None) -> bool:
    """Whether someone was given the floor of whom nothing is known yet."""
    floors = (event.person_id for event in held.events if event.person_id)
    return display is None or not all(map(display.knows, floors))


def room_windows(context: Context, session_id: str) -> RoomWindows:
    """The room's windows of a session: the same ones for whoever asks."""
    found = context.library.findChild(RoomWindows, session_id)
    return found or RoomWindows(context, session_id)
