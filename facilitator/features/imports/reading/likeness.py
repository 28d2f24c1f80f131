"""Tell which spellings may mean the same person, place or body. Likeness is offered to people; it never decides."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from facilitator import assets
from facilitator.features.imports.reading.words import country_code, names, tidy, word_key

_DIGITS = re.compile(r"\d+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-"})
_PERSON_LIKENESS = 86
_PLACE_LIKENESS = 87
_BODY_LIKENESS = 92


@cache
def spelling(text: str) -> str:
    """What has to be equal for two writings to be the same spelling: case, spaces, the sort of apostrophe or hyphen
    and dots don't count; accents and order do."""
    plain = unicodedata.normalize("NFC", tidy(text)).casefold().translate(_APOSTROPHES).replace(".", ". ")
    return " ".join(plain.split()).replace(". ", " ").rstrip(".")


@cache
def latin(text: str) -> str:
    """The text in plain Latin letters and digits, lower case, with single spaces."""
    from anyascii import anyascii

    plain = word_key(anyascii(text.replace("'", "").replace("’", "")))
    return plain.replace("ue", "u").replace("oe", "o").replace("ae", "a")


def _tokens(text: str) -> list[str]:
    return [token for token in latin(text).split() if token not in names("particle")] or latin(text).split()


@cache
def person_key(name: str) -> str:
    """The parts of a name in Latin letters, sorted, without particles."""
    return " ".join(sorted(_tokens(name)))


def people_alike(one: str, other: str) -> bool:
    """Whether two names may be one person's: other accents, order or transliteration, a part left out, a slip."""
    from rapidfuzz import fuzz

    a, b = _tokens(one), _tokens(other)
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    if sorted(a) == sorted(b):
        return True
    initials = [{token for token in tokens if len(token) == 1} for tokens in (a, b)]
    if all(initials) and initials[0] != initials[1]:
        return False
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= 2 and all(any(_part_of(part, whole) for whole in longer) for part in shorter):
        return True
    return fuzz.ratio(" ".join(sorted(a)), " ".join(sorted(b)), score_cutoff=_PERSON_LIKENESS) > 0


def _part_of(part: str, whole: str) -> bool:
    """Equal, an initial, or one slip apart."""
    from rapidfuzz.distance import OSA

    if (
        part == whole
        or (len(part) == 1 and whole.startswith(part))
        or (len(whole) == 1 and part.startswith(whole))
    ):
        return True
    return min(len(part), len(whole)) >= 5 and OSA.distance(part, whole, score_cutoff=1) <= 1


def places_alike(one: str, other: str) -> bool:
    """Whether two names may be one place's: other accents or language, a word such as "City" more, a slip."""
    from rapidfuzz import fuzz

    a, b = latin(one).replace(" ", ""), latin(other).replace(" ", "")
    if a == b or _same_exonym(latin(one), latin(other)):
        return True
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    bare = [
        " ".join(part for part in latin(name).split() if part not in names("place_word"))
        for name in (one, other)
    ]
    if bare[0] and bare[0] == bare[1]:
        return True
    return min(len(a), len(b)) >= 6 and fuzz.ratio(a, b, score_cutoff=_PLACE_LIKENESS) > 0


@cache
def _exonyms() -> dict[str, int]:
    rows = csv.DictReader(assets.read_text("imports", "exonyms.csv").splitlines())
    return {latin(name): group for group, row in enumerate(rows) for name in row["names"].split("|")}


@cache
def place_key(name: str) -> str:
    """The name in Latin letters; for a place with names in several languages, the first of them."""
    plain = latin(name)
    groups = _exonyms()
    return (
        next(other for other, group in groups.items() if group == groups[plain]) if plain in groups else plain
    )


def _same_exonym(one: str, other: str) -> bool:
    groups = _exonyms()
    return one in groups and groups[one] == groups.get(other)


def bodies_alike(one: str, other: str) -> bool:
    """Whether two names may be one body's: other punctuation or accents, an acronym and its long form, a slip."""
    from rapidfuzz import fuzz

    a, b = latin(one).replace(" ", ""), latin(other).replace(" ", "")
    if a == b:
        return True
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    shorter, longer = sorted((one, other), key=len)
    if is_acronym(shorter) and latin(shorter).replace(" ", "") in acronyms_of(longer):
        return True
    return min(len(a), len(b)) >= 8 and fuzz.ratio(a, b, score_cutoff=_BODY_LIKENESS) > 0


def is_acronym(text: str) -> bool:
    """Whether the text is one word with two or more capitals, such as UCLG or DeLoG."""
    return len(text.split()) == 1 and sum(letter.isupper() for letter in text) >= 2


@cache
def acronyms_of(text: str) -> frozenset[str]:
    """The first letters of a name of several words, with and without the small ones."""
    words = latin(text).split()
    plain = [word for word in words if word not in names("small_word")]
    if len(plain) < 2:
        return frozenset()
    return frozenset({"".join(word[0] for word in words), "".join(word[0] for word in plain)})


def countries_clash(one: str, other: str) -> bool:
    """Whether both countries are given and differ, in whatever language."""
    return bool(one and other and country_code(one) != country_code(other))


def near(key: str, keys: Iterable[str], limit: int) -> list[int]:
    """Positions of the keys that are roughly like the key, best first: what is worth a closer look."""
    from rapidfuzz import fuzz, process

    found = process.extract(key, keys, scorer=fuzz.ratio, score_cutoff=50, limit=limit)
    return [int(position) for _, _, position in found]
