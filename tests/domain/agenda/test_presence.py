"""Who is in two places at once: against a rule that compares each with each, without comparing so."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import Presence, clashes
from tests.steps import steps

places = st.lists(
    st.builds(
        Presence,
        key=st.just(""),
        person_id=st.sampled_from("AB"),
        track=st.sampled_from(("", "g", "h")),
        item_id=st.sampled_from(("", "1", "2", "3")),
        within=st.sampled_from(("", "1")),
        begins=st.integers(0, 20),
        ends=st.integers(0, 20),
    ),
    max_size=12,
)


def clash(one: Presence, other: Presence) -> bool:
    if one.person_id != other.person_id or one.track == other.track:
        return False
    if (one.item_id and one.item_id == other.within) or (other.item_id and other.item_id == one.within):
        return False
    return any(
        one.begins <= minute < one.ends and other.begins <= minute < other.ends for minute in range(21)
    )


@given(places)
def test_the_sweep_finds_the_very_pairs_that_comparing_each_with_each_finds(found: list[Presence]) -> None:
    swept = sorted(sorted(map(repr, pair)) for pair in clashes(found))
    compared = sorted(sorted(map(repr, pair)) for pair in combinations(found, 2) if clash(*pair))
    assert swept == compared


def test_ten_times_as_many_places_that_follow_each_other_are_ten_times_the_work() -> None:
    def work(count: int) -> int:
        many = [Presence(str(n), "A", str(n % 4), str(n), "", n * 10, n * 10 + 10) for n in range(count)]
        assert list(clashes(many)) == []
        return steps(lambda: list(clashes(many)))

    assert work(2000) < 12 * work(200)
