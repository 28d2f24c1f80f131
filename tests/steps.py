"""How much work something is, told alike by slow and busy machines."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(act: Callable[[], object]) -> int:
    """The lines of Python that run while something is done; those of C are not counted."""
    count = 0

    def trace(_frame: FrameType, event: str, _what: Any) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count
