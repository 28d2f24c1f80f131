"""A real pointer on the screen of the tests: what it presses goes through the window system to the program."""

from __future__ import annotations

import time
from typing import Any

Place = tuple[int, int]
"""x and y in pixels of the screen."""

_BETWEEN_MOVES = 0.02
"""Seconds; a program that draws while something is dragged needs them."""
_STEPS = 12


class Pointer:
    """Moves, clicks and drags, as X's own test extension does it."""

    def __init__(self, screen: str) -> None:
        from Xlib import display

        self._display = display.Display(screen)
        self._at: Place = (0, 0)

    def click(self, place: Place, times: int = 1) -> None:
        """Click, or double click."""
        self._move(place)
        for _ in range(times):
            self._button(pressed=True)
            self._button(pressed=False)

    def drag(self, start: Place, end: Place) -> None:
        """Press at one place, go slowly to another, and let go there."""
        self._move(start)
        self._button(pressed=True)
        for step in range(1, _STEPS + 1):
            x, y = (round(a + (b - a) * step / _STEPS) for a, b in zip(start, end, strict=True))
            self._move((x, y))
        self._move(end)
        time.sleep(_BETWEEN_MOVES * 5)
        self._button(pressed=False)

    def close(self) -> None:
        """Let the screen go."""
        self._display.close()

    def _move(self, place: Place) -> None:
        from Xlib import X

        self._send(X.MotionNotify, x=place[0], y=place[1])

    def _button(self, *, pressed: bool) -> None:
        from Xlib import X

        self._send(X.ButtonPress if pressed else X.ButtonRelease, detail=1)

    def _send(self, kind: int, **how: Any) -> None:
        from Xlib.ext import xtest

        xtest.fake_input(self._display, kind, **how)
        self._display.sync()
        time.sleep(_BETWEEN_MOVES)
