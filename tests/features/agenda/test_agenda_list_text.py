"""Items as lines of text, and the places between the lines of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import Outline, Placed
from facilitator.features.agenda.listing.lines import GroupHeading, Line, day_words
from facilitator.features.agenda.listing.places import place_at
from facilitator.features.agenda.listing.text import MOST_LINES, Pasted, read_text
from facilitator.reading.plan_rows import AgendaItemRow, GroupRow


@pytest.mark.parametrize(
    ("line", "title", "minutes"),
    [
        ("Opening\t15", "Opening", 15),
        ("15\tOpening", "Opening", 15),
        ("Opening\t", "Opening", None),
        ("0:10 Opening", "Opening", 10),
        ("10 min Opening", "Opening", 10),
        ("10’ Opening", "Opening", 10),
        ("Opening (10 min)", "Opening", 10),
        ("Opening, 10 minutes", "Opening", 10),
        ("15:00–15:20 Opening", "Opening", 20),
        ("23:50 - 00:10: Opening", "Opening", 20),
        ("3:00 pm - 3:30 pm Opening", "Opening", 30),
        ("- Opening", "Opening", None),
        ("2. Opening", "Opening", None),
        ("Opening", "Opening", None),
        ("20 cities in 10 rounds", "20 cities in 10 rounds", None),
        ("المدن والسكن\t30", "المدن والسكن", 30),
        ("25:00–26:00 Opening", "25:00–26:00 Opening", None),
    ],
)
def test_a_line_is_read_as_people_write_it(line: str, title: str, minutes: int | None) -> None:
    assert read_text(line) == [Pasted(title, minutes)]


@given(st.text())
def test_every_text_is_read_without_losing_a_line(text: str) -> None:
    found = read_text(text)
    assert len(found) == min(MOST_LINES, sum(bool(line.strip()) for line in text.splitlines()))


@pytest.mark.parametrize(
    ("first", "day", "words"),
    [
        ("2020-04-09", 1, "Day 2 · Friday 10 April"),
        ("", 1, "Day 2"),
        ("9 April", 0, "Day 1"),
        ("9999-12-31", 1, "Day 2"),
    ],
)
def test_a_day_is_named_where_its_date_is_known(first: str, day: int, words: str) -> None:
    assert day_words(first, day) == words


def item(letter: str, group: str = "", holder: str = "", segment: str = "") -> AgendaItemRow:
    values = dict.fromkeys(("begins", "ends", "start", "end", "pinned_start", "minutes"))
    counts = dict.fromkeys(("position", "length", "gap", "overlap", "late"), 0)
    texts = dict.fromkeys(
        ("session_id", "session", "group", "segment_as_written", "cue", "notes", "link"), ""
    )
    return AgendaItemRow(  # type: ignore[arg-type]
        id=letter,
        title=letter,
        group_id=group,
        holder_id=holder,
        segment=segment,
        night=False,
        appearances=(),
        **values,
        **counts,
        **texts,
    )


def heading(group: str, holder: str, *, is_empty: bool = False) -> GroupHeading:
    return GroupHeading(f"{holder}/{group}", GroupRow(group, group, "", "", "", "", "", ""), holder, is_empty)


LINES: list[Line] = [
    item("a"),
    item("b", segment="breakout"),
    heading("x", "b"),
    item("c", "x", "b"),
    item("d", "x", "b"),
    heading("y", "b", is_empty=True),
    item("e"),
]


@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize("row", range(-1, len(LINES) + 1))
@pytest.mark.parametrize("moving", ["a", "c", "d", "e", "ce"])
def test_what_is_dropped_lands_at_the_line_that_shows_where(row: int, below: bool, moving: str) -> None:
    place = place_at(LINES, row, below=below)
    items = [line for line in LINES if isinstance(line, AgendaItemRow)]
    outline = Outline([Placed(one.id, one.group_id, one.segment == "breakout") for one in items], ["x", "y"])
    outline.place(list(moving), place.group_id, place.after, place.holder)
    before = [line.id for line in LINES[: place.row] if isinstance(line, AgendaItemRow)]
    behind = [line.id for line in LINES[place.row :] if isinstance(line, AgendaItemRow)]
    wanted = [one for one in before if one not in moving] + list(moving)
    assert outline.order() == wanted + [one for one in behind if one not in moving]
    assert {outline.track_of(one) for one in moving} == {place.group_id}
