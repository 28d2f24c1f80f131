"""The way of a paper from draft to issued."""

from __future__ import annotations

from datetime import date

import pytest

from facilitator.domain.issuing import FOLLOWING, Status, days_left


def test_nothing_is_issued_that_was_not_cleared() -> None:
    assert [status for status in Status if Status.ISSUED in FOLLOWING[status]] == [Status.CLEARED]


def test_from_each_status_a_new_draft_can_begin() -> None:
    assert all(Status.DRAFT in FOLLOWING[status] for status in Status if status is not Status.DRAFT)


@pytest.mark.parametrize(
    ("due", "left"),
    [("2020-04-23", 0), ("2020-04-24", 1), ("2020-04-21", -2), ("", None), ("soon", None)],
)
def test_the_days_that_are_left(due: str, left: int | None) -> None:
    assert days_left(due, date(2020, 4, 23)) == left
