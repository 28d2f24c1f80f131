"""What is open about the people of a plan: each rule fires, does not fire where it should not, and its mend mends."""

import datetime as dt

import pytest

from facilitator.features.agenda import commands
from facilitator.features.agenda.opens.points import Goal, Urgency
from facilitator.storage.store import Store
from tests.features.agenda.building import Planned


@pytest.fixture
def planned(store: Store) -> Planned:
    return Planned(store)


@pytest.fixture
def parallel(planned: Planned) -> Planned:
    """Two groups of 30 minutes that meet at the same time, after an opening of 20."""
    planned.item("Opening", 20)
    planned.item("Groups", 30, segment="breakout")
    planned.item("Houses", 30, planned.group("Housing"))
    planned.item("Buses", 30, planned.group("Transport"))
    return planned


def texts(planned: Planned, *codes: str, **known: object) -> list[str]:
    return [point.text for point in planned.open(*codes, **known)]


def test_a_person_in_two_groups_at_once_can_be_taken_off_either(parallel: Planned) -> None:
    ben = parallel.person("Ben")
    parallel.put(ben, "Houses")
    parallel.put(ben, "Buses")
    (point,) = parallel.open("parallel")
    assert point.text == "Ben is to be on “Houses” and “Buses” at the same time, 15:20–15:50."
    assert point.urgency is Urgency.BROKEN
    assert [mend.label for mend in point.mends] == ["Take off “Houses”", "Take off “Buses”"]
    parallel.mend("parallel", number=1)
    assert parallel.open("parallel") == []
    assert [item.speakers for item in parallel.plan().items if item.appearances] == [("Ben",)]


def test_groups_are_parallel_also_before_the_session_has_a_start(parallel: Planned) -> None:
    parallel.session(start=None)
    ben = parallel.person("Ben")
    parallel.put(ben, "Houses")
    parallel.put(ben, "Buses")
    assert texts(parallel, "parallel") == ["Ben is to be on “Houses” and “Buses” at the same time."]


def test_who_leads_a_group_cannot_speak_in_another_or_lead_it(parallel: Planned) -> None:
    ben, cleo = parallel.person("Ben"), parallel.person("Cleo")
    parallel.store.run(commands.edit_group("Housing", moderator_id=ben, rapporteur_id=cleo))
    parallel.store.run(commands.edit_group("Transport", rapporteur_id=cleo))
    parallel.put(ben, "Buses")
    first, second = sorted(parallel.open("parallel"), key=lambda point: point.text)
    assert first.text.startswith("Ben is to be on “Buses” and “Housing”")
    assert second.text.startswith("Cleo is to be on “Housing” and “Transport”")
    assert first.mends[1].ids == ("Housing", "moderator_id")
    assert [mend.goal for mend in second.mends] == [Goal.GROUP, Goal.GROUP]


def test_one_who_goes_from_item_to_item_is_in_one_place_at_a_time(parallel: Planned) -> None:
    ben = parallel.person("Ben")
    parallel.item("More houses", 0, "Housing")
    parallel.item("Closing", 10)
    for item in ("Opening", "Groups", "Houses", "More houses", "Closing"):
        parallel.put(ben, item)
    parallel.store.run(commands.edit_group("Housing", moderator_id=ben, rapporteur_id=ben))
    assert parallel.open("parallel") == []


def test_one_who_declined_is_not_in_two_places(parallel: Planned) -> None:
    ben = parallel.person("Ben")
    parallel.put(ben, "Houses")
    parallel.put(ben, "Buses", status="declined")
    assert parallel.open("parallel") == []
    assert texts(parallel, "declined") == ["Ben declined, and is still on “Buses”."]
    parallel.mend("declined")
    assert parallel.open("declined") == []


def test_a_group_that_is_late_is_parallel_to_what_the_plenary_goes_on_with(parallel: Planned) -> None:
    ben = parallel.person("Ben")
    parallel.item("Closing", 10)
    parallel.put(ben, "Closing")
    parallel.put(ben, "Houses")
    assert parallel.open("parallel") == []
    parallel.store.run(commands.edit_item("Houses", minutes=35))
    assert texts(parallel, "parallel") == [
        "Ben is to be on “Houses” and “Closing” at the same time, 15:50–15:55."
    ]


def test_a_speaker_who_was_not_asked_can_be_marked_as_asked(planned: Planned) -> None:
    item = planned.item("Talk")
    planned.put("ada", item)
    planned.put("ada", None)
    planned.put(planned.person("Ben"), item)
    (point,) = planned.open("consent")
    assert point.text == "Ada Example was not asked for consent."
    assert point.mends[0].goal is Goal.PERSON
    assert "withheld" in point.mends[1].tip
    planned.mend("consent", number=1)
    assert planned.open("consent") == []
    assert planned.plan().appearances[0].consent == "pending"


def test_many_who_were_not_asked_are_one_point_that_marks_all_of_them_in_one_step(planned: Planned) -> None:
    item = planned.item("Talk")
    for name in ("Bea", "Carlos", "Dina", "Emre"):
        planned.put(planned.person(name, consent=""), item)
    assert planned.open("consent") == []
    (point,) = planned.open("consents")
    assert point.text == "4 people were not asked for consent: Bea, Carlos, Dina and others."
    assert [mend.label for mend in point.mends] == ["Mark all 4 as asked", "Open Bea"]
    planned.mend("consents")
    assert {row.consent for row in planned.plan().appearances} == {"pending"}
    assert planned.open("consent", "consents") == []
    planned.store.undo()
    assert len(planned.open("consents")) == 1


