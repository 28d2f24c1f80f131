"""What can be done with the clock, by key from anywhere in the stage, from the bar and from the palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.features.clock.steering.face import UNDER_WAY, Face, State
from facilitator.kit.icons import icon
from facilitator.translation import mark, tr


@dataclass(frozen=True)
class _Entry:
    id: str
    text: str
    keys: str
    icon: str
    writes: bool = True


_ENTRIES = (
    _Entry("forward", mark("Start or next item"), "F8", "next"),
    _Entry("back", mark("Back"), "Shift+F8", "previous"),
    _Entry("pause", mark("Pause"), "F9", "pause"),
    _Entry("jump", mark("Jump…"), "Ctrl+F8", "jump"),
    _Entry("remedies", mark("When late…"), "Alt+B", "clock"),
    _Entry("end", mark("End"), "Ctrl+F9", "stop"),
    _Entry("room", mark("Room window"), "F12", "screen", writes=False),
    _Entry("floor_next", mark("Next speaker has the floor"), "F7", ""),
    _Entry("floor_back", mark("Previous speaker has the floor"), "Shift+F7", ""),
    _Entry("track", mark("Follow the next track: plenary or group"), "Ctrl+F7", "", writes=False),
    _Entry("fold", mark("Small clock"), "", "fold", writes=False),
)
IN_BAR = ("back", "pause", "jump", "remedies", "end", "room", "fold")
"""Those with a button, beside the one that starts and goes on."""


class ClockActions(QObject):
    """The actions by name; ``slots`` say what each does."""

    def __init__(self, owner: QWidget, slots: Mapping[str, Callable[[], object]], *, read_only: bool) -> None:
        super().__init__(owner)
        self._read_only = read_only
        self._by_id = {entry.id: self._make(owner, entry, slots[entry.id]) for entry in _ENTRIES}
        self["fold"].setCheckable(True)

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def all(self) -> list[QAction]:
        """All of them."""
        return list(self._by_id.values())

    def show_face(self, face: Face) -> None:
        """Say what each would do now, and offer what can be done."""
        under_way = face.state in UNDER_WAY
        paused = face.state is State.PAUSED
        _say(self["forward"], forward_words(face))
        self["forward"].setIconText(short_forward_words(face).replace("&", "&&"))
        _say(self["pause"], tr("Resume") if paused else tr("Pause"))
        self["pause"].setIcon(icon("play") if paused else icon("pause"))
        self["forward"].setIcon(icon("next" if under_way else "play"))
        _say(self["end"], tr("End the group") if face.track else tr("End"))
        begun = under_way or face.state is State.ENDED
        for name, can in (
            ("forward", face.state is not State.ENDED),
            ("back", begun and bool(face.item_id or face.state is State.ENDED)),
            ("pause", under_way),
            ("jump", face.state is not State.EMPTY),
            ("remedies", face.state is not State.EMPTY),
            ("end", under_way),
            ("floor_next", under_way),
            ("floor_back", under_way),
            ("track", len(face.beside) > 1),
        ):
            self._enable(name, can)

    def _enable(self, name: str, can: bool) -> None:
        writes = next(entry.writes for entry in _ENTRIES if entry.id == name)
        self[name].setEnabled(can and not (writes and self._read_only))

    def _make(self, owner: QWidget, entry: _Entry, slot: Callable[[], object]) -> QAction:
        action = QAction(tr(entry.text), owner)
        if entry.icon:
            action.setIcon(icon(entry.icon))
        action.setShortcut(_keys(entry.keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setAutoRepeat(False)  # a key that is held down goes on by one item, not through all of them
        action.setEnabled(not (entry.writes and self._read_only))
        action.triggered.connect(lambda *_: slot())
        return action


def forward_words(face: Face) -> str:
    """What going on would do."""
    if face.state is State.EMPTY:
        return tr("Start without an agenda")
    if face.ahead is not None:
        text = tr("Start: {item}") if face.state is State.WAITING else tr("Next: {item}")
        return text.format(item=face.ahead.title)
    if face.state in UNDER_WAY:
        return tr("End {group}").format(group=face.track_name) if face.track else tr("End the session")
    return tr("Start or next item")


def short_forward_words(face: Face) -> str:
    """The same where there is little room: without the item, which stands beside it."""
    if face.ahead is not None:
        return tr("Start") if face.state is State.WAITING else tr("Next")
    return tr("End") if face.state in UNDER_WAY else tr("Start")


def _say(action: QAction, words: str) -> None:
    escaped = words.replace("&", "&&")
    if action.text() != escaped:
        action.setText(escaped)


def _keys(keys: str) -> QKeySequence:
    import sys

    if sys.platform == "darwin" and keys.startswith("Alt+"):
        return QKeySequence(keys.replace("Alt+", "Meta+"))  # Option types letters there
    return QKeySequence(keys)
