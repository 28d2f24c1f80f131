"""How wide a sheet's columns need to be."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_NARROWEST, _WIDEST = 8.0, 60.0  # in digits, as Excel measures
_PADDING = 2.0
_JUDGED = 120  # characters of a line, and more than the widest column shows


def widths(rows: Sequence[Sequence[str]]) -> list[float]:
    """For each column the width of its longest line, within what is handy; in digits, as Excel measures."""
    found: list[float] = []
    for row in rows:
        found.extend([_NARROWEST] * (len(row) - len(found)))
        for column, text in enumerate(row):
            if found[column] < _WIDEST:
                longest = max(map(_width, text.split("\n")))
                found[column] = min(_WIDEST, max(found[column], longest + _PADDING))
    return found


def _width(line: str) -> float:
    line = line[:_JUDGED]
    if line.isascii():
        return float(len(line))
    return float(sum(2 if unicodedata.east_asian_width(letter) in "FW" else 1 for letter in line))
