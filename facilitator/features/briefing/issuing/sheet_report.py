"""The clearance sheet: all that is attributed to one person, to be sent to them, marked and sent back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitator.domain.vocabulary import NOTE_KIND_LABELS, HeardFrom
from facilitator.features.briefing.issuing.clearing import OwnWords, Sheet
from facilitator.publishing.document import (
    Block,
    Bullets,
    Column,
    Cover,
    Document,
    Facts,
    Front,
    Heading,
    Item,
    Paragraph,
    Run,
    Runs,
    Table,
    Voice,
    plain,
)
from facilitator.publishing.gate import ClearedDocument, bind, seal
from facilitator.publishing.wording import Wording
from facilitator.reading.branding import accent_of, stem_of
from facilitator.reading.wording import date_of
from facilitator.translation import mark

_TITLE = mark("Clearance sheet")
_ROW = 34.0
"""Points: room for two lines by hand."""
_BOX = "☐"


def build_sheet(sheet: Sheet) -> ClearedDocument:
    """The sheet of one person; its file name tells theirs."""
    wording = Wording(sheet.language)
    name = sheet.person.name if sheet.person else ""
    stem = "-".join(filter(None, ("clearance-sheet", name[:28], sheet.apart)))
    reader = wording(mark("For {name} alone"), name=name) if name else ""
    return _sealed(sheet, stem, tuple(_blocks(sheet, wording)), wording, reader)


def build_sheets(sheets: Sequence[Sheet], nobodys: Sheet) -> ClearedDocument:
    """The sheets of several people as one paper to print and part, each cleared for its own reader."""
    wording = Wording(nobodys.language)
    nothing = Paragraph(plain(wording(mark("Nobody is known as the speaker of a note yet."))))
    reader = wording(mark("For the person named above alone: part these papers of several people"))
    frame = _sealed(nobodys, "clearance-sheets", () if sheets else (nothing,), wording, reader)
    return bind(frame, map(build_sheet, sheets))


def _sealed(
    sheet: Sheet, stem: str, blocks: tuple[Block, ...], wording: Wording, reader: str
) -> ClearedDocument:
    session, title = sheet.session, wording(_TITLE)
    about = session.title or session.theme or session.series
    document = Document(
        title=" – ".join(filter(None, (about, title))),
        language=sheet.language,
        cover=Cover(session.series, title, about, date=date_of(session, wording)),
        blocks=blocks,
        header=session.series or about,
        footer=" · ".join(filter(None, (reader, title, date_of(session, wording)))),
        accent=accent_of(session),
        stem=stem_of(session, stem),
        front=Front.NONE,
    )
    return seal(document, sheet.protection, wording.used)


def _blocks(sheet: Sheet, wording: Wording) -> Iterator[Block]:
    person, session = sheet.person, sheet.session
    key = f"sheet-{person.id}" if person else "sheet"
    named = person.name if person else ""
    yield Heading(1, plain(named or wording(_TITLE)), key)
    yield Paragraph(plain(wording(mark("Clearance sheet, for its reader alone"))), Voice.SMALL)
    about = session.title or session.theme or session.series
    yield Paragraph(
        plain(
            wording(
                mark(
                    "This is all that the notes of “{session}” attribute to you. Please mark what may be published, "
                    "correct what was not heard right, and send the sheet back."
                ),
                session=about,
            )
        ),
        Voice.LEAD,
    )
    told = ((mark("Date"), date_of(session, wording)), (mark("Send back to"), session.contact))
    facts = tuple((wording(label), plain(value)) for label, value in told if value)
    if facts:
        yield Facts(facts)
    if sheet.words:
        yield Heading(2, plain(wording(mark("What you said"))), f"{key}-words")
        yield _table(sheet.words, wording)
    if sheet.told:
        yield Heading(2, plain(wording(mark("As the paper tells it"))), f"{key}-told")
        yield Bullets(tuple(Item(runs) for runs in sheet.told))
    if sheet.kept:
        text = wording.count(
            "{count} more note is off the record. It is in no paper and goes to nobody.",
            "{count} more notes are off the record. They are in no paper and go to nobody.",
            sheet.kept,
        )
        yield Paragraph(plain(text), Voice.SMALL)
    yield from _answer(key, wording)


def _table(words: Sequence[OwnWords], wording: Wording) -> Table:
    columns = (
        Column(wording(mark("Time")), 0.6),
        Column(wording(mark("Words")), 3.0),
        Column(wording(mark("Would be printed as")), 1.4),
        Column(wording(mark("Agreed, or as it should be")), 1.8),
    )
    return Table(columns, tuple(_row(one, wording) for one in words), row_height=_ROW)


def _row(one: OwnWords, wording: Wording) -> tuple[Runs, ...]:
    note = one.note
    kind = wording(NOTE_KIND_LABELS[note.kind]) if note.kind else ""
    heard = wording(mark("noted from interpretation")) if note.heard_from is HeardFrom.INTERPRETATION else ""
    small = wording.marks.described((kind, heard))
    words = (Run(note.text, language=note.language), *((Run(f"\n{small}", italic=True),) if small else ()))
    if one.line is None:
        printed = wording(mark("Withheld until you say so"))
    else:
        printed = wording.marks.described(one.line) or wording(mark("Without your name, office or place"))
    return plain(one.minute or "–"), words, plain(printed), plain(_BOX)


def _answer(key: str, wording: Wording) -> Iterator[Block]:
    yield Heading(2, plain(wording(mark("Your answer"))), f"{key}-answer")
    answers = (
        mark("All of it may be published with my name, office and place."),
        mark("All of it may be published with my office or role and place, without my name."),
        mark("All of it may be published without telling who said it or where they come from."),
        mark("It may be published as I marked it above."),
        mark("None of it may be published."),
    )
    for answer in answers:
        yield Paragraph(plain(f"{_BOX}  {wording(answer)}"))
    yield Table(
        (
            Column(wording(mark("Name"))),
            Column(wording(mark("Date")), 0.6),
            Column(wording(mark("Signature"))),
        ),
        (((), (), ()),),
        row_height=_ROW,
    )
