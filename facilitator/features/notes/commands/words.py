"""How notes are called in the labels of changes."""

from __future__ import annotations

_SHOWN = 40


def short(text: str) -> str:
    """The beginning of a text, in one line."""
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"
