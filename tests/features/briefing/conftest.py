"""A session with notes of every kind, in a real library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from facilitator.features.briefing.commands import StartBriefing
from facilitator.features.briefing.stage import BriefingStage
from facilitator.kit.context import Context
from facilitator.kit.jobs import Jobs
from facilitator.kit.library import Library
from facilitator.kit.navigator import Navigator
from facilitator.kit.notices import Notices
from facilitator.storage import records
from facilitator.storage.store import Store
from facilitator.storage.terms import term_id
from tests.features.briefing.briefing_plan import Plan


@pytest.fixture
def plan(library: Store) -> Plan:
    """A session of the eighth Live Learning Experience, with nothing said yet."""
    plan = Plan(library)
    series = plan.add(
        records.SeriesRecord,
        title="Live Learning Experiences",
        hashtag="#BeyondTheOutbreak",
        hosts="UCLG; Metropolis; UN-Habitat",
        about="Local and regional governments stand at the forefront.",
        contact="learning@example.org",
    )
    plan.add(
        records.LearningSessionRecord,
        "session",
        series_id=series,
        label="8",
        title="Beyond the immediate response: local finance",
        theme="Local finance",
        date="2020-04-23",
        start=900,
        minutes=120,
        zone="Europe/Madrid",
        languages="en fr",
        about="How cities pay for the response.",
    )
    plan.keep()
    return plan


@pytest.fixture
def full(plan: Plan) -> Plan:
    """The same session with people, an agenda, cases and notes of every kind."""
    session_id = plan.ids["session"]
    quito = plan.add(records.PlaceRecord, "quito", name="Quito", country="Ecuador", section="latin_america")
    fund = plan.add(records.OrganisationRecord, name="Development Fund")
    people = {
        "mayor": {
            "name": "Rosa Quispe",
            "office": "mayor",
            "place_id": quito,
            "consent": "named",
            "gender": "woman",
        },
        "banker": {
            "name": "Karl Brandt",
            "office_title": "Head of Funds",
            "organisation_id": fund,
            "gender": "man",
        },
    }
    for name, values in people.items():
        person = plan.add(records.PersonRecord, name, **values)
        role = "city_speaker" if name == "mayor" else "partner"
        plan.add(records.AppearanceRecord, session_id=session_id, person_id=person, role=role, minutes=10)
    for position, title in enumerate(("Opening", "City round")):
        plan.add(records.AgendaItemRecord, session_id=session_id, position=position, title=title, minutes=15)
    plan.add(records.GuidingQuestionRecord, session_id=session_id, text="What will it cost?")
    mayor, banker = plan.ids["mayor"], plan.ids["banker"]
    case = {"title": "Solidarity basket", "measures": "Food for 5,000 families.", "place_id": quito}
    plan.add(records.CaseStudyRecord, "case", session_id=session_id, **case)
    plan.note("data", "data_point", "of own revenue is lost.", figure="40", unit="%", source="Treasury")
    plan.note("challenge", "challenge", "Revenue falls while costs rise.", speaker_id=mayor, place_id=quito)
    plan.note("question", "question", "Who pays?", answer="All of us.")
    plan.note("measure", "measure", "Rents were frozen.", speaker_id=mayor, place_id=quito)
    plan.note("quote", "quote", "We will not stop.", speaker_id=mayor, attribution="named", language="es",
              heard_from="interpretation")  # fmt: skip
    plan.note("partner", "measure", "Funds were opened within days.", speaker_id=banker)
    plan.note("lesson", "lesson", "Prepare reserves.", horizon="beyond")
    plan.note("early", "lesson", "Act fast.", horizon="immediate")
    plan.note("views", "disagreement", "Whether to borrow.")
    plan.note("message", "key_message", "Finance the front line.")
    asked = plan.note("ask", "recommendation", "Give cities access to funds.", addressee="Governments")
    plan.add(records.NoteTermRecord, note_id=asked, term_id=term_id("decalogue", "2"))
    plan.note("pledge", "commitment", "Report on progress.", responsible="Metropolis", due="2020-06-30")
    plan.note("follow", "follow_up", "Send the slides.", responsible="UCLG")
    plan.note("reference", "reference", "Guide to municipal finance.")
    plan.note("none", "", "Said without a kind.", source_url="https://example.org/said")
    plan.note("logistics", "logistics", "Restart the recording.")
    plan.note("pending", "quote", "Not yet cleared words.", speaker_id=mayor)
    plan.note("secret", "lesson", "Between us only, please.", attribution="off_the_record")
    plan.keep()
    return plan


@pytest.fixture
def composed(full: Plan, qtbot: QtBot) -> Iterator[BriefingStage]:
    """The stage on the full session, drafted, in an active window."""
    context = Context(Library(full.store), Navigator(), Jobs(), Notices())
    full.store.run(StartBriefing(full.ids["session"]))
    made = BriefingStage(context, full.ids["session"])
    qtbot.addWidget(made)
    made.resize(1280, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    context.jobs.finish()
