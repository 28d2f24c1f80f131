"""Texts as streams of bare letters, in which a name is found however it is accented, spaced, joined or encoded.

Case, accents and compatibility forms are unified; spaces, hyphens, apostrophes and all other signs are left out and
remembered as gaps; percent-encoded letters of addresses are decoded. Each letter knows where it stands in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache

_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_LIKE = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t",
        "ə": "e", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ک": "ك", "ٱ": "ا", "ـ": "",
    }
)  # fmt: skip


WIDEST_GAP = 12
"""Signs between two words that still belong together; an encoded one counts three."""


class Gap(IntEnum):
    """What stands between a letter and the one before it."""

    NONE = 0
    INVISIBLE = 1
    """Only signs without a width: soft hyphens, joiners, directional marks."""
    VISIBLE = 2


@dataclass
class Folded:
    """The letters of a text, where each begins and ends in it, and the gap before each."""

    text: str
    letters: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    wide: list[int] = field(default_factory=list)
    """The letters before which the gap is wider than between two words that belong together, in order."""

    def is_capital(self, index: int) -> bool:
        """Whether the letter is a capital, or of a script whose words begin with none."""
        sign = self.text[self.starts[index]]
        return sign == "%" or sign.title()[:1] == sign

    def is_camel(self, index: int) -> bool:
        """Whether a word begins here inside a joined one, as the C in ``AdaColau``."""
        before, here = self.text[self.starts[index - 1]], self.text[self.starts[index]]
        return here.isupper() and not before.isupper()


class _Signs(dict[str, str | None]):
    """The folded letters of one sign: empty for what separates, None for what has no width or only marks a letter."""

    def __missing__(self, sign: str) -> str | None:
        category = unicodedata.category(sign)
        folded: str | None
        if sign == "ـ" or (category in UNSEEN and not sign.isspace() and sign != _IOTA_BELOW):
            folded = None
        else:
            # Mathematical capitals become capitals only when decomposed.
            parts = unicodedata.normalize("NFKD", sign.casefold()).casefold()
            parts = unicodedata.normalize("NFKD", parts).translate(_LIKE)
            folded = "".join(part for part in parts if _is_letter(part))
        self[sign] = folded
        return folded


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign) in _KEPT and not "\u02b0" <= sign <= "\u02ff"


_IOTA_BELOW = "\u0345"  # a mark that becomes a letter in capitals
_KEPT = {"Ll", "Lo", "Lm", "Lu", "Lt", "Mc", "Nd", "Nl", "No"}
UNSEEN = {"Mn", "Me", "Cf", "Cc", "Cn", "Co", "Cs"}
"""Marks on letters, and what prints as nothing."""
_SIGNS = _Signs()


def fold(text: str) -> Folded:
    """The stream of letters of a text."""
    found = Folded(text)
    letters: list[str] = []
    gap = Gap.VISIBLE
    for start, end, sign in _signs(text):
        folded = _SIGNS[sign]
        if folded is None:
            if unicodedata.category(sign) not in ("Mn", "Me"):
                gap = max(gap, Gap.INVISIBLE)
            elif letters and gap is Gap.NONE:
                found.ends[-1] = end
        elif not folded:
            gap = Gap.VISIBLE
        else:
            if letters and gap is Gap.VISIBLE and start - found.ends[-1] > WIDEST_GAP:
                found.wide.append(len(letters))
            for letter in folded:
                letters.append(letter)
                found.starts.append(start)
                found.ends.append(end)
                found.gaps.append(gap)
                gap = Gap.NONE
    found.letters = "".join(letters)
    return found


def pieces_of(word: str) -> tuple[str, ...]:
    """The folded letters of a word, piece by piece between its hyphens, apostrophes and other signs."""
    pieces = [""]
    for sign in word:
        folded = _SIGNS[sign]
        if folded == "" and pieces[-1]:
            pieces.append("")
        pieces[-1] += folded or ""
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=20_000)  # the same names are asked for anew for each paper
def letters_of(text: str) -> str:
    """Only the folded letters and digits of a text."""
    return fold(text).letters


def _signs(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for encoded in _PERCENT.finditer(text) if "%" in text else ():
        try:
            decoded = bytes.fromhex(encoded.group().replace("%", "")).decode("utf-8")
        except UnicodeDecodeError:
            continue
        for index in range(at, encoded.start()):
            yield index, index + 1, text[index]
        at = encoded.start()
        for sign in decoded:
            width = 3 * len(sign.encode("utf-8"))
            yield at, at + width, sign
            at += width
    for index in range(at, len(text)):
        yield index, index + 1, text[index]
