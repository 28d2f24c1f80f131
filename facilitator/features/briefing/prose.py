"""Set cleared paragraphs: cities in bold, attribution after the words, and what belongs to a note's kind."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from facilitator.domain.prose.style import Style
from facilitator.domain.vocabulary import HeardFrom, NoteKind
from facilitator.features.briefing.cleared import ClearedParagraph
from facilitator.features.briefing.marking import bold_at, split
from facilitator.publishing.document import (
    Block,
    Bullets,
    Column,
    Heading,
    Illustration,
    Item,
    Paragraph,
    Picture,
    Quotation,
    Run,
    Runs,
    Table,
    plain,
)
from facilitator.publishing.gate import ClearedNote
from facilitator.publishing.wording import Wording
from facilitator.translation import mark


def blocks_of(key: str, paragraphs: Iterable[ClearedParagraph], wording: Wording) -> Iterator[Block]:
    """The blocks of one part; entries that follow each other are one list. ``key`` begins the keys of subheadings."""
    subheadings = 0
    for style, group in groupby(paragraphs, lambda paragraph: paragraph.style):
        if style in (Style.BULLET, Style.NUMBERED):
            items = tuple(Item(_item(key, one, wording), one.evidence) for one in group)
            yield Bullets(items, ordered=style is Style.NUMBERED)
            continue
        for paragraph in group:
            subheadings += style is Style.SUBHEADING
            yield _block(paragraph, f"{key}-{subheadings}", wording)


def _block(paragraph: ClearedParagraph, key: str, wording: Wording) -> Block:
    match paragraph.style:
        case Style.SUBHEADING:
            return Heading(2, paragraph.runs, key)
        case Style.QUOTATION:
            return _quotation(paragraph, wording)
        case Style.TABLE:
            return _table(paragraph)
        case Style.PICTURE if paragraph.picture:
            picture = Picture(paragraph.picture, paragraph.text)
            return Illustration(picture, plain(paragraph.caption), paragraph.evidence)
        case _:
            runs = (*_with_cities(paragraph), *_attribution(paragraph, (), wording))
            return Paragraph(runs, evidence=paragraph.evidence)


def _table(paragraph: ClearedParagraph) -> Table:
    """The first row is the header; rows that are shorter than the longest end in empty cells."""
    header, *rows = [tuple(split(row, "\t")) for row in split(paragraph.runs, "\n")]
    width = max(map(len, (header, *rows)))
    titles = ["".join(run.text for run in cell) for cell in header]
    return Table(
        tuple(Column(title) for title in titles + [""] * (width - len(titles))),
        tuple((*row, *((),) * (width - len(row))) for row in rows),
        caption=paragraph.caption,
    )


def _item(key: str, paragraph: ClearedParagraph, wording: Wording) -> Runs:
    """One bullet. Where it rests on a single note, what that note holds besides its words is told with them."""
    note = paragraph.notes[0] if len(paragraph.notes) == 1 else None
    lead = _lead(key, paragraph, note, wording)
    shown = [lead] if lead else []
    body = _with_cities(paragraph)
    after = _after(note, paragraph.text, wording) if note else ()
    opening = (Run(f"{lead}{wording.marks.colon}", bold=True),) if lead else ()
    return (*opening, *body, *after, *_attribution(paragraph, shown, wording))


def _lead(key: str, paragraph: ClearedParagraph, note: ClearedNote | None, wording: Wording) -> str:
    """What opens a bullet in bold: the city of an experience, the figure of a data point, who commits themselves."""
    if note is None:
        return ""
    lead = ""
    if note.kind in (NoteKind.COMMITMENT, NoteKind.FOLLOW_UP):
        lead = note.responsible
    elif note.kind is NoteKind.DATA_POINT:
        lead = wording.marks.measured(note.figure, note.unit)
    elif key in ("experiences", "challenges"):
        lead = note.place
    return "" if _says(paragraph.text, lead) else lead


def _after(note: ClearedNote, text: str, wording: Wording) -> Iterator[Run]:
    """Addressee, date, source and tags of a note, as far as its words do not say them."""
    details = []
    if note.addressee and not _says(text, note.addressee):
        details.append(wording(mark("To: {addressee}"), addressee=note.addressee))
    if note.due and not _says(text, note.due):
        details.append(wording(mark("By: {due}"), due=wording.date(note.due)))
    if note.kind is NoteKind.DATA_POINT:
        if note.source:
            details.append(wording(mark("Source: {source}"), source=note.source))
        if note.to_verify and not note.verified:
            details.append(wording(mark("to be verified")))
    if note.answer and not _says(text, note.answer):
        yield Run(f" {note.answer}")
    for detail in details:
        yield Run(f" [{detail}]")
    points = [point.code for point in note.decalogue]
    if points and note.kind is NoteKind.RECOMMENDATION:
        shown = wording(mark("Decalogue {points}"), points=wording.marks.listed(points))
        yield Run(f" [{shown}]", bold=True)


def _quotation(paragraph: ClearedParagraph, wording: Wording) -> Quotation:
    language = paragraph.notes[0].language if len(paragraph.notes) == 1 else ""
    foreign = language if language and not language.startswith(wording.language) else ""
    parts = [wording.marks.series(_sources(paragraph, (), wording))]
    if any(note.heard_from is HeardFrom.INTERPRETATION for note in paragraph.notes):
        parts.append(wording(mark("noted from interpretation")))
    line = wording.marks.described(parts)
    runs = tuple(dataclasses.replace(run, language=foreign) for run in paragraph.runs)
    return Quotation(runs, plain(line), paragraph.evidence)


def _attribution(paragraph: ClearedParagraph, shown: Iterable[str], wording: Wording) -> Runs:
    line = wording.marks.bracketed(wording.marks.series(_sources(paragraph, shown, wording)))
    return (Run(line, italic=True),) if line else ()


def _sources(paragraph: ClearedParagraph, shown: Iterable[str], wording: Wording) -> list[str]:
    """Who said it, once each, without what is said before."""
    lines = [
        wording.marks.described(part for part in note.attribution if part not in shown)
        for note in paragraph.notes
    ]
    return [line for line in dict.fromkeys(lines) if line]


def _with_cities(paragraph: ClearedParagraph) -> Runs:
    """The words, with the cities of the notes behind them in bold."""
    places = sorted({note.place for note in paragraph.notes if note.place}, key=len, reverse=True)
    if not places:
        return paragraph.runs
    pattern = "|".join(re.escape(place) for place in places)
    found = re.finditer(rf"(?<!\w)({pattern})(?!\w)", paragraph.text)
    return bold_at(paragraph.runs, (one.span() for one in found))


def _says(text: str, detail: str) -> bool:
    return detail.casefold() in text.casefold()
