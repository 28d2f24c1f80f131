"""Moments are typed and shown in the time of the session, and kept as one number."""

from __future__ import annotations

import pytest

from facilitator.domain import moments
from facilitator.domain.errors import Refused
from facilitator.domain.naming import person_label, session_label

NOON = 1_586_426_400_000  # 2020-04-09T10:00:00Z


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("UTC", "2020-04-09 10:00:00"),
        ("Europe/Madrid", "2020-04-09 12:00:00"),
        ("UTC+01:00", "2020-04-09 11:00:00"),
        ("UTC-3", "2020-04-09 07:00:00"),
        ("Asia/Kolkata", "2020-04-09 15:30:00"),
    ],
)
def test_a_moment_reads_back_as_it_is_shown_in_each_zone(zone: str, shown: str) -> None:
    assert moments.typed(NOON, zone) == shown
    assert moments.parse(shown, zone) == NOON
    assert moments.parse(shown[11:16], zone, "2020-04-09") == NOON
    assert moments.minute(NOON, zone) == shown[11:16]


def test_a_moment_that_is_not_known_is_empty() -> None:
    assert (moments.typed(None), moments.minute(None), moments.iso(None)) == ("", "", "")
    assert moments.parse("  ") is None
    assert moments.iso(NOON) == "2020-04-09T10:00:00Z"


@pytest.mark.parametrize("zone", ["", "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize(("moment", "year"), [(-(2**62), "1000"), (2**62, "9998"), (-1, "19")])
def test_a_moment_beyond_the_calendar_is_shown_at_its_end(moment: int, year: str, zone: str) -> None:
    assert moments.typed(moment, zone).startswith(year)
    assert moments.iso(moment).startswith(year)
    assert moments.minute(moment, zone)


@pytest.mark.parametrize("zone", ["", "Nowhere/Atlantis", "../etc/passwd", "UTC+99:00", "\x00"])
def test_an_unknown_zone_is_that_of_the_laptop(zone: str) -> None:
    assert moments.zone_of(zone) is None
    assert moments.parse(moments.typed(NOON, zone), zone) == NOON


@pytest.mark.parametrize(
    "text", ["soon", "25:00", "2020-02-30 10:00", "2020-04-09 10:61", "9999999", "10:00"]
)
def test_what_is_no_moment_is_refused_and_a_time_needs_a_day(text: str) -> None:
    with pytest.raises(Refused):
        moments.parse(text, "UTC")


def test_people_without_a_name_are_called_by_office_and_place() -> None:
    assert person_label(" Ada ", "Mayor", "Durban") == "Ada"
    assert person_label("", "Mayor", "Durban") == "Mayor, Durban"
    assert person_label(" ", "", "Durban") == "Durban"
    assert person_label("") == "Unnamed person"
    assert session_label("8", "Finance") == "8 · Finance"
    assert session_label("", "Finance") == "Finance"
