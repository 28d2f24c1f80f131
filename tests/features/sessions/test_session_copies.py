"""A session made from another: what goes along, what stays, and where a person goes on."""

from __future__ import annotations

import dataclasses

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.editor import SessionEditor
from facilitator.features.sessions.page import SessionsPage
from facilitator.features.sessions.rows import SessionDetails
from facilitator.kit.context import Context
from facilitator.reading.plan import read_plan
from facilitator.reading.plan_rows import Plan
from facilitator.storage.contents import AddAttachment, Owner
from facilitator.storage.edits import AddRow, SetFields
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    AttachmentRecord,
    BreakoutGroupRecord,
    BriefingRecord,
    CaseStudyRecord,
    LearningSessionRecord,
    NoteRecord,
    OrganisationRecord,
    SessionTermRecord,
    TermRecord,
)
from facilitator.storage.store import Store
from tests.features.conftest import SESSION

DETAILS = {
    "date": "2020-04-23",
    "zone": "Europe/Madrid",
    "zones": "Africa/Nairobi",
    "languages": "en fr",
    "interpretation": "es",
    "attribution": "by_role",
    "about": "About",
    "objectives": "Objectives",
    "concept": "Concept",
    "link": "https://example.org/meeting",
    "source_url": "https://example.org/page",
}


@pytest.fixture
def source(store: Store) -> Store:
    """The session with all that a session can have."""
    add = store.run
    add(SetFields(LearningSessionRecord, SESSION, DETAILS, "Edit"))
    add(commands.PutInNewSeries(SESSION, "Experiences"))
    add(commands.AddOrganisation(SESSION, "host", "UCLG"))
    add(commands.AddOrganisation(SESSION, "partner", "UNCDF"))
    add(commands.AddQuestion(SESSION, "What was lost?"))
    add(commands.AddMaterial(SESSION, "Paper", "https://example.org/paper"))
    with store.read() as session:
        term = session.scalars(select(TermRecord.id).where(TermRecord.vocabulary == "theme").limit(1)).one()
    add(AddRow(SessionTermRecord, {"session_id": SESSION, "term_id": term}, "Add"))
    group = {"id": "group", "name": "Group 1", "room": "Hall", "link": "https://example.org/1"}
    add(AddRow(BreakoutGroupRecord, {**group, "session_id": SESSION, "moderator_id": "ada"}, "Add"))
    items = (
        {"id": "check", "title": "Check", "minutes": 15, "pinned_start": 885},
        {"id": "opening", "title": "Opening", "minutes": 15, "pinned_start": 900, "notes": "Ask for water"},
        {"id": "groups", "title": "Groups", "segment": "breakout", "minutes": 30},
        {"id": "work", "title": "Work", "minutes": 30, "group_id": "group"},
        {"id": "late", "title": "Minister", "minutes": 5, "pinned_start": 1000},
    )
    for position, item in enumerate(items):
        add(AddRow(AgendaItemRecord, {**item, "session_id": SESSION, "position": position}, "Add"))
    person = {"session_id": SESSION, "person_id": "ada", "status": "confirmed", "role": "moderator"}
    add(AddRow(AppearanceRecord, {**person, "agenda_item_id": "opening", "minutes": 5}, "Add"))
    add(AddRow(AppearanceRecord, person, "Add"))
    add(AddRow(NoteRecord, {"session_id": SESSION, "text": "A note"}, "Add"))
    add(AddRow(CaseStudyRecord, {"session_id": SESSION, "title": "A case"}, "Add"))
    add(AddRow(BriefingRecord, {"session_id": SESSION, "template": "flash"}, "Add"))
    add(AddAttachment(Owner(session_id=SESSION), "a.png", "image/png", b"a"))
    return store


def details(store: Store, session_id: str) -> SessionDetails:
    with store.read() as session:
        found = queries.session_details(session, session_id)
    assert found is not None
    return found


def plan(store: Store, session_id: str) -> Plan:
    with store.read() as session:
        found = read_plan(session, session_id)
    assert found is not None
    return found


def everything(store: Store) -> dict[str, int]:
    records = (NoteRecord, CaseStudyRecord, BriefingRecord, AttachmentRecord, OrganisationRecord)
    with store.read() as session:
        return {
            record.__tablename__: session.scalar(select(func.count()).select_from(record)) or 0
            for record in records
        }


