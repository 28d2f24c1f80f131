"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.dates import parse_date, show_date
from facilitator.domain.errors import Refused


@pytest.mark.parametrize(
    "text",
    [
        "2020-04-09",
        "2020/4/9",
        "9 April 2020",
        "9 apr 2020",
        "April 9, 2020",
        "  9th of APRIL 2020 ",
        "9 avril 2020",
        "9 avr. 2020",
        "9 de abril de 2020",
        "9 d’abril del 2020",
        "2020.04.09",
    ],
)
def test_one_day_is_written_in_many_ways(text: str) -> None:
    assert parse_date(text) == "2020-04-09"


@pytest.mark.parametrize(
    ("text", "iso"), [("29/4/2020", "2020-04-29"), ("4-29-2020", "2020-04-29"), ("5.5.2020", "2020-05-05")]
)
def test_numbers_that_can_mean_one_day_only_are_read(text: str, iso: str) -> None:
    assert parse_date(text) == iso


def test_a_date_that_two_countries_read_as_two_days_is_not_guessed() -> None:
    with pytest.raises(Refused, match="two different days"):
        parse_date("4/9/2020")


@pytest.mark.parametrize(
    "text", ["soon", "April 2020", "31 April 2020", "2020-13-01", "9 9 2020", "1 2 3", "0000-01-01"]
)
def test_what_is_no_date_is_refused_and_said_why(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_date(text)
    assert text in refused.value.what
    assert refused.value.why


def test_nothing_is_no_date() -> None:
    assert parse_date("  ") == ""


@given(st.dates(min_value=date(100, 1, 1)))
def test_what_is_shown_is_read_back(day: date) -> None:
    assert parse_date(show_date(day.isoformat())) == day.isoformat()


def test_what_is_no_iso_date_is_shown_as_it_is() -> None:
    assert show_date("about Easter") == "about Easter"
