"""The clocks of the computer: the one on its wall, which somebody may set, and one that only counts."""

from __future__ import annotations

import sys
import time
from functools import cache
from pathlib import Path
from typing import Any

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


def wall() -> int:
    """The time of the computer's clock, in milliseconds since 1970-01-01 UTC."""
    return time.time_ns() // 1_000_000


def steady() -> int:
    """Milliseconds counted since some moment before, also while the computer sleeps; nobody can set them.

    Python's own steady clock stops on Linux while the computer sleeps, and from Python 3.13 on counts by another one on
    Windows, of which no page says whether it does; the tick count does.
    """
    if sys.platform == "win32":
        return int(_tick_counter()())
    clock = time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC
    return time.clock_gettime_ns(clock) // 1_000_000


def boot_id() -> str:
    """What tells one start of the computer from the others, so that counters of another one are not taken for those of
    this; empty where it can't be told."""
    try:
        if sys.platform == "win32":
            return _boot_number()
        if sys.platform == "darwin":
            return _boot_session()
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except (OSError, AttributeError, ValueError):
        return ""


if sys.platform == "win32":

    @cache
    def _tick_counter() -> Any:
        import ctypes

        found = ctypes.windll.kernel32.GetTickCount64
        found.restype = ctypes.c_ulonglong
        return found

    def _boot_number() -> str:
        """Windows counts its starts."""
        import winreg

        path = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, path) as key:
            return str(winreg.QueryValueEx(key, "BootId")[0])


def _boot_session() -> str:
    import ctypes

    text, size = ctypes.create_string_buffer(64), ctypes.c_size_t(64)
    if ctypes.CDLL(None).sysctlbyname(b"kern.bootsessionuuid", text, ctypes.byref(size), None, 0):
        return ""
    return text.value.decode("ascii")
