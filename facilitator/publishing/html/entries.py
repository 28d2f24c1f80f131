"""Signs, name cards and entries of a calendar as HTML: what they say."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.publishing.document import Event, NameCards, Run, Sign
from facilitator.publishing.html.text import inline, text
from facilitator.publishing.moments import moment
from facilitator.publishing.plain_text import single_line


def entry(block: Sign | NameCards | Event) -> Iterator[str]:
    """One block."""
    match block:
        case Sign():
            line = f"<p>{text(block.line)}</p>" if block.line.strip() else ""
            yield f'<div class="sign"><strong>{text(block.text)}</strong>{line}</div>'
        case NameCards():
            cards = ("<br>".join(map(text, (single_line(card.name), *card.lines))) for card in block.cards)
            yield f"<ul>{''.join(f'<li>{card}</li>' for card in cards)}</ul>"
        case Event():
            start, end = moment(block.start), moment(block.end)
            times = f"{start:%Y-%m-%d %H:%M} – {end:%Y-%m-%d %H:%M} UTC"
            lines = [
                f"<strong>{text(single_line(block.title))}</strong>",
                times,
                text(block.place),
                text(block.text),
            ]
            lines.append(inline((Run(block.link, link=block.link),), {}))
            yield f"<p>{'<br>'.join(line for line in lines if line)}</p>"
