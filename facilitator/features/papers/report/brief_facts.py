"""What a brief tells its reader, in labelled facts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from facilitator.domain.times import DAY
from facilitator.features.papers.cleared import Appearing, Paper, PaperGroup, PaperItem
from facilitator.features.papers.report.people import full, heading_of, shown
from facilitator.features.papers.report.times import at_clock, dates_of, moment_of, session_span, zone_at
from facilitator.publishing.document import Run, Runs, plain
from facilitator.publishing.wording import Wording
from facilitator.reading.zones import HOW_KNOWN
from facilitator.translation import mark

_CHECK = "technical_check"

Rows = Iterator[tuple[str, Runs]]


def own_facts(paper: Paper, item: PaperItem | None, one: Appearing, wording: Wording) -> Rows:
    """When, how long, as what and with whom the reader is on an item, or in the session as a whole."""
    begins, ends = (item.begins, item.ends) if item else session_span(paper)
    yield from _when(paper, begins, ends, wording)
    if item and one.turns > 1 and one.turn:
        yield wording(mark("Your turn")), plain(turn(paper, one, wording))
    if one.minutes is not None:
        minutes = wording.count("{count} minute", "{count} minutes", one.minutes)
        yield wording(mark("How long")), plain(minutes)
    yield from _told(mark("As"), wording.label(one.role), wording)
    yield from _told(mark("You speak"), wording.label(one.language), wording)
    if item:
        yield from _told(mark("With"), company(item, one, wording), wording)
        before, after = _neighbours(paper, item)
        yield from _told(mark("Before you"), _neighbour(before, wording), wording)
        yield from _told(mark("After you"), _neighbour(after, wording), wording)
        group = paper.group(item.group_id)
        yield from _told(
            mark("Group"), " · ".join(filter(None, (group.name, group.room))) if group else "", wording
        )
    if item and item.link:
        yield wording(mark("Link to join")), (Run(item.link, link=item.link),)


def _told(label: str, text: str, wording: Wording) -> Rows:
    if text:
        yield wording(label), plain(text)


def _when(paper: Paper, begins: int | None, ends: int | None, wording: Wording) -> Rows:
    if begins is None:
        yield wording(mark("When")), plain(wording(mark("not known yet")))
        return
    zone = paper.own_zone
    hosts = moment_of(paper, "", begins, ends, wording)
    named = _in_zone(hosts, paper, paper.session.zone, begins, ends, wording)
    if zone is None or not zone.is_known or not paper.day.is_known:
        yield wording(mark("When")), plain(named)
        asking = mark("We don’t know your time zone: please tell us.")
        if paper.day.is_known:
            yield wording(mark("Where you are")), plain(wording(asking))
        return
    own = moment_of(paper, zone.zone, begins, ends, wording)
    known = wording(HOW_KNOWN[zone.known])
    yield (
        wording(mark("When, where you are")),
        (
            Run(own, bold=True),
            Run(f" ({zone_at(paper, zone.zone, begins, ends, wording)}, {known})"),
        ),
    )
    yield wording(mark("When, for the hosts")), plain(named)


def turn(paper: Paper, one: Appearing, wording: Wording) -> str:
    """Which of several turns on an item the reader has, and when about."""
    told = wording(mark("{turn} of {turns}"), turn=one.turn, turns=one.turns)
    if one.begins is None:
        return told
    zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
    wall = paper.day.wall_in(one.begins, zone) if zone else paper.day.wall(one.begins)
    if wall is None:
        return told
    time = at_clock(paper, wall, wall // DAY, wording)
    return wording(mark("{place}, at about {time}"), place=told, time=time)


def company(item: PaperItem, one: Appearing, wording: Wording) -> str:
    """Who else is on an item, as far as the reader may know."""
    others = list({who.person.id: who for who in item.who if who.person.id != one.person.id}.values())
    told = shown(others, lambda who: plain(full(who.person, wording)), wording, item.unlisted)
    return "\n".join(run.text for runs in told for run in runs)


def _neighbours(paper: Paper, item: PaperItem) -> tuple[PaperItem | None, PaperItem | None]:
    track = [one for one in paper.items if one.group_id == item.group_id]
    at = track.index(item)
    return (track[at - 1] if at else None), (track[at + 1] if at + 1 < len(track) else None)


def _neighbour(item: PaperItem | None, wording: Wording) -> str:
    return heading_of(item, wording) if item else ""


def _led(paper: Paper) -> Iterator[tuple[PaperGroup, str]]:
    own = paper.own.id if paper.own else ""
    for group in paper.groups:
        if group.moderator and group.moderator.id == own:
            yield group, mark("Moderator")
        if group.rapporteur and group.rapporteur.id == own:
            yield group, mark("Rapporteur")


def led_facts(paper: Paper, wording: Wording) -> Rows:
    """The groups that the reader leads or reports from."""
    for group, role in _led(paper):
        first = " · ".join(filter(None, (wording(role), group.room)))
        shown = "\n".join([first, *_meetings(paper, group, wording)])
        link = (Run(f"\n{group.link}", link=group.link),) if group.link else ()
        yield group.name or wording(mark("Group")), (*plain(shown), *link)


def _meetings(paper: Paper, group: PaperGroup, wording: Wording) -> Iterator[str]:
    """When a group meets, on each day by itself."""
    zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
    items = [item for item in paper.items if item.group_id == group.id and item.begins is not None]
    for _, those in groupby(items, key=lambda item: item.day):
        first, *others = those
        begins, ends = first.begins, (others or [first])[-1].ends
        assert begins is not None, "sorted out above"
        when = moment_of(paper, zone, begins, ends, wording)
        yield _in_zone(when, paper, zone or paper.session.zone, begins, ends, wording)


def session_facts(paper: Paper, wording: Wording) -> Rows:
    """What the session is, when, and how to join it."""
    session = paper.session
    check = next((item for item in paper.items if item.segment_code == _CHECK), None)
    begins, ends = session_span(paper)
    when = dates_of(paper, wording)
    if begins is not None:
        hosts = moment_of(paper, "", begins, ends, wording)
        when = _in_zone(hosts, paper, session.zone, begins, ends, wording)
    yield from _told(mark("Date and time"), when, wording)
    if check is not None and check.begins is not None:
        yield from _check(paper, check, wording)
    yield from _told(mark("Hosts"), wording.marks.listed(session.hosts), wording)
    yield from _told(mark("Languages"), wording.marks.listed(map(wording.label, session.languages)), wording)
    yield from _told(
        mark("Interpretation"), wording.marks.listed(map(wording.label, session.interpretation)), wording
    )
    if session.link:
        yield wording(mark("Link to join")), (Run(session.link, link=session.link),)
    yield from _told(mark("Contact"), session.contact, wording)


def _check(paper: Paper, check: PaperItem, wording: Wording) -> Rows:
    assert check.begins is not None
    zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
    when = moment_of(paper, zone, check.begins, check.ends, wording)
    shown = _in_zone(when, paper, zone or paper.session.zone, check.begins, check.ends, wording)
    yield wording(mark("Technical check")), plain(shown)


def _in_zone(
    when: str, paper: Paper, zone: str, begins: int | None, ends: int | None, wording: Wording
) -> str:
    label = zone_at(paper, zone, begins, ends, wording)
    return f"{when} ({label})" if when and label else when
