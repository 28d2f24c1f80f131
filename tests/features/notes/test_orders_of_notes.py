"""The orders of the list of notes: whatever is added, moved and taken away, it stands as sorting all of it would."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.domain import moments
from facilitator.features.notes.listing.model import HEADING_ROLE, NoteListModel
from facilitator.features.notes.listing.orders import By, Names, Order
from facilitator.features.notes.rows import NoteLine, NotePlace

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = Names(
    items={"opening": "Opening", "round": "City round"},
    people={"bo": "Bo", "cy": "Cy", "ada": "Ada", "zoe": "Zoe"},
    in_agenda={"cy": 0, "bo": 1},
    zone="Europe/Madrid",
)
DAY = 24 * 3_600_000
EVENING = moments.parse("2020-04-09 23:50", "Europe/Madrid") or 0

places = st.builds(
    NotePlace,
    st.sampled_from([-1, EVENING, EVENING + 1, EVENING + 900_000, EVENING + 3 * DAY]),
    st.integers(0, 1),
    st.sampled_from([f"n{number}" for number in range(12)]),
    st.sampled_from(["", "opening", "round"]),
    st.sampled_from(["", "bo", "cy", "ada", "zoe"]),
    st.sampled_from(["", "Participants", "Audience"]),
)


def no_lines(_ids: Sequence[str]) -> Sequence[NoteLine]:
    return []


def shown(model: NoteListModel) -> list[Any]:
    """Titles and counts of headings, and ids of notes, from top to bottom."""
    found: list[Any] = []
    for row in range(model.rowCount()):
        heading = model.index(row).data(HEADING_ROLE)
        found.append((heading.title, heading.count) if heading else None)
    ids = iter(model.ids())
    return [one or next(ids) for one in found]


def group_of(by: By, place: NotePlace) -> tuple[Any, str]:
    """A group's place among the others, and its title, told anew."""
    if by is By.TIME:
        if place.began_at < 0:
            return 0, "Without a moment"
        day = moments.local(place.began_at, "Europe/Madrid")
        return day.toordinal(), f"{day.day} April 2020"
    if by is By.ITEM:
        titles = {"opening": (0, "Opening"), "round": (1, "City round"), "": (2, "No agenda item")}
        return titles[place.item_id]
    people = {"cy": (0, "Cy"), "bo": (1, "Bo"), "ada": (2, "Ada"), "zoe": (3, "Zoe")}
    if place.speaker_id:
        return people[place.speaker_id]
    voices = {"Audience": 4, "Participants": 5}
    return (voices[place.voice], place.voice) if place.voice else (6, "No speaker")


def sorted_anew(by: By, there: dict[str, NotePlace]) -> list[Any]:
    """What is to be seen, made of all notes by sorting them."""
    groups: dict[Any, list[NotePlace]] = {}
    for place in there.values():
        groups.setdefault(group_of(by, place), []).append(place)
    headed = by is not By.TIME or len(groups) > 1
    found: list[Any] = []
    for (_rank, title), members in sorted(groups.items(), key=lambda one: one[0][0]):
        found += [(title, len(members))] if headed else []
        found += [place.id for place in sorted(members, key=lambda one: (one.began_at, one.position, one.id))]
    return found


@settings(max_examples=200)
@given(st.sampled_from(By), st.lists(places), st.lists(st.lists(places, max_size=3), max_size=8), st.data())
def test_after_any_changes_the_list_stands_as_sorted_anew(
    by: By, first: list[NotePlace], changes: list[list[NotePlace]], data: st.DataObject
) -> None:
    model = NoteListModel(no_lines, order=Order(by, NAMES))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    there = {place.id: place for place in first}
    model.set_places(list(there.values()))
    assert shown(model) == sorted_anew(by, there)
    for change in changes:
        gone = data.draw(st.lists(st.sampled_from(sorted(there)), max_size=2)) if there else []
        now = {place.id: place for place in change}
        for row_id in gone:
            if row_id not in now:
                there.pop(row_id, None)
        there |= now
        model.refresh(dict.fromkeys([*gone, *now]), now.values())
        assert shown(model) == sorted_anew(by, there)
        for row_id in there:
            assert model.index(model.row_of(row_id)).data(HEADING_ROLE) is None
    other = data.draw(st.sampled_from(By))
    model.set_order(Order(other, NAMES))
    assert shown(model) == sorted_anew(other, there)
    del tester


@pytest.mark.parametrize("by", By)
def test_a_note_that_moves_stays_selected(by: By) -> None:
    model = NoteListModel(no_lines, order=Order(by, NAMES))
    model.set_places([NotePlace(n, 0, f"n{n}", "opening", "bo") for n in range(5)])
    selection = QItemSelectionModel(model)
    for row_id in ("n1", "n2"):
        index = model.index(model.row_of(row_id))
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
    model.refresh(["n1"], [NotePlace(9, 0, "n1", "round", "cy")])
    rows = sorted(index.row() for index in selection.selectedIndexes())
    assert rows == sorted([model.row_of("n1"), model.row_of("n2")])
    assert selection.currentIndex().row() == model.row_of("n2")


def test_one_note_more_among_ten_thousand_looks_at_few_places() -> None:
    looked: list[NotePlace] = []

    class Counting(Order):
        def entry(self, place: NotePlace) -> Any:
            looked.append(place)
            return super().entry(place)

    model = NoteListModel(no_lines, order=Counting(By.SPEAKER, NAMES))
    model.set_places([NotePlace(n, 0, f"n{n:05}", "", ("bo", "cy", "")[n % 3]) for n in range(10_000)])
    looked.clear()
    model.refresh(["new"], [NotePlace(5_000, 0, "new", "", "cy")])
    assert shown(model)[0] == ("Cy", 3334)
    assert len(looked) < 5


def test_new_names_of_those_who_say_nothing_leave_the_list_as_it_is() -> None:
    model = NoteListModel(no_lines, order=Order(By.SPEAKER, NAMES))
    model.set_places([NotePlace(1, 0, "n1", "", "bo"), NotePlace(2, 0, "n2", "", "ada")])
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_order(Order(By.SPEAKER, Names(NAMES.items, {**NAMES.people, "new": "New"}, NAMES.in_agenda)))
    assert not resets
    model.set_order(
        Order(By.SPEAKER, Names(NAMES.items, {**NAMES.people, "ada": "Renamed"}, NAMES.in_agenda))
    )
    assert shown(model) == [("Bo", 1), "n1", ("Renamed", 1), "n2"]
