"""What is open about the times of a plan: each rule fires, does not fire where it should not, and its mend mends."""

import pytest

from facilitator.features.agenda import commands
from facilitator.features.agenda.opens.points import Goal
from facilitator.storage.store import Store
from tests.features.agenda.building import SESSION, Planned


@pytest.fixture
def planned(store: Store) -> Planned:
    return Planned(store)


def texts(planned: Planned, *codes: str) -> list[str]:
    return [point.text for point in planned.open(*codes)]


def test_a_plan_that_fits_has_nothing_open_about_its_times(planned: Planned) -> None:
    planned.item("Opening", 20)
    planned.item("Talk", 100)
    codes = ("no_start", "left_out", "overlap", "gap", "late_group", "over_slot", "no_minutes", "no_title")
    assert planned.open(*codes, "speakers_over") == []


def test_a_session_without_start_wants_one_only_when_there_is_something_to_time(planned: Planned) -> None:
    planned.session(start=None)
    assert planned.open("no_start") == []
    planned.item("Opening")
    (point,) = planned.open("no_start")
    assert point.mends[0].goal is Goal.DETAILS


def test_a_plan_over_its_slot_lengthens_the_slot_in_one_step(planned: Planned) -> None:
    planned.item("Talk", 130)
    assert texts(planned, "over_slot") == ["The plan is 10 min longer than the slot of 2:00."]
    (point,) = planned.open("over_slot")
    assert point.mends[0].label == "Lengthen the slot to 2:10"
    planned.mend("over_slot")
    assert planned.plan().minutes == 130
    assert planned.open("over_slot") == []
    planned.store.undo()
    assert planned.plan().minutes == 120


def test_an_overlap_moves_the_fixed_start_or_shortens_what_comes_before(planned: Planned) -> None:
    planned.item("Opening", 40)
    planned.item("Talk", 20, pinned_start=15 * 60 + 30)
    (point,) = planned.open("overlap")
    assert point.text == "“Talk” begins 10 min before “Opening” ends."
    assert [mend.label for mend in point.mends] == [
        "Move the fixed start to 15:40",
        "Shorten “Opening” to 30 min",
    ]
    planned.mend("overlap", number=1)
    assert planned.open("overlap") == []
    planned.store.undo()
    planned.mend("overlap")
    assert planned.plan().items[1].start == 15 * 60 + 40
    assert planned.open("overlap", "gap") == []


def test_a_gap_is_filled_by_a_buffer_and_a_night_is_no_gap(planned: Planned) -> None:
    planned.item("Opening", 20)
    planned.item("Talk", 20, pinned_start=15 * 60 + 25)
    assert texts(planned, "gap") == ["Nothing is planned for 5 min before “Talk”."]
    planned.mend("gap")
    assert planned.open("gap") == []
    assert [(item.segment, item.minutes) for item in planned.plan().items][1] == ("buffer", 5)
    planned.store.undo()
    planned.mend("gap", number=1)
    assert planned.plan().items[1].start == 15 * 60 + 20
    planned.item("Second day", 20, pinned_start=24 * 60 + 9 * 60)
    assert planned.open("gap") == []


def test_a_group_that_runs_late_lengthens_what_holds_it(planned: Planned) -> None:
    planned.item("Groups", 30, segment="breakout")
    housing, transport = planned.group("Housing"), planned.group("Transport")
    planned.item("Houses", 40, housing)
    planned.item("Buses", 30, transport)
    assert texts(planned, "late_group") == ["The group “Housing” ends 10 min after “Groups” is over."]
    planned.mend("late_group")
    assert planned.open("late_group") == []
    assert planned.plan().items[0].minutes == 40


def test_items_that_are_called_the_same_are_told_apart_by_day_and_time(planned: Planned) -> None:
    housing = planned.group("Housing")
    for day in range(2):
        start = (day * 24 + 15) * 60
        planned.store.run(
            commands.AddItem(SESSION, "Groups", "breakout", 30, id=f"{day}", pinned_start=start)
        )
        planned.item(f"Houses {day}", 40, housing, holder=f"{day}")
    assert texts(planned, "late_group") == [
        "The group “Housing” ends 10 min after “Groups, 15:00” is over.",
        "The group “Housing” ends 10 min after “Groups, day 2, 15:00” is over.",
    ]
    labels = [point.mends[0].label for point in planned.open("late_group")]
    assert labels == ["Lengthen “Groups, 15:00” to 40 min", "Lengthen “Groups, day 2, 15:00” to 40 min"]


