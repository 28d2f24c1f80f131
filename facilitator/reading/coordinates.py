"""Where cities lie, by their names: for the map of a paper, on a laptop without any network."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from facilitator import assets
from facilitator.reading.zones import country_code, place_key


class _Place(NamedTuple):
    country: str
    latitude: float
    longitude: float


def coordinates(city: str, country: str = "") -> tuple[float, float] | None:
    """Latitude and longitude of a city in degrees (WGS 84); None where it is not known, lies elsewhere than in the
    country that is named, or could be one of several."""
    found = _cities().get(place_key(city), ())
    if country.strip():
        code = country_code(country)
        found = tuple(place for place in found if place.country == code)
        return (found[0].latitude, found[0].longitude) if found else None
    return (found[0].latitude, found[0].longitude) if len(found) == 1 else None


@cache
def _cities() -> Mapping[str, tuple[_Place, ...]]:
    """By every spelling that we know; of several in one country the largest first."""
    found: dict[str, tuple[_Place, ...]] = {}
    for row in csv.DictReader(assets.read_text("maps", "cities.csv").splitlines()):
        place = _Place(row["country"], float(row["latitude"]), float(row["longitude"]))
        for name in dict.fromkeys(place_key(one) for one in (row["name"], *row["also"].split("|"))):
            if name:
                found[name] = (*found.get(name, ()), place)
    return found