def test_details_go_along_but_for_date_number_and_meeting_link(source: Store) -> None:
    source.run(commands.CopySession(SESSION, True, id="copy"))
    before, after = details(source, SESSION), details(source, "copy")
    own = {"id": "copy", "date": "", "label": "", "link": ""}
    lists = {
        "questions": tuple(dataclasses.replace(one, id="") for one in before.questions),
        "materials": tuple(dataclasses.replace(one, id="") for one in before.materials),
    }
    assert dataclasses.replace(before, **own, **lists) == dataclasses.replace(
        after,
        questions=tuple(dataclasses.replace(one, id="") for one in after.questions),
        materials=tuple(dataclasses.replace(one, id="") for one in after.materials),
    )
    with source.read() as session:
        terms = session.scalars(
            select(SessionTermRecord.term_id).order_by(SessionTermRecord.session_id)
        ).all()
        assert session.get_one(LearningSessionRecord, "copy").source_url == ""
    assert len(terms) == 2
    assert terms[0] == terms[1]


@pytest.mark.parametrize("with_people", [True, False])
def test_the_agenda_goes_along_with_or_without_its_people(source: Store, with_people: bool) -> None:
    source.run(commands.CopySession(SESSION, with_people, id="copy"))
    before, after = plan(source, SESSION), plan(source, "copy")

    def told(one: Plan) -> list[tuple[object, ...]]:
        fields = ("title", "segment", "minutes", "pinned_start", "group", "notes", "cue", "length")
        return [tuple(getattr(item, name) for name in fields) for item in one.items]

    assert told(after) == told(before)
    assert not {item.id for item in before.items} & {item.id for item in after.items}
    assert [(group.name, group.room, group.link) for group in after.groups] == [("Group 1", "Hall", "")]
    assert after.groups[0].moderator_id == ("ada" if with_people else "")
    people = [(one.person_id, one.role, one.minutes, one.status) for one in after.appearances]
    assert people == ([("ada", "moderator", 5, ""), ("ada", "moderator", None, "")] if with_people else [])


def test_notes_cases_briefings_and_files_stay_where_they_are_and_one_undo_takes_the_copy_back(
    source: Store,
) -> None:
    before, there, planned = everything(source), details(source, SESSION), plan(source, SESSION)
    changes = source.run(commands.CopySession(SESSION, True, "Local finance", id="copy"))
    assert changes.label == "New session from Local finance"
    assert everything(source) == before
    source.undo()
    with source.read() as session:
        assert session.get(LearningSessionRecord, "copy") is None
        assert session.scalar(select(func.count()).select_from(AgendaItemRecord)) == 5
    assert (details(source, SESSION), plan(source, SESSION)) == (there, planned)


def test_a_later_start_takes_along_what_is_fixed_before_it_and_nothing_else(source: Store) -> None:
    source.run(commands.set_field(SESSION, "start", 960))
    starts = {item.title: item.pinned_start for item in plan(source, SESSION).items}
    assert starts == {"Check": 945, "Opening": 960, "Groups": None, "Work": None, "Minister": 1000}
    source.undo()
    assert [item.pinned_start for item in plan(source, SESSION).items] == [885, 900, None, None, 1000]


def test_the_list_makes_one_from_the_session_that_is_selected(
    source: Store, context: Context, qtbot: QtBot
) -> None:
    page = SessionsPage(context)
    qtbot.addWidget(page)
    page.show()
    assert not page.copy_button.isEnabled()
    page.table.select(SESSION)
    assert page.copy_button.isEnabled()
    action = next(one for one in page.actions() if one.text() == "New session from this one")
    with qtbot.waitSignal(context.navigator.row_requested) as asked:
        action.trigger()
    kind, made = asked.args
    assert kind == "session"
    assert details(source, made).title == "Local finance"
    assert plan(source, made).appearances


def test_the_details_say_that_date_and_number_are_to_be_set_until_one_is(
    source: Store, context: Context, qtbot: QtBot
) -> None:
    source.run(commands.CopySession(SESSION, False, id="copy"))
    editor = SessionEditor(context, "copy")
    qtbot.addWidget(editor)
    editor.show()
    assert editor.missing.isVisible()
    assert "Date and number" in editor.missing.text()
    context.library.run(commands.set_field("copy", "date", "2020-05-01"))
    assert not editor.missing.isVisible()


def test_without_people_their_names_stay_in_no_text_of_the_plan(source: Store) -> None:
    told = "Ms Example, EXAMPLE Ada"
    texts = {"title": f"{told} opens", "notes": f"Ring {told}", "cue": told, "segment_as_written": told}
    source.run(SetFields(AgendaItemRecord, "opening", texts, "Edit"))
    source.run(SetFields(BreakoutGroupRecord, "group", {"name": f"Of {told}", "room": told}, "Edit"))
    source.run(commands.CopySession(SESSION, False, id="without"))
    source.run(commands.CopySession(SESSION, True, id="with"))
    assert "example" not in repr((plan(source, "without").items, plan(source, "without").groups)).casefold()
    assert plan(source, "with").items[1].title == texts["title"]
    assert plan(source, SESSION).items[1].title == texts["title"]
    source.undo()
    source.undo()
    assert plan(source, SESSION).items[1].notes == texts["notes"]
