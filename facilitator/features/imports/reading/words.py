"""The words that people write in tables, in our three languages, as the codes and values they stand for."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache

from facilitator import assets
from facilitator.domain.text import folded

_SPLIT = re.compile(r"[;|\n•]+")
_SPLIT_ALSO = re.compile(r"[;|\n•,/]+")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_NEEDS_JOINERS = re.compile("[\u0590-\u1cff\U0001f000-\U0001faff]")
"""Arabic, the scripts of India and their kin, and emoji, in which joiners without width make a difference."""
_PIECES = re.compile(r"[–—:;,/()|]| - ")


@cache
def word_key(text: str) -> str:
    """The text without case, accents and punctuation, to look it up."""
    return " ".join(re.sub(r"[\W_]+", " ", folded(text)).split())


@cache
def _values() -> dict[str, dict[str, str]]:
    lists: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(assets.read_text("imports", "values.csv").splitlines()):
        codes = lists.setdefault(row["list"], {})
        if row["code"]:
            codes.setdefault(row["code"].replace("_", " ").casefold(), row["code"])
        for language in ("en", "fr", "es"):
            for word in row[language].split("|"):
                codes.setdefault(word, row["code"])
    return lists


@cache
def _named(file: str) -> dict[str, str]:
    rows = csv.DictReader(assets.read_text("imports", file).splitlines())
    return {name: row["code"] for row in rows for name in row["names"].split("|")}


def tidy(text: str) -> str:
    """A name with single plain spaces, its line breaks kept, without signs that have no width and no meaning in it."""
    bare = _INVISIBLE.sub("", text)
    if not _NEEDS_JOINERS.search(bare):
        bare = bare.replace("\u200c", "").replace("\u200d", "")
    lines = (" ".join(line.split()) for line in re.split(r"[\n\r\u2028\u2029]+", bare))
    return "\n".join(line for line in lines if line)


def code_of(list_name: str, text: str, terms: Mapping[str, str] | None = None) -> str | None:
    """The code that a word of a list stands for, or None. ``terms`` are the library's own labels by ``word_key``."""
    key = word_key(text)
    if terms and key in terms:
        return terms[key]
    found = _values().get(list_name, {}).get(key)
    return found if found is not None or not text.strip() else _values().get(list_name, {}).get(text.strip())


def code_within(list_name: str, text: str, terms: Mapping[str, str] | None = None) -> str | None:
    """As ``code_of``, else the code of a piece of the text, between dashes, commas and brackets."""
    whole = code_of(list_name, text, terms)
    if whole is not None:
        return whole
    for piece in _PIECES.split(text):
        if piece.strip() and (code := code_of(list_name, piece, terms)) is not None:
            return code
    return None


def truth(text: str) -> bool | None:
    """Whether the text says yes or no; None for other texts."""
    code = code_of("truth", text)
    return None if code is None else code == "yes"


def language_code(text: str) -> str:
    """The BCP 47 code of a language named or coded; empty when not known."""
    key = word_key(text)
    names = _named("languages.csv")
    primary = key.partition(" ")[0]
    if key in names:
        return names[key]
    if primary in names.values() and re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", text.strip()):
        return text.strip().replace("_", "-") if primary != key else primary
    return ""


@cache
def country_code(text: str) -> str:
    """The ISO 3166 code of a country named in one of our languages; else its key, to compare like with like."""
    key = word_key(text)
    return _named("countries.csv").get(key) or key


def is_country(text: str) -> bool:
    """Whether the text is the name of a country in one of our languages."""
    return word_key(text) in _named("countries.csv")


def is_collective(text: str) -> bool:
    """Whether the text speaks of a body or a group: participants, a committee, the city of somewhere."""
    words = f" {word_key(text)} "
    return any(f" {word} " in words for word in _values()["collective"])


def honorific_and_name(text: str) -> tuple[str, str]:
    """The honorific before a name, as written, and the name; the honorific is empty where there is none."""
    first, _, rest = text.strip().partition(" ")
    if rest and word_key(first) in _values()["honorific"] and (first.endswith(".") or len(first) > 1):
        return first, rest.strip()
    return "", text.strip()


def listed(text: str, *, commas: bool = False) -> list[str]:
    """The parts of a list between semicolons, bars and line breaks; with ``commas`` also commas and slashes."""
    parts = (_SPLIT_ALSO if commas else _SPLIT).split(text)
    return [part.strip() for part in parts if part.strip()]


def names(list_name: str) -> Mapping[str, str]:
    """All words of a list, with their codes."""
    return _values()[list_name]
