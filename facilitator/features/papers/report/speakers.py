"""The speakers' list: who speaks, in which office, from where, as what and when, as far as each may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from facilitator.features.papers.cleared import Attendee, Paper
from facilitator.features.papers.report.frame import missing, sealed
from facilitator.features.papers.report.parts import left_out
from facilitator.features.papers.report.people import is_told
from facilitator.features.papers.report.times import span
from facilitator.publishing.document import Block, Column, Paragraph, Runs, Table, plain
from facilitator.publishing.gate import ClearedDocument
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

TITLE = mark("Speakers")


def build_speakers(paper: Paper) -> ClearedDocument:
    """Everyone who speaks, those who may be named first."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "speakers", _blocks(paper, wording), wording)


def build_speakers_table(paper: Paper) -> ClearedDocument:
    """The same as a table alone, which is there when nobody is."""
    wording = Wording(paper.language)
    return sealed(paper, wording(TITLE), "speakers", [_table(paper, _speaking(paper), wording)], wording)


def _speaking(paper: Paper) -> list[Attendee]:
    speaking = [one for one in paper.attendees if not one.silent]
    return sorted(speaking, key=lambda one: not one.person.name)


def _blocks(paper: Paper, wording: Wording) -> Iterator[Block]:
    yield from missing(paper, wording, agenda=False)
    speaking = _speaking(paper)
    nameless = sum(not is_told(one.person, wording) and not one.roles for one in speaking)
    if len(speaking) > nameless:
        yield _table(paper, speaking, wording)
    else:
        yield Paragraph(plain(wording(mark("Nobody is listed as a speaker yet."))))
    yield from left_out(paper, wording, nameless)


def _table(paper: Paper, people: list[Attendee], wording: Wording) -> Table:
    columns = (
        Column(wording(mark("Name")), 1.4),
        Column(wording(mark("Office")), 1.8),
        Column(wording(mark("City, region or body")), 1.3),
        Column(wording(mark("Role")), 1.2),
        Column(wording(mark("When")), 1.2 if paper.days == 1 else 2.2),
    )
    rows = [_row(paper, one, wording) for one in people if is_told(one.person, wording)]
    rows += _roles_alone(paper, [one for one in people if not is_told(one.person, wording)], wording)
    kept = [at for at in range(len(columns)) if not rows or any(row[at] for row in rows)]
    cells = tuple(tuple(row[at] for at in kept) for row in rows)
    return Table(tuple(columns[at] for at in kept), cells, name=wording(TITLE))


def _row(paper: Paper, one: Attendee, wording: Wording) -> tuple[Runs, ...]:
    person = one.person
    return (
        plain(person.name),
        plain(wording.label(person.office)),
        plain(person.place or person.organisation or person.country),
        plain(wording.marks.listed(wording.label(role) for role in one.roles)),
        plain("\n".join(_times(paper, one, wording))),
    )


def _roles_alone(paper: Paper, people: list[Attendee], wording: Wording) -> list[tuple[Runs, ...]]:
    """A row for each role of people of whom nothing else tells."""
    held: dict[str, list[Attendee]] = {}
    for one in people:
        held.setdefault(wording.marks.listed(wording.label(role) for role in one.roles), []).append(one)
    rows: list[tuple[Runs, ...]] = []
    for role, those in held.items():
        if role:
            times = dict.fromkeys(time for one in those for time in _times(paper, one, wording))
            counted = f"{role} ({len(those)})" if len(those) > 1 else role
            rows.append(((), (), (), plain(counted), plain("\n".join(times))))
    return rows


def _times(paper: Paper, one: Attendee, wording: Wording) -> Iterator[str]:
    """Where there are several days a line for each, which names it once."""
    items = [item for one_id in one.item_ids if (item := paper.item(one_id)) and item.start is not None]
    if paper.days == 1:
        yield from (span(paper, item.start, item.end, item.day, wording) for item in items)
        return
    for day, those in groupby(items, key=lambda item: item.day):
        first, *others = those
        times = [span(paper, first.start, first.end, None, wording)]
        yield wording.marks.listed(
            [*times, *(span(paper, item.start, item.end, day, wording) for item in others)]
        )
