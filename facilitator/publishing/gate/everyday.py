"""Words that are names of people and something else besides: a month, a colour, a country, "Water", "Will"."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache

from facilitator import assets
from facilitator.publishing.gate.folding import letters_of


def is_everyday(letters: str) -> bool:
    """Whether a folded word standing alone more probably means no person."""
    return letters in _common() or letters in _geographical()


def is_common(letters: str) -> bool:
    """Whether a folded word is an everyday one and no place: it tells nothing of whose office or body it names."""
    return letters in _common() and letters not in _geographical()


@cache
def _common() -> frozenset[str]:
    lines = assets.read_text("names", "everyday.txt").splitlines()
    words = [word for line in lines if not line.startswith("#") for word in line.split()]
    return _folded([*words, *_rows("months.csv", "weekdays.csv")])


@cache
def _geographical() -> frozenset[str]:
    cities = assets.read_text("names", "cities.txt").split()
    return _folded([*cities, *_rows("countries.csv", "exonyms.csv")])


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, map(letters_of, words)))


def _rows(*files: str) -> Iterator[str]:
    for file in files:
        for row in csv.DictReader(assets.read_text("imports", file).splitlines()):
            yield from row["names"].split("|")


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    sources = (("imports", "countries.csv"), ("imports", "exonyms.csv"), ("names", "cities.csv"))
    for source in sources:
        for row in csv.DictReader(assets.read_text(*source).splitlines()):
            names = tuple(row["names"].split("|"))
            for letters in map(letters_of, names):
                found[letters] = (*found.get(letters, ()), *names)
    return found


def names_elsewhere(name: str) -> tuple[str, ...]:
    """How a city or country is called in other languages, where the shipped lists know it."""
    return _other_names().get(letters_of(name), ())
