"""Lengths and times are read as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import Refused
from facilitator.domain.times import clock, length, parse_clock, parse_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("7", 7),
        ("7m", 7),
        (" 7 min ", 7),
        ("90 minutes", 90),
        ("1:10", 70),
        ("1h10", 70),
        ("1 h 10 min", 70),
        ("2h", 120),
        ("1 hour", 60),
        ("", None),
    ],
)
def test_a_length_is_read_in_minutes(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("15:00", 900),
        ("15h30", 930),
        ("15.30", 930),
        ("3 pm", 900),
        ("12 am", 0),
        ("12:30 p.m.", 750),
        ("9", 540),
    ],
)
def test_a_time_of_day_is_read_in_minutes_after_midnight(text: str, minutes: int) -> None:
    assert parse_clock(text) == minutes


@pytest.mark.parametrize("text", ["soon", "1:75", "-5", "7 apples", "1:2:3"])
def test_an_unreadable_length_is_refused_with_what_would_be_read(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_minutes(text)
    assert text in refusal.value.what
    assert "1h10" in refusal.value.why


@pytest.mark.parametrize("text", ["25:00", "15:75", "noon", "13 xm"])
def test_an_unreadable_time_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        parse_clock(text)


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_that_is_shown_is_read_back(minutes: int) -> None:
    assert parse_clock(clock(minutes)) == minutes


@given(st.integers(0, 3000))
def test_a_length_that_is_shown_is_read_back(minutes: int) -> None:
    assert parse_minutes(length(minutes)) == minutes


def test_a_time_after_midnight_says_the_day() -> None:
    assert clock(24 * 60 + 30) == "00:30 +1"
