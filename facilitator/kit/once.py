"""A key that bounces: what is asked for twice in a blink is done once."""

from __future__ import annotations

import time
from collections.abc import Callable

ONCE_MS = 300
"""Nobody means the same twice within this time."""


def once(act: Callable[[], None]) -> Callable[[], None]:
    """``act``, but for calls that follow the one before it within ``ONCE_MS``."""
    last = float("-inf")

    def act_once() -> None:
        nonlocal last
        now = time.monotonic()
        before, last = last, now
        if (now - before) * 1000 >= ONCE_MS:
            act()

    return act_once
