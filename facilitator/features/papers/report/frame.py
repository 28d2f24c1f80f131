"""What frames each paper of a session: title, hosts, logos, colour, header and footer."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.features.papers.cleared import Paper
from facilitator.features.papers.report.times import dates_of
from facilitator.publishing.document import Block, Cover, Document, Front, Paragraph, Voice, plain
from facilitator.publishing.gate import ClearedDocument, seal
from facilitator.publishing.gate.subjects import Audience
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import accent_of, stem_of
from facilitator.translation import mark

INTERNAL = mark("Working paper for the team, not for publication")


def sealed(
    paper: Paper,
    kind: str,
    name: str,
    blocks: Iterable[Block],
    wording: Wording,
    *,
    front: Front = Front.BAND,
    landscape: bool = False,
    reader: str = "",
) -> ClearedDocument:
    """The finished paper, sealed. ``kind`` is what it is called, ``name`` the end of its file name, ``reader`` who it
    is for, which the foot of each page says first."""
    session = paper.session
    title = session.title or session.theme or session.series or kind
    internal = wording(INTERNAL) if paper.audience is Audience.TEAM else ""
    day, hosts = dates_of(paper, wording), wording.marks.listed(session.hosts)
    document = Document(
        title=f"{title} – {kind}" if title != kind else kind,
        language=paper.language,
        cover=Cover(
            series=session.series,
            kind=kind,
            title=title,
            theme=session.theme if session.theme != title else "",
            date=day,
            hosts=hosts,
            contact=session.contact,
            hashtag=session.hashtag,
            logos=paper.logos,
        ),
        blocks=tuple(blocks),
        author=hosts,
        subject=session.theme,
        keywords=(session.hashtag,) if session.hashtag else (),
        header=session.series or title,
        footer=" · ".join(filter(None, (reader, kind, day, internal))),
        accent=accent_of(session),
        stem=stem_of(session, name),
        front=front,
        landscape=landscape,
    )
    return seal(document, paper.protection, wording.used).with_findings(paper.findings)


def missing(paper: Paper, wording: Wording, *, agenda: bool = True) -> list[Block]:
    """One line on what the plan does not know yet; nothing where it knows all. ``agenda`` papers want its items."""
    session = paper.session
    wanted = (
        (mark("the date"), bool(session.date or session.date_as_written)),
        (mark("the start"), session.start is not None),
        (mark("the time zone"), bool(session.zone)),
        (mark("the agenda"), bool(paper.items) or not agenda),
    )
    things = [wording(thing) for thing, known in wanted if not known]
    if not things:
        return []
    line = wording(mark("Not known yet: {things}."), things=wording.marks.listed(things))
    return [Paragraph(plain(line), Voice.SMALL)]


def for_the_team(wording: Wording) -> Block:
    """The line that a working paper begins with, where no footer is printed."""
    return Paragraph(plain(f"{wording(INTERNAL)}."), Voice.SMALL)
