"""Texts as people type and paste them, made safe to keep and to compare."""

from __future__ import annotations

import re
import unicodedata

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]")


def storable(text: str) -> str:
    """The text without what a database can't hold: NUL is dropped, a lone surrogate becomes U+FFFD."""
    return _UNSTORABLE.sub(lambda found: "" if found.group() == "\x00" else "\ufffd", text)


def folded(text: str) -> str:
    """The text for comparing: compatibility forms unified, case folded, marks dropped, spaces single."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_MARKS.sub("", decomposed).split())


def shortened(text: str, most: int) -> str:
    """The text in at most so many characters, with dots where it was longer."""
    return text if len(text) <= most else text[: most - 1].rstrip(" :,.…") + "…"
