"""What a note said, and what it says now, by form as well as by colour."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape

_WORD = re.compile(r"\s+|[^\s]+")


def difference(before: str, after: str) -> str:
    """As rich text: what went is struck out, what came is underlined."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    parts = []
    for kind, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape("".join(old[first:last])), escape("".join(new[begin:end]))
        if kind == "equal":
            parts.append(come)
            continue
        parts += [f"<s>{gone}</s>"] if gone else []
        parts += [f"<u><b>{come}</b></u>"] if come else []
    return "".join(parts)
