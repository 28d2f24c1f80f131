"""Reads of people."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import inspect, select, union
from sqlalchemy.orm import Session

from facilitator.domain.consent import Consent
from facilitator.domain.naming import person_label, session_label
from facilitator.domain.text import folded
from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.people.rows import PersonDetail, PersonRow, TraceRow
from facilitator.reading.zones import person_zone
from facilitator.storage import choices
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    LearningSessionRecord,
    NoteRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
)

TABLES = ("person", "place", "organisation", "appearance", "learning_session", "term")
"""The tables whose changes show in a list of people."""
_TRACES = 200


def list_people(session: Session, learning_session_id: str = "") -> list[PersonRow]:
    """Everyone, or those who appear or speak in one session, by name as sorted; the nameless at the end."""
    offices = dict(choices.codes(session, Vocabulary.OFFICE))
    sections = dict(choices.codes(session, Vocabulary.SECTION))
    heard = _sessions_of(session, learning_session_id)
    wanted = (
        select(PersonRecord, OrganisationRecord.name, PlaceRecord)
        .outerjoin(OrganisationRecord, OrganisationRecord.id == PersonRecord.organisation_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == PersonRecord.place_id)
        .order_by(PersonRecord.id)
    )
    rows = [
        _row(person, organisation or "", place, offices, sections, tuple(heard.get(person.id, ())))
        for person, organisation, place in session.execute(wanted)
        if not learning_session_id or person.id in heard
    ]
    return sorted(rows, key=lambda row: (not row.name, folded(row.sort_name or row.label)))


def _row(
    person: PersonRecord,
    organisation: str,
    place: PlaceRecord | None,
    offices: dict[str, str],
    sections: dict[str, str],
    heard: tuple[str, ...],
) -> PersonRow:
    office = offices.get(person.office, person.office)
    section = person.section or (place.section if place else "")
    city = place.name if place else ""
    return PersonRow(
        id=person.id,
        label=person_label(person.name, person.office_title or office, city or organisation),
        name=person.name,
        sort_name=person.sort_name or person.name,
        office=person.office,
        office_label=office,
        office_title=person.office_title,
        organisation=organisation,
        city=city,
        country=person.country or (place.country if place else ""),
        section=section,
        section_label=sections.get(section, section),
        gender=person.gender,
        consent=person.consent or Consent.NOT_ASKED.value,
        unlisted=person.unlisted,
        sessions=heard,
    )


def _sessions_of(session: Session, learning_session_id: str) -> dict[str, list[str]]:
    """The labels of the sessions in which each person appears or speaks, by date."""
    appearing = select(AppearanceRecord.person_id, AppearanceRecord.session_id)
    speaking = select(NoteRecord.speaker_id, NoteRecord.session_id).where(NoteRecord.speaker_id.is_not(None))
    both = union(appearing, speaking).subquery()
    wanted = (
        select(both.c.person_id, LearningSessionRecord.label, LearningSessionRecord.title)
        .join(LearningSessionRecord, LearningSessionRecord.id == both.c.session_id)
        .order_by(LearningSessionRecord.date, LearningSessionRecord.label)
    )
    if learning_session_id:
        wanted = wanted.where(LearningSessionRecord.id == learning_session_id)
    found: dict[str, list[str]] = defaultdict(list)
    for person_id, label, title in session.execute(wanted):
        found[person_id].append(label or title)
    return found


def person_detail(session: Session, person_id: str) -> PersonDetail | None:
    """One person with all columns; None when it was deleted."""
    person = session.get(PersonRecord, person_id)
    if person is None:
        return None
    values: dict[str, Any] = {
        column.key: getattr(person, column.key) for column in inspect(PersonRecord).column_attrs
    }
    values["consent"] = person.consent or Consent.NOT_ASKED.value
    place = session.get(PlaceRecord, person.place_id) if person.place_id else None
    offices = dict(choices.codes(session, Vocabulary.OFFICE))
    label = person_label(
        person.name,
        person.office_title or offices.get(person.office, person.office),
        place.name if place else "",
    )
    country = person.country or (place.country if place else "")
    assumed = person_zone("", place.name if place else "", country)
    return PersonDetail(person.id, label, values, assumed)


def traces(session: Session, person_id: str) -> list[TraceRow]:
    """Where a person appears and what was noted of them, by session; the first 200 notes."""
    appearances = session.execute(
        select(AppearanceRecord, AgendaItemRecord.title, LearningSessionRecord)
        .join(LearningSessionRecord, LearningSessionRecord.id == AppearanceRecord.session_id)
        .outerjoin(AgendaItemRecord, AgendaItemRecord.id == AppearanceRecord.agenda_item_id)
        .where(AppearanceRecord.person_id == person_id)
        .order_by(LearningSessionRecord.date, AppearanceRecord.position)
    )
    roles = dict(choices.codes(session, Vocabulary.ROLE))
    found = [
        TraceRow(
            id=appearance.agenda_item_id or "",
            stage="agenda",
            session_id=record.id,
            session=session_label(record.label, record.title),
            what=roles.get(appearance.role, appearance.role_as_written or appearance.role),
            text=title or "",
        )
        for appearance, title, record in appearances
    ]
    notes = session.execute(
        select(NoteRecord.id, NoteRecord.kind, NoteRecord.text, LearningSessionRecord)
        .join(LearningSessionRecord, LearningSessionRecord.id == NoteRecord.session_id)
        .where(NoteRecord.speaker_id == person_id)
        .order_by(LearningSessionRecord.date, NoteRecord.began_at, NoteRecord.position, NoteRecord.id)
        .limit(_TRACES)
    )
    return found + [
        TraceRow(note_id, "notes", record.id, session_label(record.label, record.title), kind, text)
        for note_id, kind, text, record in notes
    ]
