"""Where cities lie, by their names in some spellings."""

from __future__ import annotations

import pytest

from facilitator.reading.coordinates import coordinates


@pytest.mark.parametrize(
    ("city", "country", "found"),
    [
        ("Bogotá", "Colombia", (5, -74)),
        ("bogota", "CO", (5, -74)),
        ("Barcelona", "Spain", (41, 2)),
        ("Barcelona", "Venezuela", (10, -65)),
        ("Barcelona", "", None),
        ("Grenoble", "", (45, 6)),
        ("Grenoble", "Germany", None),
        ("Nowhere", "Spain", None),
        ("", "", None),
    ],
)
def test_a_city_is_found_in_its_country_and_never_guessed(
    city: str, country: str, found: tuple[int, int] | None
) -> None:
    place = coordinates(city, country)
    assert (None if place is None else (round(place[0]), round(place[1]))) == found
