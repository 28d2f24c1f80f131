"""Charts, maps and pictures as Markdown: the numbers in tables, places and pictures in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitator.publishing.document import Bars, Comparison, Illustration, Run, Runs, SpotMap, plain
from facilitator.publishing.markdown_tables import cell, rows_of
from facilitator.publishing.markdown_text import prose
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.typography import typography


def figure(
    block: Bars | Comparison | SpotMap | Illustration, slugs: Mapping[str, str], language: str
) -> Iterator[str]:
    """One figure, its title first."""
    match block:
        case Bars():
            yield prose((Run(block.title, bold=True),), slugs)
            yield _rows(("", ""), [(bar.label, bar.text) for bar in block.bars], slugs)
        case Comparison():
            yield prose((Run(block.title, bold=True),), slugs)
            rows = [(pair.label, pair.first_text, pair.second_text) for pair in block.pairs]
            yield _rows(("", *block.series), rows, slugs)
        case SpotMap():
            yield prose((Run(block.title, bold=True),), slugs)
            places = (*(spot.label for spot in block.spots), *block.beside)
            yield prose(plain(typography(language).listed(map(single_line, places))), slugs)
        case Illustration():
            yield prose((Run(single_line(block.picture.alternative), italic=True),), slugs)
            yield prose(block.caption, slugs)


def _rows(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], slugs: Mapping[str, str]) -> str:
    shown: list[Runs] = [plain(head) for head in heads]
    made = [[cell(runs, slugs) for runs in shown], ["---", *["---:"] * (len(heads) - 1)]]
    return rows_of([*made, *([cell(plain(text), slugs) for text in row] for row in rows)])
