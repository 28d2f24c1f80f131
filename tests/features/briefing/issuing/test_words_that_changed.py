"""What a paper tells otherwise than before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitator.features.briefing.issuing.words import Change, changes_between

OLD = "# Lessons\n\n- Reserves buy time.\n- Pay early.\n\n# Next steps\n\n- Meet in May."


def test_nothing_changed_where_nothing_did() -> None:
    assert changes_between(OLD, OLD) == ()


def test_a_line_that_came_went_or_was_changed_is_told_under_its_heading() -> None:
    new = OLD.replace("Reserves buy time.", "Reserves buy much time.").replace(
        "\n- Meet in May.", "\n- Vote."
    )
    assert changes_between(OLD, new) == (
        Change("Lessons", "- Reserves buy time.", "- Reserves buy much time."),
        Change("Next steps", "- Meet in May.", ""),
        Change("Next steps", "", "- Vote."),
    )


LINES = st.lists(st.sampled_from(["# A", "# B", "one", "two", "three"]), max_size=9)


@given(LINES, LINES)
def test_what_went_and_what_came_make_the_new_text_of_the_old(before: list[str], after: list[str]) -> None:
    changes = changes_between("\n".join(before), "\n".join(after))
    left = list(before)
    for change in changes:
        if change.before:
            left.remove(change.before)
    assert sorted([*left, *(change.after for change in changes if change.after)]) == sorted(after)
