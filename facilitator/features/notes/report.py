"""The card of keys: everything that one can do while a session is held, on one page to lay beside the laptop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from facilitator.domain.consent import ATTRIBUTION_LABELS, Attribution
from facilitator.domain.vocabulary import NOTE_KIND_LABELS
from facilitator.features.notes import keys
from facilitator.features.notes.capture.prefixes import STAR, TO_VERIFY
from facilitator.features.notes.capture.slots import SLOTS
from facilitator.kit import run_keys
from facilitator.publishing.document import (
    Block,
    Column,
    Cover,
    Document,
    Front,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    Voice,
    plain,
)
from facilitator.publishing.gate import ClearedDocument, of_nobody, seal
from facilitator.publishing.wording import Wording
from facilitator.translation import mark

TITLE = mark("Card of keys")
_MARKS = (
    (keys.OFF_THE_RECORD, ATTRIBUTION_LABELS[Attribution.OFF_THE_RECORD]),
    (keys.CHATHAM_HOUSE, ATTRIBUTION_LABELS[Attribution.CHATHAM_HOUSE]),
    (keys.STAR, STAR),
    (keys.VERIFY, TO_VERIFY),
)
_WHILE_TYPING = (
    (mark("Enter"), mark("Keep the note")),
    (mark("Shift+Enter"), mark("New line in the note")),
    (mark("Ctrl+Enter"), mark("Keep what is before the caret, go on with the rest")),
    (mark("@name"), mark("Somebody else says this note")),
    (mark("#word"), mark("Tag, theme, Decalogue point or SDG")),
    (mark("↓, Enter or Tab"), mark("Choose from the list; Esc closes it")),
    (mark("> and space"), mark("Quote, heard from the floor")),
    (mark(">> and space"), mark("Quote, heard from interpretation")),
    (mark(">fr and space"), mark("Quote in French; so with every language")),
    (mark("?1 and space"), mark("It answers guiding question 1")),
    (mark("| or Tab"), mark("Who, by when, figure …; \\| is a bar as it is")),
    (mark("Backspace"), mark("Right after a sign: the sign was meant as text")),
)
"""Signs and keys of the line itself: they are no commands, so that no table of the program has them."""

Pair = tuple[Runs, Runs]


def card_of_keys(_session: Any, _session_id: str, language: str) -> ClearedDocument:
    """The card, in a language; it is the same for every library."""
    wording = Wording(language)
    title = wording(TITLE)
    document = Document(
        title=title,
        language=language,
        cover=Cover(series="", kind="", title=title),
        blocks=tuple(_blocks(wording)),
        stem="keys",
        front=Front.PAGE,
        one_page=True,
    )
    return seal(document, of_nobody(language), wording.used)


def _blocks(wording: Wording) -> Iterator[Block]:
    typing = mark("While you type")
    yield Heading(2, plain(wording(mark("Kinds of notes, and how they may be used"))), "kinds")
    words = mark(
        "The key works at any time. The sign is typed at the beginning of the note, with a space behind it."
    )
    yield Paragraph(plain(wording(words)), Voice.SMALL)
    yield _kinds(wording)
    yield Paragraph(plain(_bars(wording)), Voice.SMALL)
    yield Heading(2, plain(wording(typing)), "typing")
    yield _pairs([(_key(wording(key)), plain(wording(text))) for key, text in _WHILE_TYPING], wording)
    for heading, key, found in (
        (mark("The clock, and the screen"), "clock", (*run_keys.CLOCK, *run_keys.NOTES, *run_keys.WINDOW)),
        (mark("Notes that are selected; the keys of kinds act on them too"), "selected", run_keys.SELECTED),
    ):
        yield Heading(2, plain(wording(heading)), key)
        yield _pairs([(_key(run_keys.shown(*one.keys)), plain(wording(one.text))) for one in found], wording)


def _kinds(wording: Wording) -> Table:
    rows = [(NOTE_KIND_LABELS[kind], letter) for kind, letter in keys.KIND_LETTERS.items()]
    cells = [
        (
            plain(wording(label)),
            _key(run_keys.shown(keys.with_letter(letter))),
            _key(f"/{letter.lower()}"),
        )
        for label, letter in (*rows, *((label, letter) for letter, label in _MARKS))
    ]
    columns = (
        Column(wording(mark("Note")), 2.6),
        Column(wording(mark("Key")), 1.2),
        Column(wording(mark("Sign")), 0.8),
    )
    return _beside(columns, cells, 3)


def _bars(wording: Wording) -> str:
    """What stands behind the bars of each kind."""
    kinds = (
        " | ".join((wording(NOTE_KIND_LABELS[kind]), *(wording(name) for _, name in SLOTS[kind.value])))
        for kind in keys.KIND_LETTERS
        if kind.value in SLOTS
    )
    return wording(mark("Behind bars: {kinds}."), kinds=" · ".join(kinds))


def _pairs(pairs: Sequence[Pair], wording: Wording) -> Table:
    columns = (Column(wording(mark("Key")), 1.5), Column(wording(mark("What it does")), 3.0))
    return _beside(columns, pairs, 2)


def _beside(columns: tuple[Column, ...], rows: Sequence[tuple[Runs, ...]], count: int) -> Table:
    """The rows in so many columns beside each other, each to be read downwards."""
    height = -(-len(rows) // count)
    padded = [*rows, *[((),) * len(columns)] * (height * count - len(rows))]
    lines = zip(*(padded[first : first + height] for first in range(0, len(padded), height)), strict=True)
    return Table(columns * count, tuple(tuple(cell for row in line for cell in row) for line in lines))


def _key(text: str) -> Runs:
    return (Run(text, bold=True),)
