"""Who may not be shown by anything stands in no paper as a dash: the role tells, or how many they are."""

import pytest

from facilitator.storage import records
from facilitator.storage.store import Store
from tests.features.briefing.briefing_plan import Plan
from tests.features.papers.conftest import Papers
from tests.features.papers.test_run_sheet import line_with

ROLES = ("city_speaker", "city_speaker", "", "", "partner")


@pytest.fixture
def nameless(library: Store) -> Papers:
    """Five people of whom nothing but a name is known, which none of them was asked to give, and one who is named."""
    plan = Plan(library)
    values = {"date": "2020-04-23", "start": 900, "zone": "Europe/Madrid", "minutes": 60, "title": "T"}
    session = plan.add(records.LearningSessionRecord, "session", **values)
    item = plan.add(records.AgendaItemRecord, session_id=session, position=0, title="Round", minutes=30)
    known = plan.add(records.PersonRecord, "known", name="Rosa Quispe", consent="named", office_title="Mayor")
    people = [plan.add(records.PersonRecord, f"p{n}", name=f"Hidden{n} Xyz{n}") for n in range(5)]
    for position, (person, role) in enumerate(zip([known, *people], ["", *ROLES], strict=True)):
        links = {"session_id": session, "agenda_item_id": item, "person_id": person}
        plan.add(records.AppearanceRecord, role=role, position=position, **links)
    plan.keep()
    return Papers(library, plan)


def test_the_agenda_has_each_role_once_with_its_number_and_how_many_more_there_are(nameless: Papers) -> None:
    row = line_with(nameless.markdown("agenda"), "Rosa Quispe")
    for told in ("City or region speaker (2)", "Partner", "2 more people"):
        assert row.count(told) == 1
    assert "Partner (" not in row


def test_the_speakers_list_has_a_row_for_each_role_and_a_line_on_the_others(nameless: Papers) -> None:
    text = nameless.markdown("speakers")
    assert "City or region speaker (2)" in text
    assert "2 further people take part and are not listed." in text
    assert "| – | – |  |" not in text


def test_the_company_of_a_brief_is_told_in_the_same_way(nameless: Papers) -> None:
    text = nameless.markdown("speaker-briefs", person_id=nameless.plan.ids["known"])
    company = text[text.index("**With**") :]
    for told in ("City or region speaker (2)", "Partner", "2 more people"):
        assert told in company


@pytest.mark.parametrize("report", ["agenda", "speakers", "speaker-briefs"])
def test_nobody_is_a_dash_and_nobody_is_named(nameless: Papers, report: str) -> None:
    options = {"person_id": nameless.plan.ids["known"]} if report == "speaker-briefs" else {}
    text = nameless.markdown(report, **options)
    lines = [line.strip("-* |") for line in text.splitlines()]
    assert not [line for line in lines if line.startswith("–")]
    assert "Hidden" not in text
    assert "Xyz" not in text
