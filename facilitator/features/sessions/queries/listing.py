"""Reads of the list of sessions."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from facilitator.features.sessions.rows import (
    LibraryFacts,
    SessionRow,
)
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    CaseStudyRecord,
    LearningSessionRecord,
    NoteRecord,
    OrganisationRecord,
    PersonRecord,
    SeriesRecord,
    SessionOrganisationRecord,
)

HOST, PARTNER = "host", "partner"
"""The parts that an organisation can have in a session."""


def list_sessions(session: Session) -> list[SessionRow]:
    """All sessions by date, those without one last."""
    record = LearningSessionRecord
    no_date = record.date == ""
    order = (no_date, record.date, record.start, record.label, record.id)
    hosts, partners = names_of(session, HOST), names_of(session, PARTNER)
    items, people, notes = _counts(session)
    series = {row.id: row.title for row in session.execute(select(SeriesRecord.id, SeriesRecord.title))}
    return [
        SessionRow(
            id=found.id,
            label=found.label,
            title=found.title,
            theme=found.theme,
            series=series.get(found.series_id or "", ""),
            date=found.date,
            date_as_written=found.date_as_written,
            start=found.start,
            zone=found.zone,
            minutes=found.minutes,
            hosts=tuple(hosts.get(found.id, ())),
            partners=tuple(partners.get(found.id, ())),
            languages=tuple(found.languages.split()),
            attribution=found.attribution,
            source_url=found.source_url,
            items=items.get(found.id, 0),
            people=people.get(found.id, 0),
            notes=notes.get(found.id, 0),
        )
        for found in session.scalars(select(record).order_by(*order))
    ]


def library_facts(session: Session) -> LibraryFacts:
    """How much the library holds."""
    counted = (LearningSessionRecord, PersonRecord, CaseStudyRecord, NoteRecord)
    return LibraryFacts(
        *(session.scalar(select(func.count()).select_from(record)) or 0 for record in counted)
    )


def _counts(session: Session) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Agenda items, people and notes of each session."""
    item, appearance, note = AgendaItemRecord, AppearanceRecord, NoteRecord
    people = func.count(func.distinct(appearance.person_id))
    return (
        _by_session(session, select(item.session_id, func.count()).group_by(item.session_id)),
        _by_session(session, select(appearance.session_id, people).group_by(appearance.session_id)),
        _by_session(session, select(note.session_id, func.count()).group_by(note.session_id)),
    )


def _by_session(session: Session, query: Select[str, int]) -> dict[str, int]:
    return {row[0]: row[1] for row in session.execute(query)}


def names_of(session: Session, part: str, session_id: str = "") -> dict[str, list[str]]:
    """The names of hosts or partners, in order, by the id of the session: of one session, or of all."""
    link, organisation = SessionOrganisationRecord, OrganisationRecord
    query = (
        select(link.session_id, organisation.name, organisation.short_name)
        .join(organisation, organisation.id == link.organisation_id)
        .where(link.part == part)
        .order_by(link.position, link.id)
    )
    if session_id:
        query = query.where(link.session_id == session_id)
    names: dict[str, list[str]] = defaultdict(list)
    for row in session.execute(query):
        names[row.session_id].append(row.short_name or row.name)
    return names
