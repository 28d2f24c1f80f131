"""Measured speaking time against what an independent count of the same turns gives."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from facilitator.domain.agenda import LocalDay, summary
from facilitator.domain.balance import Aspect, balance
from facilitator.domain.running import Event, EventKind, course_of
from facilitator.reading.balance_lines import Names, lines_against, seconds
from facilitator.reading.held import Held, read_held
from facilitator.reading.plan_rows import Plan
from facilitator.reading.voices import (
    Stranger,
    measured_balance,
    planned_balance,
    read_strangers,
    spoken_by,
)
from facilitator.storage.edits import SetFields
from facilitator.storage.records import PersonRecord
from tests.features.clock.room.conftest import MINUTE, SESSION, HeldSession

BEGAN, FLOOR, ENDED = EventKind.BEGAN, EventKind.FLOOR, EventKind.ENDED
GENDERS = {"ada": "woman", "bo": "man", "cy": "", "dee": "woman", "fay": "woman"}


def stated(held: HeldSession) -> None:
    """Tell who is a woman and who a man; of Cy nothing is stated."""
    for person, gender in GENDERS.items():
        held.store.run(SetFields(PersonRecord, person, {"gender": gender}, "Edit"))


def read(held: HeldSession) -> tuple[Held, dict[str, Stranger]]:
    with held.store.read() as session:
        found = read_held(session, SESSION)
        assert found is not None
        return found, read_strangers(session, found)


def speak(held: HeldSession, *turns: tuple[str, int]) -> None:
    """Give the floor to one after the other, for so many milliseconds."""
    for person, length in turns:
        held.happens(FLOOR, person_id=person)
        held.time.at += length


def test_time_is_counted_by_person_and_by_what_they_stated(held: HeldSession) -> None:
    stated(held)
    held.happens(BEGAN, "round")
    speak(held, ("bo", 90_000), ("dee", 30_500), ("bo", 10_000), ("cy", 60_000), ("fay", 9_500))
    found, strangers = read(held)
    measured = measured_balance(found, held.time.now(), strangers)
    assert (measured.people, measured.length) == (4, 200_000)
    assert [(one.value, one.people, one.length) for one in measured.shares[Aspect.GENDER]] == [
        ("woman", 2, 40_000),
        ("man", 1, 100_000),
        ("", 1, 60_000),
    ]
    assert [(one.value, one.length) for one in measured.shares[Aspect.CITY]] == [
        ("Lima", 100_000),
        ("", 100_000),
    ]


def test_everyone_is_told_in_the_order_of_the_plan_and_strangers_last(held: HeldSession) -> None:
    held.happens(BEGAN, "round")
    speak(held, ("fay", 5_000), ("dee", 8 * MINUTE))
    found, strangers = read(held)
    spoken = spoken_by(found, held.time.now(), strangers)
    assert [(one.person, one.spoken, one.minutes, one.turns, one.has_floor) for one in spoken] == [
        ("Ada Example", 0, 10, 0, False),
        ("Bo Example", 0, 5, 0, False),
        ("Cy Example", 0, 5, 0, False),
        ("Dee Example", 8 * MINUTE, 7, 1, True),
        ("Eva Example", 0, 15, 0, False),
        ("Fay Example", 5_000, 0, 1, False),
    ]


def test_groups_beside_each_other_may_have_several_who_speak(held: HeldSession) -> None:
    held.happens(BEGAN, "groups")
    held.happens(BEGAN, "talk", track="blue")
    held.happens(FLOOR, person_id="bo")
    held.time.at += MINUTE
    found, strangers = read(held)
    speaking = {one.id for one in spoken_by(found, held.time.now(), strangers) if one.has_floor}
    assert speaking == {"bo", "eva"}
    assert measured_balance(found, held.time.now(), strangers).length == 2 * MINUTE


def test_lines_tell_the_part_that_was_planned_beside_the_measured_one(held: HeldSession) -> None:
    stated(held)
    held.happens(BEGAN, "round")
    speak(held, ("bo", 3 * MINUTE), ("cy", MINUTE))
    found, strangers = read(held)
    measured, planned = measured_balance(found, held.time.now(), strangers), planned_balance(found.plan)
    women, men, unknown = lines_against(measured, planned, Aspect.GENDER, Names())
    assert (women.label, women.people, women.time.words) == ("Women", 0, "0:00 · 0 %")
    assert (men.heads.words, men.time.words, men.time.part) == ("1 · 50 %", "3:00 · 75 %", 0.75)
    assert (unknown.label, unknown.time.words) == ("Not stated", "1:00 · 25 %")
    # Planned are 42 minutes: 17 of women (Ada, Dee), 5 of a man (Bo), 20 not stated (Cy, Eva).
    assert [round(line.time.planned or 0, 4) for line in (women, men, unknown)] == [
        round(part / 42, 4) for part in (17, 5, 20)
    ]
    assert men.words == "Men: 1 person, 50 %, planned 20 %; 3:00 min, 75 %, planned 12 %"


def test_who_is_planned_and_not_heard_yet_still_has_a_line(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.time.at += MINUTE
    found, strangers = read(held)
    measured, planned = measured_balance(found, held.time.now(), strangers), planned_balance(found.plan)
    assert [line.label for line in lines_against(measured, planned, Aspect.CITY, Names())] == [
        "Lima",
        "Not stated",
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(("ada", "bo", "cy", "nobody on the list")), st.integers(1, 900_000)),
        max_size=30,
    )
)
def test_all_that_was_spoken_is_shared_out_and_nothing_twice(turns: list[tuple[str, int]]) -> None:
    plan = Plan(
        "s",
        "",
        "",
        None,
        "",
        None,
        (),
        (),
        (),
        "",
        LocalDay(),
        (),
        (),
        (),
        summary([], {}, None, None, LocalDay()),
    )
    events, at = [Event("0", 0, BEGAN, "", "item")], 0
    counted: dict[str, int] = defaultdict(int)
    for number, (person, length) in enumerate(turns, start=1):
        events.append(Event(f"{number:03}", at, FLOOR, "", "item", person))
        counted[person] += length
        at += length
    held = Held(plan, (), tuple(events), course_of(events), {})
    measured = measured_balance(held, at, {})
    assert measured.length == sum(counted.values()) == at
    assert measured.people == len(counted)
    assert {one.id: one.spoken for one in spoken_by(held, at, {})} == counted
    for shares in measured.shares.values():
        assert sum(one.length for one in shares) == at


def test_measured_lengths_are_told_to_the_second() -> None:
    assert [seconds(one) for one in (0, 999, 61_500, 3_600_000)] == ["0:00", "0:00", "1:01", "1:00:00"]


def test_where_nothing_is_planned_there_is_nothing_to_compare_with(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.time.at += MINUTE
    found, strangers = read(held)
    nobody = balance([], {})
    line = lines_against(measured_balance(found, held.time.now(), strangers), nobody, Aspect.CITY, Names())[0]
    assert (line.heads.planned, line.time.planned) == (None, None)
    assert line.words == "Not stated: 1 person, 100 %; 1:00 min, 100 %"
