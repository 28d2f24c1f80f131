"""The beginning of a paper as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.publishing.document import Document
from facilitator.publishing.html.pictures import picture
from facilitator.publishing.html.text import text
from facilitator.publishing.plain_text import single_line


def cover(document: Document) -> Iterator[str]:
    """The page's header: series, title, kind, what else the cover says, and the logos."""
    front = document.cover
    yield "<header>"
    for words, name in ((front.series, "series"), (front.kind, "kind")):
        if words.strip():
            yield f'<p class="{name}">{text(single_line(words))}</p>'
    yield f"<h1>{text(single_line(front.title) or single_line(document.title) or '–')}</h1>"
    lines = (front.theme, front.date, front.hosts, front.contact, front.hashtag)
    told = [text(single_line(line)) for line in lines if line.strip()]
    if told:
        yield f'<p class="about">{"<br>".join(told)}</p>'
    logos = [made for logo in front.logos if (made := picture(logo))]
    if logos:
        yield f'<p class="logos">{"".join(logos)}</p>'
    yield "</header>"
