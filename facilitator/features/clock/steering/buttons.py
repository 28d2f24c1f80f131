"""Buttons of the clock's actions, with their words or, where room is short, with their icons alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QSize, Qt
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


class Saying(Enum):
    """How much the big button shows of what it does."""

    WHOLE = 0
    SHORT = 1
    """Without the item."""
    ICON = 2


class ForwardButton(QPushButton):
    """The one big button: it says what comes of pressing it."""

    def __init__(self, action: QAction, parent: QWidget, saying: Saying = Saying.WHOLE) -> None:
        super().__init__(parent)
        self.setObjectName("primary")
        self.setAutoDefault(False)
        self._action, self._saying = action, saying
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def say(self, saying: Saying) -> None:
        """Show so much from now on."""
        if saying is not self._saying:
            self._saying = saying
            self._follow()

    def _follow(self) -> None:
        words = plain_text(self._action)
        whole = words if len(words) <= _CHARACTERS else words[: _CHARACTERS - 1].rstrip() + "…"
        shown = {
            Saying.WHOLE: whole.replace("&", "&&"),
            Saying.SHORT: self._action.iconText(),
            Saying.ICON: "",
        }
        self.setText(shown[self._saying])
        self.setIcon(icon("next", Tone.ON_ACCENT) if self._saying is Saying.ICON else QIcon())
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
    if with_words:  # the style leaves next to nothing between the two
        size = button.iconSize()
        button.setIconSize(QSize(size.width() + button.fontMetrics().averageCharWidth(), size.height()))

    def follow() -> None:
        button.setAccessibleName(plain_text(action))
        button.setToolTip(tip_of(action))

    action.changed.connect(follow)
    follow()
    return button
