"""Reads of the agenda."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitator.domain.naming import person_label
from facilitator.domain.times import clock
from facilitator.features.agenda.rows import AgendaListRow, LibraryPersonRow
from facilitator.features.agenda.templates.shipped import TemplateRow, own, shipped
from facilitator.reading.plan import read_plan
from facilitator.storage.records import (
    AgendaItemRecord,
    AgendaTemplateRecord,
    LearningSessionRecord,
    OrganisationRecord,
    PersonRecord,
    PlaceRecord,
)


def list_agenda(session: Session, learning_session_id: str = "") -> list[AgendaListRow]:
    """The items of one session, or of all by date, as the command line lists them."""
    chosen = select(LearningSessionRecord.id).order_by(
        LearningSessionRecord.date, LearningSessionRecord.label
    )
    if learning_session_id:
        chosen = chosen.where(LearningSessionRecord.id == learning_session_id)
    pages = session.execute(select(AgendaItemRecord.id, AgendaItemRecord.source_url))
    sources = {row.id: row.source_url for row in pages}
    plans = (read_plan(session, session_id) for session_id in session.scalars(chosen).all())
    return [
        AgendaListRow(
            id=row.id,
            session=row.session,
            session_id=row.session_id,
            position=row.position,
            group=row.group,
            segment=row.segment,
            segment_as_written=row.segment_as_written,
            title=row.title,
            minutes=row.minutes,
            start=clock(row.start),
            end=clock(row.end),
            fixed=row.pinned_start is not None,
            speakers=row.speakers,
            attribution=row.attribution,
            source_url=sources.get(row.id, ""),
        )
        for plan in plans
        if plan
        for row in plan.items
    ]


def list_templates(session: Session) -> list[TemplateRow]:
    """The templates to begin an agenda from: those that ship, then those that were saved, by title."""
    record = AgendaTemplateRecord
    rows = session.execute(
        select(record.id, record.title, record.about, record.content).order_by(record.title, record.id)
    )
    return [*shipped(), *(own(*row) for row in rows)]


def list_people(session: Session) -> list[LibraryPersonRow]:
    """Everyone in the library, by name as sorted; those without a name at the end."""
    person = PersonRecord
    rows = session.execute(
        select(
            *(person.id, person.name, person.office_title, person.consent),
            OrganisationRecord.name.label("organisation"),
            PlaceRecord.name.label("city"),
        )
        .outerjoin(OrganisationRecord, OrganisationRecord.id == person.organisation_id)
        .outerjoin(PlaceRecord, PlaceRecord.id == person.place_id)
        .order_by(person.name == "", person.sort_name, person.name, person.id)
    )
    return [
        LibraryPersonRow(
            row.id,
            person_label(row.name, row.office_title, row.city or row.organisation or ""),
            ", ".join(filter(None, (row.office_title, row.city or row.organisation))) if row.name else "",
            row.consent,
        )
        for row in rows
    ]
