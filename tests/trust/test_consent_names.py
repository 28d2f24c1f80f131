"""No spelling of a withheld name survives, whatever the name and the script."""

from __future__ import annotations

import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st

from facilitator.publishing.document import (
    Bullets,
    Cover,
    Document,
    Heading,
    Item,
    Paragraph,
    Run,
    Table,
    runs_of,
)
from facilitator.publishing.document import Column as TableColumn
from facilitator.publishing.gate import ClearedDocument, clear, seal
from facilitator.publishing.gate.subjects import Material, PersonSubject

_RANGES = [
    (0x41, 0x5A),
    (0x61, 0x7A),
    (0xC0, 0x17F),
    (0x391, 0x3CE),
    (0x400, 0x45F),
    (0x5D0, 0x5EA),
    (0x621, 0x64A),
]
_RANGES += [
    (0x905, 0x939),
    (0xE01, 0xE2E),
    (0x10D0, 0x10F0),
    (0x3041, 0x3096),
    (0x4E00, 0x4FFF),
    (0xAC00, 0xAFFF),
]
LETTERS = [chr(code) for start, end in _RANGES for code in range(start, end + 1) if chr(code).isalpha()]
SCRIPTS = [[letter for letter in LETTERS if start <= ord(letter) <= end] for start, end in _RANGES]
words = st.sampled_from(SCRIPTS).flatmap(lambda letters: st.text(letters, min_size=3, max_size=9))
names = st.lists(words, min_size=2, max_size=4)
SPELLINGS = (
    " ".join,
    lambda parts: " ".join(parts).upper(),
    lambda parts: " ".join(parts).lower(),
    lambda parts: " ".join(parts).title(),
    lambda parts: unicodedata.normalize("NFD", " ".join(parts)),
    lambda parts: unicodedata.normalize("NFC", " ".join(parts)),
    "-".join,
    "_".join,
    "\u00a0".join,
    "\u200b".join,
    " \n ".join,
    lambda parts: f"{parts[-1]}, {' '.join(parts[:-1])}",
    lambda parts: " ".join([*parts[1:], parts[0]]),
    lambda parts: "".join(f"{letter}\u0301" if letter.isalpha() else letter for letter in " ".join(parts)),
)


def bare(text: str) -> str:
    """What a reader would take for the same letters, folded in another way than the program does."""
    decomposed = unicodedata.normalize("NFKD", text.upper().casefold())
    return "".join(sign for sign in decomposed if unicodedata.category(sign)[0] == "L")


def printed(document: Document) -> list[str]:
    cover = document.cover
    texts = [
        document.title,
        document.subject,
        document.author,
        document.header,
        document.footer,
        document.stem,
    ]
    texts += [*document.keywords, cover.series, cover.title, cover.contact]
    for block in document.blocks:
        texts += ["".join(run.text + run.link for run in runs) for runs in runs_of(block)]
        if isinstance(block, Table):
            texts += [block.caption, *(column.title for column in block.columns)]
    return texts


def paper(text: str) -> Document:
    halves = (Run(text[: len(text) // 2], bold=True), Run(text[len(text) // 2 :]))
    blocks = (
        Heading(1, halves, "one"),
        Paragraph(halves),
        Bullets((Item((Run("x", link=f"https://example.org/{text}"),)),)),
        Table((TableColumn(text),), ((halves,),), text),
    )
    cover = Cover(text, text, text, contact=text)
    return Document(text, "en", cover, blocks, text, text, (text,), text, text, stem=text)


def sealed(text: str, name: str) -> ClearedDocument:
    person = PersonSubject("x", name, present=True)
    return seal(paper(text), clear(Material(people=(person,))).protection)


@given(names, st.sampled_from(SPELLINGS))
def test_no_spelling_of_a_withheld_name_survives_anywhere(parts: list[str], spelling: object) -> None:
    name = " ".join(parts)
    assume(all(bare(part) not in bare("name withheld document example https") for part in parts))
    written = spelling(parts)  # type: ignore[operator]
    for text in printed(sealed(f"so {written} spoke", name).sealed):
        left = bare(text.replace("[name withheld]", "|"))
        assert bare(name) not in left
        assert bare(" ".join([*parts[1:], parts[0]])) not in left
        assert bare(f"{parts[-1]}{''.join(parts[:-1])}") not in left


@given(names)
def test_a_capitalised_surname_never_survives(parts: list[str]) -> None:
    surname = parts[-1].title()
    assume(len(bare(surname)) >= 4 and bare(surname) not in bare("name withheld spoke document"))
    for text in printed(sealed(f"so {surname} spoke", " ".join(parts)).sealed):
        assert bare(surname) not in bare(text.replace("[name withheld]", "|"))


@given(st.text(min_size=1, max_size=60), names)
def test_a_text_that_names_nobody_is_left_as_it_is(text: str, parts: list[str]) -> None:
    assume(not any(bare(part)[:1] in bare(text) for part in parts))
    protection = clear(Material(people=(PersonSubject("x", " ".join(parts)),))).protection
    assert protection.clean(text).text == text
