"""What the room's window says, without the window."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from facilitator.domain.running import EventKind, Phase
from facilitator.features.clock.room.showing import View
from facilitator.features.clock.room.words import countdown, rough
from facilitator.storage.edits import AddRow, DeleteRows, SetFields
from facilitator.storage.records import AgendaItemRecord, LearningSessionRecord, PersonRecord
from tests.features.clock.room.conftest import MINUTE, SESSION, START, HeldSession

BEGAN, FLOOR, ENDED, PAUSED = EventKind.BEGAN, EventKind.FLOOR, EventKind.ENDED, EventKind.PAUSED


def test_before_the_start_it_counts_down_to_what_is_planned(held: HeldSession) -> None:
    held.time.at = START - 12 * MINUTE - 3_000
    found = held.shown()
    assert (found.phase, found.words, found.time) == (Phase.WAITING, "It begins at 15:00", "12:03")
    assert (found.who, found.next) == ("Migration", "Next: Ada Example: Opening")


def test_days_before_it_tells_the_date_and_no_countdown(held: HeldSession) -> None:
    held.time.at = START - 30 * 60 * MINUTE
    assert held.shown().words == "It begins at 2020-06-05, 15:00"
    assert held.shown().time == "09:00"


def test_when_the_start_has_passed_it_tells_the_time_of_day(held: HeldSession) -> None:
    held.time.at = START + 2 * MINUTE
    assert (held.shown().words, held.shown().time) == ("It begins soon", "15:02")


def test_a_session_without_a_date_still_has_its_title(held: HeldSession) -> None:
    held.store.run(SetFields(LearningSessionRecord, SESSION, {"date": "", "start": None}, "Edit"))
    found = held.shown()
    assert (found.words, found.who) == ("It begins soon", "Migration")


def test_the_room_sees_the_item_who_speaks_what_is_next_and_when_it_ends(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.time.at += 3 * MINUTE + 500
    found = held.shown()
    assert (found.phase, found.time, found.of) == (Phase.PLENTY, "7:00", "Opening")
    assert found.who == "Ada Example"
    assert found.next == "Next: Bo Example and 2 more: City round"
    assert found.session == "The session ends at 15:45, in 41 min"


def test_next_is_who_has_not_spoken_on_the_item_and_then_the_next_item(held: HeldSession) -> None:
    held.happens(BEGAN, "round")
    assert held.shown().next == "Next: Bo Example (Mayor, Lima)"
    for person, expected in (
        ("bo", "Next: City or region speaker"),
        ("dee", "Next: City or region speaker"),
        ("cy", "Next: Groups"),
    ):
        held.time.at += MINUTE
        held.happens(FLOOR, person_id=person)
        assert held.shown().next == expected


def test_who_is_off_the_record_is_shown_by_role_alone_and_named_nowhere(held: HeldSession) -> None:
    held.happens(BEGAN, "round")
    held.happens(FLOOR, person_id="cy")
    for view in View:
        found = held.shown(view)
        assert (found.who, found.about) == (
            "City or region speaker",
            "City round" if found.view == "speaker" else "",
        )
        assert "Cy" not in str(found)
        assert "Minister" not in str(found)
    held.time.at += MINUTE
    held.happens(BEGAN, "cys")
    assert "Cy" not in str(held.shown())
    assert held.shown().of.startswith("Words of")


def test_who_has_the_floor_and_is_on_no_list_is_named(held: HeldSession) -> None:
    held.happens(BEGAN, "round")
    held.happens(FLOOR, person_id="fay")
    assert held.shown().who == "Fay Example"
    held.store.run(SetFields(PersonRecord, "fay", {"consent": "off_the_record"}, "Edit"))
    assert held.shown().who == "Speaker"


def test_off_the_record_names_of_people_who_are_elsewhere_are_taken_out_of_titles_too(
    held: HeldSession,
) -> None:
    """People of the library who do not take part in the session."""
    person = {"id": "gül", "name": "Gül Örnek", "consent": "off_the_record"}
    held.store.run(AddRow(PersonRecord, person, "Add"))
    held.store.run(SetFields(AgendaItemRecord, "opening", {"title": "After Gul Ornek’s question"}, "Edit"))
    held.happens(BEGAN, "opening")
    assert "rnek" not in str(held.shown())
    assert held.shown().of.startswith("After ")


def test_the_speaker_sees_their_own_minutes_without_those_of_others(held: HeldSession) -> None:
    held.happens(BEGAN, "round")
    held.time.at += 2 * MINUTE
    held.happens(FLOOR, person_id="dee")
    held.time.at += MINUTE + 1
    found = held.shown(View.SPEAKER)
    assert (found.time, found.of, found.phase) == ("6:00", "The speaker’s time", Phase.PLENTY)
    assert held.shown(View.ROOM).time == "17:00"
    assert found.session == ""


@pytest.mark.parametrize(
    ("after", "phase", "words", "left"),
    [
        (0, Phase.PLENTY, "Time left", "7:00"),
        (2 * MINUTE, Phase.FIVE, "Last 5 minutes", "5:00"),
        (5 * MINUTE, Phase.TWO, "Last 2 minutes", "2:00"),
        (6 * MINUTE, Phase.ONE, "Last minute", "1:00"),
        (7 * MINUTE - 1, Phase.ONE, "Last minute", "0:01"),
        (7 * MINUTE, Phase.OVER, "Time is over", "0:00"),
        (7 * MINUTE + 1_000, Phase.OVER, "Time is over", "+0:01"),
    ],
)
def test_phases_of_the_speaker_are_those_of_time_cards(
    held: HeldSession, after: int, phase: Phase, words: str, left: str
) -> None:
    held.happens(BEGAN, "round")
    held.happens(FLOOR, person_id="dee")
    held.time.at += after
    found = held.shown(View.SPEAKER)
    assert (found.phase, found.words, found.time) == (phase, words, left)


def test_a_pause_stops_the_time_and_says_so(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.time.at += 4 * MINUTE
    held.happens(PAUSED)
    held.time.at += 9 * MINUTE
    assert (held.shown().phase, held.shown().words, held.shown().time) == (Phase.PAUSED, "Paused", "6:00")


def test_an_item_without_a_length_counts_up(held: HeldSession) -> None:
    held.happens(BEGAN, "cys")
    held.time.at += 90_000
    assert (held.shown().words, held.shown().time) == ("Time so far", "1:30")


def test_without_an_agenda_it_counts_up_under_the_title_of_the_session(held: HeldSession) -> None:
    held.happens(BEGAN)
    held.time.at += 2 * MINUTE
    found = held.shown()
    assert (found.words, found.time, found.who, found.next) == (
        "Time so far",
        "2:00",
        "Migration",
        "Next: Ada Example: Opening",
    )


def test_an_item_that_is_deleted_while_it_is_held_goes_on(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.store.run(DeleteRows(AgendaItemRecord, ["opening"], "Delete"))
    held.time.at += MINUTE
    assert (held.shown().time, held.shown().who) == ("1:00", "Migration")


def test_a_group_has_its_own_item_and_the_plenary_keeps_its_own(held: HeldSession) -> None:
    assert held.shown(track="blue").who == "Blue room"
    held.happens(BEGAN, "groups")
    held.happens(BEGAN, "talk", track="blue")
    held.time.at += 5 * MINUTE
    assert (held.shown(track="blue").who, held.shown(track="blue").time) == ("Eva Example", "10:00")
    assert held.shown().who == "Groups"
    held.happens(ENDED, track="blue")
    assert held.shown(track="blue").words == "The group has ended"


def test_what_runs_late_tells_when_the_end_is_expected(held: HeldSession) -> None:
    held.time.at += 40 * MINUTE
    held.happens(BEGAN, "opening")
    assert held.shown().session == "The session ends at 15:45, expected at 16:25"


def test_at_the_end_it_thanks(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.time.at += MINUTE
    held.happens(ENDED)
    found = held.shown()
    assert (found.phase, found.words, found.time) == (None, "The session has ended", "Thank you")


def test_what_is_told_to_those_who_listen_changes_by_the_minute(held: HeldSession) -> None:
    held.happens(BEGAN, "opening")
    held.time.at += 3 * MINUTE + 5_000
    told = held.shown().told
    assert told.startswith("Time left. Opening: 6 min. Ada Example. Next: ")
    held.time.at += 20_000
    assert held.shown().told == told
    assert held.shown(message="Louder, please").told.startswith("Louder, please. Time left")


def test_countdowns_show_each_second_that_is_begun() -> None:
    shown = [countdown(left) for left in (3_600_000, 59_999, 1, 0, -999, -1_000, -3_661_000)]
    assert shown == ["1:00:00", "1:00", "0:01", "0:00", "0:00", "+0:01", "+1:01:01"]
    assert [rough(left) for left in (59_000, 61_000, 3_720_000, -1, -125_000)] == [
        "less than a minute", "1 min", "1 h 2 min", "just over", "2 min over",
    ]  # fmt: skip


def test_a_session_without_lengths_is_not_said_to_end_just_now(held: HeldSession) -> None:
    held.store.run(SetFields(LearningSessionRecord, SESSION, {"minutes": None}, "Edit"))
    with held.store.read() as session:
        items = list(session.scalars(select(AgendaItemRecord.id)))
    for item_id in items:
        held.store.run(SetFields(AgendaItemRecord, item_id, {"minutes": None}, "Edit"))
    held.happens(BEGAN, "opening")
    held.time.at += 4000
    assert (held.shown().time, held.shown().session) == ("0:04", "")
