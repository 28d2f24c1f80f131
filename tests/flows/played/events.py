"""What happens in the session that is played: keys with their moments, and what has to be in the library afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

MINUTE = 60_000
"""Milliseconds."""


@dataclass(frozen=True)
class Gesture:
    """Keys pressed at a moment (milliseconds since 1970-01-01 UTC). ``item``: with them this item begins."""

    at: int
    keys: tuple[str, ...]
    item: str = ""


@dataclass(frozen=True)
class Expected:
    """A note as it has to be kept. ``values`` are those columns that are not empty."""

    text: str
    began_at: int
    item: str
    speaker: str
    values: Mapping[str, object] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Note:
    """How a note is typed: keys, a sign, its text with what happens in the middle of it, and what stands behind; Enter;
    and what is corrected afterwards.

    ``behind`` are texts to type and, in brackets, keys to press: ``" #fin", "[Return]"``.
    """

    at: int
    before: tuple[str, ...]
    sign: str
    text: str
    midway: tuple[Gesture, ...]
    behind: tuple[str, ...]
    after: tuple[str, ...]
    expected: Expected

    @property
    def half(self) -> int:
        """Behind so many letters what is midway happens."""
        return len(self.text) // 2

    @property
    def is_plain(self) -> bool:
        """Whether it stands in the line as it is typed, once its sign is read."""
        return not self.midway and not any(part.startswith("[") for part in self.behind)


@dataclass(frozen=True)
class Script:
    """The session in its order, and what is measured of it: starts of items and minutes of speakers in milliseconds."""

    steps: tuple[Gesture | Note, ...]
    starts: Mapping[str, int]
    spoken: Mapping[str, int]
    ended: int

    @property
    def notes(self) -> list[Note]:
        """The notes alone."""
        return [step for step in self.steps if isinstance(step, Note)]
