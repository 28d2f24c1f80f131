"""Words that are names of people and something else besides: a month, a colour, a country, "Water", "Will"."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache

from facilitator import assets
from facilitator.publishing.gate.folding import letters_of


def is_everyday(letters: str) -> bool:
    """Whether a folded word standing alone more probably means no person."""
    return letters in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(filter(None, (letters_of(word) for word in _listed())))


def _listed() -> Iterator[str]:
    for line in assets.read_text("names", "everyday.txt").splitlines():
        if not line.startswith("#"):
            yield from line.split()
    for file in ("countries.csv", "exonyms.csv", "months.csv", "weekdays.csv"):
        for row in csv.DictReader(assets.read_text("imports", file).splitlines()):
            yield from row["names"].split("|")


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for file in ("countries.csv", "exonyms.csv"):
        for row in csv.DictReader(assets.read_text("imports", file).splitlines()):
            names = tuple(row["names"].split("|"))
            found |= {letters_of(name): names for name in names}
    return found


def names_elsewhere(name: str) -> tuple[str, ...]:
    """How a city or country is called in other languages, where the shipped lists know it."""
    return _other_names().get(letters_of(name), ())
