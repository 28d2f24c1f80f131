"""Where addresses, handles and tags stand in a text: in them, names are written small and joined.

Every search here is linear in the text: a person may paste a cell of 100,000 letters without a space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"[^\s<>()]+")
_TAG = re.compile(r"[@#]\w+")
_MAIL_WORD = re.compile(r"[^\s<>()\[\],;:]+")


class Spans:
    """Stretches of a text, apart from each other and in order."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = list(spans)
        self._starts = [start for start, _ in self._spans]

    def at(self, index: int) -> tuple[int, int] | None:
        """The stretch that holds the offset; None when there is none."""
        before = bisect_right(self._starts, index) - 1
        if before < 0 or index >= self._spans[before][1]:
            return None
        return self._spans[before]


def addresses(text: str) -> Spans:
    """Web and mail addresses, handles and hashtags."""
    marked = any(sign in text for sign in "@#/") or "www." in text.casefold()
    return Spans(_addresses(text) if marked else ())


def mails(text: str) -> Spans:
    """Mail addresses, whole."""
    if "@" not in text:
        return Spans(())
    found = _MAIL_WORD.finditer(text)
    return Spans(one.span() for one in found if "@" in one.group()[1:-1])


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for found in _WORD.finditer(text):
        word = found.group()
        host, slash, _ = word.partition("/")
        whole = "://" in word or "@" in word[1:-1] or (slash and "." in host[1:-1])
        if whole or word[:4].casefold() == "www.":
            yield found.span()
            continue
        for tag in _TAG.finditer(text, found.start(), found.end()):
            yield tag.span()
