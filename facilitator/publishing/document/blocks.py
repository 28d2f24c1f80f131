"""All that a paper may hold between its cover and its end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitator.publishing.document.calendar import Event
from facilitator.publishing.document.cards import NameCards, Sign
from facilitator.publishing.document.figures import Bars, Comparison, Illustration, KeyFigures, SpotMap
from facilitator.publishing.document.prose import Bullets, Heading, Paragraph, Quotation
from facilitator.publishing.document.tables import Facts, Table
from facilitator.publishing.document.text import Runs


@dataclass(frozen=True)
class Contents:
    """The table of contents, made from the headings of levels 1 and 2. On paper it has pages of its own, whose last is
    shared with what follows where it is ``followed``."""

    title: str
    followed: bool = False


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class Beside:
    """Two languages side by side: what stands at the start in the document's language, and beside it the same in
    ``language`` (BCP 47). Each pair begins at the same height; either side of a pair may be empty."""

    language: str
    pairs: tuple[tuple[tuple[Block, ...], tuple[Block, ...]], ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Quotation
    | Table
    | Facts
    | KeyFigures
    | Bars
    | Comparison
    | SpotMap
    | Illustration
    | Sign
    | NameCards
    | Event
    | Contents
    | PageBreak
    | Beside
)


def headings_of(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings of the document's own language, in reading order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        elif isinstance(block, Beside):
            for own, _ in block.pairs:
                yield from headings_of(own)


def runs_of(block: Block) -> Iterator[Runs]:
    """Each sequence of runs in a block that has runs, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.runs
        case Quotation():
            yield block.runs
            yield block.attribution
        case Bullets():
            yield from (item.runs for item in block.items)
        case Table():
            yield block.lead
            yield from (cell for row in block.rows for cell in row)
        case Facts():
            yield from (value for _, value in block.rows)
        case Illustration():
            yield block.caption
        case Beside():
            for pair in block.pairs:
                for side in pair:
                    for inner in side:
                        yield from runs_of(inner)
        case _:
            return
