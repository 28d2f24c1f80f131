"""Speaker briefs: a page for each person, which tells them when they are on, in their own time, and what for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from facilitator.features.papers.cleared import Appearing, Paper, PaperGroup, PaperItem
from facilitator.features.papers.report.frame import missing, sealed
from facilitator.features.papers.report.parts import materials, questions
from facilitator.features.papers.report.people import full, heading_of, title_of
from facilitator.features.papers.report.times import moment_of, session_span, span, zone_times
from facilitator.publishing.document import (
    Block,
    Facts,
    Front,
    Heading,
    Paragraph,
    Run,
    Runs,
    Voice,
    plain,
)
from facilitator.publishing.gate import ClearedDocument, bind
from facilitator.publishing.wording import Wording
from facilitator.reading.wording import date_of
from facilitator.reading.zones import HOW_KNOWN
from facilitator.translation import mark

TITLE = mark("Speaker briefs")
_ONE = mark("Speaker brief")
_CHECK = "technical_check"

Rows = Iterator[tuple[str, Runs]]


def build_speaker_briefs(
    everyone: Paper, ids: Sequence[str], paper_of: Callable[[str], Paper], heed: Callable[[int, int], None]
) -> ClearedDocument:
    """The briefs of the people with these ids, each cleared for themselves. ``everyone`` is the paper that is
    nobody's own; ``heed`` is told how many are done of how many."""
    wording = Wording(everyone.language)
    if not ids:
        nobody = plain(wording(mark("Nobody appears in the session yet.")))
        return sealed(everyone, wording(TITLE), "speaker-briefs", [Paragraph(nobody)], wording)
    frame = sealed(everyone, wording(TITLE), "speaker-briefs", [], wording, front=Front.NONE)
    made = []
    for done, person_id in enumerate(ids):
        heed(done, len(ids))
        made.append(build_speaker_brief(paper_of(person_id)))
    return bind(frame, made)


def build_speaker_brief(paper: Paper) -> ClearedDocument:
    """The brief of the person whose own paper it is."""
    wording = Wording(paper.language)
    assert paper.own is not None, "a brief is somebody's own"
    name = f"speaker-brief-{paper.own.name}" if paper.own.name else "speaker-brief"
    return sealed(paper, wording(_ONE), name, _blocks(paper, wording), wording, front=Front.NONE)


def _blocks(paper: Paper, wording: Wording) -> Iterator[Block]:
    own, session = paper.own, paper.session
    assert own is not None
    title = session.title or session.theme or session.series
    # On the very top: else the page's header would still name the person of the page before.
    yield Heading(1, plain(title_of(own, wording)), f"brief-{own.id}")
    yield Paragraph(plain(" · ".join((wording(_ONE), *session.hosts))), Voice.SMALL)
    if title:
        yield Paragraph((Run(title, bold=True),), Voice.LEAD)
    yield from missing(paper, wording)
    for number, (item, one) in enumerate(_appearances(paper)):
        yield Heading(2, plain(_heading(item, wording)), f"brief-{own.id}-{number}")
        yield Facts(tuple(_own_facts(paper, item, one, wording)))
    led = tuple(_led_facts(paper, wording))
    if led:
        yield Heading(2, plain(wording(mark("Groups with you"))), f"brief-{own.id}-groups")
        yield Facts(led)
    yield Heading(2, plain(wording(mark("The session"))), f"brief-{own.id}-session")
    yield Facts(tuple(_session_facts(paper, wording)))
    yield from questions(paper, wording, 2)
    yield from materials(paper, wording, 2)


def _appearances(paper: Paper) -> Iterator[tuple[PaperItem | None, Appearing]]:
    own = paper.own.id if paper.own else ""
    for item in paper.items:
        yield from ((item, one) for one in item.who if one.person.id == own and not one.declined)
    yield from ((None, one) for one in paper.beside if one.person.id == own and not one.declined)


def _led(paper: Paper) -> Iterator[tuple[PaperGroup, str]]:
    own = paper.own.id if paper.own else ""
    for group in paper.groups:
        if group.moderator and group.moderator.id == own:
            yield group, mark("Moderator")
        if group.rapporteur and group.rapporteur.id == own:
            yield group, mark("Rapporteur")


def _heading(item: PaperItem | None, wording: Wording) -> str:
    return heading_of(item, wording) if item else wording(mark("In the session as a whole"))


