"""A paper on one session, or on the cases and people of a whole library, as its template wants it."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.features.briefing.beside import Tongues
from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.features.briefing.contents import content_of
from facilitator.features.briefing.data import attachment_of
from facilitator.features.briefing.parts import key_figures
from facilitator.features.briefing.series.chapter import as_chapter
from facilitator.features.briefing.templates import Content, Part
from facilitator.publishing.document import Block, Contents, Cover, Document
from facilitator.publishing.gate import ClearedDocument, seal
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import accent_of, stem_of
from facilitator.reading.wording import date_of
from facilitator.translation import mark

Unsealed = tuple[Document, ClearedBriefing, Tongues]
"""A paper before its seal, and what the seal needs."""


def build_paper(paper: ClearedBriefing, *, with_data: bool = False) -> ClearedDocument:
    """The parts of its template in their order. A part that holds nothing says so, or is left out where the template is
    quiet; a paper of which nothing is left tells of the session. It carries what it shows as data for programs
    ``with_data``."""
    return _sealed(*_made(paper, with_data))


def build_chapter(paper: ClearedBriefing, *, with_data: bool = False) -> ClearedDocument:
    """The paper as a chapter of a document on several sessions (see ``as_chapter``)."""
    document, paper, tongues = _made(paper, with_data)
    return _sealed(as_chapter(document, paper), paper, tongues)


def _made(paper: ClearedBriefing, with_data: bool) -> Unsealed:
    wording = Wording(paper.language)
    tongues = Tongues(paper, wording)
    kind = paper.template
    blocks: list[Block] = []
    for part in kind.parts:
        if part.content is Content.COVER:
            continue
        held = list(_held(part, paper, wording, tongues))
        if not held and not kind.quiet:
            held = [tongues.small(mark("Nothing was noted for this part."))]
        if held:
            blocks += [tongues.heading(part), *held] if part.heading else held
    if not blocks:
        blocks = list(tongues.about())
    if kind.contents:
        blocks.insert(0, Contents(wording(mark("Contents"))))
    return _framed(paper, tuple(blocks), wording, tongues, with_data)


def _held(part: Part, paper: ClearedBriefing, wording: Wording, tongues: Tongues) -> Iterator[Block]:
    """What is made from the records stands first, cases that nobody tells last."""
    is_last = part.content is Content.CASE_STORIES
    if not is_last:
        yield from content_of(part.content, paper, wording, tongues)
    section = paper.section(part.key)
    if section:
        yield from tongues.told(part.key, section.paragraphs)
    if is_last:
        yield from content_of(part.content, paper, wording, tongues)


def _framed(
    paper: ClearedBriefing,
    blocks: tuple[Block, ...],
    wording: Wording,
    tongues: Tongues,
    with_data: bool,
) -> Unsealed:
    session, kind = paper.session, paper.template
    name = tongues.text(kind.title)
    title = paper.title or session.title or session.theme or session.series or name
    theme = session.theme if session.theme != title else ""
    if paper.occasions > 1:
        theme = " · ".join(f"{one.value} {one.label}" for one in key_figures(paper, wording))
    hosts = wording.marks.listed(session.hosts)
    cover = Cover(
        series=session.series,
        kind=name if name != title else "",
        title=title,
        theme=theme,
        date=date_of(session, wording),
        hosts=hosts,
        contact=session.contact,
        hashtag=session.hashtag,
        logos=paper.logos,
    )
    document = Document(
        title=f"{title} – {name}" if title != name else name,
        language=paper.language,
        cover=tongues.cover(cover, kind.title),
        blocks=blocks,
        author=hosts,
        subject=session.theme,
        keywords=tuple(filter(None, (session.hashtag, *(wording.label(theme) for theme in session.themes)))),
        header=session.series or title,
        footer=" · ".join(filter(None, (name, date_of(session, wording)))),
        accent=kind.accent or accent_of(session),
        stem=stem_of(session, kind.stem),
        one_page=kind.one_page,
        front=kind.front,
        typeface=kind.typeface,
        attachments=(attachment_of(paper, kind, title, wording),) if with_data else (),
    )
    return document, paper, tongues


def _sealed(document: Document, paper: ClearedBriefing, tongues: Tongues) -> ClearedDocument:
    return seal(document, paper.protection, tongues.used).with_findings(paper.findings)
