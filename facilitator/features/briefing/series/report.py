"""The papers of a series bound: its cover, one table of contents, what it is, and a chapter for each session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from facilitator.domain.naming import session_label
from facilitator.features.briefing.report import build_chapter
from facilitator.features.briefing.series.cleared import ClearedSeries
from facilitator.features.briefing.templates import FLASH
from facilitator.kit.feature import Heed
from facilitator.publishing.document import (
    Block,
    Contents,
    Cover,
    Document,
    Facts,
    Heading,
    Paragraph,
    Voice,
    plain,
)
from facilitator.publishing.gate import (
    ClearedDocument,
    bind,
    seal_for_all,
)
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import accent_of, initials_of
from facilitator.reading.facts import SessionFacts
from facilitator.reading.wording import date_of
from facilitator.translation import mark

_KINDS = {True: mark("Flash notes of the series"), False: mark("Briefings of the series")}


def build_series(paper: ClearedSeries, heed: Heed, *, with_data: bool = False) -> ClearedDocument:
    """All papers of a series in one, each sealed as it is alone. ``heed`` is told how far it is, in the second half of
    the way; the findings begin with those on the whole, the others each with their session."""
    chapters = []
    count = len(paper.chapters)
    for done, one in enumerate(paper.chapters, start=count):
        heed(done, 2 * count)
        chapters.append(build_chapter(one, with_data=with_data).of_session(short_name(one.session)))
    wording = Wording(paper.language)
    document = _frame(paper, wording)
    frame = seal_for_all(document, paper.protections, wording.used)
    return bind(frame, chapters).with_findings(paper.findings)


def short_name(session: SessionFacts) -> str:
    """What a session is called on the screens where little room is: its number, or else its title."""
    return session.label.strip() or session_label("", session.title)


def _frame(paper: ClearedSeries, wording: Wording) -> Document:
    """What stands before the chapters, still to be sealed."""
    series = paper.series
    flash = paper.template == FLASH
    kind = wording(_KINDS[flash])
    title = series.title or kind
    dates = _dates([one.session for one in paper.chapters], wording)
    hosts = wording.marks.listed(paper.hosts)
    return Document(
        title=f"{title} – {kind}" if title != kind else kind,
        language=paper.language,
        cover=Cover(
            series=_count(paper, wording),
            kind=kind if title != kind else "",
            title=title,
            date=dates,
            hosts=hosts,
            contact=series.contact,
            hashtag=series.hashtag,
            logos=series.logos,
        ),
        blocks=tuple(_blocks(paper, dates, hosts, wording)),
        author=hosts,
        keywords=(series.hashtag,) if series.hashtag else (),
        header=title,
        footer=" · ".join(filter(None, (kind, dates))),
        accent=accent_of(paper.chapters[0].session),
        stem="-".join(filter(None, (initials_of(series.title), "flash-notes" if flash else "briefings"))),
    )


def _blocks(paper: ClearedSeries, dates: str, hosts: str, wording: Wording) -> Iterator[Block]:
    series = paper.series
    yield Contents(wording(mark("Contents")), followed=True)
    yield Heading(1, plain(wording(mark("About the series"))), "series")
    for prose in filter(None, (prose.strip() for prose in series.about.split("\n\n"))):
        yield Paragraph(plain(prose))
    facts = (
        (wording(mark("Series")), series.title),
        (wording(mark("Sessions")), _count(paper, wording)),
        (wording(mark("Dates")), dates),
        (wording(mark("Hosts")), hosts),
        (wording(mark("Contact")), series.contact),
    )
    yield Facts(tuple((label, plain(value)) for label, value in facts if value))
    if paper.without:
        yield Paragraph(plain(_without(paper, wording)), Voice.SMALL)


def _count(paper: ClearedSeries, wording: Wording) -> str:
    return wording.count("{count} session", "{count} sessions", len(paper.chapters))


def _without(paper: ClearedSeries, wording: Wording) -> str:
    """One line on the sessions that have no paper."""
    line = (
        mark("Without a flash note, and so not in this document: {sessions}.")
        if paper.template == FLASH
        else mark("Without a briefing, and so not in this document: {sessions}.")
    )
    return wording(line, sessions=wording.marks.series(_named(one, wording) for one in paper.without))


def _named(session: SessionFacts, wording: Wording) -> str:
    name = " · ".join(filter(None, (session.label.strip(), (session.title or session.theme).strip())))
    day = date_of(session, wording)
    return f"{name} ({day})" if name and day else name or day or "–"


def _dates(sessions: Sequence[SessionFacts], wording: Wording) -> str:
    """The first date and the last, or the one that there is."""
    days = sorted(session.date for session in sessions if session.date)
    if not days:
        return ""
    try:
        first, last = dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[-1])
    except ValueError:  # as a merge or a later version may have written it
        return wording.marks.listed(dict.fromkeys((days[0], days[-1])))
    return wording.dates(first, last) if first < last else wording.date(days[0])
