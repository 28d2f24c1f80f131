"""A session with groups, people of several consents, and all that papers tell of."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from facilitator.features.papers.feature import FEATURE
from facilitator.kit.feature import making
from facilitator.publishing.document import Rendering
from facilitator.publishing.export import render
from facilitator.publishing.gate import ClearedDocument
from facilitator.storage import records
from facilitator.storage.store import Store
from tests.features.briefing.briefing_plan import Plan

REPORTS = {report.id: report for report in FEATURE.reports}
TEXT_FORMAT = {"time-cards": "pdf", "name-cards": "pdf", "attendance": "pdf", "calendar": "ics"}


class Papers:
    """The papers of a library's sessions, made and read back."""

    def __init__(self, store: Store, plan: Plan) -> None:
        self.store, self.plan = store, plan

    def document(
        self, report: str, format_: str = "", session: str = "session", **options: object
    ) -> ClearedDocument:
        wanted = REPORTS[report]
        with self.store.read() as database:
            make = making(
                wanted, database, self.plan.ids[session], "en", format_ or wanted.formats[0], **options
            )
        return make(lambda _done, _of: None)

    def rendering(self, report: str, format_: str, session: str = "session", **options: object) -> Rendering:
        return render(self.document(report, format_, session, **options), format_)

    def text(self, report: str, format_: str, session: str = "session", **options: object) -> str:
        data = self.rendering(report, format_, session, **options).data
        return pdf_text(data) if format_ == "pdf" else data.decode("utf-8")

    def markdown(self, report: str, session: str = "session", **options: object) -> str:
        return self.text(report, "md", session, **options)


def pdf_pages(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(data)) as pdf:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pdf]


def pdf_text(data: bytes) -> str:
    return "\n".join(pdf_pages(data))


@pytest.fixture
def plan(library: Store) -> Plan:
    made = Plan(library)
    _add_session(made)
    _add_people(made)
    _add_agenda(made)
    made.keep()
    return made


@pytest.fixture
def papers(library: Store, plan: Plan) -> Papers:
    return Papers(library, plan)


def _add_session(plan: Plan) -> None:
    series = plan.add(
        records.SeriesRecord,
        "series",
        title="Live Learning Experiences",
        hosts="UCLG; Metropolis",
        contact="learning@example.org",
        accent="#8B1E3F",
    )
    session = plan.add(
        records.LearningSessionRecord,
        "session",
        series_id=series,
        label="8",
        title="Local finance",
        date="2020-04-23",
        start=900,
        minutes=120,
        zone="Europe/Madrid",
        zones="America/Guayaquil Asia/Tokyo",
        languages="en fr",
        interpretation="es",
        objectives="To see what pays for the response.",
        link="https://meet.example.org/8",
    )
    plan.add(records.GuidingQuestionRecord, session_id=session, text="What will it cost?")
    plan.add(records.MaterialRecord, session_id=session, title="Slides", link="https://example.org/slides")
    plan.add(
        records.MaterialRecord,
        session_id=session,
        title="Concept",
        link="https://example.org/concept",
        for_participants=True,
    )


def _add_people(plan: Plan) -> None:
    quito = plan.add(records.PlaceRecord, name="Quito", country="Ecuador")
    fund = plan.add(records.OrganisationRecord, name="Development Fund")
    people = {
        "rosa": {"name": "Rosa Quispe", "office_title": "Mayor", "place_id": quito, "consent": "named"},
        "karl": {"name": "Karl Brandt", "office_title": "Head of Funds", "organisation_id": fund},
        "mina": {"name": "Mina Okoro", "consent": "named", "email": "mina@example.org", "phone": "+34 1"},
        "ivo": {"name": "Ivo Secretov", "office_title": "Envoy", "consent": "off_the_record"},
        "dora": {"name": "Dora Absent", "consent": "named"},
    }
    for name, values in people.items():
        plan.add(records.PersonRecord, name, **values)


def _add_agenda(plan: Plan) -> None:
    session = plan.ids["session"]
    for position, (name, room) in enumerate((("A", "Room 1"), ("B", "Room 2"))):
        plan.add(
            records.BreakoutGroupRecord,
            f"group{name}",
            session_id=session,
            position=position,
            name=f"Group {name}",
            room=room,
            moderator_id=plan.ids["mina"],
        )
    items = [
        ("opening", {"title": "Opening", "segment": "opening", "minutes": 15, "cue": "Slide 1"}),
        ("round", {"title": "City round", "segment": "city_round", "minutes": 25, "notes": "Mind the time"}),
        ("breakout", {"title": "Groups", "segment": "breakout", "minutes": 30}),
        ("inA", {"title": "On taxes", "minutes": 30, "group_id": plan.ids["groupA"]}),
        ("inB", {"title": "On loans", "minutes": 35, "group_id": plan.ids["groupB"]}),
        ("wrap", {"title": "Wrap-up", "segment": "wrap_up", "minutes": 20, "pinned_start": 985}),
    ]
    for position, (name, values) in enumerate(items):
        plan.add(records.AgendaItemRecord, name, session_id=session, position=position, **values)
    appearances = [
        ("opening", "mina", {"role": "moderator", "status": "confirmed"}),
        ("round", "rosa", {"role": "city_speaker", "minutes": 10, "language": "es", "status": "confirmed"}),
        ("round", "karl", {"role": "partner", "minutes": 15, "status": "invited"}),
        ("round", "ivo", {"role": "discussant"}),
        ("round", "dora", {"role": "partner", "status": "declined"}),
    ]
    for position, (item, person, values) in enumerate(appearances):
        links = {
            "session_id": session,
            "agenda_item_id": plan.ids[item],
            "person_id": plan.ids[person],
            "position": position,
        }
        plan.add(records.AppearanceRecord, **links, **values)
