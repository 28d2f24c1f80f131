"""Which screen a window of the room goes to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from facilitator.translation import tr

BESIDE = "-"
"""Chosen instead of a screen: a window of its own on the screen of the others."""
_PART = 0.6
"""How much of a screen a window takes that is not full screen."""


def screen_for(own: QScreen, chosen: str, screens: Sequence[QScreen]) -> QScreen | None:
    """The screen that a window shall fill: the chosen one (its name) while it is there, else the first other one than
    the ``own``; None where there is none, or ``BESIDE`` is chosen."""
    if chosen == BESIDE:
        return None
    others = [screen for screen in screens if screen != own]
    named = (one for one in screens if chosen and one.name() == chosen)
    return next(named, others[0] if others else None)


def screens_to_choose() -> list[tuple[str, str]]:
    """What can be chosen, with what it is called."""
    found = [("", tr("Another screen, where there is one")), (BESIDE, tr("A window of its own"))]
    for number, screen in enumerate(QGuiApplication.screens(), start=1):
        size = screen.geometry().size() * screen.devicePixelRatio()
        text = tr("Screen {number}: {name}, {width} × {height}")
        words = text.format(number=number, name=screen.name(), width=size.width(), height=size.height())
        found.append((screen.name(), words))
    return found


def beside(own: QScreen, window: QRect) -> QRect:
    """Where a window stands on the same screen as another one, in the half in which it hides least of that."""
    area = own.availableGeometry()
    width, height = round(area.width() * _PART), round(area.height() * _PART)
    left = area.left() if window.center().x() > area.center().x() else area.right() - width
    return QRect(left, area.top() + (area.height() - height) // 3, width, height)
