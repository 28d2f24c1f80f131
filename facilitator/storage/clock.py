"""A hybrid logical clock: stamps that follow the wall clock and never go back, also when the wall clock does.

After Kulkarni and others, "Logical Physical Clocks" (2014). Stamps of all laptops can be compared as text.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

_COUNTER_LIMIT = 1_000_000


def wall_milliseconds() -> int:
    """Now, in milliseconds since 1970-01-01 UTC."""
    return time.time_ns() // 1_000_000


@dataclass
class HybridClock:
    """Makes the stamps of one device: ``milliseconds-counter-device``, each part of a fixed width."""

    device: str
    last: str = ""
    now: Callable[[], int] = field(default=wall_milliseconds)

    def stamp(self) -> str:
        """The next stamp, later than all before it."""
        milliseconds, counter = self.now(), 0
        if self.last:
            seen, count, _ = self.last.split("-")
            if int(seen) >= milliseconds:
                carried, counter = divmod(int(count) + 1, _COUNTER_LIMIT)
                milliseconds = int(seen) + carried
        self.last = f"{milliseconds:015d}-{counter:06d}-{self.device}"
        return self.last
