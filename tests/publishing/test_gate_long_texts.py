"""Texts that nobody should paste and somebody will: the gate reads them in one walk, however long they are."""

from __future__ import annotations

import pytest

from facilitator.domain.consent import Attribution, Consent
from facilitator.domain.vocabulary import NoteKind
from facilitator.publishing.gate import clear
from facilitator.publishing.gate.addresses import addresses
from facilitator.publishing.gate.subjects import Material, NoteSubject, PersonSubject

ADA = PersonSubject("ada", "Ada Colau Ballano", email="acolau@example.org", present=True)
# Where the work grows with the square of the length, each of these takes minutes.
LONG = ["A" * 200_000, "a." * 100_000, "a/" * 100_000, "A" * 100_000 + "@" + "b" * 100_000, "#" * 200_000]


@pytest.mark.parametrize("text", LONG, ids=lambda text: text[:4])
def test_a_cell_without_a_space_is_read_in_one_walk(text: str) -> None:
    cleaned = clear(Material(people=(ADA,))).protection.clean(f"{text} Ada Colau").text
    assert cleaned == f"{text} [name withheld]"


def test_many_names_that_may_be_told_beside_many_that_may_not_are_read_in_one_walk() -> None:
    people = (ADA, PersonSubject("q", "Quentara Zelvorin", consent=Consent.NAMED))
    said = clear(Material(people=people)).protection.clean("Quentara Zelvorin, Ada Colau. " * 15_000).text
    assert said == "Quentara Zelvorin, [name withheld]. " * 15_000


def test_a_long_withheld_text_is_found_in_another_as_long() -> None:
    text = "A" * 100_000
    secret = NoteSubject("n", NoteKind.QUOTE, text, Attribution.PENDING)
    assert clear(Material(notes=(secret,))).protection.clean(f"So: {text}A").text == "So: [text withheld]"


def test_addresses_handles_and_tags_are_told_from_prose() -> None:
    text = "see (https://x.org/a-b), www.y.org, m@z.org and #tag @me or x.org/c; either/or 5 @ 3"
    found = [span for at in range(len(text)) if (span := addresses(text).at(at))]
    told = [text[start:end] for start, end in dict.fromkeys(found)]
    assert told == ["https://x.org/a-b", "www.y.org,", "m@z.org", "#tag", "@me", "x.org/c;"]
