"""Reads of sessions."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from facilitator.domain.vocabulary import Vocabulary
from facilitator.features.sessions.rows import Choices, LibraryFacts, QuestionRow, SessionDetails, SessionRow
from facilitator.storage.records import (
    AgendaItemRecord,
    AppearanceRecord,
    CaseStudyRecord,
    GuidingQuestionRecord,
    LearningSessionRecord,
    NoteRecord,
    OrganisationRecord,
    PersonRecord,
    SeriesRecord,
    SessionOrganisationRecord,
    TermRecord,
)

HOST, PARTNER = "host", "partner"


def list_sessions(session: Session) -> list[SessionRow]:
    """All sessions by date, those without one last."""
    record = LearningSessionRecord
    no_date = record.date == ""
    order = (no_date, record.date, record.start, record.label, record.id)
    hosts, partners = _names(session, HOST), _names(session, PARTNER)
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


def session_details(session: Session, session_id: str) -> SessionDetails | None:
    """One session whole; None when it is not there."""
    found = session.get(LearningSessionRecord, session_id)
    if found is None:
        return None
    link = SessionOrganisationRecord
    organisations = session.execute(
        select(link.part, link.organisation_id)
        .where(link.session_id == session_id)
        .order_by(link.position, link.id)
    ).all()
    question = GuidingQuestionRecord
    questions = session.execute(
        select(question.id, question.text)
        .where(question.session_id == session_id)
        .order_by(question.position, question.id)
    ).all()
    return SessionDetails(
        id=found.id,
        label=found.label,
        title=found.title,
        theme=found.theme,
        series_id=found.series_id,
        date=found.date,
        date_as_written=found.date_as_written,
        start=found.start,
        zone=found.zone,
        minutes=found.minutes,
        languages=tuple(found.languages.split()),
        attribution=found.attribution,
        about=found.about,
        link=found.link,
        hosts=tuple(row.organisation_id for row in organisations if row.part == HOST),
        partners=tuple(row.organisation_id for row in organisations if row.part == PARTNER),
        host_names=tuple(_names(session, HOST, session_id).get(session_id, ())),
        questions=tuple(QuestionRow(row.id, row.text) for row in questions),
    )


def editor_choices(session: Session) -> Choices:
    """What the editor of a session offers."""
    series = session.execute(select(SeriesRecord.id, SeriesRecord.title).order_by(SeriesRecord.title))
    organisation = OrganisationRecord
    organisations = session.execute(
        select(organisation.id, organisation.name, organisation.short_name).order_by(organisation.name)
    )
    return Choices(
        series=tuple((row.id, row.title) for row in series),
        organisations=tuple((row.id, row.short_name or row.name) for row in organisations),
        themes=tuple(label for _, label in _terms(session, Vocabulary.THEME)),
        languages=tuple(_terms(session, Vocabulary.LANGUAGE)),
    )


def library_facts(session: Session) -> LibraryFacts:
    """How much the library holds."""
    counted = (LearningSessionRecord, PersonRecord, CaseStudyRecord, NoteRecord)
    return LibraryFacts(
        *(session.scalar(select(func.count()).select_from(record)) or 0 for record in counted)
    )


def _terms(session: Session, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    term = TermRecord
    rows = session.execute(
        select(term.code, term.label)
        .where(term.vocabulary == vocabulary.value)
        .order_by(term.position, term.label)
    )
    return [(row.code, row.label) for row in rows]


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


def _names(session: Session, part: str, session_id: str = "") -> dict[str, list[str]]:
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
