"""The zone of a person: told, or from the place, or not known; never a guess between several."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from zoneinfo import available_timezones

import pytest

from facilitator import assets
from facilitator.domain.errors import Refused
from facilitator.domain.zones import parse_zones, show_zones
from facilitator.reading.zones import HowKnown, person_zone, zone_label

SPRING, WINTER = datetime(2020, 4, 9, 13, tzinfo=UTC), datetime(2020, 1, 9, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "city", "country", "zone", "known"),
    [
        ("America/Lima", "Nairobi", "Kenya", "America/Lima", HowKnown.TOLD),
        ("UTC+03:00", "", "", "UTC+03:00", HowKnown.TOLD),
        ("Middle/Earth", "Nairobi", "", "Africa/Nairobi", HowKnown.CITY),
        ("", "São Paulo", "Brazil", "America/Sao_Paulo", HowKnown.CITY),
        ("", "Lisboa", "", "Europe/Lisbon", HowKnown.CITY),
        ("", "Montréal", "Canada", "America/Toronto", HowKnown.CITY),
        ("", "Las Palmas", "España", "Atlantic/Canary", HowKnown.CITY),
        ("", "Durban", "South Africa", "Africa/Johannesburg", HowKnown.COUNTRY),
        ("", "Barcelona", "Espagne", "Europe/Madrid", HowKnown.COUNTRY),
        ("", "", "KE", "Africa/Nairobi", HowKnown.COUNTRY),
    ],
)
def test_what_is_told_comes_before_the_city_and_the_city_before_the_country(
    told: str, city: str, country: str, zone: str, known: HowKnown
) -> None:
    found = person_zone(told, city, country)
    assert (found.zone, found.known) == (zone, known)


@pytest.mark.parametrize(
    ("city", "country"),
    [
        ("", ""),
        ("", "Brazil"),
        ("", "United States of America"),
        ("Inventopolis", ""),
        ("London", "Canada"),  # not the London that gives a zone its name
        ("León", ""),  # in Spain, in Mexico, in Nicaragua
        ("Córdoba", ""),
    ],
)
def test_where_there_may_be_several_the_zone_is_not_known(city: str, country: str) -> None:
    found = person_zone("", city, country)
    assert (found.zone, found.known, found.is_known) == ("", HowKnown.NOT_KNOWN, False)


def test_a_city_of_the_same_name_elsewhere_gives_the_zone_of_its_own_country() -> None:
    assert person_zone("", "Santiago", "Spain").zone == "Europe/Madrid"
    assert person_zone("", "Córdoba", "Argentina").zone == "America/Argentina/Cordoba"


@pytest.mark.parametrize(
    ("zone", "spring", "winter"),
    [
        ("Africa/Nairobi", "Nairobi, UTC+3", "Nairobi, UTC+3"),
        ("Europe/Madrid", "Madrid, UTC+2", "Madrid, UTC+1"),
        ("America/New_York", "New York, UTC−4", "New York, UTC−5"),
        ("Asia/Kathmandu", "Kathmandu, UTC+5:45", "Kathmandu, UTC+5:45"),
        ("Europe/London", "London, UTC+1", "London, UTC"),
        ("UTC+05:30", "UTC+5:30", "UTC+5:30"),
        ("UTC", "UTC", "UTC"),
        ("Nowhere/Atlantis", "", ""),
    ],
)
def test_a_label_names_the_city_and_the_offset_of_that_day(zone: str, spring: str, winter: str) -> None:
    assert (zone_label(zone, SPRING), zone_label(zone, WINTER)) == (spring, winter)


def test_the_tables_name_zones_that_there_are() -> None:
    for name in ("zones.csv", "countries.csv"):
        rows = list(csv.DictReader(assets.read_text("zones", name).splitlines()))
        assert len(rows) > 200
        assert {row["zone"] for row in rows} <= available_timezones()


def test_further_zones_are_read_as_they_are_shown_each_once() -> None:
    assert parse_zones("nairobi; Europe/Madrid, , Nairobi") == ("Africa/Nairobi", "Europe/Madrid")
    zones = ("Africa/Nairobi", "UTC+05:30", "America/Mexico_City")
    assert parse_zones(show_zones(zones)) == zones
    assert parse_zones("  ") == ()


@pytest.mark.parametrize("text", ["Nairobi, Atlantis", "Nairobi, Madrid, Lima, Tokyo, Cairo"])
def test_a_zone_that_is_none_or_one_too_many_refuses_them_all(text: str) -> None:
    with pytest.raises(Refused):
        parse_zones(text)
