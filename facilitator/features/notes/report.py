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
from facilitator.publishing.gate import ClearedDocument, clear, seal
from facilitator.publishing.gate.subjects import Material
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
    (mark("Ctrl+Enter"), mark("Keep what stands before the caret, go on with the rest")),
    (mark("@name"), mark("Somebody else says this note")),
    (mark("#word"), mark("Tag, theme, Decalogue point or SDG")),
    (mark("↓, Enter or Tab"), mark("Choose from the list; Esc closes it")),
    (mark("> and space"), mark("Quote, heard from the floor")),
    (mark(">> and space"), mark("Quote, heard from interpretation")),
    (mark(">fr and space"), mark("Quote in French; so with every language")),
    (mark("?1 and space"), mark("It answers guiding question 1")),
    (mark("| or Tab"), mark("What belongs to the kind: who, by when, figure …")),
    (mark("\\|"), mark("A bar as it is")),
    (mark("Backspace"), mark("Right after a sign: the sign was meant as text")),
    (mark("Ctrl+Z"), mark("Undo, step by step")),
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
        front=Front.BAND,
        one_page=True,
    )
    return seal(document, clear(Material(language=language)).protection, wording.used)


def _blocks(wording: Wording) -> Iterator[Block]:
    typing, clock, screen = mark("While you type"), mark("The clock"), mark("On the screen")
    yield Heading(2, plain(wording(mark("Kinds of notes, and how they may be used"))), "kinds")
    words = mark(
        "The key works at any time. The sign is typed at the beginning of the note, with a space behind it."
    )
    yield Paragraph(plain(wording(words)), Voice.SMALL)
    yield _kinds(wording)
    yield Heading(2, plain(wording(typing)), "typing")
    yield _pairs([(_key(wording(key)), plain(wording(text))) for key, text in _WHILE_TYPING], wording)
    for heading, key, found in ((clock, "clock", run_keys.CLOCK), (screen, "screen", run_keys.NOTES)):
        yield Heading(2, plain(wording(heading)), key)
        yield _pairs([(_key(run_keys.shown(one.keys)), plain(wording(one.text))) for one in found], wording)


def _kinds(wording: Wording) -> Table:
    rows = [
        (label, letter, [name for _, name in SLOTS.get(kind.value, ())])
        for kind, letter in keys.KIND_LETTERS.items()
        for label in (NOTE_KIND_LABELS[kind],)
    ]
    rows += [(label, letter, []) for letter, label in _MARKS]
    cells = [
        (
            _with_slots(wording(label), [wording(name) for name in slots]),
            _key(run_keys.shown(keys.with_letter(letter))),
            _key(f"/{letter.lower()}"),
        )
        for label, letter, slots in rows
    ]
    columns = (
        Column(wording(mark("Note")), 3.4),
        Column(wording(mark("Key")), 1.1),
        Column(wording(mark("Sign")), 0.8),
    )
    half = (len(cells) + 1) // 2
    beside = [*cells[half:], *[((), (), ())] * (2 * half - len(cells))]
    return Table(columns * 2, tuple((*one, *other) for one, other in zip(cells[:half], beside, strict=True)))


def _with_slots(label: str, slots: Sequence[str]) -> Runs:
    return (*plain(label), *plain("".join(f" | {slot}" for slot in slots)))


def _pairs(pairs: Sequence[Pair], wording: Wording) -> Table:
    """Keys and what they do, in two columns beside each other."""
    columns = (Column(wording(mark("Key")), 1.2), Column(wording(mark("What it does")), 3.0))
    half = (len(pairs) + 1) // 2
    beside = [*pairs[half:], *[((), ())] * (2 * half - len(pairs))]
    return Table(columns * 2, tuple((*one, *other) for one, other in zip(pairs[:half], beside, strict=True)))


def _key(text: str) -> Runs:
    return (Run(text, bold=True),)
