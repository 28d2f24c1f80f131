"""What a paper says, kept with each of its steps, so that it can be told what changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from facilitator.publishing.export import render
from facilitator.publishing.gate import ClearedDocument

_ALIKE = 0.4
"""From which share of common letters on two lines are one that was changed, and no longer two."""


@dataclass(frozen=True)
class Change:
    """A line that is another one now: ``before`` is empty for what came, ``after`` for what went; ``part`` is the
    heading that it stands under."""

    part: str
    before: str
    after: str


def words_of(paper: ClearedDocument) -> str:
    """What the paper says to its readers, as text: what is withheld is not in it."""
    return render(paper, "md").data.decode()


def changes_between(before: str, after: str) -> tuple[Change, ...]:
    """What is told otherwise, in the order of the newer text."""
    old, new = _lines(before), _lines(after)
    texts = [text for _, text in old], [text for _, text in new]
    found: list[Change] = []
    for kind, first, last, begin, end in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if kind != "equal":
            found += _paired(old[first:last], new[begin:end])
    return tuple(found)


def _paired(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Change]:
    for gone, come in zip_longest(old, new):
        if gone and come and not _alike(gone[1], come[1]):
            yield Change(gone[0], gone[1], "")
            yield Change(come[0], "", come[1])
        else:
            part = come[0] if come else gone[0]
            yield Change(part, gone[1] if gone else "", come[1] if come else "")


def _alike(before: str, after: str) -> bool:
    return SequenceMatcher(None, before, after, autojunk=False).ratio() >= _ALIKE


def _lines(text: str) -> list[tuple[str, str]]:
    """Each line that says something, with the heading above it."""
    part, found = "", []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        if line.startswith("#"):
            part = line.lstrip("# ")
        found.append((part, line))
    return found
