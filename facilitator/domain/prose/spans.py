"""Which words of a plain text are bold, italic or a link.

A text stays plain, so that it is searched, compared, merged and cleaned as it is; its spans stand beside it, as JSON:
``[[start, end, "b"], [start, end, "i"], [start, end, "a", "https://…"]]``, counted in code points.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

BOLD, ITALIC, LINK = "b", "i", "a"


@dataclass(frozen=True, order=True)
class TextSpan:
    """From ``start`` to before ``end``; ``mark`` is ``b``, ``i`` or ``a``, ``link`` the address of an ``a``."""

    start: int
    end: int
    mark: str
    link: str = ""


class Piece(NamedTuple):
    """A stretch of a text that is set in one way throughout."""

    text: str
    bold: bool
    italic: bool
    link: str


def read_spans(written: str, length: int) -> tuple[TextSpan, ...]:
    """The spans that a library holds, cut to a text of ``length`` code points; what is no span is left out."""
    try:
        found = json.loads(written) if written else []
    except ValueError:
        return ()
    return tuple(sorted(span for one in found if (span := _span(one, length)))) if type(found) is list else ()


def write_spans(spans: Iterable[TextSpan]) -> str:
    """The spans as a library holds them; empty for none."""
    ordered = sorted(span for span in spans if span.start < span.end)
    rows = [[one.start, one.end, one.mark, *([one.link] if one.mark == LINK else [])] for one in ordered]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) if rows else ""


def pieces(text: str, spans: Iterable[TextSpan]) -> Iterator[Piece]:
    """The text in stretches of one look each, in order; where links overlap, the one that begins first holds."""
    kept = tuple(spans)
    cuts = sorted({0, len(text), *(place for one in kept for place in (one.start, one.end))})
    for start, end in pairwise(cuts):
        over = [one for one in kept if one.start <= start and end <= one.end]
        link = next((one.link for one in over if one.mark == LINK), "")
        marks = {one.mark for one in over}
        yield Piece(text[start:end], BOLD in marks, ITALIC in marks, link)


def joined(parts: Iterable[Piece]) -> tuple[str, tuple[TextSpan, ...]]:
    """One text with its spans, from stretches; stretches of one look that follow each other are one span."""
    text, spans = "", []
    open_: dict[tuple[str, str], int] = {}
    for part in parts:
        wanted = {(BOLD, "")} if part.bold else set()
        wanted |= {(ITALIC, "")} if part.italic else set()
        wanted |= {(LINK, part.link)} if part.link else set()
        for one in [one for one in open_ if one not in wanted]:
            spans.append(TextSpan(open_.pop(one), len(text), *one))
        for one in wanted:
            open_.setdefault(one, len(text))
        text += part.text
    spans += [TextSpan(start, len(text), *one) for one, start in open_.items()]
    return text, tuple(sorted(span for span in spans if span.start < span.end))


def replaced(
    text: str, spans: Iterable[TextSpan], old: str, new: str, most: int = -1
) -> tuple[str, tuple[TextSpan, ...]]:
    """The text with other words in place of some, at most ``most`` times (-1 for all); spans keep their words."""
    kept, at, count = list(spans), 0, 0
    while old and count != most and (at := text.find(old, at)) >= 0:
        end, moved = at + len(old), len(new) - len(old)

        def place(one: int, at: int = at, end: int = end, moved: int = moved) -> int:
            return one if one <= at else one + moved if one >= end else min(one, end + moved)

        kept = [replace(span, start=place(span.start), end=place(span.end)) for span in kept]
        text = text[:at] + new + text[end:]
        at, count = at + len(new), count + 1
    return text, tuple(sorted(span for span in kept if span.start < span.end))


def _span(found: Any, length: int) -> TextSpan | None:
    if type(found) is not list or len(found) not in (3, 4):
        return None
    start, end, mark, link = *found[:3], found[3] if len(found) == 4 else ""
    if type(start) is not int or type(end) is not int or type(mark) is not str or type(link) is not str:
        return None
    if mark not in (BOLD, ITALIC, LINK) or (mark == LINK) != bool(link):
        return None
    start, end = max(start, 0), min(end, length)
    return TextSpan(start, end, mark, link) if start < end else None
