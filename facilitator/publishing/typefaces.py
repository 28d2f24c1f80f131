"""The typefaces that papers can be set in, by the names of their families. All of them ship."""

from __future__ import annotations

SANS, SERIF = "Source Sans 3", "Noto Serif"
NAMES = (SANS, SERIF)
"""The first is the usual one."""
