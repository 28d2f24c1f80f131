"""Charts as native tables: each row says its value in words, beside a bar of shaded cells."""

from __future__ import annotations

import math

from facilitator.publishing.document import Bars, Comparison
from facilitator.publishing.docx.tables import Cell, Frame, row, table
from facilitator.publishing.docx.text import Shape, Texts

_STEPS = 48
_STEPS_OF_TWO = 22
"""Grid columns of a bar; Word allows 63 in a table."""


def bars_table(block: Bars, texts: Texts, colours: tuple[str, str], inside: int) -> str:
    """Label, bar, and the text that tells its length."""
    values = [_value(bar.value) for bar in block.bars]
    longest = max([*values, _value(block.whole)]) or 1.0
    step = int(inside * 0.53) // _STEPS
    widths = (int(inside * 0.30), *(step,) * _STEPS, int(inside * 0.17))
    rows = [
        row(
            [
                Cell(texts.plain(bar.label, Shape("TableText"))),
                *_bar(value / longest, _STEPS, colours, texts),
                Cell(texts.plain(bar.text, Shape("ChartValue"))),
            ],
            widths,
        )
        for bar, value in zip(block.bars, values, strict=True)
    ]
    frame = Frame(widths, bool(texts.level), block.title, block.alternative, padding=(30, 80))
    return table(frame, rows) if rows else ""


def comparison_table(
    block: Comparison, texts: Texts, colours: tuple[str, str], second: str, inside: int
) -> str:
    """Two bars in each row; the second series is lighter, and its heading tells which it is."""
    one = max((_value(pair.first) for pair in block.pairs), default=0.0)
    other = max((_value(pair.second) for pair in block.pairs), default=0.0)
    if block.shared_scale:
        one = other = max(one, other)
    step = int(inside * 0.23) // _STEPS_OF_TWO
    side = (*(step,) * _STEPS_OF_TWO, int(inside * 0.15))
    widths = (int(inside * 0.24), *side, *side)
    heads = [Cell(texts.paragraph((), Shape("TableHeading")))]
    heads += [
        Cell(texts.plain(name, Shape("TableHeading", keep=True)), _STEPS_OF_TWO + 1) for name in block.series
    ]
    rows = [row(heads, widths, header=True)]
    for pair in block.pairs:
        cells = [
            Cell(texts.plain(pair.label, Shape("TableText"))),
            *_bar(_value(pair.first) / (one or 1.0), _STEPS_OF_TWO, colours, texts),
            Cell(texts.plain(pair.first_text, Shape("ChartValue"))),
            *_bar(_value(pair.second) / (other or 1.0), _STEPS_OF_TWO, (second, colours[1]), texts),
            Cell(texts.plain(pair.second_text, Shape("ChartValue"))),
        ]
        rows.append(row(cells, widths))
    return table(Frame(widths, bool(texts.level), block.title, block.alternative, padding=(30, 80)), rows)


def _bar(share: float, steps: int, colours: tuple[str, str], texts: Texts) -> list[Cell]:
    """The bar and the rest of its track; what is above nothing shows at least one step."""
    full = min(steps, max(round(share * steps), 1 if share > 0 else 0))
    empty = texts.paragraph((), Shape("Tight"))
    parts = ((full, colours[0]), (steps - full, colours[1]))
    return [Cell(empty, span, ground, thin=True) for span, ground in parts if span]


def _value(value: float) -> float:
    return max(0.0, value) if math.isfinite(value) else 0.0
