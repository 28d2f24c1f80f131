"""All the ways in which a person's name may be written."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from facilitator.publishing.gate.everyday import is_everyday
from facilitator.publishing.gate.spellings import Spelling, Sureness, Word, spelled, words_of
from facilitator.publishing.gate.subjects import PersonSubject
from facilitator.publishing.gate.titles import HONORIFICS, PARTICLES, SUFFIXES

_ALTERNATIVES = re.compile(r"[;/|()\[\]（）]")
_TO_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe",
                              "Ü": "Ue", "Ø": "Oe", "Å": "Aa"})  # fmt: skip
_FROM_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))
_CYRILLIC_ENDING = re.compile("(?:ии|ая|ыи|ои|а|я|и|ь)$")  # folded: short i is i
_CHINESE = re.compile("[\u4e00-\u9fff]{2,4}")
_KOREAN = re.compile("[\uac00-\ud7a3]{3}")
_ARTICLE = "ال"
_LEAST_SURNAME = 3
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
            if len(word.letters) >= _LEAST_SURNAME and word.letters not in PARTICLES:
                found.add(spelled([word], Sureness.WORD, 0))
    return found


def surnames(person: PersonSubject) -> set[str]:
    """The folded words that may be the surname and mean nothing else."""
    found = {
        word.letters
        for name in written_names(person)
        for word in (_parts(name)[0] or _bare(name))
        if len(word.letters) > _LEAST_SURNAME and word.letters not in PARTICLES
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
        if len(latin) >= 2 * _LEAST_SURNAME:
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
        yield spelled(words, Sureness.WHOLE, 0 if len(words[0].letters) <= _LEAST_SURNAME else -1)
        yield from _inflected(words[0])
        yield from _spaceless(name, words[0])
        return
    if len(words) > _MOST_WORDS:  # no name, and too many ways to order it
        yield spelled(words)
        for word in words:
            if len(word.letters) > _LEAST_SURNAME and word.letters not in PARTICLES:
                yield spelled([word], Sureness.WORD, 0)
        return
    for turn in range(len(words)):
        yield spelled(words[turn:] + words[:turn])
    yield from _pairs(words)
    for start, tail in _tails(words, len(given)):
        yield from _initialled(words[:start], tail)
        short = sum(len(word.letters) for word in tail) < _LEAST_SURNAME
        yield spelled(tail, Sureness.WORD, _main(tail), after_title=short)
        yield from _inflected(tail[-1])
        for piece in tail[-1].pieces if len(tail[-1].pieces) > 1 else ():
            if len(piece) > _LEAST_SURNAME:
                yield spelled([Word((piece,))], Sureness.WORD, 0)
                yield from _initialled(words[:start], [Word((piece,))])
        if tail[-1].letters.startswith(_ARTICLE) and len(tail[-1].letters) > 5:
            yield spelled([Word((tail[-1].letters[len(_ARTICLE) :],))], Sureness.WORD, 0)


def _tails(words: list[Word], first: int) -> Iterator[tuple[int, list[Word]]]:
    """Where a surname may begin and what it is: single words, with and without the particles before them, and all."""
    for at in range(first, len(words)):
        if words[at].letters in PARTICLES:
            continue
        begin = at
        yield at, [words[at]]
        while begin - 1 >= first and words[begin - 1].letters in PARTICLES:
            begin -= 1
            yield begin, words[begin : at + 1]
        if at + 1 < len(words):
            yield begin, words[begin:]


def _pairs(words: list[Word]) -> Iterator[Spelling]:
    main = [at for at, word in enumerate(words) if word.letters not in PARTICLES]
    for one in main:
        for other in main:
            if one == other:
                continue
            yield spelled([words[one], words[other]], Sureness.PART)
            begin = other
            while begin - 1 > one and words[begin - 1].letters in PARTICLES:
                begin -= 1
            if begin != other:
                yield spelled([words[one], *words[begin : other + 1]], Sureness.PART)
    if len(main) == 2 and len(words) == 2:
        yield spelled(words)


def _initialled(before: list[Word], surname: list[Word]) -> Iterator[Spelling]:
    firsts = [word for word in before if word.letters not in PARTICLES] or before
    if not firsts or firsts[0].letters[0].upper() == firsts[0].letters[0]:
        return  # initials are written only in scripts that have capitals
    every = [Word((letter,)) for word in firsts for letter in word.initials]
    main = _main(surname)
    for initials in (every[:1], [Word((letter,)) for letter in firsts[0].initials], every):
        yield spelled([*initials, *surname], Sureness.PART, len(initials) + main)
        # What begins with the initial is another word: "Собянин сказал".
        yield dataclasses.replace(spelled([*surname, *initials], Sureness.PART, main), open_end=False)


def _spaceless(name: str, word: Word) -> Iterator[Spelling]:
    """A name written in one, as in Chinese and Korean: with spaces inside it, its given part, and its surname."""
    if _CHINESE.fullmatch(word.letters):
        yield dataclasses.replace(spelled([word]), joints=frozenset(range(1, len(word.letters))))
        yield spelled([Word((word.letters[0],))], Sureness.WORD, after_title=True)
        if len(word.letters) == _LEAST_SURNAME:
            yield spelled([Word((word.letters[1:],))], Sureness.WORD)
    elif _KOREAN.fullmatch(name):
        family, given = words_of(f"{name[0]} {name[1:]}")
        yield spelled([family, given])
        yield spelled([given], Sureness.WORD)


def _main(words: list[Word]) -> int:
    """Which word has the capital: the first that is no particle."""
    return next((at for at, word in enumerate(words) if word.letters not in PARTICLES), 0)


def _inflected(word: Word) -> Iterable[Spelling]:
    """A Cyrillic surname without the ending that its case changes."""
    stem = _CYRILLIC_ENDING.sub("", word.letters)
    if stem != word.letters and len(stem) >= 4:
        return (spelled([Word((stem,))], Sureness.WORD, 0),)
    return ()
