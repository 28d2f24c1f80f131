"""Stamps follow the wall clock and never go back, whatever the wall clock does."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.storage import clock, journal
from facilitator.storage.checking import check
from facilitator.storage.clock import HybridClock
from facilitator.storage.store import new_library, open_library
from tests.storage.content import add_note, add_session, rows_of

TEN_YEARS = 10 * 365 * 24 * 3600 * 1000
NOW = 1_774_440_000_000


@given(st.lists(st.integers(NOW - TEN_YEARS, NOW + TEN_YEARS), min_size=1, max_size=50))
def test_each_stamp_is_later_than_the_one_before(walls: list[int]) -> None:
    times = iter(walls)
    hybrid = HybridClock("0123456789ab", now=lambda: next(times))
    stamps = [hybrid.stamp() for _ in walls]
    assert stamps == sorted(set(stamps))
    assert {len(stamp) for stamp in stamps} == {len(stamps[0])}


def test_a_stamp_follows_the_wall_clock_when_that_goes_forward() -> None:
    times = iter([NOW, NOW + 5, NOW + 5, NOW + 9])
    hybrid = HybridClock("d", now=lambda: next(times))
    assert [hybrid.stamp() for _ in range(4)] == [
        f"{NOW:015d}-000000-d",
        f"{NOW + 5:015d}-000000-d",
        f"{NOW + 5:015d}-000001-d",
        f"{NOW + 9:015d}-000000-d",
    ]


def test_a_million_stamps_in_one_millisecond_stay_in_order() -> None:
    hybrid = HybridClock("d", last=f"{NOW:015d}-999998-d", now=lambda: NOW)
    stamps = [hybrid.stamp() for _ in range(3)]
    assert stamps == [f"{NOW:015d}-999999-d", f"{NOW + 1:015d}-000000-d", f"{NOW + 1:015d}-000001-d"]


def test_wrong_clocks_lose_no_edit(library_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten years ahead, ten years back, right again: all is kept, in order, and undone in order."""
    new_library(library_path).close()
    stamps = []
    for number, skew in enumerate((0, TEN_YEARS, -TEN_YEARS, 0)):
        monkeypatch.setattr(clock.time, "time_ns", lambda skew=skew: (NOW + skew) * 1_000_000)
        with closing(open_library(library_path)) as store:
            session_id = add_session(store, f"Session {number}")
            add_note(store, session_id, f"note {number}")
            stamps.append(journal.last_stamp(store.raw()))
            assert check(store) == []
            entry = store.next_undo()
            assert entry is not None
            assert entry.made_at == NOW + skew, "the history shows what the clock said"
    assert stamps == sorted(stamps)
    with closing(open_library(library_path)) as store:
        for left in range(4, 0, -1):
            assert len(rows_of(store)["note"]) == left
            assert store.undo().label == "Add note"
            assert store.undo().label == "Add session"
        while store.redo():
            pass
        assert sorted(note["text"] for note in rows_of(store)["note"].values()) == [
            f"note {n}" for n in range(4)
        ]
