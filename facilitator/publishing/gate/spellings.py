"""What is looked for in a text: a stream of letters, where its words may part, and how sure a find is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from facilitator.publishing.gate.folding import UNSEEN, pieces_of

LONG = 8
"""From so many letters on, joined words are plainly meant wherever they stand."""

_WORDS = re.compile(r"\S+")
_JOINING = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")
_SPACELESS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
_INFLECTED = ("CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "DEVANAGARI", "BENGALI", "TAMIL", "ETHIOPIC")


class Sureness(IntEnum):
    """How plainly a spelling means the person."""

    WORD = 0
    """One word of the name."""
    PART = 1
    """Some words of the name, such as the first and the last."""
    WHOLE = 2


@dataclass(frozen=True)
class Spelling:
    """One way to write something. ``joints`` are the offsets where its words meet, ``spaced`` those of them at which
    a short name has to show a gap or a capital. ``capital`` is the offset of a letter that must be one, -1 for none.
    """

    letters: str
    joints: frozenset[int] = frozenset()
    spaced: frozenset[int] = frozenset()
    sureness: Sureness = Sureness.WHOLE
    capital: int = -1
    open_start: bool = False
    open_end: bool = False
    after_title: bool = False
    """Only where a title such as "Ms" or "Mayor" stands with it."""
    everyday: bool = False
    """A common word too: only where a title stands with it, and with a capital."""
    beside: tuple[str, ...] = ()
    """When not empty, only where one of these folded words stands just before or after it, which then belongs to it."""


@dataclass(frozen=True)
class Word:
    """One word of a name, in pieces that hyphens and apostrophes part."""

    pieces: tuple[str, ...]

    @property
    def letters(self) -> str:
        return "".join(self.pieces)

    @property
    def initials(self) -> tuple[str, ...]:
        return tuple(piece[0] for piece in self.pieces)


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, folded; words without a letter are left out."""
    # A sign without a width parts no word, whatever Python's idea of a word sign is.
    bare = "".join(sign for sign in text if sign.isspace() or unicodedata.category(sign) not in UNSEEN)
    found = []
    for word in _WORDS.findall(unicodedata.normalize("NFC", bare)):
        if pieces := pieces_of(word):
            found.append(Word(pieces))
    return tuple(found)


def spelled(
    words: Sequence[Word],
    sureness: Sureness = Sureness.WHOLE,
    capital_word: int = -1,
    *,
    after_title: bool = False,
) -> Spelling:
    """The spelling of words in this order."""
    joints, spaced, at, capital = set(), set(), 0, -1
    for number, word in enumerate(words):
        if number:
            spaced.add(at)
        if number == capital_word:
            capital = at
        for piece in word.pieces:
            if at:
                joints.add(at)
            at += len(piece)
    letters = "".join(word.letters for word in words)
    if sureness is Sureness.WORD and len(letters) >= LONG:
        capital = -1  # so long a word is hardly another one in small letters
    start, end = _open_ends(letters, sureness)
    return Spelling(letters, frozenset(joints), frozenset(spaced), sureness, capital, start, end, after_title)


def phrase(text: str) -> Spelling | None:
    """A phrase as it stands, in any case and with any signs between its words; None when it has no letters."""
    words = words_of(text)
    return spelled(words) if words else None


def _open_ends(letters: str, sureness: Sureness) -> tuple[bool, bool]:
    """Whether letters may go on before and after: in scripts that do not part words, or that inflect names."""
    script = unicodedata.name(letters[0], "") if letters else ""
    if script.startswith(_SPACELESS):
        return True, True
    if script.startswith(_JOINING):
        return len(letters) >= 4, len(letters) >= 4
    if script.startswith(_INFLECTED):
        return len(letters) >= LONG, len(letters) >= 4
    whole = sureness is Sureness.WHOLE and len(letters) >= LONG
    return whole, whole
