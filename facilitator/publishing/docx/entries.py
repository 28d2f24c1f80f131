"""Signs, name cards and entries of a calendar: what they say."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.publishing.document import Event, NameCards, Run, Sign
from facilitator.publishing.docx.tables import Cell, Frame, row, table
from facilitator.publishing.docx.text import Shape, Texts
from facilitator.publishing.moments import moment
from facilitator.publishing.plain_text import single_line

_CARD = 6000
"""The least height of a name card, in twentieths of a point."""


def entry(block: Sign | NameCards | Event, texts: Texts, inside: int) -> Iterator[str]:
    """One block."""
    match block:
        case Sign():
            yield texts.plain(single_line(block.text), Shape("SignText"))
            yield texts.plain(single_line(block.line), Shape("SignLine"))
            yield '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        case NameCards():
            frame = Frame((inside,), bool(texts.level), padding=(200, 200))
            for card in block.cards:
                lines = [texts.plain(single_line(card.name), Shape("NameText"))]
                lines += [texts.plain(single_line(line), Shape("NameLine")) for line in card.lines]
                yield table(frame, [row([Cell("".join(lines), rule="CCD2D9")], frame.widths, height=_CARD)])
                yield texts.gap(0)
        case Event():
            start, end = moment(block.start), moment(block.end)
            times = f"{start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M} UTC"
            yield texts.paragraph((Run(single_line(block.title), bold=True),), Shape(keep=True, after=0))
            for words in (times, block.place, block.text):
                if words.strip():
                    yield texts.plain(words, Shape(after=0))
            yield texts.paragraph((Run(block.link, link=block.link),))
