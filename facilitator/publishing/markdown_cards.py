"""Signs, name cards and entries of a calendar as Markdown: what they say, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from facilitator.publishing.document import Event, NameCards, Run, Runs, Sign, plain
from facilitator.publishing.markdown_text import listed, prose
from facilitator.publishing.moments import moment
from facilitator.publishing.plain_text import single_line


def sign(block: Sign) -> Iterator[str]:
    """The text in bold, the line below it."""
    yield prose((Run(block.text, bold=True),), {})
    yield prose(plain(block.line), {})


def name_cards(block: NameCards) -> str:
    """A list of names in bold, each with its lines."""
    return "\n".join(
        listed("-", (Run(single_line(card.name), bold=True), *_after(" – ", card.lines)), {})
        for card in block.cards
    )


def event(block: Event) -> Iterator[str]:
    """The title in bold with the times in UTC and the place, then the text and the address."""
    start, end = moment(block.start), moment(block.end)
    times = f"{_shown(start)} – {_shown(end, start)} UTC"
    yield prose(
        (Run(single_line(block.title), bold=True), *_after("\n", (times,)), *_after("\n", (block.place,))), {}
    )
    yield prose(plain(block.text), {})
    yield prose((Run(block.link, link=block.link),), {})


def _after(separator: str, lines: tuple[str, ...]) -> Runs:
    text = ", ".join(shown for shown in map(single_line, lines) if shown)
    return plain(f"{separator}{text}" if text else "")


def _shown(when: datetime, beside: datetime | None = None) -> str:
    """Date and time; the time alone beside one of the same day."""
    return when.strftime("%H:%M" if beside and beside.date() == when.date() else "%Y-%m-%d %H:%M")
