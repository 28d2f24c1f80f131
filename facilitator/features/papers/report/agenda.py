"""The agenda for participants: when, what, who, and how to join."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from facilitator.domain.times import length
from facilitator.features.papers.cleared import Appearing, Paper, PaperItem
from facilitator.features.papers.report.frame import missing, sealed
from facilitator.features.papers.report.parts import left_out, materials, questions
from facilitator.features.papers.report.people import full, heading_of, is_told, lines, shown, with_link
from facilitator.features.papers.report.times import (
    Section,
    at_clock,
    begin_in,
    dates_of,
    day_title,
    headings,
    session_span,
    span,
    zone_at,
    zone_times,
)
from facilitator.publishing.document import (
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    Table,
    plain,
)
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

TITLE = mark("Agenda")


def build_agenda(paper: Paper) -> ClearedDocument:
    """The agenda as participants get it."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "agenda", _blocks(paper, wording), wording)


def build_agenda_table(paper: Paper) -> ClearedDocument:
    """The same as one table, a row for each item."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "agenda", [_sheet(paper, wording)], wording)


def _blocks(paper: Paper, wording: Wording) -> Iterator[Block]:
    yield from missing(paper, wording)
    facts = tuple(_facts(paper, wording))
    if facts:
        yield Facts(facts)
    session = paper.session
    for title, text in ((mark("Objectives"), session.objectives),):
        if text.strip():
            yield Heading(1, plain(wording(title)), "objectives")
            yield from (Paragraph(plain(one.strip())) for one in text.split("\n\n") if one.strip())
    yield from questions(paper, wording)
    if paper.items:
        if paper.days == 1:
            yield Heading(1, plain(wording(mark("Programme"))), "programme")
        for above, section in headings(paper, wording):
            yield from above
            yield _table(paper, section, wording)
    yield from _beside(paper, wording)
    yield from left_out(paper, wording)
    yield from materials(paper, wording)


def _facts(paper: Paper, wording: Wording) -> Iterator[tuple[str, Runs]]:
    session, times = paper.session, zone_times(paper, wording)
    rows = [
        (mark("Date"), dates_of(paper, wording)),
        (mark("Time"), "\n".join(times)),
        (mark("Hosts"), wording.marks.listed(session.hosts)),
        (mark("Partners"), wording.marks.listed(session.partners)),
        (mark("Languages"), wording.marks.listed(map(wording.label, session.languages))),
        (mark("Interpretation"), wording.marks.listed(map(wording.label, session.interpretation))),
    ]
    yield from ((wording(label), plain(value)) for label, value in rows if value)
    if session.link:
        yield wording(mark("How to join")), (Run(session.link, link=session.link),)
    if session.contact:
        yield wording(mark("Contact")), plain(session.contact)


def _lead(paper: Paper, group_id: str, wording: Wording) -> Runs:
    group = paper.group(group_id)
    if group is None:
        return ()
    lead = group.moderator
    told = lead is not None and is_told(lead, wording)
    moderator = (
        wording.marks.labelled(wording(mark("Moderator")), full(lead, wording)) if lead and told else ""
    )
    return with_link(moderator, group.link)


def _table(paper: Paper, section: Section, wording: Wording) -> Table:
    items, day = section.items, section.day
    timed = any(item.start is not None for item in items)
    planned = any(item.length or item.minutes for item in items)
    zones = paper.zones if timed else ()
    cities = [_city(paper, zone, wording) for zone in zones]
    first = [Column(wording(mark("Time")), 1.25)] if timed else []
    if planned and not timed:
        first = [Column(wording(mark("Minutes")), 0.8)]
    columns = (
        *first,
        *(Column(city, _width_of(city)) for city in cities),
        Column(wording(mark("What and who")), 6.5 - sum(map(_width_of, cities))),
    )
    rows = []
    for item in items:
        own = (
            span(paper, item.start, item.end, day, wording) if timed else length(item.length or item.minutes)
        )
        there = (plain(begin_in(paper, zone, item, wording)) for zone in zones)
        begun = ((Run(own, bold=True),) if own else (),) if first else ()
        rows.append((*begun, *there, _what(item, wording)))
    return Table(columns, tuple(rows), lead=_lead(paper, section.group_id, wording))


def _city(paper: Paper, zone: str, wording: Wording) -> str:
    """What stands above the times in a zone."""
    begins, ends = session_span(paper)
    return zone_at(paper, zone, begins, ends, wording)


def _width_of(title: str) -> float:
    """The share of a column whose longest word is not broken, as far as it can be told."""
    return max(0.85, 0.1 * max(map(len, title.split()), default=0))


def _what(item: PaperItem, wording: Wording) -> Runs:
    title, kind = heading_of(item, wording), wording.label(item.segment)
    parts: list[Runs] = [(Run(title, bold=True),)]
    if kind and kind.casefold() != title.casefold():
        parts.append((Run(kind, italic=True),))
    parts += shown(item.who, partial(_who, wording), wording)
    if item.link:
        parts.append((Run(item.link, link=item.link),))
    return lines(parts)


def _who(wording: Wording, one: Appearing) -> Runs:
    role = wording.label(one.role)
    return plain(full(one.person, wording) + (f" ({role})" if role else ""))


def _beside(paper: Paper, wording: Wording) -> Iterator[Block]:
    if paper.beside:
        yield Heading(1, plain(wording(mark("Taking part"))), "beside")
        yield Bullets(tuple(map(Item, shown(paper.beside, partial(_who, wording), wording))))


def _sheet(paper: Paper, wording: Wording) -> Table:
    columns = [
        *(Column(wording(title)) for title in (mark("Day"), mark("Start"), mark("End"))),
        *(Column(_city(paper, zone, wording)) for zone in paper.zones),
        Column(wording(mark("Minutes")), numeric=True),
        *(Column(wording(title)) for title in (mark("Group"), mark("Segment"), mark("Title"))),
        *(Column(wording(title)) for title in (mark("Speakers"), mark("Link"))),
    ]
    rows = []
    for item in paper.items:
        group = paper.group(item.group_id)
        who = shown(item.who, lambda one: plain(full(one.person, wording)), wording)
        cells = [
            day_title(paper, item.day, wording),
            *("" if at is None else at_clock(paper, at, item.day, wording) for at in (item.start, item.end)),
            *(begin_in(paper, zone, item, wording) for zone in paper.zones),
            str(item.length) if item.length or item.minutes is not None else "",
            group.name if group else "",
            wording.label(item.segment),
            item.title,
            "; ".join(run.text for runs in who for run in runs),
            item.link,
        ]
        rows.append(tuple(map(plain, cells)))
    return Table(tuple(columns), tuple(rows), name=wording(TITLE))
