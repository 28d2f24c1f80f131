"""The balance of voices: by head and by minutes."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.balance import Aspect, Share, Voice, balance, speaking_minutes


def voice(
    person: str, item: str = "talk", minutes: int | None = None, gender: str = "", city: str = ""
) -> Voice:
    return Voice(person, item, minutes, {Aspect.GENDER: gender, Aspect.CITY: city})


def test_people_count_once_and_minutes_each_time() -> None:
    found = balance(
        [voice("a", "x", 5, "woman"), voice("a", "y", 10, "woman"), voice("b", "x", 5, "man")], {}
    )
    assert (found.people, found.length) == (2, 20)
    assert found.shares[Aspect.GENDER] == (Share("woman", 1, 15), Share("man", 1, 5))


def test_minutes_that_are_not_planned_are_an_equal_part_of_what_is_left() -> None:
    voices = [voice("a", minutes=20), voice("b"), voice("c"), voice("d", "elsewhere")]
    assert speaking_minutes(voices, {"talk": 25}) == [20, 3, 2, 0]
    assert speaking_minutes(voices, {"talk": 10}) == [20, 0, 0, 0]


def test_what_is_not_stated_stays_so_and_comes_last() -> None:
    found = balance([voice("a"), voice("b"), voice("c", gender="man")], {"talk": 30})
    assert found.shares[Aspect.GENDER] == (Share("man", 1, 10), Share("", 2, 20))


def test_a_language_told_for_one_item_takes_its_minutes_and_not_a_second_head() -> None:
    voices = [
        Voice("a", "x", 5, {Aspect.LANGUAGE: "fr"}),
        Voice("a", "y", 10, {Aspect.LANGUAGE: "en"}),
        Voice("a", "z", 1, {}),
    ]
    assert balance(voices, {}).shares[Aspect.LANGUAGE] == (Share("fr", 1, 6), Share("en", 0, 10))


@given(
    st.lists(
        st.builds(
            voice,
            st.sampled_from("abcd"),
            st.sampled_from(("x", "y", "")),
            st.none() | st.integers(0, 50),
            st.sampled_from(("", "woman", "man", "other")),
        )
    ),
    st.dictionaries(st.sampled_from(("x", "y")), st.integers(0, 90)),
)
def test_each_aspect_shares_out_all_people_and_all_minutes(
    voices: list[Voice], items: dict[str, int]
) -> None:
    found = balance(voices, items)
    for shares in found.shares.values():
        assert sum(share.people for share in shares) == found.people
        assert sum(share.length for share in shares) == found.length
    for item, minutes in items.items():
        numbers = [n for n, one in enumerate(voices) if one.item_id == item]
        spoken = sum(speaking_minutes(voices, items)[n] for n in numbers)
        planned = sum(voices[n].minutes or 0 for n in numbers)
        if any(voices[n].minutes is None for n in numbers):
            assert spoken == max(planned, minutes)
