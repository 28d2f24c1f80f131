"""Texts and queries as they are indexed: folded, without marks, letters unified, scripts without spaces cut."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
"""Marks of Latin, Greek, Cyrillic, Hebrew and Arabic, and the Arabic tatweel."""

_UNIFIED = str.maketrans(
    {"آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك"}
    | {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe", "ё": "е"}
)

_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, Japanese and Chinese put no space between words: each character becomes a word."""

_ARTICLE = re.compile(r"(?<!\w)(?:[وفبك]?ال|لل)(?=\w{3})")
"""The Arabic article, with the small words that are written onto it."""

_BEGUN_ARTICLE = re.compile(r"(?:[وفبك]?ال|لل)(\w{1,2})")


class _Letters(dict[int, str]):
    """What each character becomes; ``str.translate`` fills it as texts come along."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        bare = unicodedata.normalize("NFC", _DROPPED.sub("", folded)).translate(_UNIFIED)
        kept = self[code] = "".join(map(_as_word_character, bare))
        return kept


def _as_word_character(character: str) -> str:
    if _WITHOUT_SPACES.match(character):
        return f" {character} "
    category = unicodedata.category(character)
    if category == "Cf":  # soft hyphens and joiners stand within words
        return ""
    return character if category[0] in "LNM" or category == "Co" else " "


_LETTERS = _Letters()


def normalised(text: str) -> str:
    """The text as it is indexed: words between spaces (or, where all is ASCII, other separators)."""
    if text.isascii():
        return text.lower()
    return _ARTICLE.sub("", unicodedata.normalize("NFKC", text).translate(_LETTERS))


def words(text: str) -> list[str]:
    """The words of a query, normalised."""
    return _ARTICLE.sub("", unicodedata.normalize("NFKC", text).translate(_LETTERS)).split()


def without_begun_article(word: str) -> str:
    """A word that is being typed, without its Arabic article when too little follows it to be sure; else empty."""
    found = _BEGUN_ARTICLE.fullmatch(word)
    return found.group(1) if found else ""


def is_cut(word: str) -> bool:
    """Whether the word is a character of a script without spaces, which has no beginning to search by."""
    return bool(_WITHOUT_SPACES.match(word))


def letters(text: str) -> list[str]:
    """What each character of a text becomes, to find a place in the original."""
    return [_LETTERS[ord(character)] for character in text]