def test_a_start_that_summer_time_leaves_out_moves_to_one_that_there_is(planned: Planned) -> None:
    planned.session(date="2021-03-28", zone="Europe/Madrid", start=60)
    planned.item("Night watch", 30, pinned_start=150)
    (point,) = planned.open("left_out")
    assert "02:30" in point.text
    planned.mend("left_out")
    assert planned.plan().items[0].pinned_start == 210
    assert planned.open("left_out") == []
    planned.session(start=150)
    assert [point.mends[0].goal for point in planned.open("left_out")] == [Goal.DETAILS]
    planned.session(date="2021-03-29")
    assert planned.open("left_out") == []


def test_an_item_without_minutes_takes_those_of_its_speakers(planned: Planned) -> None:
    item = planned.item("Talk", None)
    assert [mend.goal for mend in planned.open("no_minutes")[0].mends] == [Goal.ITEM]
    planned.put(planned.person("Ben"), item, minutes=7)
    planned.mend("no_minutes")
    assert planned.plan().items[0].minutes == 7
    assert planned.open("no_minutes") == []


def test_a_technical_check_without_minutes_is_put_before_the_start(planned: Planned) -> None:
    planned.item("Sound", None, segment="technical_check")
    planned.item("Opening", 20)
    assert planned.open("no_minutes")[0].mends[0].label == "Put it 15 min before the start"
    planned.mend("no_minutes")
    sound, opening = planned.plan().items
    assert (sound.start, sound.minutes, opening.start) == (14 * 60 + 45, 15, 15 * 60)
    planned.store.undo()
    planned.session(start=None)
    assert [mend.goal for mend in planned.open("no_minutes")[0].mends] == [Goal.ITEM]


def test_what_holds_groups_needs_no_minutes_of_its_own(planned: Planned) -> None:
    planned.item("Groups", None, segment="breakout")
    assert texts(planned, "no_minutes") == ["“Groups” has no minutes."]
    planned.item("Houses", 40, planned.group("Housing"))
    assert planned.open("no_minutes") == []


def test_speakers_over_the_items_minutes_set_it_to_their_sum(planned: Planned) -> None:
    item = planned.item("Talk", 10)
    planned.put(planned.person("Ben"), item, minutes=10)
    assert planned.open("speakers_over") == []
    planned.put(planned.person("Cleo"), item, minutes=15)
    assert texts(planned, "speakers_over") == ["Those who speak on “Talk” need 25 min, and it has 10."]
    planned.mend("speakers_over")
    assert planned.plan().items[0].minutes == 25


def test_the_minutes_of_interpreters_and_of_those_who_declined_are_not_counted(planned: Planned) -> None:
    item = planned.item("Talk", 10)
    planned.put(planned.person("Ben"), item, "interpreter", minutes=60)
    planned.put(planned.person("Cleo"), item, minutes=60, status="declined")
    assert planned.open("speakers_over") == []


def test_an_item_without_title_is_named_by_its_time(planned: Planned) -> None:
    planned.store.run(commands.AddItem(SESSION, "  ", minutes=5))
    assert texts(planned, "no_title") == ["The item at 15:00 has no title yet."]


def test_a_group_cannot_begin_before_the_groups_meet(planned: Planned) -> None:
    planned.item("Opening", 20)
    planned.item("Groups", 30, segment="breakout")
    planned.item("Houses", 30, planned.group("Housing"), pinned_start=15 * 60 + 10)
    assert texts(planned, "overlap") == ["“Houses” begins 10 min before the groups meet."]
    planned.mend("overlap")
    assert planned.open("overlap") == []


def test_a_technical_check_may_stand_before_the_start(planned: Planned) -> None:
    planned.item("Sound", 20, segment="technical_check", pinned_start=14 * 60 + 30)
    assert planned.open("overlap") == []