def _own_facts(paper: Paper, item: PaperItem | None, one: Appearing, wording: Wording) -> Rows:
    begins, ends = (item.begins, item.ends) if item else session_span(paper)
    yield from _when(paper, begins, ends, wording)
    if item and one.turns > 1 and one.turn:
        yield wording(mark("Your turn")), plain(_turn(paper, one, wording))
    if one.minutes is not None:
        minutes = wording.count("{count} minute", "{count} minutes", one.minutes)
        yield wording(mark("How long")), plain(minutes)
    yield from _told(mark("As"), wording.label(one.role), wording)
    yield from _told(mark("You speak"), wording.label(one.language), wording)
    if item:
        yield from _told(mark("With"), _others(item, one, wording), wording)
        before, after = _neighbours(paper, item)
        yield from _told(mark("Before you"), _neighbour(before, wording), wording)
        yield from _told(mark("After you"), _neighbour(after, wording), wording)
        group = paper.group(item.group_id)
        yield from _told(mark("Group"), " · ".join((group.name, group.room)) if group else "", wording)
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
    named = f"{hosts} ({paper.session.zone})" if paper.session.zone else hosts
    if zone is None or not zone.is_known or not paper.day.is_known:
        yield wording(mark("When")), plain(named)
        asking = mark("We don’t know your time zone: please tell us.")
        if paper.day.is_known:
            yield wording(mark("Where you are")), plain(wording(asking))
        return
    own = moment_of(paper, zone.zone, begins, ends, wording)
    known = wording(HOW_KNOWN[zone.known])
    yield wording(mark("When, where you are")), (Run(own, bold=True), Run(f" ({zone.zone}, {known})"))
    yield wording(mark("When, for the hosts")), plain(named)


def _turn(paper: Paper, one: Appearing, wording: Wording) -> str:
    told = wording(mark("{turn} of {turns}"), turn=one.turn, turns=one.turns)
    if one.begins is None:
        return told
    zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
    wall = paper.day.wall_in(one.begins, zone) if zone else paper.day.wall(one.begins)
    return (
        wording(mark("{place}, at about {time}"), place=told, time=span(wall, None))
        if wall is not None
        else told
    )


def _others(item: PaperItem, one: Appearing, wording: Wording) -> str:
    names = [full(other.person, wording) for other in item.who if other.person.id != one.person.id]
    if item.unlisted:
        names.append(wording.count("{count} more person", "{count} more people", item.unlisted))
    return "\n".join(dict.fromkeys(names))


def _neighbours(paper: Paper, item: PaperItem) -> tuple[PaperItem | None, PaperItem | None]:
    track = [one for one in paper.items if one.group_id == item.group_id]
    at = track.index(item)
    return (track[at - 1] if at else None), (track[at + 1] if at + 1 < len(track) else None)


def _neighbour(item: PaperItem | None, wording: Wording) -> str:
    return heading_of(item, wording) if item else ""


def _led_facts(paper: Paper, wording: Wording) -> Rows:
    for group, role in _led(paper):
        items = [item for item in paper.items if item.group_id == group.id and item.begins is not None]
        zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
        when = ""
        if items and items[0].begins is not None:
            when = moment_of(paper, zone, items[0].begins, items[-1].ends, wording)
        shown = " · ".join(filter(None, (wording(role), group.room, when, zone)))
        link = (Run(f"\n{group.link}", link=group.link),) if group.link else ()
        yield group.name or wording(mark("Group")), (*plain(shown), *link)


def _session_facts(paper: Paper, wording: Wording) -> Rows:
    session = paper.session
    check = next((item for item in paper.items if item.segment_code == _CHECK), None)
    times = zone_times(paper)
    when = ", ".join(filter(None, (date_of(session, wording), times[0] if times else "")))
    yield from _told(mark("Date and time"), when, wording)
    if check is not None and check.begins is not None:
        yield from _check(paper, check, wording)
    yield from _told(mark("Hosts"), ", ".join(session.hosts), wording)
    yield from _told(mark("Languages"), ", ".join(map(wording.label, session.languages)), wording)
    yield from _told(mark("Interpretation"), ", ".join(map(wording.label, session.interpretation)), wording)
    if session.link:
        yield wording(mark("Link to join")), (Run(session.link, link=session.link),)
    yield from _told(mark("Contact"), session.contact, wording)


def _check(paper: Paper, check: PaperItem, wording: Wording) -> Rows:
    assert check.begins is not None
    zone = paper.own_zone.zone if paper.own_zone and paper.day.is_known else ""
    when = moment_of(paper, zone, check.begins, check.ends, wording)
    shown = zone or paper.session.zone
    yield wording(mark("Technical check")), plain(f"{when} ({shown})" if shown else when)
