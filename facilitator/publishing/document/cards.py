"""Pages that are held up or folded."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sign:
    """A page that is held up: a few letters as large as the page allows, such as ``5``, and a line below them.

    ``urgency`` is 0 for a calm ground up to 3 for the most urgent; the words say the same.
    """

    text: str
    line: str = ""
    urgency: int = 0


@dataclass(frozen=True)
class NameCard:
    """What stands on a table before a person: the name as large as it fits, and smaller lines below it."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class NameCards:
    """Cards to fold so that the name is read from both sides, two on a page, with marks to cut and fold."""

    cards: tuple[NameCard, ...]
