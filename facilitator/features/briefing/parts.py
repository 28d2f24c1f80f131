"""The parts that are made from the records: about the session, cities and cases, speakers and figures, resources."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.domain.vocabulary import GENDER_LABELS, Gender, NoteKind
from facilitator.features.briefing import pictures
from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.publishing.addresses import web_addresses
from facilitator.publishing.document import (
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Item,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Run,
    Runs,
    Table,
    Voice,
    plain,
)
from facilitator.publishing.gate import ClearedCase, ClearedPerson
from facilitator.publishing.wording import Wording
from facilitator.reading.wording import facts_of, sentences_of
from facilitator.translation import mark

NONE = "–"


def about(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """Hosts, date, ordinal, theme and partners from the record; guiding questions, programme and the time that it took,
    where there are any."""
    yield Paragraph(
        plain(wording.marks.after_sentence.join(sentences_of(paper.session, wording))), Voice.LEAD
    )
    yield from facts(paper, wording)
    if paper.session.questions:
        yield Heading(2, plain(wording(mark("Guiding questions"))), "about-questions")
        yield from questions(paper)
    if len(paper.session.agenda) > 1:
        yield Heading(2, plain(wording(mark("Programme"))), "about-programme")
        yield from programme(paper, wording)
    yield from pictures.times(paper, wording)


def facts(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """What is known of the session, labelled."""
    yield Facts(tuple((label, runs) for label, runs in facts_of(paper.session, wording)))


def questions(paper: ClearedBriefing) -> Iterator[Block]:
    """The guiding questions, numbered."""
    if paper.session.questions:
        yield Bullets(tuple(Item(plain(question)) for question in paper.session.questions), ordered=True)


def programme(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """The items of the agenda with their minutes."""
    columns = (
        Column(wording(mark("Segment")), 1.2),
        Column(wording(mark("Title")), 2.4),
        Column(wording(mark("Minutes")), 0.6, numeric=True),
    )
    rows: list[tuple[Runs, ...]] = [
        (plain(wording.label(line.segment)), plain(line.title), plain(str(line.minutes or "")))
        for line in paper.session.agenda
    ]
    if rows:
        yield _filled(columns, rows)


def cities(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """One row for each case, and one for each city that was heard without one."""
    yield from pictures.city_map(paper, wording)
    yield from pictures.themes(paper, wording)
    rows = [_case_row(case, wording) for case in sorted(paper.cases, key=lambda case: case.place.casefold())]
    known = {case.place for case in paper.cases}
    heard = {person.place: person.country for person in paper.speakers if person.place}
    heard |= {note.place: heard.get(note.place, "") for note in paper.notes if note.place}
    for place in sorted(set(heard) - known, key=str.casefold):
        rows.append(((Run(place, bold=True),), plain(heard[place]), (), ()))
    if rows:
        columns = (
            Column(wording(mark("City or region")), 1.1),
            Column(wording(mark("Country"))),
            Column(wording(mark("Case")), 2.2),
            Column(wording(mark("Themes")), 1.1),
        )
        yield _filled(columns, rows)


def _case_row(case: ClearedCase, wording: Wording) -> tuple[Runs, ...]:
    place = Run(case.place, bold=True) if case.place else Run(wording(mark("Not named")), italic=True)
    themes = wording.marks.listed(wording.label(theme.label) for theme in case.themes)
    return (place,), plain(case.country), plain(case.title), plain(themes)


def _filled(columns: tuple[Column, ...], rows: list[tuple[Runs, ...]]) -> Table:
    """A table without the columns that would be empty; an empty cell holds a dash."""
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)] or [0]
    cells = tuple(tuple(row[at] or plain(NONE) for at in kept) for row in rows)
    return Table(tuple(columns[at] for at in kept), cells)


def city_count(paper: ClearedBriefing) -> int:
    """How many cities and regions the paper shows."""
    shown = {case.place for case in paper.cases} | {note.place for note in paper.notes}
    return len((shown | {person.place for person in paper.speakers}) - {""})


def speakers(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """Figures first, then who spoke, as far as each may be shown."""
    figures = paper.figures
    if not figures.speakers:
        return
    yield KeyFigures(tuple(key_figures(paper, wording))[:4])
    yield from pictures.voices(paper, wording)
    yield from people(paper, wording)


def people(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """Who spoke, as far as each may be shown, and how many more there are."""
    figures = paper.figures
    if paper.speakers:
        yield _speakers_table(paper.speakers, wording)
    if figures.unlisted:
        text = wording.count(
            "{count} further speaker is counted and not listed, as consent or the rule of the session wants.",
            "{count} further speakers are counted and not listed, as consent or the rule of the session wants.",
            figures.unlisted,
        )
        yield Paragraph(plain(text), Voice.SMALL)


def key_figures(paper: ClearedBriefing, wording: Wording) -> Iterator[KeyFigure]:
    """The largest counts of the session, the most telling first; none is zero."""
    figures = paper.figures
    if paper.occasions > 1:
        yield KeyFigure(
            wording.marks.number(paper.occasions), wording.count("session", "sessions", paper.occasions)
        )
    yield KeyFigure(
        wording.marks.number(figures.speakers), wording.count("speaker", "speakers", figures.speakers)
    )
    if cities_ := city_count(paper):
        yield KeyFigure(
            wording.marks.number(cities_), wording.count("city or region", "cities and regions", cities_)
        )
    women = sum(tally.heads for tally in figures.genders if tally.label == GENDER_LABELS[Gender.WOMAN])
    men = sum(tally.heads for tally in figures.genders if tally.label == GENDER_LABELS[Gender.MAN])
    if 2 * (women + men) >= figures.speakers:
        yield KeyFigure(
            f"{women} : {men}",
            wording(mark("women to men, as far as stated")),
        )
    if paper.cases:
        yield KeyFigure(
            wording.marks.number(len(paper.cases)), wording.count("case", "cases", len(paper.cases))
        )


def _speakers_table(people: tuple[ClearedPerson, ...], wording: Wording) -> Table:
    """Those who may be named first."""
    rows: list[tuple[Runs, ...]] = [
        (
            plain(person.name),
            plain(wording.label(person.office)),
            plain(person.place or person.organisation or person.country),
            plain(wording.label(person.section)),
            plain(wording.label(person.role)),
        )
        for person in sorted(people, key=lambda person: not person.name)
    ]
    columns = (
        Column(wording(mark("Name")), 1.2),
        Column(wording(mark("Office")), 1.8),
        Column(wording(mark("City, region or body")), 1.3),
        Column(wording(mark("Section"))),
        Column(wording(mark("Role"))),
    )
    return _filled(columns, rows)


def resources(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """References that were noted, and the addresses of session, cases and notes."""
    references = [note for note in paper.notes if note.kind is NoteKind.REFERENCE]
    if references:
        items = tuple(Item(plain(note.text), (note.id,)) for note in references)
        yield Bullets(items)
    addresses = [paper.session.link, paper.session.source_url]
    addresses += [address for case in paper.cases for address in (*case.links.split(), case.source_url)]
    addresses += [note.source_url for note in paper.notes]
    kept = web_addresses(addresses)
    if kept:
        yield Heading(2, plain(wording(mark("Sources"))), "resources-sources")
        yield Bullets(tuple(Item((Run(address, link=address),)) for address in kept))
