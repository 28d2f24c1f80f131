"""All the ways in which a person's name may be written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from facilitator.publishing.gate.everyday import is_everyday
from facilitator.publishing.gate.orders import (
    LEAST_SURNAME,
    inflected,
    initialled,
    main_word,
    pairs,
    spaceless,
    tails,
)
from facilitator.publishing.gate.spellings import Spelling, Sureness, Word, spelled, words_of
from facilitator.publishing.gate.subjects import PersonSubject
from facilitator.publishing.gate.titles import HONORIFICS, PARTICLES, SUFFIXES

_ALTERNATIVES = re.compile(r"[;/|()\[\]（）]")
_TO_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe",
                              "Ü": "Ue", "Ø": "Oe", "Å": "Aa"})  # fmt: skip
_FROM_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
_ARTICLE = "ال"
_MOST_WORDS = 12


def name_spellings(person: PersonSubject) -> set[Spelling]:
    """Every spelling of the whole name and of its parts, the surname alone among them."""
    found: set[Spelling] = set()
    for name in written_names(person):
        found.update(_of_name(name))
    return found


def given_names(person: PersonSubject) -> set[Spelling]:
    """The given names alone, where they stand as words with a capital."""
    found: set[Spelling] = set()
    for name in written_names(person):
        family, given = _parts(name)
        for word in given if family else ():
            if len(word.letters) >= LEAST_SURNAME and word.letters not in PARTICLES:
                found.add(spelled([word], Sureness.WORD, 0))
    return found


def surnames(person: PersonSubject) -> set[str]:
    """The folded words that may be the surname and mean nothing else."""
    found = {
        word.letters
        for name in written_names(person)
        for word in (_parts(name)[0] or _bare(name))
        if len(word.letters) > LEAST_SURNAME and word.letters not in PARTICLES
    }
    return {word for word in found if not is_everyday(word)}


def name_words(person: PersonSubject) -> set[str]:
    """The folded words of a person's name, to tell whether a lone word may mean them."""
    found: set[str] = set()
    for name in written_names(person):
        words = words_of(name)
        found.update(word.letters for word in words)
        found.update("".join(word.letters for word in words[at:]) for at in range(len(words)))
    return found


@lru_cache(maxsize=4_000)
def written_names(person: PersonSubject) -> tuple[str, ...]:
    """The names of a person as they are written, and as they are written with other letters."""
    return tuple(_all_written(person))


def _all_written(person: PersonSubject) -> Iterator[str]:
    seen = set()
    for source in (person.name, person.sort_name, *person.also_written):
        for written in _ALTERNATIVES.split(source):
            for variant in spelling_variants(written.strip()):
                if variant and variant not in seen:
                    seen.add(variant)
                    yield variant


def spelling_variants(name: str) -> Iterator[str]:
    """The name, and the name in Latin letters or with digraphs for letters with marks, or the reverse."""
    composed = unicodedata.normalize("NFC", name)
    yield composed
    digraphs = composed.translate(_TO_DIGRAPHS)
    if digraphs != composed:
        yield digraphs
    lower = composed.casefold()
    for digraph, vowel in _FROM_DIGRAPHS:
        if digraph in lower:
            yield re.sub(digraph, vowel, composed, flags=re.IGNORECASE)
    if composed and not _is_latin(composed):
        from anyascii import anyascii

        latin = anyascii(composed)
        if len(latin) >= 2 * LEAST_SURNAME:
            yield latin


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(sign, "LATIN") for sign in name if sign.isalpha())


def _parts(name: str) -> tuple[list[Word], list[Word]]:
    """Family name and given names; what can be either is a family name."""
    family, comma, given = name.partition(",")
    if comma and (rest := _bare(given)):
        return _bare(family), rest
    words = _bare(name)
    return words[1:], words[:1]


def _bare(text: str) -> list[Word]:
    words = list(words_of(text))
    while len(words) > 1 and words[0].letters in HONORIFICS:
        words = words[1:]
    while len(words) > 1 and words[-1].letters in SUFFIXES:
        words = words[:-1]
    return words


def _of_name(name: str) -> Iterator[Spelling]:
    family, given = _parts(name)
    words = [*given, *family]
    if not words:
        return
    if len(words) == 1:
        yield spelled(words, Sureness.WHOLE, 0 if len(words[0].letters) <= LEAST_SURNAME else -1)
        yield from inflected(words[0])
        yield from spaceless(name, words[0])
        return
    if len(words) > _MOST_WORDS:  # no name, and too many ways to order it
        yield spelled(words)
        for word in words:
            if len(word.letters) > LEAST_SURNAME and word.letters not in PARTICLES:
                yield spelled([word], Sureness.WORD, 0)
        return
    for turn in range(len(words)):
        yield spelled(words[turn:] + words[:turn])
    yield from pairs(words)
    for start, tail in tails(words, len(given)):
        yield from initialled(words[:start], tail)
        short = sum(len(word.letters) for word in tail) < LEAST_SURNAME
        yield spelled(tail, Sureness.WORD, main_word(tail), after_title=short)
        yield from inflected(tail[-1])
        for piece in tail[-1].pieces if len(tail[-1].pieces) > 1 else ():
            if len(piece) > LEAST_SURNAME:
                yield spelled([Word((piece,))], Sureness.WORD, 0)
                yield from initialled(words[:start], [Word((piece,))])
        if tail[-1].letters.startswith(_ARTICLE) and len(tail[-1].letters) > 5:
            yield spelled([Word((tail[-1].letters[len(_ARTICLE) :],))], Sureness.WORD, 0)
