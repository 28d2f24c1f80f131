"""The briefing & learning note with its thirteen parts, and the one-page flash note."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitator.features.briefing import parts
from facilitator.features.briefing.beside import Tongues
from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.features.briefing.data import attachment_of
from facilitator.features.briefing.series.chapter import as_chapter
from facilitator.features.briefing.templates import FLASH, Part, Template, template
from facilitator.publishing.document import (
    Block,
    Contents,
    Cover,
    Document,
    Front,
    KeyFigures,
)
from facilitator.publishing.gate import ClearedDocument, seal
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import accent_of, stem_of
from facilitator.reading.wording import date_of
from facilitator.translation import mark

Unsealed = tuple[Document, ClearedBriefing, Tongues]
"""A paper before its seal, and what the seal needs."""


def build_briefing(paper: ClearedBriefing, *, with_data: bool = False) -> ClearedDocument:
    """The full note: cover, then twelve headed parts in their order, those without notes with one line. It carries what
    it shows as data for programs ``with_data``."""
    return _sealed(*_briefing(paper, with_data))


def build_chapter(paper: ClearedBriefing, *, with_data: bool = False) -> ClearedDocument:
    """The paper, of either kind, as a chapter of a document on several sessions (see ``as_chapter``)."""
    document, paper, tongues = (_flash if paper.template == FLASH else _briefing)(paper, with_data)
    return _sealed(as_chapter(document, paper), paper, tongues)


def _briefing(paper: ClearedBriefing, with_data: bool) -> Unsealed:
    wording = Wording(paper.language)
    tongues = Tongues(paper, wording)
    kind = template(paper.template)
    blocks: list[Block] = [Contents(wording(mark("Contents")))]
    for part in kind.parts:
        if part.key == "cover":
            continue
        content = list(_content(part, paper, wording, tongues))
        if not content:
            content = [tongues.small(mark("Nothing was noted for this part."))]
        blocks += [tongues.heading(part), *content]
    return _framed(paper, kind, tuple(blocks), wording, tongues, with_data)


def build_flash(paper: ClearedBriefing, *, with_data: bool = False) -> ClearedDocument:
    """One page: three to five key messages, three figures, the next step. What is empty is left out. ``with_data`` as
    in the full note."""
    return _sealed(*_flash(paper, with_data))


def _flash(paper: ClearedBriefing, with_data: bool) -> Unsealed:
    wording = Wording(paper.language)
    tongues = Tongues(paper, wording)
    kind = template(paper.template)
    blocks: list[Block] = []
    for part in kind.parts:
        if part.key == "figures":
            figures = tuple(parts.key_figures(paper, wording))[:3] if paper.figures.speakers else ()
            content: list[Block] = [KeyFigures(figures)] if figures else []
        else:
            content = list(_content(part, paper, wording, tongues))
        if content:
            blocks += [tongues.heading(part), *content]
    if not blocks:
        blocks = list(tongues.about())
    return _framed(paper, kind, tuple(blocks), wording, tongues, with_data)


def _content(part: Part, paper: ClearedBriefing, wording: Wording, tongues: Tongues) -> Iterator[Block]:
    made: dict[str, Callable[[], Iterator[Block]]] = {
        "about": tongues.about,
        "cities": lambda: parts.cities(paper, wording),
        "speakers": lambda: parts.speakers(paper, wording),
        "resources": lambda: parts.resources(paper, wording),
    }
    if part.key in made:
        yield from made[part.key]()
    section = paper.section(part.key)
    if section:
        yield from tongues.told(part.key, section.paragraphs)
    if part.key == "experiences":
        yield from parts.case_stories(paper)


def _framed(
    paper: ClearedBriefing,
    kind: Template,
    blocks: tuple[Block, ...],
    wording: Wording,
    tongues: Tongues,
    with_data: bool,
) -> Unsealed:
    session, name = paper.session, wording(kind.title)
    title = paper.title or session.title or session.theme or session.series or name
    theme = session.theme if session.theme != title else ""
    hosts = ", ".join(session.hosts)
    flash = kind.name == "flash"
    cover = Cover(
        series=session.series,
        kind=name,
        title=title,
        theme=theme,
        date=date_of(session, wording),
        hosts=hosts,
        contact=session.contact,
        hashtag=session.hashtag,
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
        accent=accent_of(session),
        stem=stem_of(session, kind.name),
        one_page=flash,
        front=Front.BAND if flash else Front.PAGE,
        attachments=(attachment_of(paper, kind, title, wording),) if with_data else (),
    )
    return document, paper, tongues


def _sealed(document: Document, paper: ClearedBriefing, tongues: Tongues) -> ClearedDocument:
    return seal(document, paper.protection, tongues.used).with_findings(paper.findings)
