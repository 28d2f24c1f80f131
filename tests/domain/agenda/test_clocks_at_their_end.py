"""Clocks where the calendar ends, and at minutes that no session has: nothing is told rather than anything raised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import LocalDay

ZONES = ("Europe/Madrid", "Pacific/Kiritimati", "Etc/GMT+12", "UTC", "Mars/Olympus", "")
DATES = ("0001-01-01", "0003-01-01", "2020-03-29", "9997-12-31", "9999-12-31", "2020-02-31", "")
MINUTES = st.one_of(
    st.integers(), st.integers(-600_000, 600_000), st.sampled_from([10**12, 2**63 - 1, -(10**30)])
)


@given(
    date=st.sampled_from(DATES), zone=st.sampled_from(ZONES), there=st.sampled_from(ZONES), minutes=MINUTES
)
def test_any_minute_of_any_day_is_told_or_is_not(date: str, zone: str, there: str, minutes: int) -> None:
    day = LocalDay(date, zone)
    for told in (day.elapsed(minutes), day.wall(minutes), day.end(minutes, minutes)):
        assert isinstance(told, int)
    moment, elsewhere = day.moment(minutes), day.wall_in(minutes, there)
    assert day.is_known or (moment is None and elsewhere is None)
    assert moment is None or moment.astimezone().utcoffset() is not None


@pytest.mark.parametrize("date", ["0003-01-01", "9997-12-31"])
@pytest.mark.parametrize("minutes", [-366 * 1440, 366 * 1440])
def test_up_to_a_year_from_its_day_every_minute_is_a_moment(date: str, minutes: int) -> None:
    assert LocalDay(date, "Asia/Tokyo").moment(minutes) is not None
