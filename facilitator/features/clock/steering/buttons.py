"""Buttons of the clock's actions, with their words or, where room is short, with their icons alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from facilitator.kit.icons import Tone, icon
from facilitator.translation import tr

_CHARACTERS = 34
"""What a button shows at most of an item's title."""


def plain_text(action: QAction) -> str:
    """What an action is called, without the marks of menu keys."""
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_of(action: QAction) -> str:
    """The key of an action as this system writes it."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def tip_of(action: QAction) -> str:
    """What an action does, with its key."""
    text, keys = plain_text(action), keys_of(action)
    return tr("{action} ({keys})").format(action=text, keys=keys) if keys else text


class ForwardButton(QPushButton):
    """The one big button: it says what comes of pressing it."""

    def __init__(self, action: QAction, parent: QWidget, *, with_words: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("primary")
        self.setAutoDefault(False)
        self._action, self._with_words = action, with_words
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def say_words(self, with_words: bool) -> None:
        """Show its words, or its icon alone."""
        if with_words is not self._with_words:
            self._with_words = with_words
            self._follow()

    def _follow(self) -> None:
        words = plain_text(self._action)
        shown = words if len(words) <= _CHARACTERS else words[: _CHARACTERS - 1].rstrip() + "…"
        self.setText(shown.replace("&", "&&") if self._with_words else "")
        self.setIcon(QIcon() if self._with_words else icon("next", Tone.ON_ACCENT))
        self.setFixedWidth(self.sizeHint().width())
        self.setAccessibleName(words)
        self.setToolTip(tip_of(self._action))
        self.setEnabled(self._action.isEnabled())


def tool_button(action: QAction, parent: QWidget, *, with_words: bool) -> QToolButton:
    """A button with an action's icon, and its words where there is room for them."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    button.setToolButtonStyle(beside if with_words else alone)

    def follow() -> None:
        button.setAccessibleName(plain_text(action))
        button.setToolTip(tip_of(action))

    action.changed.connect(follow)
    follow()
    return button
