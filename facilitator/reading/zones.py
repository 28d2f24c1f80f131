"""The time zone of a person: the one that is told, else that of their city or country."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from facilitator import assets
from facilitator.domain.moments import zone_of
from facilitator.domain.text import folded
from facilitator.domain.zones import zone_city, zone_label
from facilitator.translation import mark

__all__ = ["HOW_KNOWN", "HowKnown", "PersonZone", "person_zone", "zone_label"]


class HowKnown(StrEnum):
    """What a zone is known from."""

    TOLD = "told"
    CITY = "city"
    COUNTRY = "country"
    NOT_KNOWN = "not_known"


HOW_KNOWN = {
    HowKnown.TOLD: mark("as told"),
    HowKnown.CITY: mark("from the city"),
    HowKnown.COUNTRY: mark("from the country"),
    HowKnown.NOT_KNOWN: mark("not known"),
}
"""In words, for screens and papers."""


@dataclass(frozen=True)
class PersonZone:
    """A zone (IANA name or fixed offset; empty when not known), and what it is known from."""

    zone: str
    known: HowKnown

    @property
    def is_known(self) -> bool:
        """Whether there is a zone."""
        return bool(self.zone)


@dataclass(frozen=True)
class _Place:
    """A city of some name: its zone and country, and whether it is the one that is meant where no country is named."""

    zone: str
    country: str
    alone: bool


def person_zone(told: str, city: str, country: str) -> PersonZone:
    """The zone of a person, from what is told (``person.zone``), the name of their city and that of their country (or
    its ISO 3166 code).

    A city counts that gives a zone its name, or is listed with one, in the country that is named; where none is, it
    must be one that is meant when its name stands alone. A country counts that has one zone, or one where nearly all
    live. What is told and is no zone counts for nothing.
    """
    if told.strip() and zone_of(told) is not None:
        return PersonZone(told.strip(), HowKnown.TOLD)
    code = country_code(country)
    for place in _cities().get(place_key(city), ()):
        if place.country == code if country.strip() else place.alone:
            return PersonZone(place.zone, HowKnown.CITY)
    if found := _zones_of_countries().get(code):
        return PersonZone(found, HowKnown.COUNTRY)
    return PersonZone("", HowKnown.NOT_KNOWN)


def country_code(country: str) -> str:
    """The ISO 3166 code of a country, by its name in a language that we know or by the code itself; empty for none."""
    key = place_key(country)
    return key.upper() if key.upper() in _codes().values() else _codes().get(key, "")


def place_key(text: str) -> str:
    """A name for comparing: letters and digits folded, everything else a space."""
    return " ".join(re.sub(r"[\W_]+", " ", folded(text)).split())


@cache
def _codes() -> Mapping[str, str]:
    """The codes of countries by their names in the languages that we know."""
    return {
        place_key(name): row["code"]
        for row in _rows("imports", "countries.csv")
        for name in row["names"].split("|")
    }


@cache
def _zones_of_countries() -> Mapping[str, str]:
    return {row["code"]: row["zone"] for row in _rows("zones", "countries.csv")}


@cache
def _cities() -> Mapping[str, tuple[_Place, ...]]:
    """The cities whose zone is known by their names, in every spelling that we know; those that give their zone its
    name first."""
    found: dict[str, list[_Place]] = {}
    rows = _rows("zones", "zones.csv")
    for row in rows:
        place = _Place(row["zone"], row["country"], row["alone"] == "yes")
        found.setdefault(place_key(zone_city(row["zone"])), []).append(place)
    for row in rows:
        for name in filter(None, row["also"].split("|")):
            found.setdefault(name, []).append(_Place(row["zone"], row["country"], alone=False))
    for source in (("imports", "exonyms.csv"), ("names", "cities.csv")):
        for row in _rows(*source):
            names = [place_key(name) for name in row["names"].split("|")]
            known = next((found[name] for name in names if name in found), [])
            for name in names:
                found.setdefault(name, known)
    return {name: tuple(places) for name, places in found.items()}


def _rows(*source: str) -> list[dict[str, str]]:
    return list(csv.DictReader(assets.read_text(*source).splitlines()))
