"""The orders and shortenings in which the words of a name stand."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from facilitator.publishing.gate.spellings import Spelling, Sureness, Word, spelled, words_of
from facilitator.publishing.gate.titles import PARTICLES

_CYRILLIC_ENDING = re.compile("(?:ии|ая|ыи|ои|а|я|и|ь)$")  # folded: short i is i
_CHINESE = re.compile("[\u4e00-\u9fff]{2,4}")
_KOREAN = re.compile("[\uac00-\ud7a3]{3}")
LEAST_SURNAME = 3
"""Letters of the shortest word that is looked for as a surname without a title."""


def tails(words: list[Word], first: int) -> Iterator[tuple[int, list[Word]]]:
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


def pairs(words: list[Word]) -> Iterator[Spelling]:
    """Two words of the name, such as the first and the last, in either order."""
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


def initialled(before: list[Word], surname: list[Word]) -> Iterator[Spelling]:
    """The surname with initials before or after it."""
    firsts = [word for word in before if word.letters not in PARTICLES] or before
    if not firsts or firsts[0].letters[0].upper() == firsts[0].letters[0]:
        return  # initials are written only in scripts that have capitals
    every = [Word((letter,)) for word in firsts for letter in word.initials]
    main = main_word(surname)
    for initials in (every[:1], [Word((letter,)) for letter in firsts[0].initials], every):
        yield spelled([*initials, *surname], Sureness.PART, len(initials) + main)
        # What begins with the initial is another word: "Собянин сказал".
        yield dataclasses.replace(spelled([*surname, *initials], Sureness.PART, main), open_end=False)


def spaceless(name: str, word: Word) -> Iterator[Spelling]:
    """A name written in one, as in Chinese and Korean: with spaces inside it, its given part, and its surname."""
    if _CHINESE.fullmatch(word.letters):
        yield dataclasses.replace(spelled([word]), joints=frozenset(range(1, len(word.letters))))
        yield spelled([Word((word.letters[0],))], Sureness.WORD, after_title=True)
        if len(word.letters) == LEAST_SURNAME:
            yield spelled([Word((word.letters[1:],))], Sureness.WORD)
    elif _KOREAN.fullmatch(name):
        family, given = words_of(f"{name[0]} {name[1:]}")
        yield spelled([family, given])
        yield spelled([given], Sureness.WORD)


def main_word(words: list[Word]) -> int:
    """Which word has the capital: the first that is no particle."""
    return next((at for at, word in enumerate(words) if word.letters not in PARTICLES), 0)


def inflected(word: Word) -> Iterable[Spelling]:
    """A Cyrillic surname without the ending that its case changes."""
    stem = _CYRILLIC_ENDING.sub("", word.letters)
    if stem != word.letters and len(stem) >= 4:
        return (spelled([Word((stem,))], Sureness.WORD, 0),)
    return ()
