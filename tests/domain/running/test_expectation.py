"""What is to be expected of the items to come, told by examples."""

from __future__ import annotations

from facilitator.domain.agenda import LocalDay, Slot
from facilitator.domain.running import EventKind
from tests.domain.running.plans import DAY, MINUTE, at, began, clock, event, lines, told, wall

PLAN = [Slot("a", "", 10), Slot("b", "", 20), Slot("c", "", 5, absorbs=True), Slot("d", "", 15)]


def test_before_it_begins_the_plan_is_what_is_expected() -> None:
    expected = told(PLAN, [], "14:30")

    assert lines(expected) == [
        "a next 15:00 15:10",
        "b later 15:10 15:30",
        "c later 15:30 15:35",
        "d later 15:35 15:50",
    ]
    assert (clock(expected.end), expected.late, expected.buffers) == ("15:50", 0, 5 * MINUTE)


def test_a_session_that_should_have_begun_is_expected_from_now_on() -> None:
    expected = told(PLAN, [], "15:04:30")

    assert lines(expected)[0] == "a next 15:04:30 15:14:30"
    assert expected.late == 4 * MINUTE + 30_000


def test_what_is_under_way_keeps_its_length_and_the_rest_follows_it() -> None:
    expected = told(PLAN, [began("15:02", "a")], "15:07")

    assert lines(expected) == [
        "a now 15:02 15:12",
        "b next 15:12 15:32",
        "c later 15:32 15:37",
        "d later 15:37 15:52",
    ]
    assert (expected.items["a"].left, expected.late) == (5 * MINUTE, 2 * MINUTE)


def test_what_is_over_its_length_ends_now_and_all_to_come_moves_second_by_second() -> None:
    expected = told(PLAN, [began("15:00", "a")], "15:13:20")

    assert lines(expected)[:2] == ["a now 15:00 15:13:20", "b next 15:13:20 15:33:20"]
    assert expected.items["a"].left == -(3 * MINUTE + 20_000)


def test_a_pause_moves_what_is_expected_and_is_not_used() -> None:
    events = [began("15:00", "a"), event("15:04", EventKind.PAUSED)]
    paused = told(PLAN, events, "15:09")
    resumed = told(PLAN, [*events, event("15:10", EventKind.RESUMED)], "15:11")

    assert (paused.items["a"].used, clock(paused.items["a"].end)) == (4 * MINUTE, "15:15")
    assert (resumed.items["a"].used, clock(resumed.items["a"].end)) == (5 * MINUTE, "15:16")


def test_a_hard_start_is_waited_for_and_in_the_past_it_is_no_gap() -> None:
    plan = [Slot("a", "", 10), Slot("b", "", 10, wall("15:20")), Slot("c", "", 10, wall("15:40"))]

    assert lines(told(plan, [began("15:00", "a")], "15:05")) == [
        "a now 15:00 15:10",
        "b next 15:20 15:30",
        "c later 15:40 15:50",
    ]
    assert lines(told(plan, [began("15:00", "a")], "15:45"))[1:] == [
        "b next 15:45 15:55",
        "c later 15:55 16:05",
    ]


def test_items_jumped_over_are_passed_and_not_expected_any_more() -> None:
    expected = told(PLAN, [began("15:00", "a"), began("15:05", "c")], "15:06")

    assert lines(expected) == [
        "a done 15:00 15:05",
        "b passed - -",
        "c now 15:05 15:10",
        "d next 15:10 15:25",
    ]


def test_going_back_counts_what_was_used_and_what_was_broken_off_comes_again_for_the_rest() -> None:
    events = [began("15:00", "a"), began("15:06", "b"), began("15:08", "a")]
    expected = told(PLAN, events, "15:09")

    assert expected.items["a"].used == 7 * MINUTE
    assert lines(expected)[:3] == ["a now 15:00 15:12", "b next 15:12 15:30", "c later 15:30 15:35"]


def test_what_was_moved_on_from_does_not_come_again_after_going_back_further() -> None:
    events = [
        began("15:00", "a"),
        began("15:05", "b"),
        began("15:10", "c"),
        began("15:12", "d"),
        began("15:13", "a"),
    ]

    assert lines(told(PLAN, events, "15:14")) == [
        "a now 15:00 15:18",
        "b done 15:05 15:10",
        "c done 15:10 15:12",
        "d next 15:18 15:32",
    ]


def test_another_length_and_a_dropped_item_change_what_is_to_come() -> None:
    events = [
        began("15:00", "a"),
        event("15:01", EventKind.LENGTH, "b", minutes=8),
        event("15:01", EventKind.DROPPED, "c"),
    ]
    expected = told(PLAN, events, "15:02", 60)

    assert lines(expected) == [
        "a now 15:00 15:10",
        "b next 15:10 15:18",
        "c dropped - -",
        "d later 15:18 15:33",
    ]
    assert (expected.late, expected.buffers) == (-27 * MINUTE, 0)


def test_items_without_minutes_take_none_until_they_are_under_way() -> None:
    plan = [Slot("a"), Slot("b", "", 10)]

    assert lines(told(plan, [], "14:00")) == ["a next 15:00 15:00", "b later 15:00 15:10"]
    expected = told(plan, [began("15:00", "a")], "15:07")
    assert lines(expected) == ["a now 15:00 15:07", "b next 15:07 15:17"]
    assert expected.items["a"].length == 0


def test_after_the_end_nothing_is_expected() -> None:
    expected = told(
        PLAN, [began("15:00", "a"), began("15:12", "b"), event("15:20", EventKind.ENDED)], "18:00"
    )

    assert lines(expected) == ["a done 15:00 15:12", "b done 15:12 15:20", "c passed - -", "d passed - -"]
    assert (clock(expected.end), expected.late) == ("15:20", -30 * MINUTE)


