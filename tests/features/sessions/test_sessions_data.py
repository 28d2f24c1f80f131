"""Sessions as data: listed by date, added like the one before, deleted and undone with all that belongs to them."""

from __future__ import annotations

import pytest

from facilitator.features.sessions import commands, queries
from facilitator.features.sessions.rows import SessionDetails, SessionRow
from facilitator.storage.edits import AddRow
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    NoteRecord,
    OrganisationRecord,
    PersonRecord,
)
from facilitator.storage.store import Store
from tests.features.conftest import SESSION


def rows(store: Store) -> list[SessionRow]:
    with store.read() as session:
        return queries.list_sessions(session)


def details(store: Store, session_id: str = SESSION) -> SessionDetails:
    with store.read() as session:
        found = queries.session_details(session, session_id)
    assert found is not None
    return found


def add(store: Store, **values: object) -> str:
    command = commands.AddSession(dict(values))
    store.run(command)
    return command.id


def test_sessions_are_listed_by_date_and_those_without_one_last(store: Store) -> None:
    add(store, title="Later", date="2020-05-06")
    add(store, title="Earlier", date="2020-03-25", label="10")
    add(store, title="Same day, earlier", date="2020-05-06", start=540)
    assert [row.title for row in rows(store)] == ["Earlier", "Later", "Same day, earlier", "Local finance"]


def test_a_session_counts_its_items_its_people_once_each_and_its_notes(store: Store) -> None:
    for number in range(3):
        store.run(
            AddRow(AgendaItemRecord, {"id": f"item{number}", "session_id": SESSION, "title": "x"}, "Add")
        )
        appearance = {"session_id": SESSION, "agenda_item_id": f"item{number}", "person_id": "ada"}
        store.run(AddRow(AppearanceRecord, appearance, "Add"))
    store.run(AddRow(NoteRecord, {"session_id": SESSION, "text": "A note"}, "Add"))
    (row,) = rows(store)
    assert (row.items, row.people, row.notes) == (3, 1, 1)


def test_a_new_session_takes_over_what_sessions_of_a_series_share(store: Store) -> None:
    first = add(store, title="First", date="2020-03-25", zone="Europe/Madrid", minutes=90, languages="en fr")
    store.run(commands.PutInNewSeries(first, "Live Learning Experiences"))
    second = details(store, add(store))
    assert (second.zone, second.minutes, second.languages) == ("Europe/Madrid", 90, ("en", "fr"))
    assert second.series_id == details(store, first).series_id
    assert (second.title, second.date, second.label) == ("", "", "")


def test_deleting_a_session_takes_its_notes_with_it_and_undo_brings_them_back(store: Store) -> None:
    store.run(AddRow(NoteRecord, {"id": "note", "session_id": SESSION, "text": "A note"}, "Add"))
    store.run(commands.AddQuestion(SESSION, "What was lost?"))
    before = details(store)
    changes = store.run(commands.delete_sessions(rows(store)))
    assert changes.label == "Delete session 8 · Local finance"
    assert rows(store) == []
    with store.read() as session:
        assert session.get(NoteRecord, "note") is None
        assert session.get(PersonRecord, "ada") is not None
    store.undo()
    assert details(store) == before
    assert rows(store)[0].notes == 1


def test_hosts_keep_their_order_and_one_can_be_partner_too(store: Store) -> None:
    for name in ("UCLG", "Metropolis", "UN-Habitat"):
        store.run(AddRow(OrganisationRecord, {"id": name, "name": name}, "Add"))
    store.run(commands.SetOrganisations(SESSION, "host", ("UN-Habitat", "UCLG")))
    store.run(commands.SetOrganisations(SESSION, "partner", ("UCLG",)))
    assert (details(store).hosts, details(store).partners) == (("UN-Habitat", "UCLG"), ("UCLG",))
    store.run(commands.SetOrganisations(SESSION, "host", ("UCLG", "Metropolis")))
    assert (details(store).hosts, details(store).partners) == (("UCLG", "Metropolis"), ("UCLG",))
    assert details(store).host_names == ("UCLG", "Metropolis")
    store.undo()
    assert details(store).hosts == ("UN-Habitat", "UCLG")


def test_an_organisation_that_is_known_under_its_short_name_is_not_added_again(store: Store) -> None:
    values = {"id": "uclg", "name": "United Cities and Local Governments", "short_name": "UCLG"}
    store.run(AddRow(OrganisationRecord, values, "Add"))
    store.run(commands.AddOrganisation(SESSION, "host", "uclg"))
    store.run(commands.AddOrganisation(SESSION, "host", "Cités unies"))
    assert details(store).hosts[0] == "uclg"
    assert details(store).host_names == ("UCLG", "Cités unies")


def test_guiding_questions_are_added_moved_edited_and_deleted(store: Store) -> None:
    for text in ("One?", "Two?", "Three?"):
        store.run(commands.AddQuestion(SESSION, text))
    one, two, three = (question.id for question in details(store).questions)
    store.run(commands.order_questions([three, one, two]))
    store.run(commands.edit_question(one, "Uno?"))
    store.run(commands.delete_question(two))
    assert [question.text for question in details(store).questions] == ["Three?", "Uno?"]
    for _ in range(3):
        store.undo()
    assert [question.text for question in details(store).questions] == ["One?", "Two?", "Three?"]


def test_a_date_that_is_set_replaces_what_the_source_wrote(store: Store) -> None:
    session_id = add(store, date_as_written="about Easter")
    store.run(commands.set_field(session_id, "date", "2020-04-12"))
    assert (details(store, session_id).date, details(store, session_id).date_as_written) == ("2020-04-12", "")


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", "Housing"), ("minutes", 90), ("languages", ("en", "ar")), ("attribution", "by_role")],
)
def test_each_field_is_set_under_a_label_and_undone(store: Store, name: str, value: object) -> None:
    before = getattr(details(store), name)
    assert store.run(commands.set_field(SESSION, name, value)).label.startswith("Edit")
    assert getattr(details(store), name) == value
    store.undo()
    assert getattr(details(store), name) == before


def test_a_library_is_counted(store: Store) -> None:
    with store.read() as session:
        facts = queries.library_facts(session)
    assert (facts.sessions, facts.people, facts.cases, facts.notes) == (1, 1, 0, 0)
