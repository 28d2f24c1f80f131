"""The briefing & learning note with its thirteen parts, and the one-page flash note."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.features.briefing import parts
from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.features.briefing.prose import blocks_of
from facilitator.features.briefing.templates import Part, Template, template
from facilitator.publishing.document import (
    Block,
    Contents,
    Cover,
    Document,
    Front,
    Heading,
    KeyFigures,
    Paragraph,
    Voice,
    plain,
)
from facilitator.publishing.gate import ClearedDocument, seal
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import accent_of, stem_of
from facilitator.reading.wording import date_of
from facilitator.translation import mark


def build_briefing(paper: ClearedBriefing) -> ClearedDocument:
    """The full note: cover, then twelve headed parts in their order, those without notes with one line."""
    wording = Wording(paper.language)
    kind = template(paper.template)
    blocks: list[Block] = [Contents(wording(mark("Contents")))]
    for part in kind.parts:
        if part.key == "cover":
            continue
        content = list(_content(part, paper, wording))
        if not content:
            nothing = wording(mark("Nothing was noted for this part."))
            content = [Paragraph(plain(nothing), Voice.SMALL)]
        blocks += [Heading(1, plain(_heading(part, paper, wording)), part.key), *content]
    return _sealed(paper, kind, tuple(blocks), wording)


def build_flash(paper: ClearedBriefing) -> ClearedDocument:
    """One page: three to five key messages, three figures, the next step. What is empty is left out."""
    wording = Wording(paper.language)
    kind = template(paper.template)
    blocks: list[Block] = []
    for part in kind.parts:
        if part.key == "figures":
            figures = tuple(parts.key_figures(paper, wording))[:3] if paper.figures.speakers else ()
            content: list[Block] = [KeyFigures(figures)] if figures else []
        else:
            content = list(_content(part, paper, wording))
        if content:
            blocks += [Heading(1, plain(_heading(part, paper, wording)), part.key), *content]
    if not blocks:
        blocks = list(parts.about(paper, wording))
    return _sealed(paper, kind, tuple(blocks), wording)


def _content(part: Part, paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    made = {
        "about": lambda: parts.about(paper, wording),
        "cities": lambda: parts.cities(paper, wording),
        "speakers": lambda: parts.speakers(paper, wording),
        "resources": lambda: parts.resources(paper, wording),
    }.get(part.key)
    if made:
        yield from made()
    section = paper.section(part.key)
    if section:
        yield from blocks_of(part.key, section.paragraphs, wording)
    if part.key == "experiences":
        yield from parts.case_stories(paper)


def _heading(part: Part, paper: ClearedBriefing, wording: Wording) -> str:
    section = paper.section(part.key)
    return (section.heading if section else "") or wording(part.heading)


def _sealed(
    paper: ClearedBriefing, kind: Template, blocks: tuple[Block, ...], wording: Wording
) -> ClearedDocument:
    session, name = paper.session, wording(kind.title)
    title = paper.title or session.title or session.theme or session.series or name
    theme = session.theme if session.theme != title else ""
    hosts = ", ".join(session.hosts)
    flash = kind.name == "flash"
    document = Document(
        title=f"{title} – {name}" if title != name else name,
        language=paper.language,
        cover=Cover(
            series=session.series,
            kind=name,
            title=title,
            theme=theme,
            date=date_of(session, wording),
            hosts=hosts,
            contact=session.contact,
            hashtag=session.hashtag,
        ),
        blocks=blocks,
        author=hosts,
        subject=session.theme,
        keywords=tuple(filter(None, (session.hashtag, *(wording.label(theme) for theme in session.themes)))),
        header=session.series or title,
        footer=" · ".join(filter(None, (name, date_of(session, wording)))),
        accent=accent_of(session),
        stem=stem_of(session, kind.name),
        one_page=flash,
        front=Front.BAND if flash else Front.PAGE,
    )
    return seal(document, paper.protection, wording.used).with_findings(paper.findings)
