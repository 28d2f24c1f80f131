"""Spans beside a plain text: kept over reading, cutting and joining."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.prose.spans import Piece, TextSpan, joined, pieces, read_spans, replaced, write_spans

PIECES = st.lists(
    st.builds(
        Piece, st.text(max_size=8), st.booleans(), st.booleans(), st.sampled_from(["", "https://a.example"])
    ),
    max_size=8,
)


@given(PIECES)
def test_what_is_joined_comes_apart_as_it_was(parts: list[Piece]) -> None:
    text, spans = joined(parts)
    again = list(pieces(text, read_spans(write_spans(spans), len(text))))
    letters = [(letter, *part[1:]) for part in parts for letter in part.text]
    assert [(letter, *part[1:]) for part in again for letter in part.text] == letters


@given(
    st.text(max_size=20), st.lists(st.builds(TextSpan, st.integers(0, 25), st.integers(0, 25), st.just("b")))
)
def test_no_letter_is_lost_whatever_the_spans(text: str, spans: list[TextSpan]) -> None:
    kept = read_spans(write_spans(spans), len(text))
    assert "".join(part.text for part in pieces(text, kept)) == text


def test_neighbours_of_one_look_are_one_span() -> None:
    assert joined([Piece("a", True, False, ""), Piece("b", True, True, "")]) == (
        "ab",
        (TextSpan(0, 2, "b"), TextSpan(1, 2, "i")),
    )


@pytest.mark.parametrize(
    "written",
    [
        "{",
        "7",
        "null",
        "[[0,1]]",
        '[["0",1,"b"]]',
        '[[0,1,"x"]]',
        '[[0,1,"a"]]',
        '[[0,1,"b","l"]]',
        '[[true,2,"b"]]',
        '[[3,1,"b"]]',
    ],
)
def test_what_is_no_span_is_left_out(written: str) -> None:
    assert read_spans(written, 10) == ()


def test_words_in_place_of_others_keep_what_is_bold_where_it_was() -> None:
    spans = (TextSpan(0, 3, "b"), TextSpan(4, 7, "i"), TextSpan(8, 11, "b"))
    text, kept = replaced("one two six", spans, "two", "three", 1)
    assert [(text[one.start : one.end], one.mark) for one in kept] == [
        ("one", "b"),
        ("three", "i"),
        ("six", "b"),
    ]


def test_a_span_of_words_that_go_goes_with_them_and_one_around_them_shrinks() -> None:
    text, kept = replaced("a xx b xx", (TextSpan(2, 4, "i"), TextSpan(0, 9, "b")), "xx", "")
    assert (text, kept) == ("a  b ", (TextSpan(0, 5, "b"),))


@given(
    st.text("abx", max_size=20),
    st.lists(st.builds(TextSpan, st.integers(0, 20), st.integers(0, 20), st.just("b"))),
)
def test_words_are_replaced_as_in_any_text_and_spans_stay_within(text: str, spans: list[TextSpan]) -> None:
    made, kept = replaced(text, [one for one in spans if one.end <= len(text)], "ab", "y")
    assert made == text.replace("ab", "y")
    assert all(0 <= one.start < one.end <= len(made) for one in kept)


def test_a_span_within_words_that_become_shorter_stays_within_them() -> None:
    assert replaced("abcd e", (TextSpan(1, 6, "b"),), "abcd", "x") == ("x e", (TextSpan(1, 3, "b"),))
    assert replaced("abcd", (TextSpan(2, 3, "b"),), "abcd", "x") == ("x", ())
