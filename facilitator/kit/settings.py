"""What this person prefers on this computer: kept beside the program, not in a library."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_LIBRARIES, RECENT_SESSIONS = 8, 12
TEXT_PERCENTS = (100, 115, 130, 150, 175, 200)


class Settings(QObject):
    """Preferences in one file. ``changed`` gives the name of what was changed."""

    changed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(path), QSettings.Format.IniFormat, self)

    @property
    def scheme(self) -> str:
        """``light``, ``dark``, or ``system`` to follow the system."""
        chosen = self._text("scheme")
        return chosen if chosen in ("light", "dark") else "system"

    @scheme.setter
    def scheme(self, value: str) -> None:
        self._set("scheme", value)

    @property
    def text_percent(self) -> int:
        """Size of all texts, from 100 to 200 per cent of the system's."""
        text = self._text("text_percent")
        return min(max(int(text), 100), 200) if text.isdigit() else 100

    @text_percent.setter
    def text_percent(self, value: int) -> None:
        self._set("text_percent", str(value))

    @property
    def language(self) -> str:
        """BCP 47 code of the language of the screens; empty for the system's."""
        return self._text("language")

    @language.setter
    def language(self, value: str) -> None:
        self._set("language", value)

    @property
    def author(self) -> str:
        """The name that changes and notes are signed with; the login name until it is set."""
        name = self._text("author")
        if not name:
            with contextlib.suppress(OSError, KeyError, ImportError):
                import getpass

                name = getpass.getuser()
        return name

    @author.setter
    def author(self, value: str) -> None:
        self._set("author", value.strip())

    @property
    def recent_libraries(self) -> list[Path]:
        """Libraries that were open, latest first; the first one is opened at the next start."""
        found = self._file.value("recent_libraries") or []
        names: Sequence[object] = [found] if isinstance(found, str) else found
        return [Path(str(name)) for name in names]

    def remember_library(self, path: Path) -> None:
        """Put a library first among the recent ones."""
        others = [known for known in self.recent_libraries if known != path]
        names = [str(known) for known in (path, *others)][:RECENT_LIBRARIES]
        self._file.setValue("recent_libraries", names)
        self.changed.emit("recent_libraries")

    @property
    def recent_sessions(self) -> list[str]:
        """Ids of the sessions that were open, latest first, of whatever library."""
        return self._text("recent_sessions").split()

    def remember_session(self, session_id: str) -> None:
        """Put a session first among the recent ones."""
        others = [known for known in self.recent_sessions if known != session_id]
        self._set("recent_sessions", " ".join([session_id, *others][:RECENT_SESSIONS]))

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt describes it."""
        found = self._file.value("geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._file.setValue("geometry", value)

    @property
    def plan_part(self) -> str:
        """The name of the part of Plan that was last chosen to stand beside the list."""
        return self._text("plan_part")

    @plan_part.setter
    def plan_part(self, value: str) -> None:
        self._set("plan_part", value)

    @property
    def run_part(self) -> str:
        """The name of the part of Run that was last chosen to stand beside the notes."""
        return self._text("run_part")

    @run_part.setter
    def run_part(self, value: str) -> None:
        self._set("run_part", value)

    @property
    def run_sides(self) -> bool:
        """Whether parts of Run stand beside the notes, where there is room for them."""
        return self._text("run_sides") != "hidden"

    @run_sides.setter
    def run_sides(self, value: bool) -> None:
        self._set("run_sides", "" if value else "hidden")

    def choice(self, name: str) -> str:
        """What was chosen in a part of the program, by a name of that part's own; empty until something was."""
        return self._text(name)

    def choose(self, name: str, value: str) -> None:
        """Keep what was chosen."""
        self._set(name, value)

    @property
    def run_list(self) -> str:
        """How the notes of Run stand in their list, in words that the list itself understands."""
        return self._text("run_list")

    @run_list.setter
    def run_list(self, value: str) -> None:
        self._set("run_list", value)

    def sync(self) -> None:
        """Write what was chosen to the file now, not only when the program has time."""
        self._file.sync()

    def _text(self, key: str) -> str:
        return str(self._file.value(key) or "")

    def _set(self, key: str, value: str) -> None:
        if value != self._text(key):
            self._file.setValue(key, value)
            self.changed.emit(key)
