"""How the room's windows shall be on this computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from facilitator.features.clock.room.colours import Look
from facilitator.features.clock.room.showing import View
from facilitator.kit.settings import Settings


class Preferences:
    """Kept in the settings where there are any. ``screen`` is the name of a screen, ``screens.BESIDE``, or empty for
    another one where there is one."""

    def __init__(self, settings: Settings | None) -> None:
        self._settings = settings
        self._own: dict[str, str] = {}

    @property
    def view(self) -> View:
        """What is shown."""
        found = self._get("room_view")
        return View(found) if found in set(View) else View.ROOM

    @view.setter
    def view(self, value: View) -> None:
        self._set("room_view", value)

    @property
    def look(self) -> Look:
        """The colours; with more contrast by itself where the person asked the system for it."""
        found = self._get("room_look")
        if found in set(Look):
            return Look(found)
        hints = QGuiApplication.styleHints()  # held, as what it gives goes with it
        contrast = hints.accessibility().contrastPreference()
        return Look.CONTRAST if contrast == Qt.ContrastPreference.HighContrast else Look.DARK

    @look.setter
    def look(self, value: Look) -> None:
        self._set("room_look", value)

    @property
    def screen(self) -> str:
        """Where they are shown."""
        return self._get("room_screen")

    @screen.setter
    def screen(self, value: str) -> None:
        self._set("room_screen", value)

    def _get(self, name: str) -> str:
        return self._settings.choice(name) if self._settings else self._own.get(name, "")

    def _set(self, name: str, value: str) -> None:
        if self._settings:
            self._settings.choose(name, value)
        else:
            self._own[name] = value
