"""A paper on one session as a chapter of a document on several."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.publishing.document import (
    Block,
    Contents,
    Document,
    Front,
    Heading,
    Paragraph,
    Run,
    Voice,
    deeper,
    plain,
)


def as_chapter(document: Document, paper: ClearedBriefing) -> Document:
    """The paper with a heading in place of its cover, which names the session in headers, contents and bookmarks; its
    parts below that heading, without contents of their own. Still to be sealed."""
    parts = deeper(block for block in document.blocks if not isinstance(block, Contents))
    blocks = (*_opening(document, paper), *parts)
    return dataclasses.replace(document, blocks=blocks, one_page=False, front=Front.NONE)


def _opening(document: Document, paper: ClearedBriefing) -> Iterator[Block]:
    """What the cover says, in a few lines."""
    cover, session = document.cover, paper.session
    title, _, second = cover.title.partition("\n")
    name = " · ".join(filter(None, (session.label.strip(), title.strip())))
    yield Heading(1, plain(name), session.id)
    if second.strip():
        yield Paragraph((Run(second, bold=True, language=paper.second_language),), Voice.LEAD)
    if cover.theme:
        yield Paragraph((Run(cover.theme, bold=True),), Voice.LEAD)
    line = " · ".join(filter(None, (cover.kind, cover.date, cover.hosts)))
    yield Paragraph(plain(line), Voice.SMALL)
