"""Cases in papers: told in a line, as a sheet each, as a catalogue by country and an index by theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from facilitator.features.briefing.cleared import ClearedBriefing
from facilitator.publishing.addresses import web_addresses
from facilitator.publishing.document import (
    Block,
    Bullets,
    Column,
    Facts,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Table,
    Voice,
    plain,
)
from facilitator.publishing.gate import ClearedCase
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

_TOLD = (
    (mark("Challenge"), "challenge"),
    (mark("Objectives"), "objectives"),
    (mark("Measures"), "measures"),
    (mark("Results"), "results"),
    (mark("Evidence of the results"), "evidence"),
    (mark("Obstacles"), "obstacles"),
    (mark("Lessons for others"), "lessons"),
)
"""The fields of a case in the order in which they are told."""


def stories(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """The cases heard in the session that no paragraph tells already."""
    told = {note.case_id for section in paper.sections for one in section.paragraphs for note in one.notes}
    items = []
    for case in paper.cases:
        words = " ".join(filter(None, (case.challenge, case.measures, case.results)))
        if case.id not in told and words:
            lead = f"{case.place}{wording.marks.colon}" if case.place else ""
            runs = (
                Run(lead, bold=True),
                Run(case.title, italic=True),
                Run(f". {words}" if case.title else words),
            )
            items.append(Item(tuple(run for run in runs if run.text)))
    if items:
        yield Bullets(tuple(items))


def sheets(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """A sheet for each case, on a page of its own: where and when, what was done, what came of it, where to read on."""
    for number, case in enumerate(_ordered(paper.cases, wording), start=1):
        if number > 1:
            yield PageBreak()
        yield Heading(1, plain(_title(case, wording)), f"case-{case.id}")
        facts = tuple((label, plain(value)) for label, value in _facts(case, wording) if value)
        if facts:
            yield Facts(facts)
        for label, field in _TOLD:
            if words := getattr(case, field).strip():
                yield Heading(2, plain(wording(label)), f"case-{case.id}-{field}")
                yield from (Paragraph(plain(prose)) for prose in _paragraphs(words))
        if addresses := _addresses(case):
            yield Heading(2, plain(wording(mark("Links"))), f"case-{case.id}-links")
            yield Bullets(tuple(Item((Run(address, link=address),)) for address in addresses))


def catalogue(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """Every case in short, by country and city; those of no country that may be told come last."""
    ordered = _ordered(paper.cases, wording)
    for number, (country, cases) in enumerate(groupby(ordered, lambda case: case.country), start=1):
        yield Heading(2, plain(country or wording(mark("Country not named"))), f"country-{number}")
        for case in cases:
            yield from _entry(case, wording)


def by_theme(paper: ClearedBriefing, wording: Wording) -> Iterator[Block]:
    """Each theme with the cities and titles of its cases, which lead to the entries of the catalogue."""
    found: dict[str, list[ClearedCase]] = defaultdict(list)
    for case in _ordered(paper.cases, wording):
        for theme in case.themes:
            found[wording.label(theme.label)].append(case)
    if not found:
        return
    rows: list[tuple[Runs, ...]] = []
    for label in sorted(found, key=str.casefold):
        entries: list[Run] = []
        for case in found[label]:
            entries += [Run(wording.marks.semicolon)] if entries else []
            entries.append(Run(_short(case, wording), target=f"case-{case.id}"))
        rows.append((plain(label), plain(str(len(found[label]))), tuple(entries)))
    columns = (
        Column(wording(mark("Theme")), 1.2),
        Column(wording(mark("Number")), 0.5, numeric=True),
        Column(wording(mark("Cases")), 3.2),
    )
    yield Table(columns, tuple(rows))


def _entry(case: ClearedCase, wording: Wording) -> Iterator[Block]:
    yield Heading(3, plain(_title(case, wording)), f"case-{case.id}")
    themes = wording.marks.listed(wording.label(theme.label) for theme in case.themes)
    told = " · ".join(filter(None, (case.section, case.period, themes)))
    if told:
        yield Paragraph(plain(told), Voice.SMALL)
    words = " ".join(filter(None, (case.challenge.strip(), case.measures.strip(), case.results.strip())))
    if words:
        yield Paragraph(plain(words))
    addresses = _addresses(case)
    if addresses:
        runs: list[Run] = []
        for address in addresses:
            runs += [Run("  "), Run(address, link=address)] if runs else [Run(address, link=address)]
        yield Paragraph(tuple(runs), Voice.SMALL)


def _facts(case: ClearedCase, wording: Wording) -> Iterator[tuple[str, str]]:
    yield wording(mark("City or region")), case.place
    yield wording(mark("Country")), case.country
    yield wording(mark("Section")), wording.label(case.section)
    yield wording(mark("Period")), case.period
    yield wording(mark("Themes")), wording.marks.listed(wording.label(theme.label) for theme in case.themes)
    yield wording(mark("Contact")), case.contact


def _ordered(cases: Iterable[ClearedCase], wording: Wording) -> list[ClearedCase]:
    """By country, city and title; what has no country last."""
    return sorted(
        cases,
        key=lambda case: (
            not case.country,
            case.country.casefold(),
            not case.place,
            case.place.casefold(),
            _title(case, wording).casefold(),
            case.id,
        ),
    )


def _title(case: ClearedCase, wording: Wording) -> str:
    """City and title, as far as there are any."""
    return wording.marks.labelled(case.place, case.title) or wording(mark("Untitled case"))


def _short(case: ClearedCase, wording: Wording) -> str:
    return case.place or case.title or wording(mark("Untitled case"))


def _paragraphs(words: str) -> Iterator[str]:
    yield from filter(None, (prose.strip() for prose in words.split("\n\n")))


def _addresses(case: ClearedCase) -> list[str]:
    return web_addresses((*case.links.split(), case.source_url))
