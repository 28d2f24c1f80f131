"""The appearances of somebody who is on often, as one table."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.features.papers.cleared import Appearing, Paper, PaperItem
from facilitator.features.papers.report.brief_facts import company, turn
from facilitator.features.papers.report.people import heading_of, lines
from facilitator.features.papers.report.times import moment_of, session_span, zone_at
from facilitator.publishing.document import Column, Run, Runs, Table, plain
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

On = tuple[PaperItem | None, Appearing]


def appearances_table(paper: Paper, found: Sequence[On], wording: Wording) -> Table:
    """A row for each: when where the reader is and for the hosts, what as what and for how long, and with whom."""
    zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
    begins, ends = session_span(paper)
    hosts = zone_at(paper, paper.session.zone, begins, ends, wording)
    whens = [Column(wording(mark("When, for the hosts")) + (f" ({hosts})" if hosts else ""), 1.2)]
    if zone:
        own = zone_at(paper, zone, begins, ends, wording)
        whens.insert(0, Column(f"{wording(mark('When, where you are'))} ({own})", 1.2))
    columns = (*whens, Column(wording(mark("What")), 1.9), Column(wording(mark("With")), 1.5))
    zones = [zone, ""] if zone else [""]
    return Table(columns, tuple(_row(paper, on, zones, wording) for on in found))


def _row(paper: Paper, on: On, zones: Sequence[str], wording: Wording) -> tuple[Runs, ...]:
    item, one = on
    begins, ends = (item.begins, item.ends) if item else session_span(paper)
    whens = ["" if begins is None else moment_of(paper, zone, begins, ends, wording) for zone in zones]
    first = whens[0] or wording(mark("not known yet"))
    told = company(item, one, wording) if item else ""
    return ((Run(first, bold=True),), *map(plain, whens[1:]), _what(paper, item, one, wording), plain(told))


def _what(paper: Paper, item: PaperItem | None, one: Appearing, wording: Wording) -> Runs:
    title = heading_of(item, wording) if item else wording(mark("In the session as a whole"))
    minutes = "" if one.minutes is None else wording.count("{count} minute", "{count} minutes", one.minutes)
    as_what = wording.marks.described((wording.label(one.role), minutes, wording.label(one.language)))
    group = paper.group(item.group_id) if item else None
    where = " · ".join(filter(None, (group.name, group.room))) if group else ""
    yours = wording(mark("Your turn: {turn}"), turn=turn(paper, one, wording)) if one.turns > 1 else ""
    link: Runs = (Run(item.link, link=item.link),) if item and item.link else ()
    return lines([(Run(title, bold=True),), plain(as_what), plain(yours), plain(where), link])