@pytest.mark.parametrize(
    ("role", "status"), [("interpreter", ""), ("participant", ""), ("partner", "declined")]
)
def test_who_does_not_speak_need_not_be_asked(planned: Planned, role: str, status: str) -> None:
    planned.put("ada", planned.item("Talk"), role, status=status)
    assert planned.open("consent") == []


def test_a_session_needs_a_moderator_and_a_rapporteur_once_it_has_a_plan(planned: Planned) -> None:
    assert planned.open("no_moderator", "no_rapporteur") == []
    item = planned.item("Talk")
    moderator, rapporteur = planned.open("no_moderator", "no_rapporteur")
    assert moderator.mends[0].ids == ("moderator", "")
    assert rapporteur.mends[0].goal is Goal.CHOOSE
    planned.put("ada", item, "moderator")
    planned.put("ada", None, "rapporteur")
    assert planned.open("no_moderator", "no_rapporteur") == []


def test_a_moderator_who_declined_or_moderates_a_group_leaves_the_session_without(parallel: Planned) -> None:
    parallel.put(parallel.person("Ben"), "Houses", "moderator")
    parallel.put(parallel.person("Cleo"), "Opening", "moderator", status="declined")
    assert texts(parallel, "no_moderator") == ["Nobody moderates the session."]


def test_each_group_needs_who_leads_it_and_who_reports_from_it(parallel: Planned) -> None:
    parallel.store.run(commands.edit_group("Housing", moderator_id="ada", rapporteur_id="ada"))
    parallel.put(parallel.person("Ben"), "Buses", "rapporteur")
    (point,) = parallel.open("group_no_moderator", "group_no_rapporteur")
    assert point.text == "Nobody moderates the group “Transport”."
    assert point.mends[0].ids == ("Transport", "moderator_id")


def test_a_group_without_items_is_given_one_or_deleted(parallel: Planned) -> None:
    assert parallel.open("empty_group") == []
    parallel.group("Water")
    assert texts(parallel, "empty_group") == ["The group “Water” has no items yet."]
    parallel.mend("empty_group")
    assert parallel.open("empty_group") == []
    added = parallel.plan().items[-1]
    assert (added.group, added.holder_id) == ("Water", "Groups")
    parallel.store.undo()
    parallel.mend("empty_group", number=1)
    assert [group.name for group in parallel.plan().groups] == ["Housing", "Transport"]


def test_who_has_not_confirmed_is_told_only_when_the_session_is_near(planned: Planned) -> None:
    planned.session(date="2020-04-23")
    item = planned.item("Talk")
    planned.put("ada", item, status="invited")
    planned.put(planned.person("Ben"), item, status="confirmed")
    near, far, past = dt.date(2020, 4, 20), dt.date(2020, 3, 1), dt.date(2020, 4, 24)
    (point,) = planned.open("unconfirmed", today=near)
    assert point.text == "1 person has not confirmed yet: Ada Example."
    assert point.urgency is Urgency.INFORMATION
    assert planned.open("unconfirmed", today=far) == []
    assert planned.open("unconfirmed", today=past) == []
    assert planned.open("unconfirmed") == []


def test_a_language_that_is_spoken_and_not_the_sessions_wants_an_interpreter(planned: Planned) -> None:
    planned.session(languages="en")
    item = planned.item("Talk")
    planned.put(planned.person("Ben", languages="fr en"), item)
    planned.put(planned.person("Cleo", languages="en"), item)
    assert planned.open("no_interpreter") == []
    planned.put(planned.person("Dina", languages="pt-BR es"), item)
    planned.put(planned.person("Eloi", languages="fr en"), item, language="fr")
    assert texts(planned, "no_interpreter") == [
        "No interpreter for Portuguese, which Dina speaks.",
        "No interpreter for French, which Eloi speaks.",
    ]
    assert planned.open("no_interpreter")[0].mends[0].ids == ("interpreter", "")
    planned.put(planned.person("Ines", languages="en pt"), None, "interpreter")
    assert texts(planned, "no_interpreter") == ["No interpreter for French, which Eloi speaks."]


def test_a_language_that_the_session_promises_wants_an_interpreter_who_comes(planned: Planned) -> None:
    planned.session(languages="en fr", interpretation="ar")
    assert texts(planned, "no_interpreter") == [
        "No interpreter for French, a language of the session.",
        "No interpreter for Arabic, a language of the session.",
    ]
    item = planned.item("Talk")
    planned.put(planned.person("Ines", languages="fr ar"), item, "interpreter", status="declined")
    assert len(planned.open("no_interpreter")) == 2
    planned.put(planned.person("Jo", languages="fr ar"), item, "interpreter")
    assert planned.open("no_interpreter") == []


def test_where_nobody_says_which_language_is_spoken_no_interpreter_is_missed(planned: Planned) -> None:
    planned.put(planned.person("Ben", languages="fr"), planned.item("Talk"))
    assert planned.open("no_interpreter") == []
    planned.put("ada", "Talk", "interpreter", language="pt")
    assert planned.open("no_interpreter") == []
