"""Large numbers and charts as HTML: lists and tables that say all, with bars in them that are looked at."""

from __future__ import annotations

import math
from collections.abc import Iterator

from facilitator.publishing.document import Bars, Comparison, KeyFigures, SpotMap
from facilitator.publishing.html.text import text
from facilitator.publishing.plain_text import single_line
from facilitator.publishing.typography import typography

_WIDEST, _WIDEST_OF_TWO = 66.0, 42.0
"""Of 100: the longest bar leaves room for the text behind it."""


def figure(block: KeyFigures | Bars | Comparison | SpotMap, language: str) -> Iterator[str]:
    """One figure; ``language`` is that of the document."""
    match block:
        case KeyFigures():
            tiles = (
                f"<div><dt>{text(one.label)}</dt><dd>{text(one.value)}</dd></div>" for one in block.figures
            )
            yield f'<dl class="figures">{"".join(tiles)}</dl>'
        case Bars():
            yield from _bars(block)
        case Comparison():
            yield from _comparison(block)
        case SpotMap():
            yield from _spots(block, language)


def _bars(block: Bars) -> Iterator[str]:
    longest = max([*(_value(bar.value) for bar in block.bars), block.whole]) or 1.0
    yield from _open(block.title)
    yield '<table class="bars"><tbody>'
    for bar in block.bars:
        yield (
            f'<tr><th scope="row">{text(bar.label)}</th>'
            f"<td>{_bar(_value(bar.value) / longest, bar.text)}</td></tr>"
        )
    yield "</tbody></table></figure>"


def _comparison(block: Comparison) -> Iterator[str]:
    first = max((_value(pair.first) for pair in block.pairs), default=0.0)
    second = max((_value(pair.second) for pair in block.pairs), default=0.0)
    if block.shared_scale:
        first = second = max(first, second)
    yield from _open(block.title)
    heads = "".join(f'<th scope="col">{text(name)}</th>' for name in block.series)
    yield f'<table class="bars"><thead><tr><td></td>{heads}</tr></thead><tbody>'
    for pair in block.pairs:
        one = _bar(_value(pair.first) / (first or 1.0), pair.first_text, _WIDEST_OF_TWO)
        other = _bar(_value(pair.second) / (second or 1.0), pair.second_text, _WIDEST_OF_TWO, second=True)
        yield f'<tr><th scope="row">{text(pair.label)}</th><td>{one}</td><td>{other}</td></tr>'
    yield "</tbody></table></figure>"


def _spots(block: SpotMap, language: str) -> Iterator[str]:
    from facilitator.publishing.html.svg import to_svg
    from facilitator.publishing.maps.view import unlabelled, view_of

    yield from _open(block.title)
    if block.spots:
        yield to_svg(block)
    others = [*unlabelled(view_of(block), block), *block.beside]
    if others:
        yield f'<p class="small">{text(typography(language).listed(map(single_line, others)))}</p>'
    yield "</figure>"


def _open(title: str) -> Iterator[str]:
    yield "<figure>"
    if title.strip():
        yield f"<figcaption>{text(title)}</figcaption>"


def _bar(share: float, words: str, widest: float = _WIDEST, *, second: bool = False) -> str:
    kind = "bar second" if second else "bar"
    return f'<span class="{kind}"><i style="width:{share * widest:.1f}%"></i>{text(words)}</span>'


def _value(value: float) -> float:
    return max(0.0, value) if math.isfinite(value) else 0.0