GROUPS = [
    Slot("intro", "", 10),
    Slot("round", "", None, holds_groups=True),
    Slot("a1", "A", 10),
    Slot("a2", "A", 5),
    Slot("b1", "B", 20),
    Slot("second", "", 15, holds_groups=True),
    Slot("a3", "A", 10),
    Slot("b3", "B", 10),
    Slot("out", "", 5),
]


def test_groups_run_beside_each_other_and_the_item_that_holds_them_lasts_until_the_last_ends() -> None:
    events = [
        began("15:00", "intro"),
        began("15:12", "round"),
        began("15:12", "a1", "A"),
        began("15:13", "b1", "B"),
    ]

    assert lines(told(GROUPS, events, "15:15")) == [
        "intro done 15:00 15:12",
        "round now 15:12 15:33",
        "a1 now 15:12 15:22",
        "a2 next 15:22 15:27",
        "b1 now 15:13 15:33",
        "second next 15:33 15:48",
        "a3 later 15:33 15:43",
        "b3 later 15:33 15:43",
        "out later 15:48 15:53",
    ]


def test_a_group_that_ended_waits_and_its_next_round_is_still_to_come() -> None:
    events = [
        began("15:00", "round"),
        began("15:00", "a1", "A"),
        began("15:00", "b1", "B"),
        event("15:08", EventKind.ENDED, track="A"),
    ]
    expected = told(GROUPS, events, "15:10")

    assert lines(expected)[:5] == [
        "intro passed - -",
        "round now 15:00 15:20",
        "a1 done 15:00 15:08",
        "a2 passed - -",
        "b1 now 15:00 15:20",
    ]
    assert expected.items["a3"].state == "later"
    assert clock(expected.items["a3"].start) == "15:20"


def test_an_item_whose_groups_are_over_their_time_is_over_too() -> None:
    events = [began("15:00", "round"), began("15:00", "a2", "A"), began("15:00", "b1", "B")]

    assert told(GROUPS, events, "15:24").items["round"].left == -4 * MINUTE


def test_a_group_may_go_on_while_the_plenary_moved_on_and_the_session_ends_after_it() -> None:
    events = [began("15:00", "second"), began("15:00", "a3", "A"), began("15:02", "out")]
    expected = told(GROUPS, events, "15:03")

    assert expected.items["a3"].state == "now"
    assert clock(expected.end) == "15:10"


def test_the_night_between_two_days_is_a_hard_start_of_the_next_day() -> None:
    plan = [Slot("a", "", 30), Slot("b", "", 30, 24 * 60 + wall("09:00"))]
    expected = told(plan, [began("15:20", "a")], "15:30")
    next_day = told(
        plan, [began("15:20", "a"), began(at("09:10", "2020-04-10"), "b")], at("09:20", "2020-04-10")
    )

    assert expected.items["b"].start == at("09:00", "2020-04-10")
    assert (expected.late, next_day.late) == (0, 10 * MINUTE)


def test_a_hard_start_behind_summer_time_is_what_the_clock_on_the_wall_shows() -> None:
    spring = LocalDay("2020-03-28", "Europe/Madrid")
    plan = [Slot("a", "", 30), Slot("b", "", 60, 24 * 60 + wall("01:30")), Slot("c", "", 10)]
    expected = told(
        plan, [began(at("23:40", "2020-03-28"), "a")], at("23:45", "2020-03-28"), None, spring, 23 * 60 + 30
    )

    assert expected.items["a"].end == at("00:10", "2020-03-29")
    assert clock(expected.items["b"].start) == "01:30"
    assert clock(expected.items["c"].start) == "03:30"


def test_a_session_that_is_held_on_another_day_keeps_its_times_of_day() -> None:
    expected = told(PLAN, [began(at("15:10", "2026-11-26"), "a")], at("15:11", "2026-11-26"))

    # Both days are summed up in the wall clock of Madrid: 2020 in summer time, 2026 in winter time.
    assert expected.items["a"].planned_start == at("15:00", "2026-11-26")
    assert expected.late == 10 * MINUTE


def test_who_joins_on_the_second_day_does_not_move_the_plan() -> None:
    plan = [Slot("a", "", 30), Slot("b", "", 30, 24 * 60 + wall("09:00"))]
    expected = told(plan, [began(at("09:05", "2020-04-10"), "b")], at("09:06", "2020-04-10"))

    assert (expected.items["a"].state, expected.late) == ("passed", 5 * MINUTE)
    assert expected.items["b"].planned_start == at("09:00", "2020-04-10")


def test_a_technical_check_that_should_be_over_is_passed_when_the_session_has_not_begun() -> None:
    plan = [Slot("check", "", 20, wall("14:30")), Slot("a", "", 10, wall("15:00"))]

    assert lines(told(plan, [], "14:35")) == ["check next 14:35 14:55", "a later 15:00 15:10"]
    assert lines(told(plan, [], "14:55")) == ["check passed - -", "a next 15:00 15:10"]


def test_without_a_date_only_what_happened_has_moments() -> None:
    unknown = LocalDay()
    before = told(PLAN, [], "15:00", None, unknown)
    running = told(PLAN, [began("15:00", "a")], "15:01", None, unknown)

    assert lines(before)[0] == "a next - -"
    assert lines(running)[:2] == ["a now 15:00 15:10", "b next 15:10 15:30"]
    assert (running.planned_end, running.late) == (None, 0)


def test_an_item_under_way_that_was_deleted_leaves_the_rest_expected_from_now() -> None:
    expected = told(PLAN, [began("15:00", "a"), began("15:10", "")], "15:12", None, DAY)

    assert lines(expected)[:2] == ["a done 15:00 15:10", "b next 15:12 15:32"]
