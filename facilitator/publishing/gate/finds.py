"""What is looked for, and where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facilitator.publishing.gate.spellings import Spelling


class What(Enum):
    """What a find gives away."""

    NAME = "name"
    OFFICE = "office"
    PLACE = "place"
    ORGANISATION = "organisation"
    TEXT = "text"
    CLEARED = "cleared"
    """Nothing: it is the name of someone who may be named."""
    PLAIN = "plain"
    """Nothing: it is the name of a body, or a fixed text, which one word of a name may be part of."""
    ELSEWHERE = "elsewhere"
    """Nothing: it is the name of a place, which a word of a name or the name of another place may be part of."""
    DOUBTFUL = "doubtful"
    """Perhaps someone: the word belongs to the name of someone cleared too."""


@dataclass(frozen=True)
class Sought:
    """One spelling, what it gives away, and the row (of a person or note) that it belongs to."""

    spelling: Spelling
    what: What
    row_id: str = ""


@dataclass(frozen=True)
class Find:
    """Where a spelling stands in a text: offsets into the text itself."""

    start: int
    end: int
    sought: Sought
    titled: bool = False
    """Whether a title stands with it, as in "Ms Colau"."""
