"""Lengths and starts as people type them, and what they type by mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.errors import Refused
from facilitator.domain.times import DAY, MOST_MINUTES, clock, length, parse_clock, parse_minutes, parse_start

_SPACES = st.sampled_from(["", " ", "\t", "\u00a0"])


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        *(("7", 7), ("7m", 7), ("1:10", 70), ("1h10", 70), ("90'", 90), ("1 h 5", 65), ("0", 0), ("7\n", 7)),
        *(("\n", None), (" \t", None), ("١٥", 15), ("١:٣٠", 90), ("１５", 15), ("720:00", MOST_MINUTES)),
        *(("1 HOUR", 60), ("2 Horas", 120), ("43200", MOST_MINUTES)),
    ],
)
def test_a_length_is_read_however_it_is_typed(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-5",
            "−5",
            "+5",
            "1:70",
            "1:5:0",
            "abc",
            "m",
            ":",
            "7 apples",
            "7\n8",
            "1,5",
            "1.5",
            "½",
            "1e3",
            "0x10",
        ),
        *(str(10**9), "9" * 5_000, "43201", "721h", "720:01", "²", "5 5", "h10", "7;", "=7", "nan", "∞"),
    ],
)
def test_what_is_no_length_is_refused_in_words_with_the_text(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_minutes(text)
    assert text.strip() in refusal.value.what
    assert refusal.value.why
    assert refusal.value.safe


@pytest.mark.parametrize(
    "text",
    [
        *(
            "24:00",
            "-1:00",
            "9:60",
            "9:5x",
            "+1",
            "day 2",
            "9:00 +",
            "9:00 +61",
            "9:00 -1",
            "day 0 9:00",
            "+99 9:00",
        ),
        *("9:00 10:00", "9:00 +1 +1", "day 2 9:00 +1", "900:00", "9" * 5_000, "=9:00", "٪"),
    ],
)
def test_what_is_no_start_is_refused_in_words_with_the_text(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        parse_start(text)
    assert text in refusal.value.what


@pytest.mark.parametrize(
    ("text", "day", "start"),
    [
        *(("9:00", 0, 540), ("9:00", 2, 2 * DAY + 540), ("9:00 +1", 0, DAY + 540), ("9:00 +1", 5, DAY + 540)),
        *(("+1 9:00", 0, DAY + 540), ("day 1 9:00", 3, 540), ("9:00, day 3", 0, 2 * DAY + 540)),
        *(("3 pm +2", 0, 2 * DAY + 900), ("٠٩:٣٠", 0, 570), ("", 4, None), ("9:00 +60", 0, 60 * DAY + 540)),
    ],
)
def test_a_start_is_on_the_day_that_is_named_or_that_the_plan_has_come_to(
    text: str, day: int, start: int | None
) -> None:
    assert parse_start(text, day) == start


@given(st.integers(0, 61 * DAY - 1), st.integers(0, 60), _SPACES)
def test_a_start_that_is_shown_is_read_back_whatever_day_the_plan_has_come_to(
    start: int, day: int, space: str
) -> None:
    shown = clock(start)
    assert parse_start(f"{space}{shown}{space}", day if start < DAY and not day else 0) == start


@given(st.integers(0, MOST_MINUTES), _SPACES, st.sampled_from(["", "m", " min", "'", " minutes"]))
def test_a_length_is_read_back_as_it_is_shown_and_in_minutes(minutes: int, space: str, unit: str) -> None:
    assert parse_minutes(f"{space}{length(minutes)}{space}") == minutes
    assert parse_minutes(f"{space}{minutes}{unit}{space}") == minutes


@given(st.text(max_size=12) | st.text("0123456789:h mapd+.,'-", max_size=10))
def test_any_text_is_read_within_the_limits_or_refused(text: str) -> None:
    for read, most in ((parse_minutes, MOST_MINUTES), (parse_clock, DAY - 1), (parse_start, 61 * DAY - 1)):
        try:
            found = read(text)
        except Refused:
            continue
        assert (found is None) == (not text.strip())
        assert found is None or 0 <= found <= most
