"""Items follow each other; a hard start holds; groups run beside the plenary."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import Slot, timings

slots = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(0, 90)), st.one_of(st.none(), st.none(), st.integers(0, 2000))
    ),
    max_size=12,
).map(lambda rows: [Slot(str(n), "", minutes, pin) for n, (minutes, pin) in enumerate(rows)])


@given(slots, st.integers(0, 1439))
def test_each_item_begins_where_the_one_before_ends_or_where_it_is_pinned(
    items: list[Slot], start: int
) -> None:
    found = timings(items, start)
    first = items[0].pinned_start if items else None
    ends = start if first is None else min(start, first)
    for item in items:
        timing = found[item.id]
        assert timing.start == (ends if item.pinned_start is None else item.pinned_start)
        assert timing.end == timing.start + (item.minutes or 0)
        assert timing.gap - timing.overlap == timing.start - ends
        assert timing.gap == 0 or timing.overlap == 0
        ends = timing.end


def test_without_a_start_only_items_from_a_hard_start_on_have_times() -> None:
    found = timings(
        [Slot("a", minutes=5), Slot("b", minutes=10, pinned_start=900), Slot("c", minutes=5)], None
    )
    assert (found["a"].start, found["b"].start, found["c"].start) == (None, 900, 910)


def test_groups_meet_in_parallel_during_the_item_that_holds_them() -> None:
    found = timings(
        [
            Slot("opening", minutes=15),
            Slot("groups", minutes=40, holds_groups=True),
            Slot("one", track="A", minutes=20),
            Slot("two", track="A", minutes=20),
            Slot("three", track="B", minutes=40),
            Slot("closing", minutes=5),
        ],
        900,
    )
    assert [found[name].start for name in ("one", "two", "three", "closing")] == [915, 935, 915, 955]


def test_groups_without_an_item_of_their_own_begin_where_the_plenary_before_them_ends() -> None:
    found = timings(
        [Slot("opening", minutes=15), Slot("one", track="A", minutes=20), Slot("end", minutes=5)], 900
    )
    assert (found["one"].start, found["end"].start) == (915, 915)


def test_a_buffer_gives_nothing_where_groups_wait_for_a_hard_start_of_their_own() -> None:
    items = [
        Slot("buffer", minutes=10, absorbs=True),
        Slot("groups", holds_groups=True),
        Slot("part", track="A", minutes=30, pinned_start=930),
        Slot("closing", minutes=5, pinned_start=950),
    ]
    found = timings(items, 900)
    assert (found["buffer"].minutes, found["closing"].overlap) == (10, 10)
