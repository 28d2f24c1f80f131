"""Which backups are kept, against a simple model, with a clock that is moved by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage import thinning
from facilitator.storage.thinning import kept

NOW = datetime(2026, 3, 25, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """A backup as far as thinning looks at it."""

    made_at: datetime
    size: int = 1000
    is_special: bool = False


moments = st.builds(
    lambda minutes: NOW - timedelta(minutes=minutes),
    st.integers(-600, 60 * 24 * 3) | st.integers(0, 60 * 24 * 60) | st.integers(0, 60 * 24 * 1500),
)
many = st.lists(st.builds(Made, moments, st.just(1000), st.booleans()), unique_by=lambda made: made.made_at)


def _last_of(backups: list[Made], span: Callable[[Made], Hashable]) -> set[Made]:
    by_span: dict[Hashable, list[Made]] = defaultdict(list)
    for backup in backups:
        by_span[span(backup)].append(backup)
    return {max(found, key=lambda backup: backup.made_at) for found in by_span.values()}


def _model(backups: list[Made]) -> set[Made]:
    def aged(low: int, high: int) -> list[Made]:
        return [
            backup
            for backup in backups
            if timedelta(days=low) <= NOW - backup.made_at < timedelta(days=high)
            and not (backup.is_special and NOW - backup.made_at < timedelta(days=31))
        ]

    return (
        {backup for backup in backups if NOW - backup.made_at < timedelta(days=1)}
        | {backup for backup in backups if backup.is_special and NOW - backup.made_at < timedelta(days=31)}
        | _last_of(aged(1, 31), lambda backup: backup.made_at.date())
        | _last_of(aged(31, 366), lambda backup: backup.made_at.isocalendar()[:2])
        | _last_of(aged(366, 10**5), lambda backup: (backup.made_at.year, backup.made_at.month))
    )


@given(many)
def test_what_is_kept_is_what_the_policy_says(backups: list[Made]) -> None:
    chosen = kept(backups, NOW)
    assert set(chosen) == _model(backups)
    assert chosen == sorted(chosen, key=lambda backup: backup.made_at, reverse=True)


@given(many)
def test_the_newest_is_always_kept_and_thinning_twice_is_thinning_once(backups: list[Made]) -> None:
    chosen = kept(backups, NOW)
    assert kept(chosen, NOW) == chosen
    if backups:
        assert max(backups, key=lambda backup: backup.made_at) in chosen


def test_two_years_of_long_days_leave_a_hundred_backups_that_reach_back_to_the_first() -> None:
    backups: list[Made] = []
    start = NOW
    for number in range(2 * 365 * 6):
        day, slot = divmod(number, 6)
        now = start + timedelta(days=day, minutes=90 * slot)
        backups = kept([*backups, Made(now)], now)
    ages = [now - backup.made_at for backup in backups]
    assert len([age for age in ages if age < timedelta(days=1)]) == 6
    assert 30 <= len([age for age in ages if timedelta(days=1) <= age < timedelta(days=31)]) <= 31
    assert 47 <= len([age for age in ages if timedelta(days=31) <= age < timedelta(days=366)]) <= 49
    assert 11 <= len([age for age in ages if age >= timedelta(days=366)]) <= 13
    assert max(ages) > timedelta(days=690)


def test_the_oldest_go_when_all_are_too_large_but_three_stay() -> None:
    large = [Made(NOW - timedelta(hours=hour), thinning.MOST_BYTES // 4) for hour in range(8)]
    assert kept(large, NOW) == large[:4]
    huge = [Made(NOW - timedelta(hours=hour), thinning.MOST_BYTES) for hour in range(8)]
    assert kept(huge, NOW) == huge[:3]
